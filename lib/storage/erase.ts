import { bytesToHex } from '@noble/hashes/utils.js';
import { type ListRule, type Scrubbing, scrubbed } from '../domain/privacy/scrub.ts';
import type { ErasedKey } from '../domain/schema/privacy.ts';
import type { TrayItem, TrayPage } from '../domain/schema/tray.ts';
import type { Book } from './book.ts';
import { BookError } from './book-error.ts';
import { type Search, searchFor } from './erase-search.ts';
import { type ErasedList, erasedIn, hashOf } from './erased-list.ts';
import { withoutErased } from './erased-tray.ts';
import { eraseBound } from './lead-bound.ts';
import { newId } from './new-id.ts';
import { read, type Store, tell, type WriteTx, write } from './transact.ts';

export type Erased = {
  erasureId: string;
  /** How many identifiers are remembered as hashes. */
  marks: number;
  /** Records of others that told of them and were cleaned. */
  cleaned: number;
};

/** What is not searched: the marks themselves, and what belongs to this machine alone (handles, keys). */
const never = new Set<Store>(['erased', 'erasedKeys', 'vault']);
/** Lists of these hold one thing each; elsewhere a place in a list may mean something. */
const dropping = new Set<Store>(['people', 'companies', 'receipts', 'changes', 'tray', 'actions', 'merges', 'ledger']);
const ruleOf = (store: Store): ListRule => (dropping.has(store) ? 'drop' : 'blank');

const chunk = 500;
/** What is written while it is searched is found by the next round. */
const mostRounds = 5;

type Key = IDBValidKey;
type Found = { store: Store; keys: Key[] };

/**
 * Erases a person for good, with all that ever became part of them: their records go, in every other record they are taken
 * out of the words, and one transaction leaves nothing but salted hashes of what they are known by, so that no capture, import,
 * pack or backup brings them back. There is no undo. In: the person's id, the time. Throws `BookError` where there is none.
 */
export async function erasePerson(
  book: Book,
  id: string,
  now: number,
  onProgress?: (done: number, total: number) => void,
): Promise<Erased> {
  const stores = [...(await book.connection()).objectStoreNames].filter((store) => !never.has(store));
  const search = await read(book, stores, (tx) => searchFor(tx, id));
  if (!search) throw new BookError('unknown', `There is no person ${id}`);
  const erasureId = newId(now);
  let found = await recordsWith(book, stores, search.scrubbing, onProgress);
  const { marks, cleaned } = await write(book, [...stores, 'erased', 'erasedKeys'], async (tx) => {
    const marked = await putMarks(tx, search.identifiers, erasureId, now);
    for (const lead of search.ids) {
      await eraseBound(tx, lead);
      await tx.objectStore('people').delete(lead);
    }
    return { marks: marked, cleaned: await clean(tx, found, search) };
  });
  for (let round = 0; round < mostRounds; round++) {
    found = await recordsWith(book, stores, search.scrubbing);
    if (found.length === 0) break;
    await write(book, [...stores, 'erased', 'erasedKeys'], (tx) => clean(tx, found, search));
  }
  tell({
    stores: ['people', 'companies', 'interactions', 'tasks', 'tray', 'meta', 'ledger', 'erased'],
    leadIds: search.ids,
  });
  return { erasureId, marks, cleaned };
}

/** Which records tell of them. Reads in short steps, so that others get through in between. */
async function recordsWith(
  book: Book,
  stores: Store[],
  scrubbing: Scrubbing,
  onProgress?: (done: number, total: number) => void,
): Promise<Found[]> {
  const counts = await read(book, stores, (tx) => Promise.all(stores.map((store) => tx.objectStore(store).count())));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  const found: Found[] = [];
  for (const store of stores) {
    const keys: Key[] = [];
    let last: Key | undefined;
    for (let isFull = true; isFull; ) {
      const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
      const [part, values] = await read(book, [store], (tx) => {
        const rows = tx.objectStore(store);
        return Promise.all([rows.getAllKeys(range, chunk), rows.getAll(range, chunk)]);
      });
      part.forEach((key, at) => {
        if (scrubbed<unknown>(values[at], scrubbing, ruleOf(store)) !== values[at]) keys.push(key);
      });
      last = part.at(-1);
      isFull = part.length === chunk;
      done += part.length;
      onProgress?.(done, total);
    }
    if (keys.length > 0) found.push({ store, keys });
  }
  return found;
}

/** Takes them out of the records found. Out: how many records stay, cleaned. */
async function clean(tx: WriteTx, found: Found[], { scrubbing }: Search): Promise<number> {
  const list = await erasedIn(tx);
  let cleaned = 0;
  for (const { store, keys } of found) {
    for (const key of keys) {
      const rows = tx.objectStore(store);
      const record: unknown = await rows.get(key as never);
      if (record === undefined) continue;
      const rest = withoutThem(record, store, scrubbing, list);
      if (rest === record) continue;
      // What is filed under an address of theirs cannot stay there.
      if (rest === undefined || !hasKey(rest, rows.keyPath, key)) {
        await rows.delete(key as never);
        continue;
      }
      if (rows.keyPath === null) await rows.put(rest as never, key as never);
      else await rows.put(rest as never);
      cleaned += 1;
    }
  }
  return cleaned;
}

function withoutThem(record: unknown, store: Store, scrubbing: Scrubbing, list: ErasedList): unknown {
  if (store !== 'tray') return scrubbed(record, scrubbing, ruleOf(store));
  const page = record as TrayPage;
  const items = page.items.filter((item) => !isOpenNamesake(item, scrubbing));
  return scrubbed(withoutErased({ ...page, items }, list), scrubbing, 'drop');
}

/** A draft of a person who bears the name: should it be somebody else, the page can be read again. */
const isOpenNamesake = ({ draft, state }: TrayItem, { needles }: Scrubbing): boolean =>
  draft.kind === 'person' && state !== 'saved' && draft.fields.name.some(({ value }) => needles.without(value) === '');

function hasKey(record: unknown, path: string | string[] | null, key: Key): boolean {
  if (typeof path !== 'string' || typeof record !== 'object' || record === null) return true;
  return indexedDB.cmp(Reflect.get(record, path), key) === 0;
}

/** Remembers what they are known by, as hashes alone. */
async function putMarks(tx: WriteTx, identifiers: string[], erasureId: string, at: number): Promise<number> {
  const [known] = await tx.objectStore('erasedKeys').getAll(null, 1);
  const key: ErasedKey = known ?? {
    id: crypto.randomUUID(),
    secret: bytesToHex(crypto.getRandomValues(new Uint8Array(32))),
    madeAt: at,
  };
  if (!known) await tx.objectStore('erasedKeys').put(key);
  const marks = identifiers.map((identifier) => ({
    hash: hashOf(identifier, key.secret),
    keyId: key.id,
    at,
    erasureId,
  }));
  await Promise.all(marks.map((mark) => tx.objectStore('erased').put(mark)));
  return marks.length;
}
