import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Task, type TaskRepeat, taskBody } from '../../../lib/domain/schema/task.ts';
import { byDue, dayStart, dueState, followUp, nextDue, noonOfDay, reminderAt, snoozed } from '../../../lib/work/due.ts';
import { arranged, openTasks, taskOfLead } from '../../../lib/work/lead-tasks.ts';

const at = (text: string) => new Date(text).getTime();
const now = at('2026-05-06T10:00');
const task = (values: Partial<Task> = {}): Task => ({ id: 't', text: 'Call', createdAt: 1, ...values });

describe('dueState', () => {
  it.each([
    ['a day that is over', '2026-05-05T12:00', false, 'overdue'],
    ['today without a time, though noon is over or not', '2026-05-06T12:00', false, 'today'],
    ['a time that has gone by', '2026-05-06T09:59', true, 'overdue'],
    ['a time to come today', '2026-05-06T10:01', true, 'today'],
    ['tomorrow', '2026-05-07T00:00', true, 'soon'],
    ['in six days', '2026-05-12T23:59', true, 'soon'],
    ['in a week', '2026-05-13T12:00', false, 'later'],
  ] as const)('%s', (_name, due, timed, state) => {
    expect(dueState({ dueAt: at(due), timed }, now)).toBe(state);
  });
  it('has some day for what has no day', () => expect(dueState({}, now)).toBe('someday'));
});

