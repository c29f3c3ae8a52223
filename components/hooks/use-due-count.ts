import { countDue } from '../../lib/privacy/count-due.ts';
import { getSetting } from '../../lib/storage/settings.ts';
import type { Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';
import { search } from './use-leads.ts';

const watched: readonly Store[] = ['people', 'meta'];

/** How many people's usual period is over, with the period in months; undefined until known. In: the time. */
export function useDueCount(now: number) {
  return useFromBook(
    String(Math.floor(now / 3_600_000)),
    async (book) => {
      const months = await getSetting(book, 'retentionMonths');
      const sort = { by: 'createdAt', descending: false };
      const oldest = async (offset: number, limit: number) =>
        (await search().query({ kind: 'person', text: '', filter: {}, sort, offset, limit })).rows;
      return { months, ...(await countDue(oldest, months, now)) };
    },
    watched,
  ).value;
}
