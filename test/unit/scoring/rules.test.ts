import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../lib/domain/schema/icp.ts';
import type { ScoreInput } from '../../../lib/scoring/input.ts';
import { quantityOf } from '../../../lib/scoring/quantity.ts';
import { aCompany, aGroup, aPerson, aProfile, day, explained, now } from './build.ts';

const fields = [
  { key: 'since', name: 'Since', type: 'date' as const, of: 'both' as const },
  { key: 'grade', name: 'Grade', type: 'text' as const, of: 'both' as const },
];
const input: ScoreInput = {
  lead: aCompany({
    name: 'Müller Maschinen GmbH',
    industry: 'Maschinenbau',
    employees: '51-200',
    founded: 'gegründet 1987',
    registeredCapital: '500万元人民币',
    addresses: [{ text: 'Graz', city: 'Graz', country: 'AT' }],
    tags: ['Messe'],
    leadSource: { group: 'tradeFair', name: 'Hannover' },
    createdAt: now - 10 * day,
  }),
  people: [
    aPerson({ jobTitle: 'Head of Purchasing', emails: ['ada@gmail.com'] }),
    aPerson({ jobTitle: 'Intern', emails: ['info@example.com'] }),
  ],
  interactions: [
    { kind: 'call', occurredAt: now - 5 * day },
    { kind: 'email', occurredAt: now + day },
  ],
  own: { since: '2024-03-01', grade: 'Gold' },
};

const stateOf = (when: Condition, of: ScoreInput = input) =>
  explained(aProfile([aGroup([{ kind: 'points', id: 'r', name: 'R', when, points: 5 }])], { fields }), of).lines[0]
    ?.state;

describe('a condition', () => {
  it.each<[Condition, string]>([
    [{ field: 'company.name', op: 'contains', value: 'muller' }, 'true'],
    [{ field: 'company.industry', op: 'is', value: 'MASCHINENBAU' }, 'true'],
    [{ field: 'company.industry', op: 'starts', value: ['soft', 'masch'] }, 'true'],
    [{ field: 'company.scope', op: 'contains', value: 'x' }, 'unknown'],
    [{ field: 'company.country', op: 'in', value: ['DACH'] }, 'true'],
    [{ field: 'company.country', op: 'is', value: 'Österreich' }, 'true'],
    [{ field: 'company.country', op: 'is', value: '中国' }, 'false'],
    [{ field: 'company.employees', op: 'gte', value: 50 }, 'true'],
    [{ field: 'company.employees', op: 'gte', value: 100 }, 'unknown'],
    [{ field: 'company.employees', op: 'gt', value: 200 }, 'false'],
    [{ field: 'company.employees', op: 'between', value: [300, 400] }, 'false'],
    [{ field: 'company.founded', op: 'lt', value: 1990 }, 'true'],
    [{ field: 'company.registeredCapital', op: 'is', value: 5_000_000 }, 'true'],
    [{ field: 'people.seniority', op: 'atLeast', value: 'Lead' }, 'true'],
    [{ field: 'people.department', op: 'is', value: 'Purchasing' }, 'true'],
    [{ field: 'people.role', op: 'is', value: 'decides' }, 'true'],
    [{ field: 'people.emailKind', op: 'is', value: 'free' }, 'true'],
    [{ field: 'people.emailKind', op: 'is', value: 'disposable' }, 'false'],
    [{ field: 'people.phones', op: 'known' }, 'unknown'],
    [{ not: { field: 'people.phones', op: 'known' } }, 'unknown'],
    [{ field: 'people.phones', op: 'missing' }, 'true'],
    [{ field: 'lead.tags', op: 'is', value: 'messe' }, 'true'],
    [{ field: 'lead.source', op: 'in', value: ['tradeFair', 'introduction'] }, 'true'],
    [{ field: 'lead.createdAt', op: 'within', value: 30 }, 'true'],
    [{ field: 'lead.createdAt', op: 'older', value: 30 }, 'false'],
    [{ field: 'lead.completeness', op: 'gte', value: 60 }, 'true'],
    [{ field: 'interactions.count', op: 'is', value: 1 }, 'true'],
    [{ field: 'interactions.daysSinceLast', op: 'lte', value: 5 }, 'true'],
    [{ field: 'own.since', op: 'before', value: '2025-01-01' }, 'true'],
    [{ field: 'own.grade', op: 'in', value: ['silver', 'gold'] }, 'true'],
    [{ field: 'own.gone', op: 'is', value: 'x' }, 'unknown'],
    [{ all: [] }, 'true'],
    [{ any: [] }, 'false'],
    [{ all: [{ field: 'company.scope', op: 'known' }, { any: [] }] }, 'false'],
    [{ any: [{ field: 'company.scope', op: 'known' }, { all: [] }] }, 'true'],
  ])('%j is %s', (when, state) => {
    expect(stateOf(when)).toBe(state);
  });

  it('asks nothing of a lead without talks but how long ago', () => {
    const untouched = { ...input, interactions: [] };
    expect(stateOf({ field: 'interactions.daysSinceLast', op: 'gt', value: 90 }, untouched)).toBe('true');
    expect(stateOf({ field: 'interactions.count', op: 'gt', value: 0 }, { ...input, interactions: undefined })).toBe(
      'unknown',
    );
  });
});

