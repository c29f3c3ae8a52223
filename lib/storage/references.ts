import type { Reference, ReferenceList } from '../domain/schema/handover.ts';
import type { ListedAs } from '../domain/standing.ts';
import type { Book } from './book.ts';
import { newId } from './new-id.ts';
import { stagingLock } from './staging-lock.ts';
import { type AnyTx, read, type Store, tell, write } from './transact.ts';

/** Stores that look-ups in the lists need. */
export const referenceStores: Store[] = ['references', 'referenceLists'];

const chunk = 500;

/**
 * Keeps a list: its entries first, unseen; it answers once it is whole. Whoever dies or calls it off leaves nothing that is
 * seen. In: what it is, its entries, who is told how far it is, the signal. Out: the list. Throws `BookError`, or the signal's reason.
 */
export async function saveReferences(
  book: Book,
  about: Pick<ReferenceList, 'name' | 'purpose' | 'source' | 'file' | 'at'>,
  entries: readonly Omit<Reference, 'id' | 'listId'>[],
  { onProgress, signal }: { onProgress?: (done: number) => void; signal?: AbortSignal } = {},
): Promise<ReferenceList> {
  const list: ReferenceList = { id: newId(about.at), ...about, count: entries.length };
  await navigator.locks.request(stagingLock(list.id), async () => {
    await write(book, ['referenceLists'], (tx) => tx.objectStore('referenceLists').put({ ...list, unpublished: true }));
    try {
      for (let from = 0; from < entries.length; from += chunk) {
        signal?.throwIfAborted();
        const rows = entries
          .slice(from, from + chunk)
          .map((entry): Reference => ({ ...entry, id: newId(about.at), listId: list.id }));
        await write(book, ['references'], (tx) =>
          Promise.all(rows.map((row) => tx.objectStore('references').put(row))),
        );
        onProgress?.(from + rows.length);
      }
      signal?.throwIfAborted();
      await write(book, ['referenceLists'], (tx) => tx.objectStore('referenceLists').put(list));
    } catch (error) {
      // Best effort: should this fail too, the list stays unseen and goes when the book is next opened.
      await purgeList(book, list.id).catch(() => undefined);
      throw error;
    }
  });
  tell({ stores: ['references'] });
  return list;
}

async function purgeList(book: Book, listId: string): Promise<void> {
  let more = true;
  while (more) {
    more = await write(book, referenceStores, async (tx) => {
      const keys = await tx.objectStore('references').index('listId').getAllKeys(listId, chunk);
      await Promise.all(keys.map((key) => tx.objectStore('references').delete(key)));
      if (keys.length === 0) await tx.objectStore('referenceLists').delete(listId);
      return keys.length > 0;
    });
  }
}

/** How long a removed list can be brought back. */
const keptRemoved = 24 * 60 * 60 * 1000;

const answers = ({ unpublished, removedAt }: ReferenceList) => !unpublished && removedAt === undefined;

/** Takes away lists that were removed a day ago, or that a page which died left unfinished. Throws `BookError`. */
export async function purgeReferences(book: Book, now: number): Promise<void> {
  const lists = await read(book, ['referenceLists'], (tx) => tx.objectStore('referenceLists').getAll());
  for (const { id, unpublished, removedAt } of lists)
    if (unpublished || (removedAt !== undefined && removedAt <= now - keptRemoved))
      await navigator.locks.request(stagingLock(id), { ifAvailable: true }, (lock) => lock && purgeList(book, id));
}

/** The lists that answer, the newest first. Throws `BookError`. */
export function referenceLists(book: Book): Promise<ReferenceList[]> {
  return read(book, ['referenceLists'], async (tx) =>
    (await tx.objectStore('referenceLists').getAll()).filter(answers).reverse(),
  );
}

/** Removes a list at a time, or brings it back (no time). Its entries go a day later. Throws `BookError`. */
export async function removeReferences(book: Book, listId: string, removedAt?: number): Promise<void> {
  await write(book, ['referenceLists'], async (tx) => {
    const list = await tx.objectStore('referenceLists').get(listId);
    if (!list) return;
    const { removedAt: _removedAt, ...rest } = list;
    await tx.objectStore('referenceLists').put(removedAt === undefined ? rest : { ...rest, removedAt });
  });
  tell({ stores: ['references'] });
}

/**
 * What the lists say of several, each by their keys. In: a transaction over `referenceStores`, keys for each. Out: for each
 * what is said, one line a list.
 */
export async function listedIn(tx: AnyTx, asked: readonly (readonly string[])[]): Promise<ListedAs[][]> {
  const lists = new Map(
    (await tx.objectStore('referenceLists').getAll()).filter(answers).map((list) => [list.id, list] as const),
  );
  // Most books have no such lists.
  if (lists.size === 0) return asked.map(() => []);
  const once = new Map<string, Promise<Reference[]>>();
  const at = (key: string): Promise<Reference[]> => {
    const known = once.get(key) ?? tx.objectStore('references').index('keys').getAll(key, 20);
    once.set(key, known);
    return known;
  };
  return Promise.all(
    asked.map(async (keys) => {
      const found = (await Promise.all(keys.map(at))).flat();
      const said = new Map<string, ListedAs>();
      for (const { listId, owner, status } of found) {
        const list = lists.get(listId);
        if (!list || said.has(listId)) continue;
        const { name, purpose, source } = list;
        said.set(listId, { name, purpose, source, ...(owner && { owner }), ...(status && { status }) });
      }
      return [...said.values()];
    }),
  );
}

/** What the lists say of one. In: the keys it is looked up by. Throws `BookError`. */
export function listedAs(book: Book, keys: readonly string[]): Promise<ListedAs[]> {
  return read(book, referenceStores, async (tx) => (await listedIn(tx, [keys]))[0] ?? []);
}
