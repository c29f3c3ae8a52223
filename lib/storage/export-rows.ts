import type { Company, Lead, LeadReceipts } from '../domain/schema/lead.ts';
import type { CustomerValue } from '../domain/schema/order.ts';
import { standingOf } from '../domain/stage.ts';
import type { Book } from './book.ts';
import { activeProfile } from './profiles.ts';
import { getLeads } from './read-leads.ts';
import { allScoreInputs } from './score-input.ts';
import { briefOf, briefScores, compiled, type ScoreBrief, titleOf, withRole } from './scores.ts';
import { getSetting } from './settings.ts';
import { read } from './transact.ts';
import { customerValues } from './value-rows.ts';

export type FullRow = {
  lead: Lead;
  receipts: LeadReceipts | undefined;
  company: Company | undefined;
  score: ScoreBrief | undefined;
  /** What they are worth as a customer: their own, else their company's. */
  value: CustomerValue | undefined;
  /** Where the work with it stands: the stage's id, and the name that the user gave it. */
  stage: { id: string; name: string };
};

const chunk = 1000;
/** From here on it is quicker to read the whole book than to look leads up. */
const manyLeads = 2000;

type Wanted = Lead['kind'] | 'both';
type Found = { leads: Lead[]; companies: Map<string, Company>; scores: Map<string, ScoreBrief> };

/**
 * Leads with where their values were read, their scores and, for people, their company: what an export needs.
 * In: the book, the kind or both, and the ids in the order wanted, or nothing for all there are; what to do as they are read (how many of how
 * many, of leads of both kinds). Out: the rows; ids that are no longer in the book are left out. Reads in short
 * steps, so that a save meanwhile does not wait.
 */
export async function readFullRows(
  book: Book,
  kind: Wanted,
  ids?: string[],
  now = Date.now(),
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<FullRow[]> {
  const isFew = kind !== 'both' && ids !== undefined && ids.length <= manyLeads;
  // Where values were read is on its way while leads are scored.
  const all = isFew ? undefined : allReceipts(book, onProgress);
  all?.catch(() => undefined);
  const { leads, companies, scores } = isFew
    ? await findSome(book, kind, ids, now)
    : await findAll(book, kind, ids, now);
  const values = await customerValues(book);
  const pipeline = await getSetting(book, 'pipeline');
  const names = new Map([
    ...pipeline.stages.map((one) => [one.id, one.name] as const),
    ['won', pipeline.wonName] as const,
    ['lost', pipeline.lostName] as const,
  ]);
  const receipts = await (all ?? receiptsOf(book, leads));
  return leads.map((lead) => {
    const company = lead.kind === 'person' && lead.companyId ? companies.get(lead.companyId) : undefined;
    const { stage: id } = standingOf(lead, company, pipeline);
    return {
      lead,
      receipts: receipts.get(lead.id),
      company,
      score: scores.get(lead.id),
      value: values.get(lead.id) ?? (company && values.get(company.id)),
      stage: { id, name: names.get(id) ?? '' },
    };
  });
}

/** A few leads, looked up. */
async function findSome(book: Book, kind: Lead['kind'], ids: string[], now: number): Promise<Found> {
  const leads = await getLeads(book, kind, ids);
  const companyIds = new Set(leads.flatMap((lead) => (lead.kind === 'person' ? (lead.companyId ?? []) : [])));
  const [companies, scores] = await Promise.all([
    getLeads(book, 'company', [...companyIds]),
    briefScores(book, ids, now),
  ]);
  return { leads, companies: new Map(companies.map((one) => [one.id, one as Company])), scores };
}

/** Many leads: one way through the book has them, their companies and what they are scored by. */
async function findAll(book: Book, kind: Wanted, ids: string[] | undefined, now: number): Promise<Found> {
  const ready = compiled(await activeProfile(book));
  const wanted = ids && new Set(ids);
  const leads = new Map<string, Lead>();
  const companies = new Map<string, Company>();
  const scores = new Map<string, ScoreBrief>();
  await allScoreInputs(book, (inputs) => {
    for (const input of inputs) {
      const { lead, people = [] } = input;
      if (lead.kind === 'company') companies.set(lead.id, lead);
      const asked = [lead, ...people].filter(
        (one) => (kind === 'both' || one.kind === kind) && (!wanted || wanted.has(one.id)),
      );
      // A company and its people have one score; only the part that somebody plays is their own.
      const brief = asked.length > 0 ? briefOf(ready, lead.id, input, now) : undefined;
      for (const one of asked) {
        leads.set(one.id, one);
        if (brief) scores.set(one.id, withRole(brief, one.id, titleOf(input, one.id)));
      }
    }
  });
  const ordered = ids ?? [...leads.keys()].sort((a, b) => (a < b ? -1 : 1));
  return { leads: ordered.flatMap((id) => leads.get(id) ?? []), companies, scores };
}

/** Where the values of these were read, looked up one by one. */
async function receiptsOf(book: Book, leads: readonly Lead[]): Promise<Map<string, LeadReceipts>> {
  const found = await read(book, ['receipts'], (tx) =>
    Promise.all(leads.map(({ id }) => tx.objectStore('receipts').get(id))),
  );
  return new Map(found.flatMap((one) => (one ? [[one.leadId, one] as const] : [])));
}

/** Where all values of the book were read, in the order of the ids: the next chunk is on its way while one is put by. */
async function allReceipts(
  book: Book,
  onProgress: (done: number, total: number) => void,
): Promise<Map<string, LeadReceipts>> {
  const found = new Map<string, LeadReceipts>();
  const total = await read(book, ['receipts'], (tx) => tx.objectStore('receipts').count());
  const fetch = (last: string | undefined): Promise<LeadReceipts[]> =>
    read(book, ['receipts'], (tx) =>
      tx.objectStore('receipts').getAll(last === undefined ? null : IDBKeyRange.lowerBound(last, true), chunk),
    );
  let next: Promise<LeadReceipts[]> | undefined = fetch(undefined);
  while (next) {
    const part: LeadReceipts[] = await next;
    next = part.length === chunk ? fetch(part.at(-1)?.leadId) : undefined;
    next?.catch(() => undefined);
    for (const one of part) found.set(one.leadId, one);
    onProgress(found.size, total);
  }
  return found;
}
