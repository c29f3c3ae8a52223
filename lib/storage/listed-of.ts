import { lookupKeysOfLead } from '../domain/reference-keys.ts';
import type { Company, Lead } from '../domain/schema/lead.ts';
import type { ListedAs } from '../domain/standing.ts';
import type { Book } from './book.ts';
import { listedIn, referenceStores } from './references.ts';
import { read } from './transact.ts';

/** What the lists for checking say of several leads, place for place. In: the leads, a person's with their company. Throws `BookError`. */
export const listedOf = (
  book: Book,
  leads: readonly { lead: Lead; company?: Company | undefined }[],
): Promise<ListedAs[][]> =>
  read(book, referenceStores, (tx) =>
    listedIn(
      tx,
      leads.map(({ lead, company }) => lookupKeysOfLead(lead, company)),
    ),
  );
