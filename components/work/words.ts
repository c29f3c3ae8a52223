import { i18n } from '#i18n';
import type { Stage } from '../../lib/domain/schema/stage.ts';
import type { TaskBody, TaskKind, TaskRepeat } from '../../lib/domain/schema/task.ts';
import type { StageId } from '../../lib/domain/stage.ts';
import { dayStart } from '../../lib/work/due.ts';

const locale = () => i18n.t('panel.locale');
const dayMs = 24 * 60 * 60 * 1000;

export const kindText = (kind: TaskKind): string => i18n.t(`work.kind.${kind}`);

/** The clock time of a moment. */
export const clockText = (at: number): string =>
  new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit' }).format(at);

/** A day as one says it from today: "yesterday", "today", "Friday", then "8 May". */
export function nearDayText(at: number, now: number): string {
  const days = Math.round((dayStart(at) - dayStart(now)) / dayMs);
  if (Math.abs(days) <= 1) return new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }).format(days, 'day');
  if (days > 1 && days < 7) return new Intl.DateTimeFormat(locale(), { weekday: 'long' }).format(at);
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(locale(), {
    day: 'numeric',
    month: 'short',
    ...(!sameYear && { year: 'numeric' }),
  }).format(at);
}

/** When a task is due: "today, 15:00", "Friday"; nothing for one of some day. */
export function dueText({ dueAt, timed }: Pick<TaskBody, 'dueAt' | 'timed'>, now: number): string {
  if (dueAt === undefined) return '';
  const day = nearDayText(dueAt, now);
  return timed ? i18n.t('work.dayAndTime', [day, clockText(dueAt)]) : day;
}

/** "Every week", "Every 2 weeks". */
export const repeatText = ({ every, unit }: TaskRepeat): string => i18n.t(`work.every.${unit}`, every);

const ownStages = ['new', 'contacted', 'talking', 'offer'] as const;
const isOwnStage = (id: string): id is (typeof ownStages)[number] => (ownStages as readonly string[]).includes(id);

/** The name of an open stage: the user's, else ours. */
export const openStageName = ({ id, name }: Stage): string =>
  name || (isOwnStage(id) ? i18n.t(`work.stage.${id}`) : id);

/** The name of a stage or end. In: its id, the pipeline. */
export function stageName(
  id: StageId,
  { stages, wonName, lostName }: { stages: Stage[]; wonName: string; lostName: string },
): string {
  if (id === 'won') return wonName || i18n.t('work.stage.won');
  if (id === 'lost') return lostName || i18n.t('work.stage.lost');
  const stage = stages.find((one) => one.id === id);
  return stage ? openStageName(stage) : id;
}
