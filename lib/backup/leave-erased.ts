import type { Book } from '../storage/book.ts';
import { readErasedList } from '../storage/erased-list.ts';
import { boundStores, eraseBound } from '../storage/lead-bound.ts';
import { leadStores, read, type Store, write } from '../storage/transact.ts';

const chunk = 1000;

/**
 * Takes whoever was erased out of a backup that was laid out, before anybody sees it. In: the backup's book, the book whose list
 * counts. Out: how many. Throws `BookError`.
 */
export async function leaveErased(backup: Book, book: Book): Promise<number> {
  const list = await readErasedList(book);
  if (list.isEmpty) return 0;
  const gone: string[] = [];
  let last: string | undefined;
  for (let isFull = true; isFull; ) {
    const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
    const rows = await read(backup, ['people', 'companies'], async (tx) => {
      const people = await tx.objectStore('people').getAll(range, chunk);
      return Promise.all(
        people.map(async (person) => {
          const company = person.companyId ? await tx.objectStore('companies').get(person.companyId) : undefined;
          return { person, domain: company?.keys.domain };
        }),
      );
    });
    for (const { person, domain } of rows)
      if (list.person(person, person.partial, domain) !== undefined) gone.push(person.id);
    last = rows.at(-1)?.person.id;
    isFull = rows.length === chunk;
  }
  const stores: Store[] = [...new Set([...leadStores, ...boundStores])];
  for (const id of gone) {
    await write(backup, stores, async (tx) => {
      await tx.objectStore('people').delete(id);
      await eraseBound(tx, id);
    });
  }
  return gone.length;
}
