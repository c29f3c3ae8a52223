import type { Company, Lead } from '../domain/schema/lead.ts';
import type { Pipeline } from '../domain/schema/stage.ts';
import { standingOf } from '../domain/stage.ts';
import { isBirthday } from '../work/holidays.ts';
import { isStuck, isTouch, lastTouch } from '../work/silence.ts';
import type { Book } from './book.ts';
import { readRows } from './read-leads.ts';
import { findRow, hiddenBatches, isVisible, type Row, toLead } from './rows.ts';
import { type ReadTx, read } from './transact.ts';

/** A lead that asks for something, with a person's company, and when it was last touched. */
export type QuietLead = { lead: Lead; company?: Company; touchedAt?: number };
export type StuckLead = QuietLead & { stage: string; since: number };

const dayMs = 24 * 60 * 60 * 1000;
const stores = ['people', 'companies', 'interactions', 'actions'] as const;

/** The last touch of a lead, or of any of a company's people. */
async function touchOf(tx: ReadTx, lead: Lead, now: number): Promise<number | undefined> {
  const staff = lead.kind === 'company' ? await tx.objectStore('people').index('companyId').getAllKeys(lead.id) : [];
  const found = await Promise.all(
    [lead.id, ...staff].map((id) => tx.objectStore('interactions').index('leadId').getAll(id)),
  );
  return lastTouch(found.flat(), now);
}

/**
 * Those of some leads, neither won nor lost, that nobody was in touch with for some days. In: the leads, the longest known first; days; the time; how
 * many are wanted. Throws `BookError`.
 */
export function silentLeads(
  book: Book,
  leads: readonly Lead[],
  days: number,
  now: number,
  most = 50,
): Promise<QuietLead[]> {
  const since = now - days * dayMs;
  return read(book, [...stores], async (tx) => {
    const recent = await tx.objectStore('interactions').index('occurredAt').getAll(IDBKeyRange.lowerBound(since));
    const touched = new Set(recent.filter(isTouch).map(({ leadId }) => leadId));
    const people = await Promise.all([...touched].map((id) => tx.objectStore('people').get(id)));
    for (const person of people) if (person?.companyId) touched.add(person.companyId);
    const silent = leads
      .filter(({ id, createdAt, outcome }) => createdAt < since && outcome === undefined && !touched.has(id))
      .slice(0, most);
    return Promise.all(
      silent.map(async (lead) => {
        const touchedAt = await touchOf(tx, lead, now);
        return { lead, ...(touchedAt !== undefined && { touchedAt }) };
      }),
    );
  });
}

/** How a lead stands still: undefined where it does not, or where its company is what stands. In: a transaction, the lead, the pipeline, the time. */
async function stuckOf(tx: ReadTx, lead: Lead, pipeline: Pipeline, now: number): Promise<StuckLead | undefined> {
  // A person of a company stands where the company stands.
  if (lead.outcome !== undefined || (lead.kind === 'person' && lead.companyId)) return undefined;
  const { stage, since } = standingOf(lead, undefined, pipeline);
  const days = pipeline.stages.find(({ id }) => id === stage)?.patienceDays ?? 0;
  const dueAt = lead.nextStep?.dueAt;
  if (!isStuck({ since, dueAt }, days, now)) return undefined;
  const touchedAt = await touchOf(tx, lead, now);
  if (!isStuck({ since, dueAt, touchedAt }, days, now)) return undefined;
  return { lead, stage, since, ...(touchedAt !== undefined && { touchedAt }) };
}

/** Whether one lead stands still longer than its stage has patience, and how. In: its id, the pipeline, the time. Throws `BookError`. */
export function stuckLead(book: Book, id: string, pipeline: Pipeline, now: number): Promise<StuckLead | undefined> {
  return read(book, [...stores], async (tx) => {
    const [row, hidden] = await Promise.all([findRow(tx, id), hiddenBatches(tx)]);
    return row && isVisible(row, hidden) ? stuckOf(tx, toLead(row), pipeline, now) : undefined;
  });
}

/** Leads that stand in a stage longer than it has patience, the longest first. In: the pipeline, the time, how many at most. Throws `BookError`. */
export function stuckLeads(book: Book, pipeline: Pipeline, now: number, most = 100): Promise<StuckLead[]> {
  return read(book, [...stores], async (tx) => {
    const hidden = await hiddenBatches(tx);
    const found: StuckLead[] = [];
    const before = IDBKeyRange.upperBound(now - dayMs);
    for (const store of ['companies', 'people'] as const) {
      const rows: Row[] = await tx.objectStore(store).index('stageSince').getAll(before, 2000);
      const open = rows.filter((row) => isVisible(row, hidden) && row.outcome === undefined);
      const checked = await Promise.all(open.map((row) => stuckOf(tx, toLead(row), pipeline, now)));
      found.push(...checked.filter((one) => one !== undefined));
    }
    return found.sort((a, b) => a.since - b.since).slice(0, most);
  });
}

export type Birthday = { lead: Lead; at: number };

/** Who has their birthday on one of some days. In: the key of the own field that holds it, a moment of each day. Throws `BookError`. */
export async function birthdaysOn(book: Book, field: string, days: readonly number[], most = 50): Promise<Birthday[]> {
  const found: Birthday[] = [];
  await readRows(book, 'person', (rows) => {
    for (const lead of rows) {
      const value = lead.own?.[field];
      if (typeof value !== 'string' || found.length >= most) continue;
      const at = days.find((day) => isBirthday(value, day));
      if (at !== undefined) found.push({ lead, at });
    }
  });
  return found.sort((a, b) => a.at - b.at);
}
