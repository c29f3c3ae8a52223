import type { Company, Lead, LeadReceipts } from '../domain/schema/lead.ts';
import type { CustomerValue } from '../domain/schema/order.ts';
import { standingOf } from '../domain/stage.ts';
import type { Book } from './book.ts';
import { activeProfile } from './profiles.ts';
import { readRows } from './read-leads.ts';
import { allScoreInputs } from './score-input.ts';
import { briefOf, briefScores, compiled, type ScoreBrief } from './scores.ts';
import { getSetting } from './settings.ts';
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

const chunk = 500;

/**
 * Leads with where their values were read, their scores and, for people, their company: what an export needs.
 * In: the book, the kind, and the ids in the order wanted, or nothing for all of that kind. Out: the rows; ids that are
 * no longer in the book are left out. Reads in short steps, so that a save meanwhile does not wait.
 */
export async function readFullRows(
  book: Book,
  kind: Lead['kind'],
  ids?: string[],
  now = Date.now(),
): Promise<FullRow[]> {
  const leads = new Map<string, Lead>();
  await readRows(book, kind, (rows) => {
    for (const row of rows) leads.set(row.id, row);
  });
  const companies = new Map<string, Company>();
  if (kind === 'person')
    await readRows(book, 'company', (rows) => {
      for (const row of rows) if (row.kind === 'company') companies.set(row.id, row);
    });
  const wanted = (ids ?? [...leads.keys()]).flatMap((id) => leads.get(id) ?? []);
  const scores = await scoresOf(book, wanted, now);
  const values = await customerValues(book);
  const pipeline = await getSetting(book, 'pipeline');
  const names = new Map([
    ...pipeline.stages.map((one) => [one.id, one.name] as const),
    ['won', pipeline.wonName] as const,
    ['lost', pipeline.lostName] as const,
  ]);
  const receipts = await receiptsFor(book, wanted, ids === undefined || wanted.length > manyLeads);
  return wanted.map((lead) => {
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

/** From here on it is quicker to read the whole book than to look leads up. */
const manyLeads = 2000;

/** Where their values were read: of all leads in order, which is quicker from many on, or one by one. */
async function receiptsFor(book: Book, leads: readonly Lead[], inOrder: boolean): Promise<Map<string, LeadReceipts>> {
  const found = new Map<string, LeadReceipts>();
  const db = await book.connection();
  if (inOrder) {
    for (let last = '', isFull = true; isFull; ) {
      const part = await db.getAll('receipts', IDBKeyRange.lowerBound(last, true), chunk);
      for (const one of part) found.set(one.leadId, one);
      isFull = part.length === chunk;
      last = part.at(-1)?.leadId ?? last;
    }
    return found;
  }
  for (let first = 0; first < leads.length; first += chunk) {
    const store = db.transaction('receipts').store;
    for (const one of await Promise.all(leads.slice(first, first + chunk).map(({ id }) => store.get(id))))
      if (one) found.set(one.leadId, one);
  }
  return found;
}

async function scoresOf(book: Book, leads: readonly Lead[], now: number): Promise<Map<string, ScoreBrief>> {
  if (leads.length <= manyLeads)
    return briefScores(
      book,
      leads.map(({ id }) => id),
      now,
    );
  const ready = compiled(await activeProfile(book));
  const wanted = new Set(leads.map(({ id }) => id));
  const briefs = new Map<string, ScoreBrief>();
  await allScoreInputs(book, (inputs) => {
    for (const input of inputs)
      for (const lead of [input.lead, ...(input.people ?? [])]) {
        if (!wanted.has(lead.id)) continue;
        briefs.set(lead.id, briefOf(ready, lead.id, input, now, lead.kind === 'person' ? lead.jobTitle : undefined));
      }
  });
  return briefs;
}
