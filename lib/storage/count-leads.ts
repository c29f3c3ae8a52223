import type { Book } from './book.ts';
import { hiddenBatches } from './rows.ts';
import { read } from './transact.ts';

/** How many people and companies there are, without deleted and unseen ones. Throws `BookError`. */
export function countLeads(book: Book): Promise<{ people: number; companies: number }> {
  return read(book, ['people', 'companies', 'actions'], async (tx) => {
    const hidden = await hiddenBatches(tx);
    const count = async (store: 'people' | 'companies'): Promise<number> => {
      const rows = tx.objectStore(store);
      const [all, deleted, ...staged] = await Promise.all([
        rows.count(),
        rows.index('deletedAt').count(),
        ...[...hidden].map((id) => rows.index('stagedBy').count(id)),
      ]);
      return all - deleted - staged.reduce((sum, n) => sum + n, 0);
    };
    const [people, companies] = await Promise.all([count('people'), count('companies')]);
    return { people, companies };
  });
}
