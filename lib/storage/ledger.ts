import type { Reading } from '../domain/schema/draft.ts';
import type { Handover } from '../domain/schema/handover.ts';
import type { LedgerOut, LedgerRead } from '../domain/schema/privacy.ts';
import type { Book } from './book.ts';
import { newId } from './new-id.ts';
import { read, tell, type WriteTx, write } from './transact.ts';
import { trayKey } from './tray-key.ts';

const day = 24 * 60 * 60 * 1000;
/** How long it is told what was read. */
const ledgerKept = 400 * day;

/**
 * The site of an address as one says it: the host without www, of a message (`mail:HOST/…`) that of the webmail; `pasted`, `file`
 * and the like for what is none of the web.
 */
export function siteOf(url: string): string {
  const parsed = URL.parse(url.replace(/^mail:/i, 'https://'));
  return parsed?.host.replace(/^www\./, '') || (parsed?.protocol.replace(/:$/, '') ?? url);
}

/** Notes that a page was read: once a page and day, with how often. In: a transaction over `ledger`, the reading. */
export async function noteReading(tx: WriteTx, { url, at, people, companies }: Reading): Promise<void> {
  const plain = trayKey(url);
  const id = `read ${Math.floor(at / day)} ${plain}`;
  const old = await tx.objectStore('ledger').get(id);
  const known = old?.kind === 'read' ? old : undefined;
  const entry: LedgerRead = {
    id,
    kind: 'read',
    at,
    site: siteOf(url),
    url: plain,
    times: (known?.times ?? 0) + 1,
    people: Math.max(known?.people ?? 0, people.length),
    companies: Math.max(known?.companies ?? 0, companies.length),
  };
  await tx.objectStore('ledger').put(entry);
}

/**
 * Notes that something left this book. In: what, to where, whose data (absent: everybody's), how many, when; `daily` for what
 * goes to the same place all the time and is told once a day. Throws `BookError`.
 */
export async function noteOut(book: Book, entry: Omit<LedgerOut, 'id' | 'kind'>, how?: 'daily'): Promise<void> {
  const id = how ? `out ${Math.floor(entry.at / day)} ${entry.where}` : newId(entry.at);
  await write(book, ['ledger'], (tx) => tx.objectStore('ledger').put({ ...entry, id, kind: 'out' }));
  tell({ stores: ['ledger'] });
}

/** Takes out what was read long ago; what left the book stays told. In: the time. Throws `BookError`. */
export async function purgeLedger(book: Book, now: number): Promise<void> {
  const range = IDBKeyRange.upperBound(now - ledgerKept);
  const count = await read(book, ['ledger'], (tx) => tx.objectStore('ledger').index('at').count(range));
  if (count === 0) return;
  await write(book, ['ledger'], async (tx) => {
    for (const entry of await tx.objectStore('ledger').index('at').getAll(range))
      if (entry.kind === 'read') await tx.objectStore('ledger').delete(entry.id);
  });
}

export type ReadPage = { entries: LedgerRead[]; more: boolean };

/** What was read, the newest first. In: of which site (absent: of all), how many at most. Throws `BookError`. */
export function pagesRead(book: Book, site: string | undefined, most: number): Promise<ReadPage> {
  return read(book, ['ledger'], async (tx) => {
    const entries: LedgerRead[] = [];
    let cursor = await tx.objectStore('ledger').index('at').openCursor(null, 'prev');
    while (cursor) {
      const entry = cursor.value;
      if (entry.kind === 'read' && (site === undefined || entry.site === site)) {
        if (entries.length === most) return { entries, more: true };
        entries.push(entry);
      }
      cursor = await cursor.continue();
    }
    return { entries, more: false };
  });
}

export type SiteRead = { site: string; pages: number; times: number; newest: number };

/** The sites that were read, the one read last first. Throws `BookError`. */
export function sitesRead(book: Book): Promise<SiteRead[]> {
  return read(book, ['ledger'], async (tx) => {
    const sites = new Map<string, SiteRead & { urls: Set<string> }>();
    for (const entry of await tx.objectStore('ledger').getAll()) {
      if (entry.kind !== 'read') continue;
      const { site, url, times, at } = entry;
      const known = sites.get(site) ?? { site, pages: 0, times: 0, newest: 0, urls: new Set() };
      known.urls.add(url);
      sites.set(site, { ...known, times: known.times + times, newest: Math.max(known.newest, at) });
    }
    return [...sites.values()]
      .map(({ urls, ...rest }) => ({ ...rest, pages: urls.size }))
      .sort((a, b) => b.newest - a.newest);
  });
}

/** Something that left the book, whoever noted it. */
export type WentOut = Pick<LedgerOut, 'at' | 'what' | 'where' | 'count'>;

/** What left the book with somebody in it, the newest first. In: their ids, since when they were kept. Throws `BookError`. */
export function wentOutWith(book: Book, ids: readonly string[], since: number): Promise<WentOut[]> {
  return read(book, ['ledger', 'handovers'], async (tx) => {
    const [all, ...handed] = await Promise.all([
      tx.objectStore('ledger').getAll(),
      ...ids.map((id) => tx.objectStore('handovers').index('leadIds').getAll(id)),
    ]);
    const noted = all
      .filter((entry) => entry.kind === 'out')
      .filter(({ leadIds, at }) => (leadIds ? leadIds.some((id) => ids.includes(id)) : at >= since));
    return [...noted, ...runsOf(handed.flat())].sort((a, b) => b.at - a.at);
  });
}

/** Everything that left the book, the newest first. In: how many at most. Throws `BookError`. */
export function allWentOut(book: Book, most: number): Promise<WentOut[]> {
  return read(book, ['ledger', 'handovers'], async (tx) => {
    const [all, handed] = await Promise.all([tx.objectStore('ledger').getAll(), tx.objectStore('handovers').getAll()]);
    const noted = all.filter((entry) => entry.kind === 'out');
    // A hand-over is noted by its name too: it is told once.
    const told = new Set(noted.filter(({ what }) => what === 'export').map(({ at }) => at));
    const runs = runsOf(handed).filter(({ at }) => !told.has(at));
    return [...noted, ...runs].sort((a, b) => b.at - a.at).slice(0, most);
  });
}

/** Hand-overs in one line each, however many rows they take. */
function runsOf(rows: Handover[]): WentOut[] {
  const runs = new Map<string, WentOut>();
  for (const { run, at, way, target, file, leadIds } of rows) {
    if (way !== 'out') continue;
    const known = runs.get(run) ?? {
      at,
      what: 'export',
      where: target === 'plain' ? file : `${target}: ${file}`,
      count: 0,
    };
    runs.set(run, { ...known, count: known.count + leadIds.length });
  }
  return [...runs.values()];
}
