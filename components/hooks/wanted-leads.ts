import type { Lead } from '../../lib/domain/schema/lead.ts';
import type { LeadSelection } from '../../lib/storage/search-client.ts';
import { search } from './use-leads.ts';

const page = 500;

/**
 * What a search finds and is wanted, read page by page until there is enough. In: what is asked, which of a page are wanted, how
 * many, whether a lead is past what can be wanted at all. Rejects with `BookError`.
 */
export async function wantedLeads<T>(
  selection: LeadSelection,
  wantedOf: (rows: Lead[]) => T[] | Promise<T[]>,
  most: number,
  isPast: (lead: Lead) => boolean = () => false,
): Promise<T[]> {
  const found: T[] = [];
  for (let offset = 0; ; offset += page) {
    const { rows } = await search().query({ ...selection, offset, limit: page });
    found.push(...(await wantedOf(rows)));
    const last = rows.at(-1);
    if (!last || rows.length < page || found.length >= most || isPast(last)) return found.slice(0, most);
  }
}
