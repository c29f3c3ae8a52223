import { describe, expect, it } from 'vitest';
import type { Change } from '../../../../lib/domain/schema/lead.ts';
import { backtest } from '../../../../lib/scoring/backtest.ts';
import { learn } from '../../../../lib/scoring/learn/learn.ts';
import { logistic } from '../../../../lib/scoring/learn/logistic.ts';
import { asOf, endingOf, type Outcome } from '../../../../lib/scoring/learn/outcomes.ts';
import { simulate } from '../../../../lib/scoring/simulate.ts';
import { drawn } from '../../../score/sample.ts';
import { aCompany, aGroup, aPerson, aProfile, day, now } from '../build.ts';

const fields = ['x', 'y', 'z', 'never'].map((key) => ({ key, name: key, type: 'yesNo' as const, of: 'both' as const }));
const asks = (key: string, points: number) => ({
  kind: 'points',
  id: key,
  name: key,
  when: { field: `own.${key}`, op: 'is', value: true },
  points,
});
const profile = aProfile([aGroup([asks('x', 20), asks('y', 20), asks('z', 20), asks('never', 5)])], {
  fields,
  cuts: { A: 60, B: 40, C: 20 },
});

/** Ended leads whose odds are e^(-0.5 + 2x - 1y), z being noise. */
function ended(count: number, seed = 3): Outcome[] {
  const random = drawn(seed);
  return Array.from({ length: count }, () => {
    const own = { x: random() < 0.5, y: random() < 0.5, z: random() < 0.5, never: false };
    const won = random() < logistic(-0.5 + 2 * Number(own.x) - Number(own.y));
    return { input: { lead: aCompany(), own, interactions: [] }, won, at: now };
  });
}

describe('learning', () => {
  it('refuses below forty of either kind, in plain data', () => {
    expect(learn(profile, ended(60))).toMatchObject({ ok: false, reason: 'tooFew', needed: 40 });
  });

  it.each(['logF', 'firth'] as const)('finds what the outcomes were made with (%s)', (penalty) => {
    const lesson = learn(profile, ended(4000), penalty);
    if (!lesson.ok) throw new Error(lesson.reason);
    const of = (rule: string) => lesson.suggestions.find((one) => one.rule === rule);
    for (const [rule, truth] of [
      ['x', 2],
      ['y', -1],
      ['z', 0],
    ] as const)
      expect(Math.abs((of(rule)?.coefficient ?? 99) - truth)).toBeLessThan(4 * (of(rule)?.standardError ?? 0));
    expect(of('x')?.suggested).toBeGreaterThan(20);
    expect(of('y')?.suggested).toBeLessThan(0);
    expect(of('x')?.informationValue).toBeGreaterThan(of('z')?.informationValue ?? 1);
    expect(lesson.leftOut).toEqual(['never']);
    expect(lesson.auc.auc).toBeGreaterThan(lesson.aucToday.auc);
    expect(lesson.auc.interval.low).toBeGreaterThan(0.7);
    for (const { mean, interval } of lesson.reliability) {
      expect(mean).toBeGreaterThan(interval.low - 0.05);
      expect(mean).toBeLessThan(interval.high + 0.05);
    }
  });

  it.each(['logF', 'firth'] as const)("copes with rules that say each other's opposite (%s)", (penalty) => {
    const not = {
      kind: 'points',
      id: 'notX',
      name: 'not x',
      when: { field: 'own.x', op: 'is', value: false },
      points: 5,
    };
    const both = aProfile([aGroup([asks('x', 20), not, asks('y', 20)])], { fields });
    const lesson = learn(both, ended(1000), penalty);
    expect(lesson).toMatchObject({ ok: true, leftOut: penalty === 'firth' ? ['notX'] : [] });
  });

  it('says nothing where nothing differs', () => {
    const dull = ended(400).map((outcome) => ({ ...outcome, input: { ...outcome.input, own: {} } }));
    expect(learn(profile, dull)).toMatchObject({ ok: false, reason: 'nothingDiffers' });
  });
});

