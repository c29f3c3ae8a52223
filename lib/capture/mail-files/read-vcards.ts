import type { Reading } from '../../domain/schema/draft.ts';
import type { Card } from '../mail/card.ts';
import { mergeCompanies } from '../mail/gather.ts';
import { readVcard, splitVcards } from '../mail/vcard.ts';
import { draftsOf } from '../subjects-drafts.ts';

const mostCards = 5000;

/**
 * Reads a file of vCards, one or many, version 2.1 to 4.0. In: its text, the address to keep its drafts under, the time and
 * the country for numbers without a code. Out: a reading without times; a card that names nobody is left out. Never throws.
 */
export function readVcards(
  text: string,
  { url, now, country }: { url: string; now: number; country?: string },
): Omit<Reading, 'ms' | 'msPage'> {
  const sources = splitVcards(text, mostCards);
  const cards: Card[] = sources.map((source) => readVcard(source, country));
  const people = cards.flatMap((card) => card.person ?? []);
  for (const { company, person } of cards) if (company && !person) company.role = 'listed';
  return {
    url,
    title: '',
    at: now,
    ...(country && { country }),
    ...draftsOf({ people, companies: mergeCompanies(cards) }, { url, at: now }, 'given'),
    closedFrames: [],
    truncated: sources.length >= mostCards,
  };
}
