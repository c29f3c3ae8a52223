import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MatchingSetup, matchingSetup } from '../../../lib/domain/schema/matching.ts';
import { checkProfile } from '../../../lib/scoring/check.ts';
import { attractivenessOf, capabilityOf, compileMatching, quadrantOf } from '../../../lib/scoring/matching.ts';
import { starterMatching } from '../../../lib/scoring/matching-starter.ts';
import { aCompany, day, now } from './build.ts';

const weights = { purchases: 3, growth: 2, intangible: 1, cost: 2, risk: 4 };
const setup = (more: Partial<MatchingSetup> = {}) => matchingSetup.parse({ ...starterMatching(now, 'DE'), ...more });
const sum = (parts: { points: number }[]) => parts.reduce((all, { points }) => all + points, 0);

describe('attractiveness', () => {
  it('is the weighted mean of the known gains less what cost and risk take off', () => {
    const axis = attractivenessOf({ purchases: 80, growth: 20, cost: 50, risk: 25 }, weights);
    expect(axis).toEqual({
      score: 36,
      known: 4,
      of: 5,
      parts: [
        { factor: 'purchases', value: 80, points: 48 },
        { factor: 'growth', value: 20, points: 8 },
        { factor: 'intangible', points: 0 },
        { factor: 'cost', value: 50, points: -10 },
        { factor: 'risk', value: 25, points: -10 },
      ],
    });
    expect(sum(axis?.parts ?? [])).toBe(axis?.score);
  });

  it('is unknown without a gain, and never raised by a burden that is not there', () => {
    expect(attractivenessOf({ cost: 0, risk: 0 }, weights)).toBeUndefined();
    expect(attractivenessOf({ purchases: 40, cost: 0, risk: 0 }, weights)?.score).toBe(40);
    expect(attractivenessOf({ purchases: 10, risk: 100 }, weights)?.score).toBe(0);
    expect(attractivenessOf({ purchases: 10 }, { ...weights, purchases: 0 })).toBeUndefined();
  });
});

describe('our capability', () => {
  it('is the very mean, however its parts are rounded', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 5, maxLength: 5 }), (list) => {
        const [technology = 0, people = 0, money = 0, goods = 0, management = 0] = list;
        const axis = capabilityOf({ technology, people, money, goods, management });
        expect(axis?.score).toBe(Math.round(list.reduce((all, one) => all + one, 0) / 5));
        expect(sum(axis?.parts ?? [])).toBe(axis?.score);
      }),
    );
    expect(capabilityOf({ technology: 75, people: 75 })?.score).toBe(75);
  });

  it('is the mean of what was said', () => {
    expect(capabilityOf({})).toBeUndefined();
    expect(capabilityOf({ technology: 100, people: 50 })).toMatchObject({ score: 75, known: 2, of: 5 });
  });

  it('is adjusted by region and product, and overruled by what was said of the company', () => {
    const levels = { technology: 75, people: 50, money: 50, goods: 50, management: 50 };
    const abroad = { not: { field: 'company.country', op: 'is' as const, value: 'DE' } };
    const { match } = compileMatching(
      setup({
        capability: { levels, adjustments: [{ id: 'far', name: '', when: abroad, by: { people: -50, goods: -75 } }] },
      }),
    );
    const of = (country?: string, capability?: Partial<typeof levels>) =>
      match({ lead: aCompany({ addresses: country ? [{ text: country, country }] : [], capability }) }, now).capability;
    expect(of('DE')?.score).toBe(55);
    expect(of('FR')?.parts.map(({ value }) => value)).toEqual([75, 0, 50, 0, 50]);
    // Where it is unknown whether the adjustment is meant, nothing is taken off.
    expect(of()?.score).toBe(55);
    expect(of('FR', { people: 100 })?.parts.map(({ value }) => value)).toEqual([75, 100, 50, 0, 50]);
  });
});

describe('matching both ways', () => {
  it.each([
    [50, 50, 'pursue'],
    [90, 49, 'buildUp'],
    [49, 90, 'keepCheaply'],
    [0, 0, 'leave'],
  ])('%i attractive, %i able: %s', (attractiveness, capability, quadrant) => {
    expect(quadrantOf(attractiveness, capability)).toBe(quadrant);
  });

  it('begins with rules that nothing is wrong with', () => {
    const { rules } = starterMatching(now, 'DE');
    expect(checkProfile(rules).filter(({ level }) => level === 'error')).toEqual([]);
  });

  it('says nothing of a company that nothing is known of, and places one that is known', () => {
    const { match } = compileMatching(setup({ capability: { levels: { people: 80 }, adjustments: [] } }));
    const bare = match({ lead: aCompany(), people: [], interactions: [] }, now);
    expect(bare.attractiveness?.parts.find(({ factor }) => factor === 'purchases')?.value).toBeUndefined();
    const lead = aCompany({ employees: '300', founded: '2024', addresses: [{ text: 'Lyon', country: 'FR' }] });
    const interactions = [{ kind: 'order' as const, occurredAt: now - day }];
    const found = match({ lead, people: [], interactions }, now);
    expect(found.attractiveness?.parts.map(({ factor, value }) => [factor, value])).toEqual([
      ['purchases', 100],
      ['growth', 90],
      ['intangible', undefined],
      ['cost', 40],
      ['risk', undefined],
    ]);
    expect(found).toMatchObject({ quadrant: 'pursue', capability: { score: 80 } });
    expect(found.attractiveness?.score).toBe(sum(found.attractiveness?.parts ?? []));
  });

  it('knows nothing of us until it was said', () => {
    const lead = aCompany({ employees: '300' });
    const { capability, quadrant } = compileMatching(setup()).match({ lead }, now);
    expect({ capability, quadrant }).toEqual({ capability: undefined, quadrant: undefined });
  });
});
