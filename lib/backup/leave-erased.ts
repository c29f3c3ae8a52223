import type { Book } from '../storage/book.ts';
import type { CompanyRow, PersonRow } from '../storage/book-schema.ts';
import { erasePerson } from '../storage/erase.ts';
import { type ErasedList, erasedStores, readErasedList } from '../storage/erased-list.ts';
import { withoutErased } from '../storage/erased-tray.ts';
import { read, type Store, write } from '../storage/transact.ts';
import { chunksOf } from './pairs.ts';

/**
 * Takes whoever was erased out of a backup that was laid out, before anybody sees it: with all that tells of them, as erasing
 * does in the book. In: the backup's book, the book whose list counts, the time. Out: how many. Throws `BookError`.
 */
export async function leaveErased(backup: Book, book: Book, now: number): Promise<number> {
  const list = await readErasedList(book);
  if (list.isEmpty) return 0;
  const gone = await erasedPeople(backup, list);
  const marks = await marksOf(backup);
  for (const id of gone) await erasePerson(backup, id, now);
  await dropNewMarks(backup, marks);
  await cleanTray(backup, list);
  await cleanFirms(backup, list);
  return gone.length;
}

async function erasedPeople(backup: Book, list: ErasedList): Promise<string[]> {
  const domains = new Map<string, string | undefined>();
  for await (const { rows } of chunksOf('companies', backup))
    for (const { id, keys } of rows as CompanyRow[]) domains.set(id, keys.domain);
  const gone: string[] = [];
  for await (const { rows } of chunksOf('people', backup))
    for (const row of rows as PersonRow[])
      if (list.person(row, row.partial, row.companyId && domains.get(row.companyId)) !== undefined) gone.push(row.id);
  return gone;
}

type Marks = Map<Store, Set<IDBValidKey>>;

const marksOf = (backup: Book): Promise<Marks> =>
  read(backup, erasedStores, async (tx) => {
    const entries = erasedStores.map(
      async (store) => [store, new Set<IDBValidKey>(await tx.objectStore(store).getAllKeys())] as const,
    );
    return new Map(await Promise.all(entries));
  });

/** The book has its own marks of them: those that were made here just now would tell of a second erasing. */
async function dropNewMarks(backup: Book, before: Marks): Promise<void> {
  await write(backup, erasedStores, async (tx) => {
    for (const store of erasedStores)
      for (const key of await tx.objectStore(store).getAllKeys())
        if (!before.get(store)?.has(key)) await tx.objectStore(store).delete(key as never);
  });
}

async function cleanTray(backup: Book, list: ErasedList): Promise<void> {
  const urls = await read(backup, ['tray'], (tx) => tx.objectStore('tray').getAllKeys());
  for (const url of urls) {
    await write(backup, ['tray'], async (tx) => {
      const page = await tx.objectStore('tray').get(url);
      const rest = page && withoutErased(page, list);
      if (rest && rest !== page) await tx.objectStore('tray').put(rest);
    });
  }
}

/** Firms that name them among their representatives. */
async function cleanFirms(backup: Book, list: ErasedList): Promise<void> {
  const ids = await read(backup, ['companies'], (tx) => tx.objectStore('companies').getAllKeys());
  for (let from = 0; from < ids.length; from += 500) {
    await write(backup, ['companies'], async (tx) => {
      const rows = await Promise.all(ids.slice(from, from + 500).map((id) => tx.objectStore('companies').get(id)));
      for (const row of rows) {
        const kept = row?.representatives.filter(
          (name) => list.representative(name, row.name, row.keys.domain) === undefined,
        );
        if (row && kept && kept.length < row.representatives.length)
          await tx.objectStore('companies').put({ ...row, representatives: kept });
      }
    });
  }
}
