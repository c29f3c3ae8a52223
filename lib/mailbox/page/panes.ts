import type { MailMark } from '../../messaging/protocol.ts';

type Colour = 'a' | 'b' | 'c' | 'd' | 'soft' | 'accent' | 'danger' | 'paper' | 'ink';
/** One path of a drawing on 16 × 16. */
type Stroke = { d: string; fill?: Colour; line?: Colour; width?: number; dash?: string };

/** Letters as lines, for text would be found by the page and asked of its fonts. */
const letters = {
  A: 'M5 12 8 4l3 8M6.1 9.4h3.8',
  B: 'M5.6 4.2v7.6h3a2 2 0 0 0 0-4h-3 2.6a1.8 1.8 0 0 0 0-3.6z',
  C: 'M10.9 5.4a3.6 3.6 0 1 0 0 5.2',
  D: 'M5.4 4.2v7.6h1.8a3.8 3.8 0 0 0 0-7.6z',
  '?': 'M5.9 6a2.1 2.1 0 1 1 3.1 1.9c-.7.4-1 .8-1 1.6M8 11.6v.4',
} as const;

const square = 'M1.5 1.5h13v13h-13z';
/** A round pane, as old windows have them, frames a customer; a square one somebody who may become one. */
const round = 'M8 1.2a6.8 6.8 0 1 0 0 13.6a6.8 6.8 0 0 0 0-13.6z';

type Tier = keyof typeof letters;
const prospects: Record<Tier, Stroke[]> = {
  A: [
    { d: 'M1 1h14v14H1z', fill: 'a' },
    { d: letters.A, line: 'paper' },
  ],
  B: [
    { d: 'M1 1h9l5 5v9H1z', fill: 'b' },
    { d: letters.B, line: 'paper' },
  ],
  C: [
    { d: 'M1 11h14v4H1z', fill: 'c' },
    { d: square, line: 'c', width: 1.2 },
    { d: letters.C, line: 'ink' },
  ],
  D: [
    { d: square, line: 'd', width: 1.2 },
    { d: letters.D, line: 'd' },
  ],
  '?': [
    { d: square, line: 'soft', width: 1.2, dash: '2 2' },
    { d: letters['?'], line: 'soft' },
  ],
};
const tierColour: Record<Tier, Colour> = { A: 'a', B: 'b', C: 'c', D: 'd', '?': 'soft' };

/** The drawing of a mark: shape and letter tell it without colour. */
export function paneOf(mark: Exclude<MailMark, { state: 'none' }>): Stroke[] {
  switch (mark.state) {
    case 'known': {
      if (!mark.customer) return prospects[mark.tier];
      const colour = tierColour[mark.tier];
      const filled = mark.tier === 'A' || mark.tier === 'B';
      const pane: Stroke = filled ? { d: round, fill: colour } : { d: round, line: colour, width: 1.2 };
      return [pane, { d: letters[mark.tier], line: filled ? 'paper' : colour }];
    }
    case 'stranger':
      return [{ d: 'M8 4v8M4 8h8', line: 'soft', width: 1.4 }];
    case 'firm':
      return [
        { d: 'M3 14V4.5L8.5 2v12M8.5 6.5H13V14M1.5 14h13', line: 'accent', width: 1.2 },
        { d: 'M5.5 6.5v.6M5.5 9.5v.6M10.8 9v.6M10.8 11.5v.6', line: 'accent', width: 1.2 },
      ];
    case 'warn':
      return [
        { d: 'M8 1.2 15.2 14.8H.8z', fill: 'danger' },
        { d: 'M8 6v4.4M8 12.6v.3', line: 'paper', width: 1.6 },
      ];
  }
}

const light: Record<Colour, string> = {
  a: 'oklch(0.5 0.13 150)',
  b: 'oklch(0.52 0.14 245)',
  c: 'oklch(0.56 0.12 70)',
  d: 'oklch(0.52 0.01 265)',
  soft: 'oklch(0.46 0.016 265)',
  accent: 'oklch(0.47 0.17 285)',
  danger: 'oklch(0.5 0.19 27)',
  paper: 'oklch(0.995 0.002 100)',
  ink: 'oklch(0.23 0.018 265)',
};
const dark: Record<Colour, string> = {
  a: 'oklch(0.76 0.13 150)',
  b: 'oklch(0.74 0.11 245)',
  c: 'oklch(0.8 0.12 75)',
  d: 'oklch(0.7 0.01 265)',
  soft: 'oklch(0.73 0.012 265)',
  accent: 'oklch(0.76 0.115 285)',
  danger: 'oklch(0.74 0.14 25)',
  paper: 'oklch(0.205 0.012 265)',
  ink: 'oklch(0.94 0.005 265)',
};
/** The panel's own colours, on light and on dark ground. */
export const colours = { light, dark } as const;
export type Ground = keyof typeof colours;

const svgName = 'http://www.w3.org/2000/svg';

/** Draws a mark. In: the document, the mark, the ground it stands on. Out: the picture, hidden from assistive technology. */
export function drawPane(doc: Document, mark: Exclude<MailMark, { state: 'none' }>, ground: Ground): SVGElement {
  const picture = doc.createElementNS(svgName, 'svg');
  picture.setAttribute('viewBox', '0 0 16 16');
  picture.setAttribute('aria-hidden', 'true');
  for (const { d, fill, line, width, dash } of paneOf(mark)) {
    const path = doc.createElementNS(svgName, 'path');
    path.setAttribute('d', d);
    path.setAttribute('fill', fill ? colours[ground][fill] : 'none');
    if (line) {
      path.setAttribute('stroke', colours[ground][line]);
      path.setAttribute('stroke-width', String(width ?? 1.5));
      path.setAttribute('stroke-linecap', 'round');
      path.setAttribute('stroke-linejoin', 'round');
    }
    if (dash) path.setAttribute('stroke-dasharray', dash);
    picture.append(path);
  }
  return picture;
}
