import { type TableViews, tableViews } from '../domain/schema/view.ts';
import type { Book } from './book.ts';
import { read, tell, write } from './transact.ts';

const metaKey = 'tableViews';

/** What is kept; what is no longer understood counts as nothing. */
function parse(value: unknown): TableViews {
  const kept = tableViews.safeParse(value ?? {});
  return kept.success ? kept.data : tableViews.parse({});
}

/** The named views of the table and how it stands without one. Throws `BookError`. */
export async function getViews(book: Book): Promise<TableViews> {
  const row = await read(book, ['meta'], (tx) => tx.objectStore('meta').get(metaKey));
  return parse(row?.value);
}

/**
 * Changes the views, from what is kept at this moment: another page may have changed them meanwhile. In: what they become.
 * Out: how they were before, for undo. Throws `BookError`, or a ZodError for what are no views.
 */
export async function changeViews(book: Book, change: (views: TableViews) => TableViews): Promise<TableViews> {
  const before = await write(book, ['meta'], async (tx) => {
    const kept = parse((await tx.objectStore('meta').get(metaKey))?.value);
    await tx.objectStore('meta').put({ key: metaKey, value: tableViews.parse(change(kept)) });
    return kept;
  });
  tell({ stores: ['meta'] });
  return before;
}
