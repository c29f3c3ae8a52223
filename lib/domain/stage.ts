import type { Lead, LeadOutcome } from './schema/lead.ts';
import type { Pipeline, PipelineStage } from './schema/stage.ts';

/** A column of the board: the id of an open stage, or one of the two ends. */
export type StageId = string | LeadOutcome['result'];

/** Where a lead stands and since when. `since` of a lead that was never moved is when it came into the book. */
export type Standing = { stage: StageId; since: number };

/**
 * Where a lead stands: in its own end or stage, a person in that of their company; one of a stage that is no more, and one that
 * was never moved, stand in the first. In: the lead, a person's company where it is to be seen, the pipeline. Out: stage and since when.
 */
export function standingOf(
  lead: Pick<Lead, 'outcome' | 'pipelineStage' | 'createdAt'>,
  company: Pick<Lead, 'outcome' | 'pipelineStage' | 'createdAt'> | undefined,
  { stages }: Pipeline,
): Standing {
  const head = company ?? lead;
  const end = head.outcome;
  if (end) return { stage: end.result, since: end.at };
  const own = head.pipelineStage;
  const known = own && stages.some(({ id }) => id === own.stage);
  return { stage: known ? own.stage : (stages[0]?.id ?? ''), since: own?.since ?? head.createdAt };
}

/** What moving a lead to a stage sets: an end keeps the stage, so that opening it again leads back there. */
export type StagePatch = { pipelineStage?: PipelineStage; outcome?: LeadOutcome | null };

/** The change that moves leads. In: the stage or end, the time, why it ended. Out: what to set; `null` empties. */
export function stagePatch(to: StageId, now: number, reason = ''): StagePatch {
  const why = reason.trim();
  if (to === 'won' || to === 'lost') return { outcome: { result: to, at: now, ...(why && { reason: why }) } };
  return { pipelineStage: { stage: to, since: now }, outcome: null };
}
