import type { CallOutcome, Interaction } from '../domain/schema/lead.ts';
import type { Task, TaskBody } from '../domain/schema/task.ts';
import type { Book } from './book.ts';
import { carryOut, type TasksAfter } from './carry-out.ts';
import type { Action } from './edit.ts';
import { withNote } from './save-values.ts';
import { addStep, doneStep, snoozeStep, type TaskRef } from './tasks.ts';
import { read } from './transact.ts';

/** What was done with somebody, in one go: how a call went, what was said, what comes next, which task was done or put off with it. */
export type Touch = {
  kind: Extract<Interaction['kind'], 'call' | 'email' | 'meeting' | 'note'>;
  text: string;
  callOutcome?: CallOutcome | undefined;
  next?: TaskBody | undefined;
  doneTask?: TaskRef | undefined;
  putOff?: { task: TaskRef; until: number; timed: boolean } | undefined;
};

/**
 * Keeps a touch with a lead, with what comes next and the task it was, as one action. In: the lead, the touch, the time. Throws
 * `BookError`.
 */
export function logTouch(book: Book, leadId: string, touch: Touch, now: number): Promise<Action> {
  const { kind, callOutcome, next, doneTask, putOff } = touch;
  const text = touch.text.trim();
  const own = putOff
    ? snoozeStep({ ...putOff.task, leadId }, putOff.until, putOff.timed)
    : doneTask && doneStep({ ...doneTask, leadId }, now);
  const added = next && addStep(leadId, next, now).tasks;
  const tasks = (open: Task[]): TasksAfter => {
    const first = own?.tasks?.(open) ?? { open };
    const second = added?.(first.open) ?? first;
    return { open: second.open, ...(first.done && { done: first.done }) };
  };
  return carryOut(
    book,
    [
      {
        leadId,
        ...((own || added) && { tasks }),
        ...(own?.taskIds && { taskIds: own.taskIds }),
        ...(kind === 'note' && { patch: (lead) => ({ note: withNote(lead, text).note }) }),
        touch: { kind, text, occurredAt: now, ...(kind === 'call' && callOutcome && { callOutcome }) },
      },
    ],
    now,
  );
}

/** Ids of the leads that were called since a moment. Throws `BookError`. */
export async function calledSince(book: Book, since: number): Promise<Set<string>> {
  const found = await read(book, ['interactions'], (tx) =>
    tx.objectStore('interactions').index('occurredAt').getAll(IDBKeyRange.lowerBound(since)),
  );
  return new Set(found.filter(({ kind }) => kind === 'call').map(({ leadId }) => leadId));
}
