import { type Card, createCard } from './card.ts';
import type { Chip } from './chip.ts';
import { groundOf } from './ground.ts';
import type { Target } from './targets.ts';
import type { Wire } from './wire.ts';

const hoverMs = 140;
const leaveMs = 220;
const warnMs = 8000;

/** Opens and closes the card as pointer and focus come and go. */
export type CardDesk = {
  near(chip: Chip, target: Target, at: 'pointer' | 'focus'): void;
  away(): void;
  enter(chip: Chip, target: Target): void;
  /** Shows the card unasked for a while: a recipient to think twice about. */
  warn(chip: Chip, target: Target): void;
  close(): void;
  /** The chip the card belongs to is gone or shows something else. */
  drop(chip: Chip): void;
  stop(): void;
};

/** In: the document, the wire, what the card's button does for a person. */
export function createCardDesk(doc: Document, wire: Wire, open: (target: Target) => void): CardDesk {
  let card: Card | undefined;
  let owner: Chip | undefined;
  let turn = 0;
  let hushed = false;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const later = (ms: number, act: () => void) => {
    clearTimeout(timer);
    timer = setTimeout(act, ms);
  };
  const close = () => {
    clearTimeout(timer);
    turn += 1;
    owner = undefined;
    card?.hide();
  };
  const show = async (chip: Chip, target: Target, then?: () => void) => {
    if (owner === chip && card?.isOpen()) return then?.();
    turn += 1;
    const mine = turn;
    const answer = await wire.ask('mail.card', {
      person: target.person,
      ...(target.replyTo && { replyTo: target.replyTo }),
    });
    if (!answer || mine !== turn || !chip.host.isConnected) return;
    if (!card) {
      card = createCard(doc);
      card.onHover((inside) => (inside ? clearTimeout(timer) : later(leaveMs, close)));
    }
    owner = chip;
    card.show(chip.host.getBoundingClientRect(), answer, groundOf(chip.host), () => {
      open(target);
      close();
    });
    then?.();
  };
  return {
    near(chip, target, at) {
      if (hushed) return;
      later(at === 'focus' ? 0 : hoverMs, () => void show(chip, target));
    },
    away: () => later(leaveMs, close),
    enter(chip, target) {
      void show(chip, target, () => {
        card?.focus(() => {
          close();
          // Given back by Escape, the focus is no question.
          hushed = true;
          chip.button.focus();
          hushed = false;
        });
      });
    },
    warn(chip, target) {
      void show(chip, target, () => later(warnMs, close));
    },
    close,
    drop(chip) {
      if (owner === chip) close();
    },
    stop() {
      close();
      card?.remove();
    },
  };
}
