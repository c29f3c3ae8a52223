import type { CallOutcome } from '../domain/schema/lead.ts';
import { nextWorkday } from './due.ts';

/** Where nobody was spoken to, the call is still to be made. */
const notSpokenTo: ReadonlySet<CallOutcome> = new Set(['notReached', 'voicemail', 'wrongNumber']);

/**
 * Until when a call that was due is put off by how it went; undefined where it is done. In: the outcome, the day and time chosen for
 * how it goes on, where one was, the time.
 */
export function putOffBy(
  outcome: CallOutcome | undefined,
  chosen: { dueAt: number; timed: boolean } | undefined,
  now: number,
): { until: number; timed: boolean } | undefined {
  if (!outcome || !notSpokenTo.has(outcome)) return undefined;
  return chosen ? { until: chosen.dueAt, timed: chosen.timed } : { until: nextWorkday(now), timed: false };
}
