import type { Company, Lead } from '../../lib/domain/schema/lead.ts';
import { dueTasks, type TaskLine } from '../../lib/storage/due-tasks.ts';
import { getLeads } from '../../lib/storage/leads.ts';
import { calledSince } from '../../lib/storage/touches.ts';
import { dayStart } from '../../lib/work/due.ts';
import type { Book, Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';
import { search } from './use-leads.ts';

/** Somebody to be called, with the task that says so where there is one. */
export type Callee = { lead: Lead; company?: Company; task?: TaskLine['task'] };
/** Whom to call: those with a call due, those of a list, or those of a tier. */
export type CallSource = { is: 'due' } | { is: 'list'; list: string } | { is: 'best' };

const watched: readonly Store[] = ['people', 'companies', 'tasks', 'interactions'];
const most = 300;

const canBeCalled = ({ lead, company }: Callee): boolean =>
  !lead.doNotContact && !company?.doNotContact && lead.phones.length + (company?.phones.length ?? 0) > 0;

async function searched(book: Book, source: CallSource): Promise<Callee[]> {
  const filter = source.is === 'list' ? { list: source.list } : { tier: ['A' as const], outcome: 'open' as const };
  const pages = await Promise.all(
    (['person', 'company'] as const).map((kind) =>
      search().query({
        kind,
        text: '',
        filter: { ...filter, hasPhone: true },
        sort: { by: 'tier', descending: true },
        offset: 0,
        limit: most,
      }),
    ),
  );
  const [people = [], firms = []] = pages.map(({ rows }) => rows);
  const ids = people.flatMap((one) => (one.kind === 'person' ? (one.companyId ?? []) : []));
  const companies = new Map((await getLeads(book, 'company', ids)).map((one) => [one.id, one as Company]));
  const called = people.map((lead): Callee => {
    const company = lead.kind === 'person' && lead.companyId ? companies.get(lead.companyId) : undefined;
    return { lead, ...(company && { company }) };
  });
  // A company is rung itself only where nobody of it is on the list.
  const alone = firms.filter(({ id }) => !companies.has(id)).map((lead): Callee => ({ lead }));
  return [...called, ...alone];
}

/** Whom to call now: without those who were called today, who must not be, or who have no number. In: the source, the time. */
export function useCallList(source: CallSource, now: number) {
  const key = `${dayStart(now)} ${JSON.stringify(source)}`;
  return useFromBook(
    key,
    async (book) => {
      const called = await calledSince(book, dayStart(now));
      if (source.is === 'due') {
        const lines = await dueTasks(book, dayStart(now, 1));
        // A call that is due stands on the list, also where one was tried today.
        return lines.flatMap(({ task, lead, company }): Callee[] => {
          const one = lead && task.kind === 'call' && { lead, ...(company && { company }), task };
          return one && canBeCalled(one) ? [one] : [];
        });
      }
      return (await searched(book, source)).filter((one) => canBeCalled(one) && !called.has(one.lead.id));
    },
    watched,
  ).value;
}
