import type { Book } from '../storage/book.ts';
import { remindersBetween, type TaskLine } from '../storage/due-tasks.ts';
import { remindedUntil, setRemindedUntil } from '../storage/reminded.ts';
import { getSetting } from '../storage/settings.ts';
import { isFor } from '../work/owner.ts';

/** A notice to be shown: `id` leads back to the lead, or to what is due today. */
export type ReminderNotice = { id: string; title: string; message: string };

export type RingDeps = {
  now(): number;
  /** May the browser show notices? */
  allowed(): Promise<boolean>;
  show(notice: ReminderNotice): Promise<void>;
  words: {
    one(line: TaskLine): { title: string; message: string };
    many(count: number): { title: string; message: string };
  };
};

const dayMs = 24 * 60 * 60 * 1000;
/** More than so many at once are told in one notice. */
const mostSingly = 4;

const idOf = ({ task, lead }: TaskLine) => `${lead ? `leads/${lead.id}` : 'today'}#${task.id}`;

/** The page of the workspace that a notice leads to. In: its id. */
export const pageOfNotice = (id: string): string => id.split('#')[0] ?? 'today';

/**
 * Tells of all reminders for the user since the last time, also of those that fell while the browser was closed. What was told is noted
 * only afterwards: a browser killed in between tells it again rather than never. In: the book, clock, notices and words.
 * Out: how many were told. Throws `BookError`.
 */
export async function ringReminders(book: Book, deps: RingDeps): Promise<number> {
  const now = deps.now();
  const since = await remindedUntil(book);
  // A clock that was ahead and is set right goes on from now: else nothing would be told until it is as late as it was.
  if (since === undefined || since > now) {
    await setRemindedUntil(book, now);
    return 0;
  }
  const { myName } = await getSetting(book, 'work');
  const all = await remindersBetween(book, since, now);
  // A colleague's tasks come along with a pack: they ring on the colleague's own machine.
  const lines = all.filter((line) => isFor(myName, line, now));
  if (lines.length > 0 && !(await deps.allowed())) return 0;
  if (lines.length > mostSingly) {
    await deps.show({ id: 'today#all', ...deps.words.many(lines.length) });
  } else for (const line of lines) await deps.show({ id: idOf(line), ...deps.words.one(line) });
  // The background wakes often: only what was told, and now and then the day, is worth a write.
  if (all.length > 0 || now - since > dayMs) await setRemindedUntil(book, now);
  return lines.length;
}
