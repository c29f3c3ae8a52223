import { lookupKeysOfLead } from '../../lib/domain/reference-keys.ts';
import type { Company, Lead } from '../../lib/domain/schema/lead.ts';
import { listedAs } from '../../lib/storage/references.ts';
import type { Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

const watched: Store[] = ['references', 'people', 'companies'];

/** What the lists for checking say of a lead; undefined until known. In: the lead, a person's company. */
export function useListed(lead: Lead, company: Company | undefined) {
  const keys = lookupKeysOfLead(lead, company);
  const asked = `${lead.id} ${keys.join(' ')}`;
  const { key, value, failure } = useFromBook(asked, (book) => listedAs(book, keys), watched);
  return { value: key === asked ? value : undefined, failure };
}
