import type { Outline, OutlineMark } from '../../domain/schema/snapshot.ts';
import { readHtmlLines } from './html-lines.ts';

/** One line of a message's body, from plain text or from HTML alike. */
export type BodyLine = {
  /** White space folded, trimmed. */
  s: string;
  /** As written (plain text); the same as `s` for HTML. */
  raw: string;
  m: OutlineMark[];
  /** Depth of quoted mark-up; plain text counts its `>` elsewhere. */
  quote: number;
  /** An empty line stands before it. */
  gap: boolean;
  /** A ruler stands before it. */
  rule: boolean;
  /** The client marked it as the signature. */
  signature: boolean;
};

/** A body: its lines, and the outline that they are the lines of (same indices). */
export type Body = { lines: BodyLine[]; outline: Outline; html: boolean; truncated: boolean };

const maxText = 1_000_000;
const maxLines = 20_000;

/** The lines of a plain-text body; indices are those of `text.split('\n')`. In: a text. Never throws. */
export function bodyOfText(text: string): Body {
  const rows = text.slice(0, maxText).split('\n').slice(0, maxLines);
  let gap = false;
  const lines = rows.map((row): BodyLine => {
    const raw = row.replace(/[\r\u200b-\u200d\u2060\ufeff\u00ad]/g, '').slice(0, 4000);
    const s = raw.replace(/[\s\u00a0\u3000]+/g, ' ').trim();
    const line = { s, raw, m: [], quote: 0, gap, rule: false, signature: false };
    gap = s === '';
    return line;
  });
  const outline = { blocks: [{ p: -1, t: 'body' }], lines: lines.map(({ s }) => ({ b: 0, s })) };
  return { lines, outline, html: false, truncated: text.length > maxText || rows.length === maxLines };
}

/** The lines of an HTML body; indices are those of the outline. In: a text. Never throws. */
export function bodyOfHtml(html: string): Body {
  const { outline, traits, truncated } = readHtmlLines(html);
  const lines = outline.lines.map(({ s, m }, i): BodyLine => {
    const trait = traits[i] ?? { quote: 0, gap: false, rule: false, signature: false };
    return { s, raw: s, m: m ?? [], ...trait };
  });
  // a body that is quoted from its first word to its last is an indented message, not a quotation
  const least = lines.reduce((depth, line) => Math.min(depth, line.quote), Number.POSITIVE_INFINITY);
  if (lines.length > 0 && least > 0) for (const line of lines) line.quote -= least;
  return { lines, outline, html: true, truncated };
}
