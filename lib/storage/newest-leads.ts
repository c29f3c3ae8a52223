import type { Lead } from '../domain/schema/lead.ts';
import type { Book } from './book.ts';
import { hiddenBatches, isVisible, type Row, storeOf, toLead } from './rows.ts';
import { read } from './transact.ts';

/**
 * The leads changed last, straight from the book's own index: for showing a list while the search still reads.
 * In: the kind, how many at most, how many to pass over. Out: the newest first. Throws `BookError`.
 */
export function readNewest(book: Book, kind: Lead['kind'], limit: number, offset = 0): Promise<Lead[]> {
  return read(book, ['people', 'companies', 'actions'], async (tx) => {
    const hidden = await hiddenBatches(tx);
    const newest: Lead[] = [];
    let passed = 0;
    let cursor = await tx.objectStore(storeOf(kind)).index('updatedAt').openCursor(null, 'prev');
    while (cursor && newest.length < limit) {
      const row: Row = cursor.value;
      if (isVisible(row, hidden)) {
        if (passed >= offset) newest.push(toLead(row));
        passed += 1;
      }
      cursor = await cursor.continue();
    }
    return newest;
  });
}
