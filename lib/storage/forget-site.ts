import type { Book } from './book.ts';
import { siteOf } from './ledger.ts';
import { searchRecords } from './search-records.ts';
import { type Store, tell, write } from './transact.ts';

/** Where addresses of pages are kept: drafts, what was read, where a value stood, also in history and merges. */
const stores: Store[] = ['tray', 'ledger', 'receipts', 'changes', 'interactions', 'actions', 'merges'];
/** Records that are about a page as a whole. */
const whole = new Set<Store>(['tray', 'ledger']);

export type Forgotten = { pages: number; records: number };

/**
 * Forgets a site: its drafts, that it was read, and that values were read there. The people and companies stay, with the values
 * that the user saved. In: the site as the ledger names it. Out: how many pages and records. Throws `BookError`.
 */
export async function forgetSite(book: Book, site: string): Promise<Forgotten> {
  const found = await searchRecords(book, stores, (record) => without(record, site) !== record);
  const forgotten: Forgotten = { pages: 0, records: 0 };
  await write(book, stores, async (tx) => {
    for (const { store, keys } of found)
      for (const key of keys) {
        const rows = tx.objectStore(store);
        const record: unknown = await rows.get(key as never);
        const rest = record === undefined ? record : without(record, site);
        if (rest === record) continue;
        const isPage = whole.has(store) && isOf(Reflect.get(record as object, 'url'), site);
        forgotten[isPage ? 'pages' : 'records'] += 1;
        if (isPage) await rows.delete(key as never);
        else await rows.put(rest as never);
      }
  });
  tell({ stores: ['people', 'companies', 'interactions', 'tray', 'ledger'], leadIds: [] });
  return forgotten;
}

const isOf = (url: unknown, site: string): boolean => typeof url === 'string' && siteOf(url) === site;

/** A record without what was read on a site: places go from their lists, addresses from what stays. */
function without(value: unknown, site: string): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) {
    const rest = value
      .filter((one) => !(typeof one === 'object' && one !== null && 'detector' in one && isOf(one.url, site)))
      .map((one) => without(one, site));
    return rest.length === value.length && rest.every((one, at) => one === value[at]) ? value : rest;
  }
  let changed = false;
  const result: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'url' && isOf(inner, site)) {
      changed = true;
      continue;
    }
    const next = without(inner, site);
    if (next !== inner) changed = true;
    result[key] = next;
  }
  return changed ? result : value;
}
