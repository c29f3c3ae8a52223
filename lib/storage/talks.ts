import type { Interaction } from '../domain/schema/lead.ts';
import type { Book } from './book.ts';
import { read } from './transact.ts';

/** Everything dated that happened with some leads, the newest first. In: their ids. Throws `BookError`. */
export function talksOf(book: Book, leadIds: readonly string[]): Promise<Interaction[]> {
  return read(book, ['interactions'], async (tx) => {
    const byLead = tx.objectStore('interactions').index('leadId');
    const all = await Promise.all(leadIds.map((id) => byLead.getAll(id)));
    return all.flat().sort((a, b) => b.occurredAt - a.occurredAt || (a.id < b.id ? 1 : -1));
  });
}
