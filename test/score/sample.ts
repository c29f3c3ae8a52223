import type { Condition, IcpProfile } from '../../lib/domain/schema/icp.ts';
import { icpProfile } from '../../lib/domain/schema/icp.ts';
import type { Company, Person } from '../../lib/domain/schema/lead.ts';
import type { ScoreInput } from '../../lib/scoring/input.ts';

/** Numbers between 0 and 1 that are the same in every run. */
export function drawn(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const industries = [
  'Maschinenbau',
  'Software',
  'Großhandel',
  '机械制造',
  'Logistics',
  'Beratung',
  'Medizintechnik',
  'Food',
];
const titles = [
  'CEO',
  'Head of Purchasing',
  'Sales Manager',
  'Einkaufsleiter',
  '总经理',
  'Engineer',
  'Marketing Director',
];
const places = ['DE', 'AT', 'CN', 'US', 'FR', 'GB'];
export const sampleNow = Date.UTC(2026, 5, 1);
const day = 86_400_000;

/** Invented firms with people and talks, for measuring. In: how many. Out: the same ones each time. */
export function sampleLeads(count: number): ScoreInput[] {
  const random = drawn(7);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length * 1.3)];
  return Array.from({ length: count }, (_, at): ScoreInput => {
    const common = {
      tags: random() < 0.2 ? ['fair'] : [],
      createdAt: sampleNow - random() * 400 * day,
      updatedAt: sampleNow,
    };
    const country = pick(places);
    const lead: Company = {
      ...common,
      id: `lead-${at}`,
      kind: 'company',
      name: `Firm ${at} GmbH`,
      domain: `firm-${at}.example`,
      industry: pick(industries),
      employees: random() < 0.5 ? String(Math.floor(random() * 900)) : undefined,
      emails: random() < 0.7 ? [`info@firm-${at}.example`] : [],
      phones: random() < 0.6 ? [{ text: `+49 30 ${at}`, e164: `+4930${at}`, kind: 'switchboard' }] : [],
      addresses: country ? [{ country, city: `City ${at % 500}`, text: `Street 1, City ${at % 500}` }] : [],
      representatives: [],
      links: [],
    };
    const person: Person = {
      ...common,
      id: `person-${at}`,
      kind: 'person',
      partial: false,
      name: `Person ${at}`,
      jobTitle: pick(titles),
      emails: random() < 0.5 ? [`p.${at}@firm-${at}.example`] : [],
      phones: [],
      addresses: [],
      links: [],
    };
    const talks = random() < 0.3 ? [{ kind: 'call' as const, occurredAt: sampleNow - random() * 200 * day }] : [];
    return { lead, people: [person], interactions: talks, own: { budget: Math.floor(random() * 100) } };
  });
}

const shapes: ((at: number) => Condition)[] = [
  (at) => ({ field: 'company.employees', op: 'between', value: [at * 10, at * 10 + 200] }),
  (at) => ({
    field: 'company.industry',
    op: 'contains',
    value: [industries[at % industries.length] ?? 'food', 'tech'],
  }),
  (at) => ({ field: 'company.country', op: 'in', value: [places[at % places.length] ?? 'DE', 'AT'] }),
  () => ({ field: 'people.seniority', op: 'atLeast', value: 'Lead' }),
  () => ({ field: 'people.emailKind', op: 'is', value: 'personal' }),
  (at) => ({ all: [{ field: 'company.phones', op: 'known' }, { not: { field: 'own.budget', op: 'lt', value: at } }] }),
  (at) => ({
    any: [
      { field: 'company.city', op: 'ends', value: String(at) },
      { field: 'lead.tags', op: 'is', value: 'fair' },
    ],
  }),
  () => ({ field: 'people.department', op: 'in', value: ['Purchasing', 'Sales'] }),
];

/** A profile with so many rules of all kinds, for measuring. */
export function sampleProfile(rules: number): IcpProfile {
  const talks = Math.min(5, rules);
  return icpProfile.parse({
    version: 1,
    id: 'sample',
    name: 'Sample',
    coverage: 0.3,
    fields: [{ key: 'budget', name: 'Budget', type: 'number' }],
    groups: [
      {
        id: 'fit',
        name: 'Fit',
        rules: Array.from({ length: rules - talks }, (_, at) => ({
          kind: 'points',
          id: `fit.${at}`,
          name: `Rule ${at}`,
          when: shapes[at % shapes.length]?.(at),
          points: (at % 7) - 1,
        })),
      },
      {
        id: 'talk',
        name: 'Talk',
        axis: 'engagement',
        rules: Array.from({ length: talks }, (_, at) => ({
          kind: 'event',
          id: `talk.${at}`,
          name: `Talk ${at}`,
          events: at % 2 ? ['call'] : [],
          points: 10,
          decay: { kind: 'halfLife', days: 30 },
        })),
      },
    ],
  });
}