describe('what was known before', () => {
  const at = now;
  const change = (
    field: string,
    before: unknown,
    after: unknown,
    when: number,
    seq: number,
    leadId = aCompany().id,
  ): Change => ({
    seq,
    leadId,
    kind: 'company',
    at: when,
    origin: 'o',
    actionId: 'a',
    cause: 'edit',
    fields: [{ field, ...(before !== undefined && { before }), after }],
  });

  it('takes back later changes, people and talks', () => {
    const history = [
      change('industry', 'Software', 'Handel', at - day, 1),
      change('industry', 'Handel', 'Food', at, 2),
      change('industry', 'Food', 'Wine', at + day, 3),
      change('employees', undefined, '50', at + day, 4),
      change('emails', undefined, ['a@example.com'], at + day, 5),
      change('own.paid', undefined, true, at, 6),
    ];
    const of = { companyId: aCompany().id };
    const known = {
      lead: aCompany({ industry: 'Wine', employees: '50', emails: ['a@example.com'], own: { paid: true, kept: 1 } }),
      people: [
        aPerson({ ...of, createdAt: at - day }),
        aPerson({ ...of, createdAt: at + day }),
        aPerson({ ...of, id: 'moved', createdAt: at - day }),
      ],
      interactions: [
        { kind: 'call' as const, occurredAt: at - 1 },
        { kind: 'order' as const, occurredAt: at },
      ],
    };
    const moved = change('companyId', 'elsewhere', aCompany().id, at + day, 7, 'moved');
    const then = asOf(known, [...history, moved], at);
    expect(then.lead).toEqual(aCompany({ industry: 'Handel', own: { kept: 1 } }));
    expect(then.people).toHaveLength(1);
    expect(then.interactions).toEqual([{ kind: 'call', occurredAt: at - 1 }]);
  });

  it('is all that a model sees: what came with the outcome teaches nothing', () => {
    const outcomes = ended(400).map(({ input, won }): Outcome => {
      const lead = aCompany({ own: { ...input.own, never: won } });
      const then = asOf({ lead, people: [], interactions: [] }, [change('own.never', undefined, won, at, 1)], at);
      return { input: { ...then, own: then.lead.own }, won, at };
    });
    const lesson = learn(profile, outcomes);
    expect(lesson.ok && lesson.leftOut).toEqual(['never']);
  });

  const won = { result: 'won' as const, at };
  const lost = { result: 'lost' as const, at: at - day };
  const none = { people: [], interactions: [] };

  it("is a company's own end, else that of its people where they agree", () => {
    const of = { companyId: aCompany().id };
    const people = [aPerson({ ...of, outcome: won }), aPerson({ ...of, outcome: { ...won, at: at - day } })];
    expect(endingOf({ ...none, lead: aCompany() }, [], at)).toBeUndefined();
    expect(endingOf({ ...none, lead: aCompany(), people }, [], at)).toMatchObject({ won: true, at: at - day });
    const both = [...people, aPerson({ ...of, outcome: lost })];
    expect(endingOf({ ...none, lead: aCompany(), people: both }, [], at)).toEqual({ use: false, why: 'contradictory' });
    const own = aCompany({ outcome: lost });
    expect(endingOf({ ...none, lead: own, people: both }, [], at)).toMatchObject({ won: false });
    expect(endingOf({ ...none, lead: own }, [], at - 2 * day)).toEqual({ use: false, why: 'future' });
  });

  it('is what a lead was first kept with where it came after its end', () => {
    const imported = aCompany({ createdAt: at + day, industry: 'Wine', employees: '50', outcome: won });
    const history = [
      change('industry', undefined, 'Food', at + day, 1),
      change('employees', undefined, '50', at + day, 2),
      change('industry', 'Food', 'Wine', at + 2 * day, 3),
    ];
    const talk = { kind: 'call' as const, occurredAt: at + 1 };
    const ending = endingOf({ lead: imported, people: [], interactions: [talk] }, history, at + 9 * day);
    expect(ending).toMatchObject({ late: true, at, known: { lead: { industry: 'Food', employees: '50' } } });
    expect(ending?.use && ending.known.interactions).toEqual([]);

    // An import says so itself, though it dates what a row tells before the end that it tells.
    const made = aCompany({ createdAt: at - 1, outcome: won });
    const birth = { ...change('createdAt', undefined, at - 1, at - 1, 4), cause: 'import' as const };
    const end = change('outcome', undefined, won, at, 5);
    const lateOf = (changes: Change[]) => endingOf({ ...none, lead: made }, changes, at);
    expect(lateOf([birth, { ...end, actionId: 'b' }])).toMatchObject({ late: false });
    expect(lateOf([birth, end])).toMatchObject({ late: true });
    expect(
      lateOf([
        { ...birth, recordedAt: at + day },
        { ...end, actionId: 'b' },
      ]),
    ).toMatchObject({ late: true });
  });
});

