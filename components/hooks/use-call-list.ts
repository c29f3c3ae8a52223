import type { Company, Lead } from '../../lib/domain/schema/lead.ts';
import { refusalOf } from '../../lib/privacy/may-contact.ts';
import { dueTasks, type TaskLine } from '../../lib/storage/due-tasks.ts';
import { getLeads } from '../../lib/storage/leads.ts';
import { listedOf } from '../../lib/storage/listed-of.ts';
import { calledSince } from '../../lib/storage/touches.ts';
import { dayStart } from '../../lib/work/due.ts';
import { isFor } from '../../lib/work/owner.ts';
import type { Book, Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';
import { wantedLeads } from './wanted-leads.ts';

/** Somebody to be called, with the task that says so where there is one. */
export type Callee = { lead: Lead; company?: Company; task?: TaskLine['task'] };
/** Whom to call: those with a call due, those of a list, or those of a tier. */
export type CallSource = { is: 'due' } | { is: 'list'; list: string } | { is: 'best' };

const watched: readonly Store[] = ['people', 'companies', 'tasks', 'interactions', 'references'];
const most = 300;

const hasNumber = ({ lead, company }: Callee): boolean => lead.phones.length + (company?.phones.length ?? 0) > 0;

/** Those of some who have a number and are not to be left alone: by a word of theirs, of their firm, or of a list. In: the book, whom. */
export async function callable(book: Book, callees: readonly Callee[]): Promise<Callee[]> {
  const reachable = callees.filter(hasNumber);
  const listed = await listedOf(book, reachable);
  return reachable.filter(({ lead, company }, at) => !refusalOf(lead, company, listed[at] ?? [], 'call'));
}

async function withCompanies(book: Book, leads: readonly Lead[]): Promise<Callee[]> {
  const ids = leads.flatMap((one) => (one.kind === 'person' ? (one.companyId ?? []) : []));
  const companies = new Map((await getLeads(book, 'company', ids)).map((one) => [one.id, one as Company]));
  return leads.map((lead): Callee => {
    const company = lead.kind === 'person' && lead.companyId ? companies.get(lead.companyId) : undefined;
    return { lead, ...(company && { company }) };
  });
}

async function searched(
  book: Book,
  source: CallSource,
  isWanted: (one: Callee) => boolean,
  called: ReadonlySet<string>,
): Promise<Callee[]> {
  const filter = source.is === 'list' ? { list: source.list } : { tier: ['A' as const], outcome: 'open' as const };
  // Who falls away does so while there is reading on: else many of them would leave no room for the others.
  const found = (kind: Lead['kind'], wantedOf: (all: Callee[]) => Callee[]) =>
    wantedLeads(
      { kind, text: '', filter: { ...filter, hasPhone: true }, sort: { by: 'tier', descending: true } },
      async (rows) => {
        const wanted = wantedOf((await withCompanies(book, rows)).filter(isWanted));
        return callable(
          book,
          wanted.filter(({ lead }) => !called.has(lead.id)),
        );
      },
      most,
    );
  const companies = new Set<string>();
  const people = await found('person', (all) => {
    for (const { company } of all) if (company) companies.add(company.id);
    return all;
  });
  // A company is rung itself only where nobody of it is on the list, or was rung today.
  const firms = await found('company', (all) => all.filter(({ lead }) => !companies.has(lead.id)));
  return [...people, ...firms];
}

/** What `useCallList` gives. In: the book, the source, whose they are ('' for everybody's), the time. Rejects with `BookError`. */
export async function callList(book: Book, source: CallSource, name: string, now: number): Promise<Callee[]> {
  if (source.is !== 'due')
    return searched(book, source, (one) => isFor(name, one, now), await calledSince(book, dayStart(now)));
  const lines = await dueTasks(book, dayStart(now, 1), {
    isWanted: (line) => line.lead !== undefined && line.task.kind === 'call' && isFor(name, line, now),
  });
  // A call that is due stands on the list, also where one was tried today.
  const due = lines.flatMap(({ task, lead, company }): Callee[] =>
    lead ? [{ lead, ...(company && { company }), task }] : [],
  );
  return callable(book, due);
}

/**
 * Whom to call now: without those who were called today, who must not be, or who have no number. In: the source, whose they are
 * ('' for everybody's, undefined until known), the time.
 */
export function useCallList(source: CallSource, name: string | undefined, now: number) {
  const key = `${dayStart(now)} ${JSON.stringify([source, name])}`;
  return useFromBook(key, async (book) => (name === undefined ? undefined : callList(book, source, name, now)), watched)
    .value;
}
