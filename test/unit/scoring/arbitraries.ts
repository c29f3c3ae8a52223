import fc from 'fast-check';
import type { Condition } from '../../../lib/domain/schema/icp.ts';
import type { ScoreInput } from '../../../lib/scoring/input.ts';
import { aCompany, aPerson, day, now } from './build.ts';

const few = ['machine', 'Maschinenbau', '软件', 'Software', 'Handel'];
const ownFields = [
  { key: 'budget', name: 'Budget', type: 'number' as const, of: 'both' as const },
  { key: 'uses', name: 'Uses', type: 'list' as const, of: 'both' as const },
  { key: 'asked', name: 'Asked', type: 'yesNo' as const, of: 'both' as const },
];

export { ownFields };

const number = fc.integer({ min: 0, max: 300 });
const test: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({
    field: fc.constant('company.employees'),
    op: fc.constantFrom('gt' as const, 'gte' as const, 'lt' as const, 'lte' as const, 'is' as const),
    value: number,
  }),
  fc
    .tuple(number, number)
    .map(([a, b]) => ({ field: 'company.employees', op: 'between' as const, value: [Math.min(a, b), Math.max(a, b)] })),
  fc.record({ field: fc.constant('own.budget'), op: fc.constantFrom('gt' as const, 'lte' as const), value: number }),
  fc.record({
    field: fc.constantFrom('company.industry', 'own.uses'),
    op: fc.constantFrom('is' as const, 'contains' as const, 'starts' as const, 'ends' as const),
    value: fc.constantFrom(...few, 'ma', 'E'),
  }),
  fc.record({
    field: fc.constant('company.industry'),
    op: fc.constant('in' as const),
    value: fc.subarray(few, { minLength: 1 }),
  }),
  fc.record({
    field: fc.constant('company.country'),
    op: fc.constant('in' as const),
    value: fc.subarray(['DE', 'CN', 'FR', 'DACH'], { minLength: 1 }),
  }),
  fc.record({
    field: fc.constant('people.seniority'),
    op: fc.constant('atLeast' as const),
    value: fc.constantFrom('Senior', 'Lead', 'Director'),
  }),
  fc.record({
    field: fc.constant('people.emailKind'),
    op: fc.constant('is' as const),
    value: fc.constantFrom('free', 'role', 'personal'),
  }),
  fc.record({
    field: fc.constant('own.asked'),
    op: fc.constant('is' as const),
    value: fc.constantFrom('true', 'false'),
  }),
);

/** Conditions over the fields of `leads`, joined up to three deep; none asks whether something is known. */
export const conditions: fc.Arbitrary<Condition> = fc.letrec<{ node: Condition }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    test,
    fc.record({ all: fc.array(tie('node'), { maxLength: 3 }) }),
    fc.record({ any: fc.array(tie('node'), { maxLength: 3 }) }),
    fc.record({ not: tie('node') }),
  ),
})).node;

const maybe = <T>(value: fc.Arbitrary<T>, full: boolean): fc.Arbitrary<T | undefined> =>
  full ? value : fc.option(value, { nil: undefined });

/** Leads; with `full` every field that `conditions` asks for is known exactly. */
export const leads = (full: boolean): fc.Arbitrary<ScoreInput> =>
  fc
    .record({
      employees: maybe(number.map(String), full),
      industry: maybe(fc.constantFrom(...few), full),
      country: maybe(fc.constantFrom('DE', 'CN', 'AT', 'US'), full),
      jobTitle: maybe(fc.constantFrom('CEO', 'Sales Manager', 'Head of Purchasing', 'Intern', 'Senior Engineer'), full),
      email: maybe(fc.constantFrom('ada@example.com', 'info@example.com', 'ada@gmail.com'), full),
      budget: maybe(number, full),
      uses: maybe(fc.subarray(few, { minLength: 1 }), full),
      asked: maybe(fc.boolean(), full),
      events: maybe(
        fc.array(
          fc.record({
            kind: fc.constantFrom('email' as const, 'call' as const),
            ago: fc.integer({ min: 0, max: 400 }),
          }),
          { maxLength: 6 },
        ),
        full,
      ),
    })
    .map(({ employees, industry, country, jobTitle, email, budget, uses, asked, events }) => ({
      lead: aCompany({ employees, industry, addresses: country ? [{ country, text: country }] : [] }),
      people: [aPerson({ jobTitle, emails: email ? [email] : [] })],
      interactions: events?.map(({ kind, ago }) => ({ kind, occurredAt: now - ago * day })),
      own: { budget: budget ?? null, uses: uses ?? null, asked: asked ?? null },
    }));

const points = fc.integer({ min: -40, max: 60 });
const bareRule = fc.oneof(
  fc.record({ kind: fc.constant('points'), when: conditions, points }),
  fc.record({
    kind: fc.constant('tiers'),
    tiers: fc.array(fc.record({ when: conditions, points }), { minLength: 1, maxLength: 4 }),
  }),
  fc.record({ kind: fc.constant('gate'), when: conditions }),
);
const bareEvent = fc.record({
  kind: fc.constant('event'),
  events: fc.constantFrom([], ['email'], ['call']),
  points,
  decay: fc.constantFrom(
    { kind: 'none' },
    { kind: 'window', days: 30 },
    { kind: 'linear', percentPerMonth: 50 },
    { kind: 'halfLife', days: 20 },
  ),
  most: fc.constantFrom(undefined, 1, 3),
});

/** Groups with rules and limits, as a profile's file has them. */
export const groups = fc
  .array(
    fc.record({
      engagement: fc.boolean(),
      limits: fc.constantFrom({}, { max: 20 }, { min: 0 }, { min: -10, max: 30 }),
      rules: fc.array(bareRule, { maxLength: 5 }),
      events: fc.array(bareEvent, { maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((list) =>
    list.map(({ engagement, limits, rules, events }, at) => ({
      id: `g${at}`,
      name: `G${at}`,
      axis: engagement ? 'engagement' : 'fit',
      ...limits,
      rules: [...rules, ...(engagement ? events : [])].map((rule, index) => ({
        ...rule,
        id: `r${at}.${index}`,
        name: `R${index}`,
      })),
    })),
  );