describe('nextDue', () => {
  it.each([
    ['each day', '2026-05-06T12:00', { every: 1, unit: 'day' }, '2026-05-07T12:00'],
    ['each day, done early', '2026-05-09T12:00', { every: 1, unit: 'day' }, '2026-05-10T12:00'],
    ['each second week, two missed', '2026-04-08T09:30', { every: 2, unit: 'week' }, '2026-05-20T09:30'],
    ['each workday on a Wednesday', '2026-05-06T12:00', { every: 1, unit: 'workday' }, '2026-05-07T12:00'],
    ['each workday from a Friday', '2026-05-08T12:00', { every: 1, unit: 'workday' }, '2026-05-11T12:00'],
    ['each month from the 31st', '2026-05-31T12:00', { every: 1, unit: 'month' }, '2026-06-30T12:00'],
    ['each month, idle since January', '2026-01-31T12:00', { every: 1, unit: 'month' }, '2026-05-31T12:00'],
    ['each year from a leap day', '2024-02-29T12:00', { every: 1, unit: 'year' }, '2027-02-28T12:00'],
  ] as [string, string, TaskRepeat, string][])('%s', (_name, due, repeat, next) => {
    expect(nextDue(task({ dueAt: at(due), repeat }), now)).toBe(at(next));
  });

  it('keeps the rhythm of the first day when the task was put off', () => {
    const repeat: TaskRepeat = { every: 1, unit: 'week' };
    const off = snoozed(task({ dueAt: at('2026-05-04T12:00'), repeat }), at('2026-05-06T12:00'), false);
    expect(nextDue(off, now)).toBe(at('2026-05-11T12:00'));
  });

  it.each([
    ['each month from the 31st', '2026-01-31T12:00', { every: 1, unit: 'month' }, ['02-28', '03-31', '04-30', '05-31']],
    ['each second month from the 30th', '2025-12-30T12:00', { every: 2, unit: 'month' }, ['02-28', '04-30', '06-30']],
  ] as [string, string, TaskRepeat, string[]][])(
    '%s stays on that day each time it is done',
    (_name, due, repeat, days) => {
      let one = task({ dueAt: at(due), repeat });
      const come = days.map(() => {
        one = followUp(one, one.dueAt ?? 0, 'next') as Task;
        return one.dueAt;
      });
      expect(come).toEqual(days.map((day) => at(`2026-${day}T12:00`)));
      expect(taskBody.parse(one)).toMatchObject({ dueAt: one.dueAt });
    },
  );

  it('stays on a leap day, and forgets the day where it comes by weeks', () => {
    const yearly: TaskRepeat = { every: 1, unit: 'year' };
    let one = task({ dueAt: at('2024-02-29T12:00'), repeat: yearly });
    for (let year = 0; year < 4; year++) one = followUp(one, one.dueAt ?? 0, 'next') as Task;
    expect(one.dueAt).toBe(at('2028-02-29T12:00'));
    const weekly = followUp({ ...one, repeat: { every: 1, unit: 'week' } }, one.dueAt ?? 0, 'next');
    expect(weekly).toMatchObject({ dueAt: at('2028-03-07T12:00') });
    expect(weekly).not.toHaveProperty('repeatDay');
  });

  it('goes on from the day it was put off from, on the day of the month that it began on', () => {
    const monthly = task({ dueAt: at('2026-01-31T12:00'), repeat: { every: 1, unit: 'month' } });
    const february = followUp(monthly, at('2026-01-31T13:00'), 'next') as Task;
    const off = snoozed(february, at('2026-03-05T12:00'), false);
    expect(followUp(off, at('2026-03-05T13:00'), 'next')?.dueAt).toBe(at('2026-03-31T12:00'));
  });

  it('always lies after today, and comes again from there', () => {
    const repeats = fc.record({
      every: fc.integer({ min: 1, max: 99 }),
      unit: fc.constantFrom('day', 'workday', 'week', 'month', 'year' as const),
    }) as fc.Arbitrary<TaskRepeat>;
    const moments = fc.integer({ min: at('2015-01-01'), max: at('2035-01-01') });
    fc.assert(
      fc.property(moments, repeats, (dueAt, repeat) => {
        const next = nextDue(task({ dueAt, repeat }), now);
        expect(next).toBeGreaterThanOrEqual(dayStart(now, 1));
        expect(next).toBeGreaterThan(dueAt);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a task that comes again', () => {
  it('is open anew with a reminder, and without what was of the last time', () => {
    const done = task({
      dueAt: at('2026-05-06T09:00'),
      timed: true,
      remindAt: at('2026-05-06T09:00'),
      snoozedFrom: at('2026-05-05T09:00'),
      repeat: { every: 1, unit: 'week' },
    });
    expect(followUp(done, now, 'next')).toEqual({
      id: 'next',
      text: 'Call',
      createdAt: now,
      dueAt: at('2026-05-12T09:00'),
      timed: true,
      remindAt: at('2026-05-12T09:00'),
      repeat: { every: 1, unit: 'week' },
    });
    expect(followUp(task({ dueAt: now }), now, 'next')).toBeUndefined();
  });
  it('reminds in the morning of a day without a time', () =>
    expect(reminderAt({ dueAt: noonOfDay(now, 1) })).toBe(at('2026-05-07T09:00')));
});

describe('the tasks of a lead', () => {
  const lead = { kind: 'person', id: 'L', updatedAt: 7, nextStep: { text: 'Offer', dueAt: 50 } } as never;
  it('begin with the next step, which goes by the lead’s id until it has its own', () => {
    expect(taskOfLead(lead)).toEqual({ id: 'L', leadId: 'L', text: 'Offer', dueAt: 50, createdAt: 7 });
    const further = [task({ id: 'a', dueAt: 60 }), task({ id: 'b' }), task({ id: 'c', dueAt: 70, doneAt: 80 })];
    expect(openTasks(lead, further).map(({ id }) => id)).toEqual(['L', 'a', 'b']);
  });
  it('are arranged so that the first due is the next step', () => {
    const { nextStep, further } = arranged([task({ id: 'b' }), task({ id: 'a', dueAt: 60, leadId: 'L' })]);
    expect(nextStep).toEqual({ id: 'a', text: 'Call', createdAt: 1, dueAt: 60 });
    expect(further.map(({ id }) => id)).toEqual(['b']);
    expect(arranged([])).toEqual({ further: [] });
  });
  it('of some day keep the order of their making', () => {
    const some = [task({ id: 'b', createdAt: 2 }), task({ id: 'a', createdAt: 2 }), task({ id: 'c', createdAt: 1 })];
    expect(some.sort(byDue).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });
});

it('no task is due on a day that no calendar has', () => {
  expect(taskBody.safeParse({ text: 'Ring', dueAt: 8.64e15 }).success).toBe(true);
  expect(taskBody.safeParse({ text: 'Ring', dueAt: 1e300 }).success).toBe(false);
  expect(taskBody.safeParse({ text: 'Ring', remindAt: Number.NaN }).success).toBe(false);
});
