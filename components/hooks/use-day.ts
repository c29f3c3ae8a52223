import type { Company, Lead } from '../../lib/domain/schema/lead.ts';
import type { Pipeline } from '../../lib/domain/schema/stage.ts';
import type { WorkSettings } from '../../lib/domain/schema/work.ts';
import {
  type Birthday,
  birthdaysOn,
  type QuietLead,
  type StuckLead,
  silentLeads,
  stuckLead,
  stuckLeads,
} from '../../lib/storage/day.ts';
import { getLeads } from '../../lib/storage/leads.ts';
import { headsOf } from '../../lib/storage/search-query.ts';
import { noonOfDay } from '../../lib/work/due.ts';
import { isFor } from '../../lib/work/owner.ts';
import type { Book, Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';
import { search } from './use-leads.ts';
import { wantedLeads } from './wanted-leads.ts';

export type { Birthday, QuietLead, StuckLead };

const watched: readonly Store[] = ['people', 'companies', 'interactions', 'scores', 'meta'];
const dayMs = 24 * 60 * 60 * 1000;
/** New counts what came into the book in so many days. */
const newDays = 7;
const most = 500;

/** Those of tier A: companies, and people without one that is there. Asked of the search, which has tiers in order. */
async function bestLeads(
  by: 'createdAt' | 'updatedAt',
  descending: boolean,
  isWanted: (lead: Lead) => boolean,
  isPast?: (lead: Lead) => boolean,
): Promise<Lead[]> {
  const sort = { by, descending };
  const found = (['company', 'person'] as const).map((kind) =>
    wantedLeads({ ...headsOf(kind), filter: { tier: ['A'] }, sort }, (rows) => rows.filter(isWanted), most, isPast),
  );
  return (await Promise.all(found)).flat();
}

async function withCompanies(book: Book, leads: Lead[]): Promise<QuietLead[]> {
  const ids = leads.flatMap((lead) => (lead.kind === 'person' ? (lead.companyId ?? []) : []));
  const companies = new Map((await getLeads(book, 'company', ids)).map((one) => [one.id, one as Company]));
  return leads.map((lead) => {
    const company = lead.kind === 'person' && lead.companyId ? companies.get(lead.companyId) : undefined;
    return { lead, ...(company && { company }) };
  });
}

/**
 * Who asks for something today beside the tasks: new and silent ones of tier A, and those stuck in their stage. In: the
 * pipeline, the settings, whose they are ('' for everybody's), the time. Out: undefined until known.
 */
export function useDay(
  pipeline: Pipeline | undefined,
  settings: WorkSettings | undefined,
  name: string | undefined,
  now: number,
) {
  const hour = Math.floor(now / 3_600_000);
  const key = `${hour} ${JSON.stringify([pipeline, settings, name])}`;
  return useFromBook(
    key,
    async (book) => {
      if (!pipeline || !settings || name === undefined) return undefined;
      const isWanted = (lead: Lead) => isFor(name, { lead }, now);
      const isOld = (lead: Lead) => lead.createdAt <= now - newDays * dayMs;
      const isOpen = (lead: Lead) => isWanted(lead) && lead.outcome === undefined && lead.nextStep === undefined;
      const [newest, oldest, stuck] = await Promise.all([
        bestLeads('createdAt', true, isOpen, isOld),
        bestLeads('updatedAt', false, isOpen),
        stuckLeads(book, search(), pipeline, now, { isWanted }),
      ]);
      const fresh = newest.filter((lead) => !isOld(lead)).slice(0, 50);
      const silent = await silentLeads(book, oldest, settings.silentDays, now);
      const soon = [0, 1, 2].map((days) => noonOfDay(now, days));
      const born = settings.birthdayField ? await birthdaysOn(book, settings.birthdayField, soon) : [];
      const companies = await withCompanies(
        book,
        born.map(({ lead }) => lead),
      );
      const birthdays = born.filter((_one, at) => isFor(name, companies[at] ?? {}, now)).slice(0, 50);
      return { fresh: await withCompanies(book, fresh), silent, stuck, birthdays };
    },
    watched,
  ).value;
}

const watchedOfOne: readonly Store[] = ['people', 'companies', 'interactions', 'tasks'];

/** How a lead stands still in its stage; undefined while it does not. In: its id, the pipeline, the time. */
export const useStuck = (id: string, pipeline: Pipeline, now: number) =>
  useFromBook(
    `${id} ${Math.floor(now / 3_600_000)} ${JSON.stringify(pipeline)}`,
    (book) => stuckLead(book, id, pipeline, now),
    watchedOfOne,
  ).value;
