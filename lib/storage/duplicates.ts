import { type DuplicateGroup, findDuplicates } from '../domain/duplicates/find.ts';
import { type Known, knownOf } from '../domain/duplicates/known.ts';
import type { Company, Lead, Person } from '../domain/schema/lead.ts';
import type { Book } from './book.ts';
import { countLeads } from './count-leads.ts';
import { newestChange } from './import/known-leads.ts';
import { ruledOut } from './not-same.ts';
import { readRows } from './read-leads.ts';

export type FoundDuplicates = {
  groups: DuplicateGroup[];
  /** How many leads were looked through. */
  looked: number;
  /** Newest entry of the history at that time: what came since was not looked at. */
  seq: number;
};

/** Reading the book is about a quarter of the work. */
const reading = 0.25;

/** Looks through the whole book for leads that are probably one. In: the book, who is told the share done. Throws `BookError`. */
export async function findInBook(book: Book, onProgress: (share: number) => void): Promise<FoundDuplicates> {
  const [seq, { people, companies }, notSame] = await Promise.all([
    newestChange(book),
    countLeads(book),
    ruledOut(book),
  ]);
  const known: Known[] = [];
  const firms = new Map<string, Pick<Company, 'name' | 'domain' | 'website'>>();
  const took = () => onProgress((reading * known.length) / Math.max(1, people + companies));
  await readRows(book, 'company', (rows) => {
    for (const row of rows as Company[]) {
      const { id, name, domain, website } = row;
      firms.set(id, { ...(name && { name }), ...(domain && { domain }), ...(website && { website }) });
      known.push(knownOf(row));
    }
    took();
  });
  await readRows(book, 'person', (rows: Lead[]) => {
    for (const row of rows as Person[]) known.push(knownOf(row, row.companyId ? firms.get(row.companyId) : undefined));
    took();
  });
  const groups = findDuplicates(known, { notSame, onProgress: (share) => onProgress(reading + share * (1 - reading)) });
  return { groups, looked: known.length, seq };
}
