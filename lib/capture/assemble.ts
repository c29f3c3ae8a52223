import type { Reading } from '../domain/schema/draft.ts';
import type { PageSnapshot } from '../domain/schema/snapshot.ts';

export type AssembleOptions = {
  /** Epoch milliseconds of the reading. */
  now: number;
  /** Country to assume for numbers without a code when the page tells none (ISO). */
  country?: string;
};

/**
 * From what the page script saw to drafts: detectors over lines → evidence → subjects → ranked candidates → drafts.
 * In: the page's snapshot and those of its readable frames. Out: the reading, without times. Pure; never throws on page data.
 */
export function assemble(snapshots: PageSnapshot[], options: AssembleOptions): Omit<Reading, 'ms' | 'msPage'> {
  const [main] = snapshots;
  return {
    url: main?.url ?? '',
    title: main?.meta.title ?? '',
    at: options.now,
    people: [],
    companies: [],
    closedFrames: main?.closedFrames ?? [],
    truncated: false,
  };
}
