import type { MatchingSetup } from '../domain/schema/matching.ts';
import { compileMatching, type Quadrant } from './matching.ts';
import type { Run, Scores, ScoreTable } from './table.ts';

/** The quadrants by their codes in `MatchMap.quadrant`; a company without one has the code after the last. */
export const quadrantCodes: readonly Quadrant[] = ['pursue', 'buildUp', 'keepCheaply', 'leave'];

/** Where the companies of a book stand, column by column. */
export type MatchMap = {
  ids: string[];
  names: string[];
  /** Codes of `tierCodes`. */
  tier: Uint8Array;
  /** 0–100; −1 where unknown. */
  attractiveness: Int8Array;
  capability: Int8Array;
  /** Codes of `quadrantCodes`. */
  quadrant: Uint8Array;
  /** 1 where the user said of this very company how well we could serve it. */
  said: Uint8Array;
};

const turn = 1000;

/** Places every company. In: how, the leads, their scores (for the tiers), the run. */
export async function matchMapOf(setup: MatchingSetup, table: ScoreTable, scores: Scores, run: Run): Promise<MatchMap> {
  const { match } = compileMatching(setup);
  const places = table.inputs.flatMap(({ lead }, at) => (lead.kind === 'company' ? [at] : []));
  const n = places.length;
  const map: MatchMap = {
    ids: [],
    names: [],
    tier: new Uint8Array(n),
    attractiveness: new Int8Array(n).fill(-1),
    capability: new Int8Array(n).fill(-1),
    quadrant: new Uint8Array(n).fill(quadrantCodes.length),
    said: new Uint8Array(n),
  };
  for (const [row, place] of places.entries()) {
    const input = table.inputs[place];
    if (!input) continue;
    const { attractiveness, capability, quadrant } = match(input, table.now);
    map.ids.push(input.lead.id);
    map.names.push(input.lead.name ?? '');
    map.tier[row] = scores.tier[place] ?? 0;
    if (attractiveness) map.attractiveness[row] = attractiveness.score;
    if (capability) map.capability[row] = capability.score;
    if (quadrant) map.quadrant[row] = quadrantCodes.indexOf(quadrant);
    if (input.lead.kind === 'company' && input.lead.capability) map.said[row] = 1;
    if ((row + 1) % turn === 0) {
      run.progress(row / n);
      await run.pause();
    }
  }
  return map;
}
