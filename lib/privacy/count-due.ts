import type { Lead } from '../domain/schema/lead.ts';
import { periodEnd, retentionOf } from './retention.ts';

/** How many people are to be decided on; `isMore`: at least so many. */
export type DueCount = { count: number; isMore: boolean };

const pageSize = 200;
/** More than a look in passing may read: of a book with so many the number no longer matters, once there is one. */
const mostPages = 5;

/**
 * Counts people whose usual period is over without reading all of them: it is over for the oldest first. In: what answers with people
 * from a place on, those first kept before all others; the period in months; the time. Rejects as that does.
 */
export async function countDue(
  oldest: (offset: number, limit: number) => Promise<readonly Lead[]>,
  months: number,
  now: number,
): Promise<DueCount> {
  let count = 0;
  for (let page = 0; page < mostPages || count === 0; page++) {
    const people = await oldest(page * pageSize, pageSize);
    count += people.filter((one) => retentionOf(one, months, now).is === 'due').length;
    const last = people.at(-1);
    if (!last || people.length < pageSize || periodEnd(last.createdAt, months) > now) return { count, isMore: false };
  }
  return { count, isMore: true };
}
