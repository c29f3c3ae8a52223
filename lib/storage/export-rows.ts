import { type Readings, readingsOf } from '../domain/readings.ts';
import type { Company, Lead, LeadReceipts } from '../domain/schema/lead.ts';
import type { CustomerValue } from '../domain/schema/order.ts';
import { standingOf } from '../domain/stage.ts';
import type { ScoreInput } from '../scoring/input.ts';
import type { Book } from './book.ts';
import { inChunks } from './in-chunks.ts';
import { activeProfile } from './profiles.ts';
import { getLeads } from './read-leads.ts';
import { allScoreInputs } from './score-input.ts';
import { briefOf, briefScores, compiled, type ScoreBrief, titleOf, withRole } from './scores.ts';
import { getSetting } from './settings.ts';
import { read } from './transact.ts';
import { customerValues } from './value-rows.ts';

export type FullRow = {
  lead: Lead;
  /** Where its values were read. */
  readings: Readings | undefined;
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
type Found = {
  leads: Lead[];
  companies: Map<string, Company>;
  scores: Map<string, ScoreBrief>;
  readings: Map<string, Readings>;
};

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
  const { leads, companies, scores, readings } = isFew
    ? await findSome(book, kind, ids, now)
    : await findAll(book, kind, ids, now, onProgress);
  const values = await customerValues(book);
  const pipeline = await getSetting(book, 'pipeline');
  const stages = new Map(
    [
      ...pipeline.stages.map(({ id, name }) => ({ id, name })),
      { id: 'won', name: pipeline.wonName },
      { id: 'lost', name: pipeline.lostName },
    ].map((stage) => [stage.id, stage]),
  );
  return leads.map((lead) => {
    const company = lead.kind === 'person' && lead.companyId ? companies.get(lead.companyId) : undefined;
    const { stage: id } = standingOf(lead, company, pipeline);
    return {
      lead,
      readings: readings.get(lead.id),
      company,
      score: scores.get(lead.id),
      value: values.get(lead.id) ?? (company && values.get(company.id)),
      stage: stages.get(id) ?? { id, name: '' },
    };
  });
}

/** A few leads, looked up. */
async function findSome(book: Book, kind: Lead['kind'], ids: string[], now: number): Promise<Found> {
  const leads = await getLeads(book, kind, ids);
  const companyIds = new Set(leads.flatMap((lead) => (lead.kind === 'person' ? (lead.companyId ?? []) : [])));
  const [companies, scores, receipts] = await Promise.all([
    getLeads(book, 'company', [...companyIds]),
    briefScores(book, ids, now),
    read(book, ['receipts'], (tx) => Promise.all(leads.map(({ id }) => tx.objectStore('receipts').get(id)))),
  ]);
  const readings = new Map(
    leads.flatMap((lead, at) => {
      const one = receipts[at];
      return one ? [[lead.id, readingsOf(lead, one)] as const] : [];
    }),
  );
  return { leads, companies: new Map(companies.map((one) => [one.id, one as Company])), scores, readings };
}

/** Many leads: one way through the book has them, their companies and what they are scored by. */
async function findAll(
  book: Book,
  kind: Wanted,
  ids: string[] | undefined,
  now: number,
  onProgress: (done: number, total: number) => void,
): Promise<Found> {
  const wanted = ids && new Set(ids);
  const leads = new Map<string, Lead>();
  const companies = new Map<string, Company>();
  const toScore: { input: ScoreInput; asked: Lead[] }[] = [];
  let seen = 0;
  await allScoreInputs(book, (inputs) => {
    for (const input of inputs) {
      const { lead, people = [] } = input;
      seen += 1 + people.length;
      if (lead.kind === 'company') companies.set(lead.id, lead);
      const asked = [lead, ...people].filter(
        (one) => (kind === 'both' || one.kind === kind) && (!wanted || wanted.has(one.id)),
      );
      for (const one of asked) leads.set(one.id, one);
      if (asked.length > 0) toScore.push({ input, asked });
    }
  });
  const ready = compiled(await activeProfile(book));
  const scores = new Map<string, ScoreBrief>();
  const score = (many: number) => {
    for (const { input, asked } of toScore.splice(Math.max(0, toScore.length - many))) {
      // A company and its people have one score; only the part that somebody plays is their own.
      const brief = briefOf(ready, input.lead.id, input, now);
      for (const one of asked) scores.set(one.id, withRole(brief, one.id, titleOf(input, one.id)));
    }
  };
  const readings = await allReadings(book, leads, seen, { meanwhile: score, work: toScore.length, onProgress });
  score(toScore.length);
  const ordered = ids ?? [...leads.keys()].sort((a, b) => (a < b ? -1 : 1));
  return { leads: ordered.flatMap((id) => leads.get(id) ?? []), companies, scores, readings };
}

/**
 * Where values were read, of these leads, in the order of the ids. While a chunk of receipts is on its way, a part of another
 * work is done: waiting for the database takes as long as scoring. In: the leads, how many the book has (the database would count
 * for a quarter of a second), that work, how much of it there is, who is told how far it is.
 */
async function allReadings(
  book: Book,
  leads: ReadonlyMap<string, Lead>,
  total: number,
  {
    meanwhile,
    work,
    onProgress,
  }: { meanwhile: (many: number) => void; work: number; onProgress: (done: number, total: number) => void },
): Promise<Map<string, Readings>> {
  const found = new Map<string, Readings>();
  const share = Math.ceil((work * chunk) / Math.max(total, 1));
  let done = 0;
  await inChunks(
    book,
    ['receipts'],
    (tx, after): Promise<LeadReceipts[]> => tx.objectStore('receipts').getAll(after, chunk),
    (part) => (part.length === chunk ? part.at(-1)?.leadId : undefined),
    (part) => {
      for (const one of part) {
        const lead = leads.get(one.leadId);
        if (lead) found.set(one.leadId, readingsOf(lead, one));
      }
      meanwhile(share);
      done += part.length;
      // Those of deleted leads are read too.
      onProgress(Math.min(done, total), total);
    },
  );
  return found;
}
