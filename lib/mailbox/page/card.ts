import type { MailCard } from '../../messaging/protocol.ts';
import { colours, drawPane, type Ground } from './panes.ts';
import { quietEvents } from './quiet-events.ts';
import { styleRoot } from './style-root.ts';

export type Card = {
  /** Shows what is known beside a chip. In: its place on the screen, the words, the ground, what the button does. */
  show(at: DOMRect, card: MailCard, ground: Ground, open: () => void): void;
  hide(): void;
  /** Puts the focus on the button; Escape gives it back through `leave`. */
  focus(leave: () => void): void;
  isOpen(): boolean;
  /** The pointer is over it. */
  onHover(listener: (inside: boolean) => void): void;
  remove(): void;
};

export const cardSize = { width: 288, height: 248 } as const;

// Words are generated content: the page's search, its selection and its fonts don't see them. One size whatever it says.
const css = `
:host { all: initial !important; position: fixed !important; inset: 0 auto auto 0 !important; inline-size: 0 !important; block-size: 0 !important;
  z-index: 2147483647 !important; display: block !important; user-select: none !important; -webkit-user-select: none !important }
[role=dialog] { all: initial; position: fixed; box-sizing: border-box; width: ${cardSize.width}px; height: ${cardSize.height}px; overflow: hidden; contain: strict;
  display: flex; flex-direction: column; gap: 2px; padding: 12px; border-radius: 6px; background: var(--raised); color: var(--ink);
  border: 1px solid var(--line); box-shadow: 0 6px 20px rgb(0 0 0 / .22); user-select: none; -webkit-user-select: none; cursor: default }
[role=dialog][hidden] { display: none }
i { all: unset; display: block; flex: none; color: inherit }
i::before { content: attr(data-t); display: block; font: 400 12px/17px system-ui, sans-serif; letter-spacing: normal; white-space: nowrap;
  overflow: hidden; text-overflow: ellipsis }
.top { display: flex; gap: 8px; align-items: center }
.top svg { width: 16px; height: 16px; flex: none }
.top i { min-width: 0 }
i.head::before { font-weight: 600; font-size: 13px; line-height: 18px }
i.sub, i.note { color: var(--soft) }
i.line::before { white-space: normal; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2 }
i.note::before { font-size: 11px; line-height: 15px }
.rule { flex: none; height: 1px; margin: 5px 0; background: var(--line) }
.lines { flex: 1 1 0; min-height: 0; overflow: hidden; display: flex; flex-direction: column; gap: 2px }
button { all: initial; flex: none; margin-block-start: 6px; align-self: flex-start; box-sizing: border-box; display: inline-flex; align-items: center; height: 26px; padding: 0 10px; border-radius: 4px; cursor: default;
  border: 1px solid var(--edge); color: var(--ink); user-select: none }
button::before { content: attr(data-t); font: 500 12px/16px system-ui, sans-serif }
button:hover { background: var(--wash) }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px }`;

const tokens: Record<Ground, Record<string, string>> = {
  light: {
    raised: 'oklch(1 0 0)',
    ink: colours.light.ink,
    soft: colours.light.soft,
    line: 'oklch(0.9 0.006 265)',
    edge: 'oklch(0.62 0.014 265)',
    wash: 'oklch(0.968 0.004 265)',
    accent: colours.light.accent,
  },
  dark: {
    raised: 'oklch(0.25 0.014 265)',
    ink: colours.dark.ink,
    soft: colours.dark.soft,
    line: 'oklch(0.31 0.012 265)',
    edge: 'oklch(0.55 0.014 265)',
    wash: 'oklch(0.29 0.016 265)',
    accent: colours.dark.accent,
  },
};

/** The one card of a page, put at the end of it when first shown. In: the document. */
export function createCard(doc: Document): Card {
  const host = doc.createElement('span');
  const root = host.attachShadow({ mode: 'closed' });
  styleRoot(root, css);
  const box = doc.createElement('div');
  box.setAttribute('role', 'dialog');
  box.hidden = true;
  root.append(box);
  quietEvents(root);
  let open = (): void => undefined;
  let leave = (): void => undefined;
  let hover = (_inside: boolean): void => undefined;
  const button = doc.createElement('button');
  button.type = 'button';
  button.addEventListener('click', (event) => {
    if (event.isTrusted) open();
  });
  box.addEventListener('pointerenter', () => hover(true));
  box.addEventListener('pointerleave', () => hover(false));
  box.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    leave();
  });
  button.addEventListener('blur', () => hover(false));

  /** Words that only assistive technology and the eye get: a label for the one, generated content for the other. */
  const words = (text: string, name: string): HTMLElement => {
    const element = doc.createElement('i');
    element.className = name;
    element.setAttribute('data-t', text);
    return element;
  };

  return {
    show(at, card, ground, act) {
      open = act;
      const top = doc.createElement('div');
      top.className = 'top';
      if (card.mark.state !== 'none') top.append(drawPane(doc, card.mark, ground));
      top.append(words(card.head, 'head'));
      const rule = doc.createElement('div');
      rule.className = 'rule';
      // What does not fit is left out at the end of the reasons, never the button.
      const lines = doc.createElement('div');
      lines.className = 'lines';
      lines.append(...card.lines.map((line) => words(line, 'line')));
      button.setAttribute('data-t', card.button);
      button.setAttribute('aria-label', card.button);
      box.replaceChildren(
        top,
        words(card.sub, 'sub'),
        rule,
        lines,
        ...card.notes.map((note) => words(note, 'note')),
        button,
      );
      box.setAttribute('aria-label', [card.head, card.sub, ...card.lines, ...card.notes].filter(Boolean).join('. '));
      for (const [name, value] of Object.entries(tokens[ground])) box.style.setProperty(`--${name}`, value);
      const { innerWidth = 0, innerHeight = 0 } = doc.defaultView ?? {};
      const left = Math.max(4, Math.min(at.left, innerWidth - cardSize.width - 4));
      const below = at.bottom + 6;
      const above = at.top - 6 - cardSize.height;
      box.style.left = `${left}px`;
      box.style.top = `${below + cardSize.height <= innerHeight || above < 0 ? below : above}px`;
      box.hidden = false;
      if (!host.isConnected) doc.documentElement.append(host);
    },
    hide() {
      box.hidden = true;
      host.remove();
    },
    focus(back) {
      leave = back;
      button.focus({ focusVisible: true } as FocusOptions);
    },
    isOpen: () => !box.hidden && host.isConnected,
    onHover(listener) {
      hover = listener;
    },
    remove() {
      host.remove();
    },
  };
}
