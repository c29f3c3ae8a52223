import type { Book } from '../storage/book.ts';
import { leadBound } from '../storage/lead-bound.ts';
import { type AnyTx, read, type Store, tell, write } from '../storage/transact.ts';
import type { BookReport } from './book-report.ts';
import { sharedStores } from './compare-books.ts';
import { checkedRow } from './row-checks.ts';

const samples = 200;
/** Made from the lead, or of no use without it: they may go. */
const derived: readonly Store[] = ['receipts', 'scores', 'scoreChanges', 'work', 'customerValues'];

/** Looks through the book: counts, references that lead nowhere, bulk writes that died, samples against the schema. Writes nothing. */
export async function checkBook(book: Book, now: number, signal?: AbortSignal): Promise<BookReport> {
  const stores = await sharedStores(book);
  const report: BookReport = {
    at: now,
    counts: {},
    lostCompanies: [],
    leftovers: {},
    unfinished: 0,
    orphans: {},
    unreadable: {},
    sampled: 0,
  };
  const ids = await read(book, ['people', 'companies'], leadIds);
  for (const store of stores) {
    signal?.throwIfAborted();
    const { count, rows } = await read(book, [store], async (tx) => ({
      count: await tx.objectStore(store).count(),
      rows: await tx.objectStore(store).getAll(null, store === 'tray' ? 20 : samples),
    }));
    report.counts[store] = count;
    report.sampled += rows.length;
    const bad = rows.filter((row) => checkedRow(store, row) === undefined).length;
    if (bad > 0) report.unreadable[store] = bad;
  }
  for (const { store } of leadBound) {
    signal?.throwIfAborted();
    const mayBeLost = (await read(book, [store], (tx) => leadsOf(tx, store))).some((id) => id !== '' && !ids.has(id));
    // A lead that was saved meanwhile is not lost: what looks so is looked at once more, at one moment.
    const lost = mayBeLost ? await read(book, ['people', 'companies', store], (tx) => lostIn(tx, store)) : 0;
    if (lost > 0) (derived.includes(store) ? report.leftovers : report.orphans)[store] = lost;
  }
  report.lostCompanies = await read(book, ['people', 'companies'], (tx) => lostCompanies(tx));
  report.unfinished = await read(book, ['actions'], (tx) =>
    tx.objectStore('actions').index('staging').count('unpublished'),
  );
  return report;
}

/** Mends what can be mended without losing anything: references that lead nowhere, leftovers of leads that are gone. Out: rows written. */
export async function mendBook(book: Book, report: BookReport): Promise<number> {
  let mended = 0;
  await write(book, ['people', 'companies'], async (tx) => {
    for (const id of report.lostCompanies) {
      const row = await tx.objectStore('people').get(id);
      if (!row?.companyId || (await tx.objectStore('companies').get(row.companyId))) continue;
      const { companyId: _companyId, ...rest } = row;
      await tx.objectStore('people').put(rest);
      mended += 1;
    }
  });
  for (const bound of leadBound) {
    if (!derived.includes(bound.store) || !report.leftovers[bound.store]) continue;
    mended += await write(book, ['people', 'companies', bound.store], async (tx) => {
      const ids = await leadIds(tx);
      const lost = (await leadsOf(tx, bound.store)).filter((id) => !ids.has(id));
      const store = tx.objectStore(bound.store as 'receipts');
      for (const id of lost) {
        const keys = bound.index
          ? await tx
              .objectStore(bound.store as 'scoreChanges')
              .index('leadId')
              .getAllKeys(id)
          : [id];
        await Promise.all(keys.map((key) => store.delete(key as string)));
      }
      return lost.length;
    });
  }
  if (mended > 0) tell({ stores: ['people', 'companies'], leadIds: report.lostCompanies });
  return mended;
}

/** How many rows of a store hang on a lead that is not there. */
async function lostIn(tx: AnyTx, store: Store): Promise<number> {
  const [ids, leads] = await Promise.all([leadIds(tx), leadsOf(tx, store)]);
  return leads.filter((id) => id !== '' && !ids.has(id)).length;
}

async function leadIds(tx: AnyTx): Promise<Set<string>> {
  const [people, companies] = await Promise.all([
    tx.objectStore('people').getAllKeys(),
    tx.objectStore('companies').getAllKeys(),
  ]);
  return new Set([...people, ...companies]);
}

/** The leads that the rows of a store hang on, each once. */
async function leadsOf(tx: AnyTx, store: Store): Promise<string[]> {
  const bound = leadBound.find((one) => one.store === store);
  if (!bound?.index) return (await tx.objectStore(store).getAllKeys()).map(String);
  const found: string[] = [];
  const index = tx.objectStore(store as 'interactions').index(bound.index as 'leadId');
  // The one entry of a large import stands for all its leads and hangs on none.
  for (let cursor = await index.openKeyCursor(null, 'nextunique'); cursor; cursor = await cursor.continue())
    if (cursor.key !== '') found.push(String(cursor.key));
  return found;
}

async function lostCompanies(tx: AnyTx): Promise<string[]> {
  const companies = new Set(await tx.objectStore('companies').getAllKeys());
  const index = tx.objectStore('people').index('companyId');
  const lost: string[] = [];
  for (let cursor = await index.openKeyCursor(null, 'nextunique'); cursor; cursor = await cursor.continue())
    if (!companies.has(String(cursor.key))) lost.push(...(await index.getAllKeys(cursor.key)));
  return lost;
}
