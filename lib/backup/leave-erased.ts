import type { Book } from '../storage/book.ts';
import type { CompanyRow, PersonRow } from '../storage/book-schema.ts';
import { erasePerson } from '../storage/erase.ts';
import { type ErasedList, erasedIn, erasedStores } from '../storage/erased-list.ts';
import { withoutErased } from '../storage/erased-tray.ts';
import { type AnyTx, read, type Store, write } from '../storage/transact.ts';
import { chunksOf } from './pairs.ts';

/** What a backup was cleaned by: the marks of whoever was erased, as far as the book had them. */
export type LeftErased = {
  /** How many people this call took out. */
  people: number;
  /** Whether the book had marks by which the backup had not been cleaned yet. */
  isNew: boolean;
  marks: ReadonlySet<string>;
};

/** Under this key a backup that was laid out remembers by which marks it was cleaned: nobody but its restore reads it. */
const cleanedBy = 'restore:cleanedBy';

/**
 * Takes whoever was erased out of a backup that was laid out, before anybody sees it: with all that tells of them, as erasing
 * does in the book. Where nobody was erased since it was last called it does nothing: it is asked before every restore, as a
 * backup may stand open for long. In: the backup's book, the book whose list counts. Throws `BookError`.
 */
export async function leaveErased(backup: Book, book: Book): Promise<LeftErased> {
  const { list, hashes } = await read(book, erasedStores, async (tx) => ({
    list: await erasedIn(tx),
    hashes: await tx.objectStore('erased').getAllKeys(),
  }));
  const before = await read(backup, ['vault'], async (tx) => (await tx.objectStore('vault').get(cleanedBy))?.value);
  const marks = new Set(hashes);
  const known = new Set(before instanceof Set ? before : []);
  if (hashes.every((hash) => known.has(hash))) return { people: 0, isNew: false, marks };
  const people = await eraseIn(backup, list);
  await cleanTray(backup, list);
  await cleanFirms(backup, list);
  await write(backup, ['vault'], (tx) => tx.objectStore('vault').put({ key: cleanedBy, value: marks }));
  return { people, isNew: true, marks };
}

/** Whether a backup that was cleaned by these marks still holds nobody who was erased. In: a transaction over `erased` of the book. */
export async function isStillClean(tx: AnyTx, { marks }: LeftErased): Promise<boolean> {
  return (await tx.objectStore('erased').getAllKeys()).every((hash) => marks.has(hash));
}

/** Erases in the backup whom the list names. Out: how many; who became part of another goes with them. */
async function eraseIn(backup: Book, list: ErasedList): Promise<number> {
  const before = await marksOf(backup);
  let erased = 0;
  for (const id of await erasedPeople(backup, list)) {
    const isThere = (await read(backup, ['people'], (tx) => tx.objectStore('people').getKey(id))) !== undefined;
    if (!isThere) continue;
    // The marks that it leaves go again: it does not matter what time they tell.
    await erasePerson(backup, id, Date.now());
    erased += 1;
  }
  await dropNewMarks(backup, before);
  return erased;
}

/** Who is to go, those first who became part of nobody: what was merged into them goes with them. */
async function erasedPeople(backup: Book, list: ErasedList): Promise<string[]> {
  const domains = new Map<string, string | undefined>();
  for await (const { rows } of chunksOf('companies', backup))
    for (const { id, keys } of rows as CompanyRow[]) domains.set(id, keys.domain);
  const gone: string[] = [];
  const parts: string[] = [];
  for await (const { rows } of chunksOf('people', backup))
    for (const row of rows as PersonRow[])
      if (list.person(row, row.partial, row.companyId && domains.get(row.companyId)) !== undefined)
        (row.mergedInto === undefined ? gone : parts).push(row.id);
  return [...gone, ...parts];
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
