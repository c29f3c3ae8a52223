import type { Task, TaskBody, TaskRepeat } from '../domain/schema/task.ts';

/** work: tasks, stages and calls as rules without a browser: the time is an argument, days are those of the local calendar. */
export type DueState = 'overdue' | 'today' | 'soon' | 'later' | 'someday';

const dayMs = 24 * 60 * 60 * 1000;

/** The first moment of the local day of a moment, `days` further. In: epoch milliseconds. */
export function dayStart(at: number, days = 0): number {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
}

/** Noon of the local day of a moment, `days` further: what a task of a day without a time is due at. */
export const noonOfDay = (at: number, days = 0): number => {
  const day = new Date(at);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, 12).getTime();
};

/** How urgent a task is. A day without a time is overdue only when the day is over. In: the task, the time. */
export function dueState({ dueAt, timed }: Pick<TaskBody, 'dueAt' | 'timed'>, now: number): DueState {
  if (dueAt === undefined) return 'someday';
  if (dueAt < (timed ? now : dayStart(now))) return 'overdue';
  if (dueAt < dayStart(now, 1)) return 'today';
  return dueAt < dayStart(now, 7) ? 'soon' : 'later';
}

/** The day a number of months later, at the same time; of a month too short for the day its last day. In: the moment, months, the day of the month where it is another than the moment's. */
export function monthsOn(from: number, months: number, date = new Date(from).getDate()): number {
  const day = new Date(from);
  const [year, month] = [day.getFullYear(), day.getMonth() + months];
  const lastDay = new Date(year, month + 1, 0).getDate();
  const clock = [day.getHours(), day.getMinutes(), day.getSeconds(), day.getMilliseconds()] as const;
  return new Date(year, month, Math.min(date, lastDay), ...clock).getTime();
}

/** A moment moved on by steps of a rhythm. In: the moment, the rhythm, how many steps, the day of the month that it began on. */
function stepped(from: number, { every, unit }: TaskRepeat, steps: number, began?: number): number {
  const day = new Date(from);
  const [year, month, date] = [day.getFullYear(), day.getMonth(), day.getDate()];
  const count = every * steps;
  const clock = [day.getHours(), day.getMinutes(), day.getSeconds(), day.getMilliseconds()] as const;
  if (unit === 'day') return new Date(year, month, date + count, ...clock).getTime();
  if (unit === 'week') return new Date(year, month, date + 7 * count, ...clock).getTime();
  if (unit === 'workday') {
    const at = new Date(from);
    for (let left = count; left > 0; ) {
      at.setDate(at.getDate() + 1);
      if (at.getDay() !== 0 && at.getDay() !== 6) left--;
    }
    return at.getTime();
  }
  return monthsOn(from, (unit === 'year' ? 12 : 1) * count, began);
}

/** When a repeated task comes again: the first time of its rhythm that is still to come. In: the task, the time it was done. */
export function nextDue({ dueAt, snoozedFrom, repeat, repeatDay }: TaskBody, now: number): number | undefined {
  if (!repeat) return undefined;
  const from = snoozedFrom ?? dueAt ?? now;
  const after = Math.max(from, dayStart(now, 1) - 1);
  if (repeat.unit === 'workday') {
    let at = stepped(from, repeat, 1);
    while (at <= after) at = stepped(at, repeat, 1);
    return at;
  }
  // Counted from the first day each time, so that the 31st stays the 31st; what lay idle for years is leapt over.
  const days = { day: 1, week: 7, month: 31, year: 366 }[repeat.unit] * repeat.every;
  let steps = Math.max(1, Math.floor((after - from) / (days * dayMs)));
  let at = stepped(from, repeat, steps, repeatDay);
  while (at <= after) {
    steps++;
    at = stepped(from, repeat, steps, repeatDay);
  }
  return at;
}

/** Noon of the next day from Monday to Friday. In: the time. */
export const nextWorkday = (now: number): number => stepped(noonOfDay(now), { every: 1, unit: 'workday' }, 1);

/** The task that follows a repeated one, with a reminder where it had one; undefined where it does not come again. */
export function followUp(task: Task, now: number, id: string): Task | undefined {
  const dueAt = nextDue(task, now);
  if (dueAt === undefined) return undefined;
  const { doneAt: _doneAt, snoozedFrom, repeatDay, remindAt, ...rest } = task;
  const { timed, repeat } = rest;
  const began = repeatDay ?? new Date(snoozedFrom ?? task.dueAt ?? now).getDate();
  const isCutShort = (repeat?.unit === 'month' || repeat?.unit === 'year') && new Date(dueAt).getDate() !== began;
  return {
    ...rest,
    id,
    dueAt,
    createdAt: now,
    ...(isCutShort && { repeatDay: began }),
    ...(remindAt !== undefined && { remindAt: reminderAt({ dueAt, timed }) }),
  };
}

/**
 * A task as it was changed by hand: a day set anew is where its rhythm goes on from, and a reminder moves with its time. In: the
 * task as it was, as it is now.
 */
export function changedByHand<T extends TaskBody>(before: TaskBody, after: T): T {
  const { snoozedFrom, repeatDay, remindAt, ...rest } = after;
  const { dueAt, timed, repeat } = rest;
  const dayOf = (at: number | undefined) => at !== undefined && dayStart(at);
  const isSameRhythm = dayOf(dueAt) === dayOf(before.dueAt) && repeat?.unit === before.repeat?.unit;
  return {
    ...rest,
    ...(dueAt === before.dueAt && snoozedFrom !== undefined && { snoozedFrom }),
    ...(isSameRhythm && repeatDay !== undefined && { repeatDay }),
    ...(remindAt !== undefined && dueAt !== undefined && { remindAt: reminderAt({ dueAt, timed }) }),
  } as T;
}

/** A task put off. Its first day is kept, so that a repeated one keeps its rhythm; a reminder comes at the new time. */
export function snoozed<T extends TaskBody>(task: T, until: number, timed: boolean): T {
  const { timed: _timed, remindAt, ...rest } = task;
  const first = task.snoozedFrom ?? task.dueAt;
  return {
    ...rest,
    dueAt: until,
    ...(timed && { timed }),
    ...(first !== undefined && { snoozedFrom: first }),
    ...(remindAt !== undefined && { remindAt: reminderAt({ dueAt: until, timed }) }),
  } as T;
}

/** Hour of the day at which a task without a time reminds. */
const morning = 9;

/** When a task reminds: at its time, or in the morning of its day. In: when it is due. */
export function reminderAt({ dueAt, timed }: { dueAt: number; timed?: boolean | undefined }): number {
  if (timed) return dueAt;
  const day = new Date(dueAt);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate(), morning).getTime();
}

// By comparing, not by taking away: two of some day are both due at infinity.
const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);

/** By when they are due, those of some day last; equal ones in the order of their making. */
export const byDue = (a: Task, b: Task): number =>
  compare(a.dueAt ?? Infinity, b.dueAt ?? Infinity) || compare(a.createdAt, b.createdAt) || compare(a.id, b.id);
