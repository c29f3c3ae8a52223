import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProfile } from '../../../lib/scoring/compile.ts';
import { atLeastOf, movedCut, tiersUnder } from '../../../lib/scoring/cuts.ts';
import { histogramOf } from '../../../lib/scoring/histogram.ts';
import type { ScoreInput } from '../../../lib/scoring/input.ts';
import { createScoreTable } from '../../../lib/scoring/table.ts';
import { groups, leads, ownFields } from './arbitraries.ts';
import { aProfile, now } from './build.ts';

const cutsOf = fc
  .uniqueArray(fc.integer({ min: 0, max: 120 }), { minLength: 3, maxLength: 3 })
  .map((list) => list.toSorted((x, y) => y - x))
  .map(([A = 3, B = 2, C = 1]) => ({ A, B, C }));
const withIds = (inputs: ScoreInput[]) =>
  inputs.map((input, at) => ({ ...input, lead: { ...input.lead, id: `lead-${at}` } }));

describe('cut points on a histogram', () => {
  it('give the tiers that scoring gives', async () => {
    await fc.assert(
      fc.asyncProperty(
        groups,
        cutsOf,
        cutsOf,
        fc.array(leads(false), { maxLength: 12 }),
        async (list, old, cuts, some) => {
          const profile = aProfile(list, { fields: ownFields, cuts: old, coverage: 0.4 });
          const table = createScoreTable(now);
          table.put(withIds(some));
          const histogram = histogramOf(await table.scores(profile), profile);
          const compiled = compileProfile({ ...profile, cuts });
          const expected = { A: 0, B: 0, C: 0, D: 0, '?': 0 };
          for (const input of table.inputs) expected[compiled.score(input, now).tier]++;
          expect(tiersUnder(cuts, atLeastOf(histogram), histogram)).toEqual(expected);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('keep their order', () => {
    fc.assert(
      fc.property(
        cutsOf,
        fc.constantFrom('A' as const, 'B' as const, 'C' as const),
        fc.integer({ min: -50, max: 300 }),
        (cuts, cut, to) => {
          const next = movedCut(cuts, cut, to, 150);
          expect(next.A > next.B && next.B > next.C && next.C >= 0).toBe(true);
        },
      ),
    );
  });
});
