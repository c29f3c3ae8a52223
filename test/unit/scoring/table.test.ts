import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProfile } from '../../../lib/scoring/compile.ts';
import { histogramOf } from '../../../lib/scoring/histogram.ts';
import type { ScoreInput } from '../../../lib/scoring/input.ts';
import { simulate } from '../../../lib/scoring/simulate.ts';
import { createScoreTable, tierCodes } from '../../../lib/scoring/table.ts';
import { groups, leads, ownFields } from './arbitraries.ts';
import { aCompany, aGroup, aProfile, day, now } from './build.ts';

const withIds = (inputs: ScoreInput[]): ScoreInput[] =>
  inputs.map((input, at) => ({ ...input, lead: { ...input.lead, id: `lead-${at}` } }));
const some = fc.array(leads(false), { maxLength: 12 }).map(withIds);
const profiles = fc
  .record({ groups, coverage: fc.constantFrom(0, 0.4, 1), w: fc.constantFrom(0, 0.5) })
  .map(({ groups: list, ...more }) => aProfile(list, { ...more, fields: ownFields }));

describe('many leads by columns', () => {
  it('gives every lead the score that it has alone, after edits, after days and after leads came and went', async () => {
    await fc.assert(
      fc.asyncProperty(profiles, profiles, some, some, fc.nat(60), async (first, second, before, fresh, days) => {
        const table = createScoreTable(now);
        const check = async (profile: typeof first) => {
          const scores = await table.scores(profile);
          const alone = compileProfile(profile);
          expect(scores.ids).toHaveLength(table.inputs.length);
          table.inputs.forEach((input, at) => {
            const { id, fit, engagement, total, tier, known, asked, gates } = alone.score(input, table.now);
            expect({
              id: scores.ids[at],
              fit: scores.fit[at],
              engagement: scores.engagement[at],
              total: scores.total[at],
              tier: tierCodes[scores.tier[at] ?? 9],
              known: scores.known[at],
              asked: scores.asked,
              gated: scores.gated[at] === 1,
            }).toEqual({ id, fit, engagement, total, tier, known, asked, gated: gates.length > 0 });
          });
        };
        table.put(before);
        await check(first);
        await check(second);
        table.setNow(now + days * day);
        await check(first);
        table.put(fresh);
        table.remove(['lead-0', 'lead-3', 'nobody']);
        expect(table.has('lead-0')).toBe(false);
        await check(second);
      }),
      { numRuns: 60 },
    );
  });

  it('tells how far it is and stops where it is called off', async () => {
    const table = createScoreTable(now);
    table.put(
      Array.from({ length: 20_000 }, (_, at) => ({ lead: aCompany({ id: `lead-${at}`, industry: `Glass ${at}` }) })),
    );
    const rules = Array.from({ length: 30 }, (_, at) => ({
      kind: 'points',
      id: `r${at}`,
      name: 'R',
      when: { field: 'company.industry', op: 'contains', value: [`${at}`] },
      points: 1,
    }));
    const shares: number[] = [];
    const run = { progress: (share: number) => shares.push(share), pause: () => Promise.resolve() };
    await table.scores(aProfile([aGroup(rules)]), run);
    expect(shares.length).toBeGreaterThan(0);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    table.setNow(now + day);
    table.put([{ lead: aCompany({ id: 'one more' }) }]);
    const off = { progress: () => undefined, pause: () => Promise.reject(new Error('called off')) };
    await expect(table.scores(aProfile([aGroup(rules)]), off)).rejects.toThrow('called off');
  });

  it('counts totals by whole points, and tiers as the simulation does', async () => {
    await fc.assert(
      fc.asyncProperty(profiles, some, async (profile, inputs) => {
        const table = createScoreTable(now);
        table.put(inputs);
        const histogram = histogramOf(await table.scores(profile), profile);
        const { after, n } = simulate(profile, profile, inputs, now, 10);
        expect(histogram.tiers).toEqual(after);
        const counted = [...histogram.totals, ...histogram.unknown].reduce((sum, one) => sum + one, 0);
        expect(counted + histogram.gated).toBe(n);
        expect(Object.values(histogram.grid).reduce((sum, one) => sum + one, 0)).toBe(n);
      }),
      { numRuns: 40 },
    );
  });
});
