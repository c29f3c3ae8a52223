import type { Book } from './book.ts';
import type { LeadStore } from './book-schema.ts';
import { getOwnFields, ownFieldsIn, putOwnFields } from './own-fields.ts';
import type { Row } from './rows.ts';
import { write } from './transact.ts';

const stores: LeadStore[] = ['people', 'companies'];
const chunk = 500;

/** Takes own fields that were deleted long ago out of the book, with their values. In: the book, when they were deleted at the latest. */
export async function purgeOwnFields(book: Book, before: number): Promise<void> {
  const { deleted } = await getOwnFields(book);
  const keys = deleted.filter(({ deletedAt }) => deletedAt < before).map(({ definition }) => definition.key);
  if (keys.length === 0) return;
  for (const store of stores) {
    let last: string | undefined;
    for (let isFull = true; isFull; ) {
      const after = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
      const rows = await write(book, [store], async (tx) => {
        const part: Row[] = await tx.objectStore(store).getAll(after, chunk);
        const changed = part.flatMap((row) => without(row, keys) ?? []);
        await Promise.all(
          changed.map((row) =>
            row.kind === 'person' ? tx.objectStore('people').put(row) : tx.objectStore('companies').put(row),
          ),
        );
        return part;
      });
      last = rows.at(-1)?.id ?? last;
      isFull = rows.length === chunk;
    }
  }
  await write(book, ['meta'], async (tx) => {
    const state = await ownFieldsIn(tx);
    await putOwnFields(tx, {
      ...state,
      deleted: state.deleted.filter(({ definition }) => !keys.includes(definition.key)),
    });
  });
}

/** The row without these fields; undefined where it has none of them. */
function without(row: Row, keys: string[]): Row | undefined {
  const { own, ...rest } = row;
  if (!own || !keys.some((key) => Object.hasOwn(own, key))) return undefined;
  const kept = Object.entries(own).filter(([key]) => !keys.includes(key));
  return (kept.length > 0 ? { ...rest, own: Object.fromEntries(kept) } : rest) as Row;
}