describe('learning of points that are parts', () => {
  const when = (value: string) => ({ field: 'own.size', op: 'is', value });
  const size = [{ key: 'size', name: 'Size', type: 'text' as const, of: 'both' as const }];

  it('weighs tiers in proportion and recent contact by its weight', () => {
    const steps = {
      kind: 'tiers',
      id: 'steps',
      name: 'Steps',
      tiers: [
        { when: when('large'), points: 20 },
        { when: when('middle'), points: 10 },
      ],
    };
    const calls = { kind: 'event', id: 'calls', name: 'Calls', events: ['call'], points: 10 };
    const graded = aProfile([aGroup([steps]), aGroup([calls], { id: 'talk', axis: 'engagement' })], {
      fields: size,
      w: 0.5,
    });
    const random = drawn(11);
    const outcomes = Array.from({ length: 3000 }, (): Outcome => {
      const step = Math.floor(random() * 3);
      const talks = Math.floor(random() * 3);
      const won = random() < logistic(-2 + step + 0.5 * talks);
      const interactions = Array.from({ length: talks }, () => ({ kind: 'call' as const, occurredAt: now - day }));
      const own = { size: ['small', 'middle', 'large'][step] ?? null };
      return { input: { lead: aCompany(), own, interactions }, won, at: now };
    });
    const lesson = learn(graded, outcomes);
    if (!lesson.ok) throw new Error(lesson.reason);
    const of = (rule: string) => lesson.suggestions.find((one) => one.rule === rule);
    expect(of('steps')?.coefficient).toBeCloseTo(2, 0);
    expect(of('calls')?.coefficient).toBeCloseTo(0.5, 0);
    // 20 points of fit and 10 · 0.5 of recent contact are shared out as 2 to 0.5; what counts half needs double the points.
    expect(of('steps')?.suggested).toBeCloseTo(20, -1);
    expect(of('calls')?.suggested).toBeCloseTo(10, -1);
    expect(learn({ ...graded, w: 0 }, outcomes)).toMatchObject({ ok: true, leftOut: ['calls'] });
  });
});

describe('back-test and simulation', () => {
  it('says which rules tell won from lost for sure', () => {
    const { rules } = backtest(profile, ended(2000));
    const of = (id: string) => rules.find(({ rule }) => rule === id)?.difference;
    expect(of('x')?.low).toBeGreaterThan(0.2);
    expect(of('y')?.high).toBeLessThan(0);
    expect(of('z')?.low).toBeLessThan(0);
    expect(of('z')?.high).toBeGreaterThan(0);
    expect(of('never')).toEqual({ low: -1, high: 1 });
  });

  it('counts hits by tier and rule', () => {
    const outcomes = ended(2000);
    const { all, tiers, rules, auc } = backtest(profile, outcomes);
    expect(all.n).toBe(2000);
    expect(Object.values(tiers).reduce((sum, { n }) => sum + n, 0)).toBe(2000);
    const x = rules.find(({ rule }) => rule === 'x');
    expect((x?.held.n ?? 0) + (x?.not.n ?? 0)).toBe(2000);
    expect(x?.held.lift).toBeGreaterThan(1.2);
    expect(x?.not.lift).toBeLessThan(0.8);
    expect(x?.held.interval.low).toBeGreaterThan(x?.not.interval.high ?? 1);
    expect(auc?.auc).toBeGreaterThan(0.5);
    expect(backtest(profile, [])).toMatchObject({ all: { n: 0 }, gains: [] });
  });

  it('tells who changes tier, both ways, and the work', () => {
    const leads = ended(500).map(({ input }, at) => ({ ...input, lead: aCompany({ id: String(at) }) }));
    const draft = {
      ...profile,
      groups: [{ ...profile.groups[0], rules: [asks('x', 45), asks('y', -5), asks('z', 20)] }],
    };
    const told: number[] = [];
    const result = simulate(profile, aProfile(draft.groups, { fields, cuts: profile.cuts }), leads, now, 30, (share) =>
      told.push(share),
    );
    expect(result.up.length).toBeGreaterThan(0);
    expect(result.down.length).toBeGreaterThan(0);
    const moved = Object.entries(result.moves).flatMap(([from, row]) =>
      Object.entries(row).filter(([to]) => to !== from),
    );
    expect(moved.reduce((sum, [, n]) => sum + n, 0)).toBe(result.up.length + result.down.length);
    expect(result.weeks.after).toBe(result.after.A / 30);
    expect(simulate(profile, profile, leads, now, 30)).toMatchObject({ up: [], down: [] });
  });
});
