import type { Line } from './lines.ts';
import { companyScore, titleScore } from './lines-scores.ts';
import { meaningOf } from './lines-tables.ts';
import type { ReadName } from './people-names.ts';

/** A name of a person where it stands, with what the words around it in the same line say. */
export type Anchor = {
  line: number;
  start: number;
  end: number;
  name: string;
  honorific?: string;
  partial: boolean;
  score: number;
  /**
   * line: the name is the line; part: the line begins with it; labelled: a label announces it; column: the table says so;
   * prose: named in running text. It says how far the name's reach goes.
   */
  style: 'line' | 'part' | 'labelled' | 'column' | 'prose';
  label?: 'contact' | 'representative';
  title?: { text: string; line: number; confidence: number };
  /** Words in the same line that name the firm. */
  firm?: { text: string; line: number };
};

/** Marks of what is no name and no title. */
export const junk = /[\d@<>{}=*#]|https?:|www\./;

/** A title without the punctuation around it. */
export const cleanTitle = (text: string): string =>
  text
    .replace(/^[\s,;:：–—\-|·•(（]+|[\s,;:：–—\-|·•]+$/g, '')
    .replace(/^(.*[^)）])[)）]$/, (all, inner: string) => (/[(（]/.test(inner) ? all : inner))
    .trim();

/** Words that are as much a firm or a title as a name. */
export function isElse(text: string, { score, partial, title }: ReadName): boolean {
  if (partial || title) return false;
  return (
    companyScore(text).score >= Math.max(score, 0.6) || titleScore(text) > score + 0.05 || meaningOf(text) !== undefined
  );
}

/** An anchor of a name read in a part of a line. */
export function anchorOf(
  line: Line,
  part: { start: number; end: number },
  named: ReadName,
  style: Anchor['style'],
): Anchor {
  return {
    line: line.i,
    start: part.start,
    end: part.end,
    name: named.name,
    ...(named.honorific && { honorific: named.honorific }),
    partial: named.partial ?? false,
    score: named.score,
    style,
  };
}
