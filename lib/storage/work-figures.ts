import { type Change, type Interaction, type Lead, type LeadSource, leadOutcome } from '../domain/schema/lead.ts';
import type { SourceName } from '../domain/schema/source.ts';
import { type Pipeline, pipelineStage } from '../domain/schema/stage.ts';
import { isTouch } from '../work/silence.ts';
import { type SourceYield, sourceYield } from '../work/source-yield.ts';
import { type StageFigure, stageFigures, type Way } from '../work/stage-figures.ts';
import { type TimeSplit, timeSplit } from '../work/time-split.ts';
import type { Book } from './book.ts';
import { readRows } from './read-leads.ts';
import { read } from './transact.ts';
import { customerValues } from './value-rows.ts';

export type WorkFigures = { stages: StageFigure[]; sources: SourceYield[]; time: TimeSplit };

const chunk = 5000;
const dayMs = 24 * 60 * 60 * 1000;
type Head = Pick<Lead, 'id' | 'createdAt' | 'outcome' | 'pipelineStage'>;
/** Somebody who came into the book in the time that is looked at. */
type Arrival = { head: string; createdAt: number; source: LeadSource | undefined };

/** Walks through a store in parts, so that others get their turn. */
async function walk<T>(
  part: (after: IDBKeyRange | null) => Promise<{ rows: T[]; last?: IDBValidKey }>,
  on: (rows: T[]) => void,
) {
  let after: IDBKeyRange | null = null;
  for (;;) {
    const { rows, last }: { rows: T[]; last?: IDBValidKey } = await part(after);
    on(rows);
    if (rows.length < chunk || last === undefined) return;
    after = IDBKeyRange.lowerBound(last, true);
  }
}

/**
 * What the work of a book comes to: conversion and age of stages, yield by source, time for new and for existing business.
 * In: the pipeline, the user's sources, since when touches and captures count (stages count over all time). Throws `BookError`.
 */
export async function readWorkFigures(
  book: Book,
  pipeline: Pipeline,
  sources: readonly SourceName[],
  since: number,
): Promise<WorkFigures> {
  const heads = new Map<string, Head>();
  const headOf = new Map<string, string>();
  const arrivals: Arrival[] = [];
  const take = (leads: Lead[]): void => {
    for (const lead of leads) {
      const { id, createdAt, leadSource: source } = lead;
      const company =
        lead.kind === 'person' && lead.companyId && heads.has(lead.companyId) ? lead.companyId : undefined;
      if (company !== undefined) headOf.set(id, company);
      else heads.set(id, lead);
      if (createdAt >= since) arrivals.push({ head: company ?? id, createdAt, source });
    }
  };
  await readRows(book, 'company', take);
  await readRows(book, 'person', take);

  /** When the last touch of each was. */
  const touched = new Map<string, number>();
  const touches: Interaction[] = [];
  await walk<Interaction>(
    async (after) => {
      const rows = await read(book, ['interactions'], (tx) => tx.objectStore('interactions').getAll(after, chunk));
      const last = rows.at(-1)?.id;
      return { rows, ...(last !== undefined && { last }) };
    },
    (rows) => {
      for (const row of rows) {
        if (!isTouch(row)) continue;
        const head = headOf.get(row.leadId) ?? row.leadId;
        touched.set(head, Math.max(touched.get(head) ?? row.occurredAt, row.occurredAt));
        if (row.occurredAt >= since) touches.push(row);
      }
    },
  );

  const ways = new Map<string, Way>();
  for (const { id, createdAt } of heads.values()) ways.set(id, { createdAt, moves: [] });
  await walk<Change>(
    async (after) => {
      const rows = await read(book, ['changes'], (tx) =>
        tx.objectStore('changes').getAll(after as IDBKeyRange | null, chunk),
      );
      const last = rows.at(-1)?.seq;
      return { rows, ...(last !== undefined && { last }) };
    },
    (rows) => {
      for (const { leadId, fields, at } of rows) {
        const way = ways.get(leadId);
        const moved = way && fields.find(({ field }) => field === 'pipelineStage');
        const to = pipelineStage.safeParse(moved?.after);
        if (way && moved && to.success) way.moves.push({ stage: to.data.stage, at });
      }
    },
  );
  for (const head of heads.values()) {
    const way = ways.get(head.id);
    if (!way) continue;
    way.moves.sort((a, b) => a.at - b.at);
    const now = head.pipelineStage;
    // A book that came from elsewhere may not have the history of it.
    if (now && way.moves.at(-1)?.stage !== now.stage) way.moves.push({ stage: now.stage, at: now.since });
    const end = leadOutcome.safeParse(head.outcome);
    if (end.success) way.end = end.data;
  }

  const customers = new Map<string, number>();
  for (const { leadId, lastDay } of (await customerValues(book)).values()) {
    const head = headOf.get(leadId) ?? leadId;
    customers.set(head, Math.max(customers.get(head) ?? -Infinity, (lastDay ?? 0) * dayMs));
  }
  const wonAt = (head: string): number | undefined => {
    const outcome = heads.get(head)?.outcome;
    return outcome?.result === 'won' ? outcome.at : undefined;
  };
  arrivals.sort((a, b) => a.createdAt - b.createdAt);
  return {
    stages: stageFigures(ways.values(), pipeline),
    sources: sourceYield(
      arrivals.map(({ source, head, createdAt }) => ({
        source,
        head,
        // What was done, and won, before they were met came of something else.
        contacted: (touched.get(head) ?? -Infinity) >= createdAt,
        won: (wonAt(head) ?? -Infinity) >= createdAt,
      })),
      sources,
    ),
    time: timeSplit(touches, (id) => {
      const head = headOf.get(id) ?? id;
      const [won, ordered] = [wonAt(head), customers.get(head)];
      // Who ordered before they were won was a customer all along, as is who was never marked and orders.
      return ordered !== undefined && (won === undefined || ordered < won) ? -Infinity : won;
    }),
  };
}