describe('quantities', () => {
  it.each<[string, [number, number] | undefined]>([
    ['120', [120, 120]],
    ['ca. 1.250 Mitarbeiter', [1250, 1250]],
    ['1,250', [1250, 1250]],
    ['10 000', [10_000, 10_000]],
    ['51-200 employees', [51, 200]],
    ['50 bis 100', [50, 100]],
    ['100~500人', [100, 500]],
    ['über 500', [500, Number.POSITIVE_INFINITY]],
    ['1000+', [1000, Number.POSITIVE_INFINITY]],
    ['少于50人', [0, 50]],
    ['500人以上', [500, Number.POSITIVE_INFINITY]],
    ['1.5 Mio. EUR', [1_500_000, 1_500_000]],
    ['5千万元', [50_000_000, 50_000_000]],
    ['10k', [10_000, 10_000]],
    ['25.000,50 €', [25_000.5, 25_000.5]],
    ['many', undefined],
  ])('%s', (text, span) => {
    expect(quantityOf(text)).toEqual(span && { min: span[0], max: span[1] });
  });
});

describe('tiers, gates and coverage', () => {
  const is = (field: string, value: string): Condition => ({ field, op: 'is', value });
  const rich = aProfile(
    [
      aGroup([
        { kind: 'points', id: 'industry', name: 'Industry', when: is('company.industry', 'Maschinenbau'), points: 60 },
        {
          kind: 'points',
          id: 'scope',
          name: 'Scope',
          when: { field: 'company.scope', op: 'contains', value: 'cnc' },
          points: 15,
        },
        { kind: 'points', id: 'phone', name: 'Phone', when: { field: 'company.phones', op: 'known' }, points: 8 },
        { kind: 'gate', id: 'rival', name: 'Rival', when: { field: 'company.name', op: 'contains', value: 'rival' } },
      ]),
      aGroup([{ kind: 'event', id: 'call', name: 'Call', events: ['call'], points: 30, most: 2 }], {
        id: 'e',
        axis: 'engagement',
        max: 40,
      }),
    ],
    { cuts: { A: 85, B: 50, C: 20 }, coverage: 0.5, fields },
  );

  it('takes the best tier that holds, and no minus while a better one may hold', () => {
    const tiers = (steps: [Condition, number][]) =>
      explained(
        aProfile([
          aGroup([
            { kind: 'tiers', id: 't', name: 'T', tiers: steps.map(([when, points]) => ({ when, points })) },
            { kind: 'points', id: 'base', name: 'Base', when: { all: [] }, points: 50 },
          ]),
        ]),
        input,
      ).lines[0];
    const yes = is('company.industry', 'Maschinenbau');
    const open = is('company.scope', 'x');
    expect(
      tiers([
        [yes, 5],
        [yes, 12],
        [yes, -3],
      ]),
    ).toMatchObject({ points: 12, state: 'true' });
    expect(
      tiers([
        [yes, -7],
        [open, 10],
      ]),
    ).toMatchObject({ points: 0, state: 'unknown' });
    expect(tiers([[yes, -7]])).toMatchObject({ points: -7, state: 'true' });
  });

  it('cuts on fit + w · engagement, and says what is missing for the next tier', () => {
    const result = explained(rich, input);
    expect(result).toMatchObject({ fit: 60, engagement: 30, total: 75, tier: 'B', known: 2, asked: 4, gates: [] });
    expect(result.next).toEqual({
      tier: 'A',
      missing: 10,
      ways: [{ gain: 15, steps: [{ rule: 'scope', fields: ['company.scope'], gain: 15 }] }],
    });
    expect(result.unknown.map(({ field, swing }) => [field, swing])).toEqual([
      ['company.scope', 15],
      ['company.phones', 8],
    ]);
  });

  it('joins the fewest steps where none suffices alone', () => {
    const { next } = explained({ ...rich, cuts: { A: 95, B: 50, C: 20 } }, input);
    expect(next?.ways[0]).toMatchObject({ gain: 23, steps: [{ rule: 'scope' }, { rule: 'phone' }] });
  });

  it('gives no weight to engagement before the first talk', () => {
    expect(explained(rich, { ...input, interactions: [] })).toMatchObject({ total: 60, engagement: 0 });
  });

  it('is "?" while too little is known, and D behind a gate with its points shown', () => {
    expect(explained(rich, { lead: aCompany({ name: 'Acme' }) })).toMatchObject({ tier: '?', known: 1, asked: 4 });
    expect(explained(rich, { ...input, lead: aCompany({ name: 'Rival AG', industry: 'Maschinenbau' }) })).toMatchObject(
      {
        tier: 'D',
        fit: 60,
        gates: ['rival'],
      },
    );
  });

  it('shows limits as lines of their own', () => {
    const calls = [1, 2, 3].map((ago) => ({ kind: 'call' as const, occurredAt: now - ago * day }));
    const { lines, engagement } = explained(rich, { ...input, interactions: calls });
    expect(engagement).toBe(40);
    expect(lines.filter(({ state }) => state === 'limit')).toMatchObject([{ group: 'e', points: -20, before: 60 }]);
  });
});
