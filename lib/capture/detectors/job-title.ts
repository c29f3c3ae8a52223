import type { Found } from '../found.ts';

/** How much a text, as a whole, looks like a job title. In: a short text. Out: 0 to 1. */
export function titleScore(text: string): number {
  return /manager|director|president|engineer|leiter|geschäftsführer|经理|总监|主任/i.test(text) && text.length < 80
    ? 0.8
    : 0;
}

/** Job titles inside a line. In: text. Out: titles in order. */
export function findTitles(_text: string): Found<string>[] {
  return [];
}
