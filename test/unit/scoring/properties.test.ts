import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileProfile } from '../../../lib/scoring/compile.ts';
import { decayed } from '../../../lib/scoring/decay.ts';
import { groups, leads, ownFields } from './arbitraries.ts';
import { aCompany, aGroup, aProfile, day, explained, now } from './build.ts';

const runs = { numRuns: 300 };

describe('a score', () => {
  it('is the sum of its lines, limits included', () => {
    fc.assert(
      fc.property(groups, leads(false), (list, lead) => {
        const { lines, fit, engagement } = explained(aProfile(list, { fields: ownFields }), lead);
        expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(fit + engagement);
        for (const axis of ['fit', 'engagement'] as const) {
          const sum = lines.filter((line) => line.axis === axis).reduce((all, { points }) => all + points, 0);
          expect(sum).toBe(axis === 'fit' ? fit : engagement);
          expect(sum).toBeGreaterThanOrEqual(0);
          expect(sum).toBeLessThanOrEqual(100);
        }
      }),
      runs,
    );
  });

  it('does not depend on the order of groups, rules and tiers', () => {
    fc.assert(
      fc.property(groups, leads(false), (list, lead) => {
        const turned = list.toReversed().map((group) => ({
          ...group,
          rules: group.rules
            .toReversed()
            .map((rule) => ('tiers' in rule ? { ...rule, tiers: rule.tiers.toReversed() } : rule)),
        }));
        const one = explained(aProfile(list, { fields: ownFields }), lead);
        const other = explained(aProfile(turned, { fields: ownFields }), lead);
        const shape = ({ fit, engagement, total, tier, band, gates, known, asked, unknown, next }: typeof one) => ({
          fit,
          engagement,
          total,
          tier,
          band,
          gates,
          known,
          asked,
          unknown,
          missing: next?.missing,
        });
        expect(shape(other)).toEqual(shape(one));
        const byRule = (lines: typeof one.lines) =>
          lines.map(({ rule, group, points, state }) => `${group} ${rule} ${state} ${points}`).sort();
        expect(byRule(other.lines)).toEqual(byRule(one.lines));
      }),
      runs,
    );
  });

  it('is never lowered by what is not known', () => {
    fc.assert(
      fc.property(groups, leads(false), (list, lead) => {
        const { lines, gateRules, gates } = explained(aProfile(list, { fields: ownFields }), lead);
        for (const line of lines) if (line.state === 'unknown') expect(line.points).toBe(0);
        for (const { rule, state } of gateRules) if (state === 'unknown') expect(gates).not.toContain(rule);
      }),
      runs,
    );
    fc.assert(
      fc.property(groups, leads(true), (list, lead) => {
        const profile = aProfile(list, { fields: ownFields });
        const blank = { ...lead, lead: aCompany(), people: [], own: {} };
        const before = new Map(explained(profile, lead).lines.map((line) => [line.rule, line]));
        for (const line of explained(profile, blank).lines) {
          const full = before.get(line.rule);
          if (line.state !== 'limit' && full && full.points < 0)
            expect(line.points).toBeGreaterThanOrEqual(full.points);
        }
      }),
      runs,
    );
  });

  it('is the same with and without its reasons, whatever lead came before', () => {
    fc.assert(
      fc.property(groups, leads(false), leads(false), (list, one, other) => {
        const profile = aProfile(list, { fields: ownFields });
        const compiled = compileProfile(profile);
        const first = compiled.score(one, now);
        compiled.score(other, now);
        expect(compiled.score(one, now)).toEqual(first);
        expect(explained(profile, one)).toMatchObject(first);
      }),
      runs,
    );
  });
});

describe('decay', () => {
  it('takes 50 % a month: 5 of 10 after one month, 0 after two', () => {
    const linear = { kind: 'linear', percentPerMonth: 50 } as const;
    expect([0, 30, 60, 90].map((days) => decayed(10, linear, days * day))).toEqual([10, 5, 0, 0]);
    const profile = aProfile([
      aGroup([{ kind: 'event', id: 'e', name: 'E', points: 10, decay: linear }], { axis: 'engagement' }),
    ]);
    const at = (days: number) =>
      explained(profile, { lead: aCompany(), interactions: [{ kind: 'call', occurredAt: now - days * day }] })
        .engagement;
    expect([0, 30, 60, 61].map(at)).toEqual([10, 5, 0, 0]);
  });

  it.each([
    [{ kind: 'none' } as const, 5000, 10],
    [{ kind: 'window', days: 30 } as const, 30, 10],
    [{ kind: 'window', days: 30 } as const, 31, 0],
    [{ kind: 'halfLife', days: 10 } as const, 20, 2.5],
    [{ kind: 'none' } as const, -1, 0],
  ])('%o after %i days leaves %d of 10', (decay, days, left) => {
    expect(decayed(10, decay, days * day)).toBe(left);
  });

  it('never grows with age', () => {
    const kinds = fc.constantFrom(
      { kind: 'none' } as const,
      { kind: 'window', days: 9 } as const,
      { kind: 'linear', percentPerMonth: 30 } as const,
      { kind: 'halfLife', days: 9 } as const,
    );
    fc.assert(
      fc.property(kinds, fc.nat(400), fc.nat(400), (kind, age, more) => {
        expect(decayed(10, kind, (age + more) * day)).toBeLessThanOrEqual(decayed(10, kind, age * day));
      }),
    );
  });
});
