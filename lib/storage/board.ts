import type { Tier } from '../domain/schema/icp.ts';
import type { Lead } from '../domain/schema/lead.ts';
import type { Pipeline } from '../domain/schema/stage.ts';
import { type Card, cardOf } from '../work/board.ts';
import type { Book } from './book.ts';
import { getLeads, readRows } from './read-leads.ts';
import { companyRowOf, findRow, hiddenBatches, isVisible, type Row, toLead } from './rows.ts';
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
 * All cards of the board by their ids. In: the book, the pipeline, the time, ids of the people who stand for themselves, as the
 * search knows them (it alone can tell quickly whose company is gone), who is shown what is read before the rest is. Throws `BookError`.
 */
export async function readBoard(
  book: Book,
  pipeline: Pipeline,
  now: number,
  heads: () => Promise<readonly string[]>,
  onPart: (cards: Map<string, Card>) => void = () => undefined,
): Promise<Map<string, Card>> {
  const cards = new Map<string, Card>();
  let tiers: ReadonlyMap<string, Tier> = new Map();
  const take = (leads: Lead[]): void => {
    const isFirst = cards.size === 0;
    for (const lead of leads) cards.set(lead.id, cardOf(lead, tiers.get(lead.id) ?? '?', pipeline, now));
    if (isFirst) onPart(new Map(cards));
  };
  const reading = readTiers(book).then((read) => {
    tiers = read;
    // What was read before its tier was known.
    for (const [id, card] of cards)
      if (card.tier !== read.get(id)) cards.set(id, { ...card, tier: read.get(id) ?? '?' });
  });
  const asked = heads();
  // Met below.
  for (const one of [reading, asked]) one.catch(() => undefined);
  await readRows(book, 'company', take);
  const takePeople = async (ids: readonly string[]): Promise<void> => {
    for (let from = 0; from < ids.length; from += chunk)
      take(await getLeads(book, 'person', ids.slice(from, from + chunk)));
  };
  const alone = await idsWithoutCompany(book);
  await takePeople(alone);
  await reading;
  onPart(new Map(cards));
  const known = new Set(alone);
  await takePeople((await asked).filter((id) => !known.has(id)));
  return cards;
}

type Changed = {
  /** Who stands at the board now of those that changed, and their tiers. */
  heads: Lead[];
  tiers: Map<string, Tier>;
  /** People of companies that changed. */
  staff: string[];
};

/** What some changed leads mean to the board: a company that went leaves its people to themselves, one that came back takes them in. */
function changedWith(book: Book, ids: readonly string[]): Promise<Changed> {
  return read(book, ['people', 'companies', 'scores', 'actions'], async (tx) => {
    const hidden = await hiddenBatches(tx);
    const byCompany = tx.objectStore('people').index('companyId');
    const staff: string[] = [];
    const found = await Promise.all(
      ids.map(async (id): Promise<Row[]> => {
        const row = await findRow(tx, id);
        if (row?.kind === 'person') return (await companyRowOf(tx, row, hidden)) ? [] : [row];
        staff.push(...(await byCompany.getAllKeys(id)));
        return row && isVisible(row, hidden) ? [row] : byCompany.getAll(id);
      }),
    );
    const seen = found.flat().filter((row) => isVisible(row, hidden));
    const scores = await Promise.all(seen.map(({ id }) => tx.objectStore('scores').get(id)));
    const tiers = new Map(scores.flatMap((row) => (row ? [[row.leadId, row.tier] as const] : [])));
    return { heads: seen.map(toLead), tiers, staff };
  });
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
  const { heads, tiers, staff } = await changedWith(book, ids);
  const cards = new Map(before);
  for (const id of [...ids, ...staff]) cards.delete(id);
  for (const lead of heads)
    cards.set(lead.id, cardOf(lead, tiers.get(lead.id) ?? before.get(lead.id)?.tier ?? '?', pipeline, now));
  return cards;
}
