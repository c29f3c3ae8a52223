import { type Change, type Interaction, type Lead, leadOutcome } from '../domain/schema/lead.ts';
import type { SourceName } from '../domain/schema/source.ts';
import { type Pipeline, pipelineStage } from '../domain/schema/stage.ts';
import { isTouch } from '../work/silence.ts';
import { type SourceYield, sourceYield } from '../work/source-yield.ts';
import { type StageFigure, stageFigures, type Way } from '../work/stage-figures.ts';
import { type TimeSplit, timeSplit } from '../work/time-split.ts';
import type { Book } from './book.ts';
import { readRows } from './read-leads.ts';
import { read } from './transact.ts';

export type WorkFigures = { stages: StageFigure[]; sources: SourceYield[]; time: TimeSplit };

const chunk = 5000;
type Head = Pick<Lead, 'id' | 'createdAt' | 'leadSource' | 'outcome' | 'pipelineStage'>;

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
  const take = (leads: Lead[]): void => {
    for (const lead of leads) {
      if (lead.kind === 'person' && lead.companyId && heads.has(lead.companyId)) headOf.set(lead.id, lead.companyId);
      else heads.set(lead.id, lead);
    }
  };
  await readRows(book, 'company', take);
  await readRows(book, 'person', take);

  const touched = new Set<string>();
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
        touched.add(headOf.get(row.leadId) ?? row.leadId);
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

  const counted = [...heads.values()].filter(({ createdAt }) => createdAt >= since);
  return {
    stages: stageFigures(ways.values(), pipeline),
    sources: sourceYield(
      counted.map(({ id, leadSource, outcome }) => ({
        source: leadSource,
        contacted: touched.has(id),
        won: outcome?.result === 'won',
      })),
      sources,
    ),
    time: timeSplit(touches, (id) => {
      const outcome = heads.get(headOf.get(id) ?? id)?.outcome;
      return outcome?.result === 'won' ? outcome.at : undefined;
    }),
  };
}
