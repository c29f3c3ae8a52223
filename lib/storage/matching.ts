import { type MatchingSetup, matchingSetup } from '../domain/schema/matching.ts';
import { compileMatching, type Match } from '../scoring/matching.ts';
import { starterMatching } from '../scoring/matching-starter.ts';
import type { Book } from './book.ts';
import { getOwnFields } from './own-fields.ts';
import { scoreInputs } from './score-input.ts';
import { getSetting } from './settings.ts';
import { read, tell, write } from './transact.ts';

const metaKey = 'matching';

/** How companies and we are matched, with the own fields of the book; rules to begin with until the user kept any. Throws `BookError`. */
export async function getMatching(book: Book, now: number): Promise<MatchingSetup> {
  const [row, { fields }] = await Promise.all([
    read(book, ['meta'], (tx) => tx.objectStore('meta').get(metaKey)),
    getOwnFields(book),
  ]);
  const kept = matchingSetup.safeParse(row?.value);
  const setup = kept.success
    ? kept.data
    : starterMatching(now, (await getSetting(book, 'defaultCountry')) ?? undefined);
  return { ...setup, rules: { ...setup.rules, fields } };
}

/** Keeps how companies and we are matched. Out: how it was before, for undo. Throws `BookError`, or a ZodError for what is no setup. */
export async function saveMatching(book: Book, setup: MatchingSetup): Promise<unknown> {
  const value = matchingSetup.parse(setup);
  const before = await write(book, ['meta'], async (tx) => {
    const old = await tx.objectStore('meta').get(metaKey);
    await tx.objectStore('meta').put({ key: metaKey, value });
    return old?.value;
  });
  tell({ stores: ['meta'] });
  return before;
}

/** Where one lead's company stands; undefined for a person without one. Throws `BookError`. */
export async function matchLead(book: Book, id: string, now: number): Promise<Match | undefined> {
  const [setup, inputs] = await Promise.all([getMatching(book, now), scoreInputs(book, [id])]);
  const input = inputs.get(id);
  return input?.lead.kind === 'company' ? compileMatching(setup).match(input, now) : undefined;
}
