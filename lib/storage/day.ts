import type { Company, Lead } from '../domain/schema/lead.ts';
import type { Pipeline } from '../domain/schema/stage.ts';
import { standingOf } from '../domain/stage.ts';
import { isBirthday } from '../work/holidays.ts';
import { isStuck, isTouch, lastTouch } from '../work/silence.ts';
import type { Book } from './book.ts';
import { readRows } from './read-leads.ts';
import { companyRowOf, findRow, hiddenBatches, isVisible, type Row, storeOf, toLead } from './rows.ts';
import { headsOf } from './search-query.ts';
import type { SearchService } from './search-service.ts';
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

/** How a lead stands still: undefined where it does not, or where its company is what stands. In: a transaction, its row, `hiddenBatches`, the pipeline, the time. */
async function stuckOf(
  tx: ReadTx,
  row: Row | undefined,
  hidden: Set<string>,
  pipeline: Pipeline,
  now: number,
): Promise<StuckLead | undefined> {
  if (!row || !isVisible(row, hidden) || row.outcome !== undefined) return undefined;
  // A person of a company stands where the company stands.
  if (await companyRowOf(tx, row, hidden)) return undefined;
  const lead = toLead(row);
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
    return stuckOf(tx, row, hidden, pipeline, now);
  });
}

/** Rows read at a time while looking for those that stand still. */
const chunk = 200;

/**
 * Leads that stand in a stage longer than it has patience, the longest first. In: the search, which tells by what it has in
 * memory who is open and known for long enough; the pipeline; the time; how many at most. Throws `BookError`.
 */
export async function stuckLeads(
  book: Book,
  search: Pick<SearchService, 'ids'>,
  pipeline: Pipeline,
  now: number,
  { most = 100, isWanted = () => true }: { most?: number; isWanted?: (lead: Lead) => boolean } = {},
): Promise<StuckLead[]> {
  const patient = pipeline.stages.filter(({ patienceDays }) => patienceDays > 0);
  if (patient.length === 0) return [];
  const before = now - Math.min(...patient.map(({ patienceDays }) => patienceDays)) * dayMs;
  const impatient = pipeline.stages.flatMap(({ id, patienceDays }) => (patienceDays > 0 ? [] : [id]));
  const found: StuckLead[] = [];
  for (const kind of ['company', 'person'] as const) {
    const open = await search.ids({
      ...headsOf(kind),
      filter: {
        outcome: 'open',
        columns: [
          { column: 'createdAt', op: 'atMost', number: before },
          { column: 'stage', op: 'noneOf', values: impatient },
        ],
      },
      sort: { by: 'createdAt', descending: false },
      offset: 0,
      limit: Infinity,
    });
    for (const ids of await inOrderOfStay(book, kind, open, before, now))
      found.push(...(await firstStuck(book, kind, ids, pipeline, now, most, isWanted)));
  }
  return found.sort((a, b) => a.since - b.since).slice(0, most);
}

/**
 * Those that were moved and those that never were, the longest at their place first, without those that have a day ahead: by
 * keys alone. In: their kind, ids in the order in which they are known, until when they were moved, the time.
 */
function inOrderOfStay(book: Book, kind: Lead['kind'], ids: readonly string[], before: number, now: number) {
  return read(book, ['people', 'companies'], async (tx) => {
    const rows = tx.objectStore(storeOf(kind));
    const [moved, movedLong, planned] = await Promise.all([
      rows.index('stageSince').getAllKeys(),
      rows.index('stageSince').getAllKeys(IDBKeyRange.upperBound(before)),
      rows.index('nextStepDue').getAllKeys(IDBKeyRange.lowerBound(now - dayMs, true)),
    ]);
    const [wereMoved, ahead, open] = [new Set(moved), new Set(planned), new Set(ids)];
    return [
      movedLong.filter((id) => open.has(id) && !ahead.has(id)),
      ids.filter((id) => !wereMoved.has(id) && !ahead.has(id)),
    ];
  });
}

/** The first of some leads that stand still and are wanted: read until there are enough. */
async function firstStuck(
  book: Book,
  kind: Lead['kind'],
  ids: readonly string[],
  pipeline: Pipeline,
  now: number,
  most: number,
  isWanted: (lead: Lead) => boolean,
): Promise<StuckLead[]> {
  const found: StuckLead[] = [];
  for (let from = 0; from < ids.length && found.length < most; from += chunk) {
    const part = await read(book, [...stores], async (tx) => {
      const hidden = await hiddenBatches(tx);
      const rows: Promise<Row | undefined>[] = ids
        .slice(from, from + chunk)
        .map((id) => tx.objectStore(storeOf(kind)).get(id));
      return Promise.all(rows.map(async (row) => stuckOf(tx, await row, hidden, pipeline, now)));
    });
    found.push(...part.flatMap((one) => (one && isWanted(one.lead) ? [one] : [])));
  }
  return found;
}

export type Birthday = { lead: Lead; at: number };

/** Who has their birthday on one of some days. In: the key of the own field that holds it, a moment of each day. Throws `BookError`. */
export async function birthdaysOn(book: Book, field: string, days: readonly number[]): Promise<Birthday[]> {
  const found: Birthday[] = [];
  await readRows(book, 'person', (rows) => {
    for (const lead of rows) {
      const value = lead.own?.[field];
      if (typeof value !== 'string') continue;
      const at = days.find((day) => isBirthday(value, day));
      if (at !== undefined) found.push({ lead, at });
    }
  });
  return found.sort((a, b) => a.at - b.at);
}
