import { describe, expect, it } from 'vitest';
import { firstPipeline } from '../../../lib/domain/schema/stage.ts';
import { stagePatch, standingOf } from '../../../lib/domain/stage.ts';
import { cardOf, columnsOf, medianAge } from '../../../lib/work/board.ts';
import { isFor, ownerOf } from '../../../lib/work/owner.ts';
import { isStuck } from '../../../lib/work/silence.ts';
import { snoozeChoices } from '../../../lib/work/snooze.ts';

const day = 24 * 60 * 60 * 1000;
const lead = (values: object = {}) =>
  ({
    kind: 'company',
    id: 'c',
    name: 'Glasbau',
    addresses: [],
    emails: [],
    phones: [],
    createdAt: 5,
    ...values,
  }) as never;

describe('standingOf', () => {
  const at = { stage: 'talking', since: 50 };
  it.each([
    ['first of all in the first stage since it came', {}, undefined, { stage: 'new', since: 5 }],
    ['in its own stage', { pipelineStage: at }, undefined, at],
    [
      'in the first where its stage is no more',
      { pipelineStage: { stage: 'x', since: 9 } },
      undefined,
      { stage: 'new', since: 9 },
    ],
    ['at its end', { pipelineStage: at, outcome: { result: 'won', at: 70 } }, undefined, { stage: 'won', since: 70 }],
    ['where its company stands', { pipelineStage: { stage: 'offer', since: 1 } }, lead({ pipelineStage: at }), at],
  ] as [string, object, never, object][])('stands %s', (_name, values, company, standing) => {
    expect(standingOf(lead(values), company, firstPipeline)).toEqual(standing);
  });
  it('comes back to its stage once an end is taken away', () => {
    expect(stagePatch('lost', 9, ' too dear ')).toEqual({ outcome: { result: 'lost', at: 9, reason: 'too dear' } });
    expect(stagePatch('offer', 9)).toEqual({ pipelineStage: { stage: 'offer', since: 9 }, outcome: null });
  });
});

describe('the board', () => {
  const card = (id: string, values: object = {}) => cardOf(lead({ id, ...values }), 'A', firstPipeline, 100 * day);
  it('shows a lead at its stage', () => {
    expect(card('a')).toMatchObject({ id: 'a', stage: 'new', tier: 'A' });
  });
  it('puts every card into one column, in the order asked for, and filters', () => {
    const cards = [
      card('a', { owner: 'Li', createdAt: 90 * day }),
      card('b', { createdAt: 80 * day }),
      card('c', { outcome: { result: 'lost', at: 99 * day } }),
      card('d', { owner: 'Anna', standIn: { name: 'Li', since: 0, until: 101 * day }, createdAt: 95 * day }),
    ];
    const ids = (filter: object, order: 'newest' | 'oldest') =>
      Object.fromEntries(
        columnsOf(cards, firstPipeline, filter, order)
          .filter((column) => column.cards.length > 0)
          .map((column) => [column.stage, column.cards.map(({ id }) => id).join('')]),
      );
    expect(ids({}, 'newest')).toEqual({ new: 'dab', lost: 'c' });
    expect(ids({}, 'oldest')).toEqual({ new: 'bad', lost: 'c' });
    expect(ids({ owner: 'Li' }, 'newest')).toEqual({ new: 'da' });
    expect(ids({ owner: '' }, 'newest')).toEqual({ new: 'b', lost: 'c' });
    expect(ids({ tier: 'B' }, 'newest')).toEqual({});
    expect(medianAge(cards, 100 * day)).toBe(10);
  });
});

describe('a stand-in', () => {
  const held = { owner: 'Anna', standIn: { name: 'Li', since: 10, until: 20 } };
  it.each([
    [9, 'Anna'],
    [10, 'Li'],
    [19, 'Li'],
    [20, 'Anna'],
  ])('looks after a lead from its day until the last is over: %d', (at, owner) =>
    expect(ownerOf(held, at)).toBe(owner),
  );
});

describe('isStuck', () => {
  const now = 100 * day;
  it.each([
    ['in a stage without patience', {}, 0, false],
    ['longer than patience, nothing done', {}, 14, true],
    ['touched lately', { touchedAt: 95 * day }, 14, false],
    ['touched long ago', { touchedAt: 50 * day }, 14, true],
    ['with a day ahead', { dueAt: 120 * day }, 14, false],
    ['with a day long gone', { dueAt: 60 * day }, 14, true],
  ] as const)('%s', (_name, values, patience, stuck) => {
    expect(isStuck({ since: 10 * day, ...values }, patience, now)).toBe(stuck);
  });
});

describe('snoozeChoices', () => {
  it('lie ahead, in their order, and Monday is named only where it is not tomorrow or in a week', () => {
    for (let days = 0; days < 7; days++) {
      const now = new Date(2026, 4, 4 + days, 10).getTime();
      const times = snoozeChoices(now).map(({ at }) => at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(new Set(times).size).toBe(times.length);
      expect(Math.min(...times)).toBeGreaterThan(now);
    }
    const late = snoozeChoices(new Date(2026, 4, 4, 22).getTime());
    expect(late.map(({ id }) => id)).not.toContain('laterToday');
  });
});

describe('what is for somebody to do', () => {
  const held = (values: object) => lead({ ...values });
  const away = { owner: 'Anna', standIn: { name: 'Li Na', since: 10, until: 20 } };
  it.each([
    ['everything for who asks for all', '', { lead: held({ owner: 'Anna' }) }, true],
    ['what is theirs, however it is written', 'li na', { lead: held({ owner: 'Li Na ' }) }, true],
    ['not what is a colleague’s', 'Li Na', { lead: held({ owner: 'Anna' }) }, false],
    ['what is nobody’s', 'Li Na', { lead: held({}) }, true],
    ['what is about nobody', 'Li Na', {}, true],
    ['what they stand in for', 'Li Na', { lead: held(away) }, true],
    ['not what somebody else stands in for', 'Anna', { lead: held(away) }, false],
    ['a person of nobody’s with their company', 'Li Na', { lead: held({}), company: held({ owner: 'Anna' }) }, false],
    [
      'a person that is theirs, of another’s company',
      'Li Na',
      { lead: held({ owner: 'Li Na' }), company: held(away) },
      true,
    ],
    ['a task by whom it names', 'Li Na', { task: { owner: 'Anna' }, lead: held({ owner: 'Li Na' }) }, false],
  ] as [string, string, object, boolean][])('is %s', (_name, name, what, answer) =>
    expect(isFor(name, what, 15)).toBe(answer),
  );
});
