import type { Reading } from '../domain/schema/draft.ts';
import type { LedgerEntry, LedgerOut, LedgerRead } from '../domain/schema/privacy.ts';
import type { Book } from './book.ts';
import { newId } from './new-id.ts';
import { read, tell, type WriteTx, write } from './transact.ts';
import { trayKey } from './tray-key.ts';

const day = 24 * 60 * 60 * 1000;
/** How long it is told what was read. */
export const ledgerKept = 400 * day;

/** The site of an address as one says it: the host without www; `file` and the like for what is none of the web. */
export function siteOf(url: string): string {
  const parsed = URL.parse(url);
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

/** Notes that something left this book. In: what, to where, whose data (absent: everybody's), how many, when. Throws `BookError`. */
export async function noteOut(book: Book, entry: Omit<LedgerOut, 'id' | 'kind'>): Promise<void> {
  await write(book, ['ledger'], (tx) => tx.objectStore('ledger').put({ ...entry, id: newId(entry.at), kind: 'out' }));
  tell({ stores: ['ledger'] });
}

export type LedgerPage = { entries: LedgerEntry[]; more: boolean };

/** The ledger, the newest first. In: of which kind, of which site, how many at most. Throws `BookError`. */
export function readLedger(
  book: Book,
  wanted: { kind: LedgerEntry['kind']; site?: string },
  most: number,
): Promise<LedgerPage> {
  return read(book, ['ledger'], async (tx) => {
    const entries: LedgerEntry[] = [];
    let cursor = await tx.objectStore('ledger').index('at').openCursor(null, 'prev');
    while (cursor) {
      const entry = cursor.value;
      const fits =
        entry.kind === wanted.kind && (!wanted.site || (entry.kind === 'read' && entry.site === wanted.site));
      if (fits && entries.length === most) return { entries, more: true };
      if (fits) entries.push(entry);
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

/** Everything that left the book and had somebody in it. In: their ids, since when they were kept. Throws `BookError`. */
export function wentOutWith(book: Book, ids: readonly string[], since: number): Promise<LedgerOut[]> {
  return read(book, ['ledger'], async (tx) => {
    const all = await tx.objectStore('ledger').getAll();
    return all
      .filter((entry) => entry.kind === 'out')
      .filter(({ leadIds, at }) => (leadIds ? leadIds.some((id) => ids.includes(id)) : at >= since))
      .sort((a, b) => b.at - a.at);
  });
}
