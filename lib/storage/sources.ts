import type { LeadSource } from '../domain/schema/lead.ts';
import type { Book } from './book.ts';
import { readRows } from './read-leads.ts';

/** Ids of all leads that were met in a way. In: the book, the source. Throws `BookError`. */
export async function idsOfSource(book: Book, { group, name }: LeadSource): Promise<string[]> {
  const ids: string[] = [];
  for (const kind of ['company', 'person'] as const)
    await readRows(book, kind, (rows) => {
      for (const { id, leadSource } of rows) if (leadSource?.group === group && leadSource.name === name) ids.push(id);
    });
  return ids;
}
