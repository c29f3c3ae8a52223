import { monthsOn, noonOfDay } from './due.ts';

export type SnoozeChoice = {
  id: 'laterToday' | 'tomorrow' | 'nextMonday' | 'inAWeek' | 'inAMonth';
  at: number;
  timed: boolean;
};

/** The usual times to put something off to. In: the time. Out: the choices, the nearest first; later today only while it is day. */
export function snoozeChoices(now: number): SnoozeChoice[] {
  const later = new Date(now);
  later.setHours(later.getHours() + 3, 0, 0, 0);
  const isToday = later.getDate() === new Date(now).getDate() && later.getHours() <= 20;
  const toMonday = (8 - new Date(now).getDay()) % 7 || 7;
  return [
    ...(isToday ? [{ id: 'laterToday' as const, at: later.getTime(), timed: true }] : []),
    { id: 'tomorrow', at: noonOfDay(now, 1), timed: false },
    ...(toMonday > 1 && toMonday < 7
      ? [{ id: 'nextMonday' as const, at: noonOfDay(now, toMonday), timed: false }]
      : []),
    { id: 'inAWeek', at: noonOfDay(now, 7), timed: false },
    { id: 'inAMonth', at: noonOfDay(monthsOn(now, 1)), timed: false },
  ];
}
