import { bytesToHex } from '@noble/hashes/utils.js';
import { type ListRule, type Scrubbing, scrubbed } from '../domain/privacy/scrub.ts';
import type { Handover } from '../domain/schema/handover.ts';
import type { ErasedKey } from '../domain/schema/privacy.ts';
import type { TrayItem, TrayPage } from '../domain/schema/tray.ts';
import type { Book } from './book.ts';
import { BookError } from './book-error.ts';
import { type Search, searchFor } from './erase-search.ts';
import { type ErasedList, erasedIn, hashOf } from './erased-list.ts';
import { withoutErased } from './erased-tray.ts';
import { eraseBound } from './lead-bound.ts';
import { newId } from './new-id.ts';
import { type FoundRecords, type RecordKey, searchRecords } from './search-records.ts';
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

/** What is written while it is searched is found by the next round. */
const mostRounds = 5;

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
  const tellsOfThem = (record: unknown, store: Store): boolean =>
    scrubbed(record, search.scrubbing, ruleOf(store)) !== record;
  let found = await searchRecords(book, stores, tellsOfThem, onProgress);
  const { marks, cleaned } = await write(book, [...stores, 'erased', 'erasedKeys'], async (tx) => {
    const marked = await putMarks(tx, search.identifiers, erasureId, now);
    for (const lead of search.ids) {
      await eraseBound(tx, lead);
      await tx.objectStore('people').delete(lead);
    }
    return { marks: marked, cleaned: await clean(tx, found, search) };
  });
  for (let round = 0; round < mostRounds; round++) {
    found = await searchRecords(book, stores, tellsOfThem);
    if (found.length === 0) break;
    await write(book, [...stores, 'erased', 'erasedKeys'], (tx) => clean(tx, found, search));
  }
  tell({
    stores: ['people', 'companies', 'interactions', 'tasks', 'tray', 'meta', 'ledger', 'erased'],
    leadIds: search.ids,
  });
  return { erasureId, marks, cleaned };
}

/** Takes them out of the records found. Out: how many records stay, cleaned. */
async function clean(tx: WriteTx, found: FoundRecords, { scrubbing }: Search): Promise<number> {
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
  if (store === 'handovers') return withoutTrace(record as Handover, scrubbing.ids);
  if (store !== 'tray') {
    const rest = scrubbed(record, scrubbing, ruleOf(store));
    // An entry of a list for checking is about one only.
    return store === 'references' && rest !== record ? undefined : rest;
  }
  const page = record as TrayPage;
  const items = page.items.filter((item) => !isOpenNamesake(item, scrubbing));
  return scrubbed(withoutErased({ ...page, items }, list), scrubbing, 'drop');
}

/** That something went somewhere stays; whose it was, what it said and what they are called there go. */
function withoutTrace(handover: Handover, ids: ReadonlySet<string>): Handover {
  const blanked = (values: string[]) => values.map((value, at) => (ids.has(handover.leadIds[at] ?? '') ? '' : value));
  const { leadIds, digests, recordIds } = handover;
  return { ...handover, leadIds: blanked(leadIds), digests: blanked(digests), recordIds: blanked(recordIds) };
}

/** A draft of a person who bears the name: should it be somebody else, the page can be read again. */
const isOpenNamesake = ({ draft, state }: TrayItem, { needles }: Scrubbing): boolean =>
  draft.kind === 'person' && state !== 'saved' && draft.fields.name.some(({ value }) => needles.without(value) === '');

function hasKey(record: unknown, path: string | string[] | null, key: RecordKey): boolean {
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
