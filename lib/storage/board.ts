import type { Tier } from '../domain/schema/icp.ts';
import type { Lead } from '../domain/schema/lead.ts';
import type { Pipeline } from '../domain/schema/stage.ts';
import { type Card, cardOf } from '../work/board.ts';
import type { Book } from './book.ts';
import { getLeads, readRows } from './read-leads.ts';
import { read } from './transact.ts';

/** Above this many changed leads the board is read anew. */
const mostOneByOne = 300;
const chunk = 5000;

/** The tiers of all leads as they were last worked out. */
async function readTiers(book: Book): Promise<Map<string, Tier>> {
  const tiers = new Map<string, Tier>();
  let last: string | undefined;
  for (;;) {
    const after = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
    const rows = await read(book, ['scores'], (tx) => tx.objectStore('scores').getAll(after, chunk));
    for (const { leadId, tier } of rows) tiers.set(leadId, tier);
    last = rows.at(-1)?.leadId;
    if (rows.length < chunk || last === undefined) return tiers;
  }
}

/** Ids of the people who belong to no company: told by keys alone, since most people of a book belong to one. */
function idsWithoutCompany(book: Book): Promise<string[]> {
  return read(book, ['people'], async (tx) => {
    const people = tx.objectStore('people');
    const [all, held] = await Promise.all([people.getAllKeys(), people.index('companyId').getAllKeys()]);
    const kept = new Set(held);
    return all.filter((id) => !kept.has(id));
  });
}

/**
 * All cards of the board by their ids. In: the book, the pipeline, the time, who is shown the first ones before the rest is
 * read. Throws `BookError`.
 */
export async function readBoard(
  book: Book,
  pipeline: Pipeline,
  now: number,
  onFirst: (cards: Map<string, Card>) => void = () => undefined,
): Promise<Map<string, Card>> {
  const cards = new Map<string, Card>();
  let tiers: ReadonlyMap<string, Tier> = new Map();
  const take = (leads: Lead[]): void => {
    const isFirst = cards.size === 0;
    for (const lead of leads) {
      const card = cardOf(lead, tiers.get(lead.id) ?? '?', pipeline, now);
      if (card) cards.set(lead.id, card);
    }
    if (isFirst) onFirst(new Map(cards));
  };
  const reading = readTiers(book).then((read) => {
    tiers = read;
    // What was read before its tier was known.
    for (const [id, card] of cards)
      if (card.tier !== read.get(id)) cards.set(id, { ...card, tier: read.get(id) ?? '?' });
  });
  await readRows(book, 'company', take);
  const alone = await idsWithoutCompany(book);
  for (let from = 0; from < alone.length; from += chunk)
    take(await getLeads(book, 'person', alone.slice(from, from + chunk)));
  await reading;
  return cards;
}

/** The board after some leads changed: a new map. In: the cards before, ids of what changed. Out: undefined where reading anew is quicker. Throws `BookError`. */
export async function updateBoard(
  book: Book,
  before: ReadonlyMap<string, Card>,
  ids: readonly string[],
  pipeline: Pipeline,
  now: number,
): Promise<Map<string, Card> | undefined> {
  if (ids.length === 0 || ids.length > mostOneByOne) return undefined;
  const [companies, people, scores] = await Promise.all([
    getLeads(book, 'company', [...ids]),
    getLeads(book, 'person', [...ids]),
    read(book, ['scores'], (tx) => Promise.all(ids.map((id) => tx.objectStore('scores').get(id)))),
  ]);
  const tiers = new Map(scores.flatMap((row) => (row ? [[row.leadId, row.tier] as const] : [])));
  const cards = new Map(before);
  for (const id of ids) cards.delete(id);
  for (const lead of [...companies, ...people]) {
    const card = cardOf(lead, tiers.get(lead.id) ?? before.get(lead.id)?.tier ?? '?', pipeline, now);
    if (card) cards.set(lead.id, card);
  }
  return cards;
}
