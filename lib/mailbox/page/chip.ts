import type { MailMark } from '../../messaging/protocol.ts';
import { colours, drawPane, type Ground } from './panes.ts';
import { quietEvents } from './quiet-events.ts';
import { styleRoot } from './style-root.ts';

/** What a chip shows; there is none for `none`. */
export type Mark = Exclude<MailMark, { state: 'none' }>;

export type ChipActs = {
  /** The pointer or the focus came to it. */
  near(chip: Chip, at: 'pointer' | 'focus'): void;
  away(chip: Chip): void;
  press(chip: Chip): void;
  /** The arrow down: into the card. */
  enter(chip: Chip): void;
};

export type Chip = {
  /** An empty element as the page sees it, of one size whatever it says. */
  readonly host: HTMLElement;
  readonly button: HTMLElement;
  show(mark: Mark, ground: Ground): void;
  /** Whether Tab stops at it. */
  tabStop(stops: boolean): void;
};

// Important rules of a shadow tree win over all of the page's: nothing of the page's styles gets in, and no size tells a state.
const css = `
:host { all: initial !important; display: inline-block !important; inline-size: 16px !important; block-size: 16px !important;
  margin: 0 4px !important; vertical-align: -3px !important; flex: none !important; position: relative !important;
  overflow: visible !important; contain: layout style !important; cursor: default !important; user-select: none !important;
  -webkit-user-select: none !important; forced-color-adjust: none !important; z-index: auto !important }
button { all: initial; display: block; position: absolute; inset: 0; inline-size: 16px; block-size: 16px; cursor: pointer; user-select: none; -webkit-user-select: none }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; border-radius: 2px }
button:hover { filter: brightness(1.08) }
svg { display: block; inline-size: 16px; block-size: 16px; pointer-events: none }`;

/** A chip: an empty host with a closed shadow root, in it one button that is drawn as paths. In: the document, what happens around it. */
export function createChip(doc: Document, acts: ChipActs): Chip {
  const host = doc.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  styleRoot(root, css);
  const button = doc.createElement('button');
  button.type = 'button';
  root.append(button);
  let shown = '';
  const chip: Chip = {
    host,
    button,
    tabStop(stops) {
      button.tabIndex = stops ? 0 : -1;
    },
    show(mark, ground) {
      const now = `${ground} ${JSON.stringify(mark)}`;
      if (now === shown) return;
      shown = now;
      button.setAttribute('aria-label', mark.label);
      button.style.setProperty('--accent', colours[ground].accent);
      button.replaceChildren(drawPane(doc, mark, ground));
    },
  };
  button.addEventListener('pointerenter', () => acts.near(chip, 'pointer'));
  button.addEventListener('pointerleave', () => acts.away(chip));
  button.addEventListener('focus', () => {
    if (button.matches(':focus-visible')) acts.near(chip, 'focus');
  });
  button.addEventListener('blur', () => acts.away(chip));
  button.addEventListener('click', (event) => {
    // Only a person's press counts: a page can send events to the host, but what it sends never gets in here.
    if (event.isTrusted) acts.press(chip);
  });
  button.addEventListener('keydown', (event) => {
    if (event.key !== 'ArrowDown' && event.key !== 'Escape') return;
    event.preventDefault();
    if (event.key === 'ArrowDown') acts.enter(chip);
    else acts.away(chip);
  });
  quietEvents(root);
  return chip;
}
