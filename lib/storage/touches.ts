import type { CallOutcome, Interaction } from '../domain/schema/lead.ts';
import type { TaskBody } from '../domain/schema/task.ts';
import type { Book } from './book.ts';
import { carryOut, type TasksAfter } from './carry-out.ts';
import type { Action } from './edit.ts';
import { withNote } from './save-values.ts';
import { addStep, doneStep, type TaskRef } from './tasks.ts';
import { read } from './transact.ts';

/** What was done with somebody, in one go: how a call went, what was said, what comes next, which task that was. */
export type Touch = {
  kind: Extract<Interaction['kind'], 'call' | 'email' | 'meeting' | 'note'>;
  text: string;
  callOutcome?: CallOutcome | undefined;
  next?: TaskBody | undefined;
  doneTask?: TaskRef | undefined;
};

/**
 * Keeps a touch with a lead, with what comes next and the task it was, as one action. In: the lead, the touch, the time. Throws
 * `BookError`.
 */
export function logTouch(book: Book, leadId: string, touch: Touch, now: number): Promise<Action> {
  const { kind, callOutcome, next, doneTask } = touch;
  const text = touch.text.trim();
  const done = doneTask && doneStep({ ...doneTask, leadId }, now).tasks;
  const added = next && addStep(leadId, next, now).tasks;
  const tasks = (open: Parameters<NonNullable<typeof done>>[0]): TasksAfter => {
    const first = done?.(open) ?? { open };
    const second = added?.(first.open) ?? first;
    return { open: second.open, ...(first.done && { done: first.done }) };
  };
  return carryOut(
    book,
    [
      {
        leadId,
        ...((done || added) && { tasks }),
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
