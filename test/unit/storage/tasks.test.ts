import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Book } from '../../../lib/storage/book.ts';
import {
  doneTasks,
  dueTasks,
  nextReminder,
  remindersBetween,
  type TaskLine,
  undatedTasks,
} from '../../../lib/storage/due-tasks.ts';
import { deleteLeads, editLead, getLead, saveItems, undoAction } from '../../../lib/storage/leads.ts';
import { mergeLeads } from '../../../lib/storage/merge-leads.ts';
import { addTask, doTask, editTask, removeTask, snoozeTask, tasksOf } from '../../../lib/storage/tasks.ts';
import { calledSince, logTouch } from '../../../lib/storage/touches.ts';
import { emptyBook, noBatch, page, person } from './make.ts';

const at = (text: string) => new Date(text).getTime();
const now = at('2026-05-06T10:00');
const noon = at('2026-05-07T12:00');

let book: Book;
let id: string;
beforeEach(async () => {
  book = await emptyBook();
  const items = [person('p1', { name: 'Erika Lindner' })];
  const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
  id = outcomes[0]?.leadId ?? '';
});

const texts = async (before = Infinity) => (await dueTasks(book, before)).map(({ task }) => task.text);
const nextStep = async () => (await getLead(book, id))?.lead.nextStep;

describe('tasks of a lead', () => {
  it('are its next step first, whichever is added first, and undo gives back what was', async () => {
    await addTask(book, [id], { text: 'Visit', dueAt: noon + 1000 }, now);
    const second = await addTask(book, [id], { text: 'Call', kind: 'call', dueAt: noon }, now + 1);
    expect(await nextStep()).toMatchObject({ text: 'Call', kind: 'call', dueAt: noon });
    expect((await tasksOf(book, id)).open.map(({ text }) => text)).toEqual(['Call', 'Visit']);
    expect(await texts()).toEqual(['Call', 'Visit']);

    await undoAction(book, second.actionId, now + 2);
    expect(await nextStep()).toMatchObject({ text: 'Visit' });
    expect((await tasksOf(book, id)).open.map(({ text }) => text)).toEqual(['Visit']);
    expect(await texts()).toEqual(['Visit']);
  });

  it('take up a next step that came another way', async () => {
    await editLead(book, id, { nextStep: { text: 'Send offer', dueAt: noon } }, now);
    expect(await texts()).toEqual(['Send offer']);
    const [line] = await dueTasks(book, Infinity);
    const done = await doTask(book, line?.task ?? { id }, now);
    expect(await nextStep()).toBeUndefined();
    expect((await tasksOf(book, id)).done).toMatchObject([{ text: 'Send offer', doneAt: now }]);
    expect((await doneTasks(book, now)).map(({ lead }) => lead?.id)).toEqual([id]);
    await undoAction(book, done.actionId, now + 1);
    expect(await nextStep()).toEqual({ text: 'Send offer', dueAt: noon });
    expect(await tasksOf(book, id)).toMatchObject({ open: [{ text: 'Send offer' }], done: [] });
  });

  it('are never lost when something is taken back that others were planned after', async () => {
    await addTask(book, [id], { text: 'First', dueAt: noon }, now);
    await addTask(book, [id], { text: 'Second', dueAt: noon + 2000 }, now + 1);
    const [first] = (await tasksOf(book, id)).open;
    const done = await doTask(book, first ?? { id }, now + 2);
    const [second] = (await tasksOf(book, id)).open;
    await editTask(book, second ?? { id }, { text: 'Second, by mail' }, now + 3);
    await addTask(book, [id], { text: 'Third', dueAt: noon + 1000 }, now + 4);
    await undoAction(book, done.actionId, now + 5);
    const all = await tasksOf(book, id);
    expect(all.open.map(({ text }) => text)).toEqual(['First', 'Third', 'Second, by mail']);
    expect(all.done).toEqual([]);
    expect(await texts()).toEqual(['First', 'Third', 'Second, by mail']);
  });

  it('that became the next step stay as they were changed since', async () => {
    await addTask(book, [id], { text: 'First', dueAt: noon }, now);
    await addTask(book, [id], { text: 'Second', dueAt: noon + 2000 }, now + 1);
    const [first] = (await tasksOf(book, id)).open;
    const done = await doTask(book, first ?? { id }, now + 2);
    const [second] = (await tasksOf(book, id)).open;
    await editTask(book, second ?? { id }, { text: 'Second, by mail' }, now + 3);
    const undone = await undoAction(book, done.actionId, now + 5);
    expect(undone.conflicts).toEqual([{ leadId: id, field: 'nextStep' }]);
    expect((await tasksOf(book, id)).open.map(({ text }) => text)).toEqual(['First', 'Second, by mail']);
    // No old copy of it is left behind for when it is done.
    const rows = await (await book.connection()).getAll('tasks');
    expect(rows.map(({ text }) => text)).toEqual(['First']);
  });

  it('that never had a name of their own come back too', async () => {
    await editLead(book, id, { nextStep: { text: 'Send offer', dueAt: noon } }, now);
    const done = await doTask(book, { id, leadId: id }, now + 1);
    const next = await addTask(book, [id], { text: 'Visit', dueAt: noon + 1000 }, now + 2);
    await undoAction(book, done.actionId, now + 3);
    expect((await tasksOf(book, id)).open.map(({ text }) => text)).toEqual(['Send offer', 'Visit']);
    await doTask(book, { id, leadId: id }, now + 4);
    await undoAction(book, next.actionId, now + 5);
    expect(await tasksOf(book, id)).toMatchObject({ open: [], done: [{ text: 'Send offer' }] });
  });

  it('are the next step again where nothing else is planned any more', async () => {
    await addTask(book, [id], { text: 'First', dueAt: noon }, now);
    await addTask(book, [id], { text: 'Second', dueAt: noon + 2000 }, now + 1);
    const [first, second] = (await tasksOf(book, id)).open;
    const done = await doTask(book, first ?? { id }, now + 2);
    await doTask(book, second ?? { id }, now + 3);
    expect(await nextStep()).toBeUndefined();
    await undoAction(book, done.actionId, now + 4);
    expect(await nextStep()).toMatchObject({ text: 'First' });
    const { open, done: doneNow } = await tasksOf(book, id);
    expect([open, doneNow].map((tasks) => tasks.map(({ text }) => text))).toEqual([['First'], ['Second']]);
  });

  it('that were taken away, or put before others, come back and go as if nothing had been planned since', async () => {
    await addTask(book, [id], { text: 'Second', dueAt: noon + 2000 }, now);
    const added = await addTask(book, [id], { text: 'First', dueAt: noon + 1000 }, now + 1);
    await addTask(book, [id], { text: 'Sooner', dueAt: noon }, now + 2);
    await undoAction(book, added.actionId, now + 3);
    expect((await tasksOf(book, id)).open.map(({ text }) => text)).toEqual(['Sooner', 'Second']);
    const [sooner] = (await tasksOf(book, id)).open;
    const removed = await removeTask(book, sooner ?? { id }, now + 4);
    await addTask(book, [id], { text: 'Last minute', dueAt: noon - 1000 }, now + 5);
    await undoAction(book, removed.actionId, now + 6);
    expect((await tasksOf(book, id)).open.map(({ text }) => text)).toEqual(['Last minute', 'Sooner', 'Second']);
  });

  it('that come again are there once when their doing is taken back', async () => {
    await addTask(book, [id], { text: 'Ring', dueAt: at('2026-05-06T12:00'), repeat: { every: 1, unit: 'week' } }, now);
    const [ring] = (await tasksOf(book, id)).open;
    const done = await doTask(book, ring ?? { id }, now + 1);
    await addTask(book, [id], { text: 'Visit', dueAt: noon }, now + 2);
    await undoAction(book, done.actionId, now + 3);
    const { open } = await tasksOf(book, id);
    expect(open.map(({ text, dueAt }) => [text, dueAt])).toEqual([
      ['Ring', at('2026-05-06T12:00')],
      ['Visit', noon],
    ]);
  });

  it('move up when the next one is done, and come again where they repeat', async () => {
    await addTask(book, [id], { text: 'Ring', dueAt: at('2026-05-06T12:00'), repeat: { every: 1, unit: 'week' } }, now);
    await addTask(book, [id], { text: 'Visit', dueAt: noon }, now + 1);
    const [ring] = (await tasksOf(book, id)).open;
    await doTask(book, ring ?? { id }, now + 2);
    const { open, done } = await tasksOf(book, id);
    expect(open.map(({ text, dueAt }) => [text, dueAt])).toEqual([
      ['Visit', noon],
      ['Ring', at('2026-05-13T12:00')],
    ]);
    expect(done.map(({ text }) => text)).toEqual(['Ring']);
    expect(await nextStep()).toMatchObject({ text: 'Visit' });
  });

  it('are put off, changed and taken away', async () => {
    await addTask(book, [id], { text: 'Ring', dueAt: noon, remindAt: noon - 1 }, now);
    const [task] = (await tasksOf(book, id)).open;
    if (!task) throw new Error('no task');
    await snoozeTask(book, task, at('2026-05-08T15:00'), true, now);
    expect(await nextStep()).toMatchObject({
      dueAt: at('2026-05-08T15:00'),
      remindAt: at('2026-05-08T15:00'),
      snoozedFrom: noon,
    });
    await editTask(book, task, { text: 'Ring twice', timed: null, dueAt: noon, remindAt: null }, now + 1);
    expect(await nextStep()).toMatchObject({ text: 'Ring twice', dueAt: noon });
    expect(await nextStep()).not.toHaveProperty('remindAt');
    await removeTask(book, task, now + 2);
    expect(await nextStep()).toBeUndefined();
    expect((await tasksOf(book, id)).done).toEqual([]);
  });

  it('of a deleted lead are shown nowhere', async () => {
    await addTask(book, [id], { text: 'Ring', dueAt: noon, remindAt: noon }, now);
    await addTask(book, [id], { text: 'Visit', dueAt: noon + 1, remindAt: noon + 1 }, now);
    await deleteLeads(book, [id], now + 1);
    expect(await texts()).toEqual([]);
    expect(await remindersBetween(book, now, Infinity)).toEqual([]);
  });
});

describe('wanted tasks', () => {
  it('are found behind any number of others', async () => {
    for (let at = 0; at < 5; at++)
      await addTask(book, [], { text: `Theirs ${at}`, dueAt: noon + at, owner: 'Anna' }, now);
    await addTask(book, [], { text: 'Ours', dueAt: noon + 9 }, now);
    await addTask(book, [], { text: 'Theirs some day', owner: 'Anna' }, now);
    await addTask(book, [], { text: 'Ours some day' }, now);
    const wanted = { isWanted: ({ task }: TaskLine) => task.owner === undefined, most: 2 };
    expect((await dueTasks(book, Infinity, wanted)).map(({ task }) => task.text)).toEqual(['Ours']);
    expect((await undatedTasks(book, wanted)).map(({ task }) => task.text)).toEqual(['Ours some day']);
  });
  it('of some day are found behind next steps that have one', async () => {
    await addTask(book, [id], { text: 'Ring', dueAt: noon }, now);
    await addTask(book, [], { text: 'Some day' }, now);
    expect((await undatedTasks(book, { most: 1 })).map(({ task }) => task.text)).toEqual(['Some day']);
  });
});

describe('tasks about nobody', () => {
  it('are added, done and taken back', async () => {
    await addTask(book, [], { text: 'Tidy the stand' }, now);
    expect((await undatedTasks(book)).map(({ task }) => task.text)).toEqual(['Tidy the stand']);
    const [line] = await undatedTasks(book);
    const { actionId } = await doTask(book, line?.task ?? { id }, now);
    expect(await undatedTasks(book)).toEqual([]);
    await undoAction(book, actionId, now + 1);
    expect((await undatedTasks(book)).map(({ task }) => task.text)).toEqual(['Tidy the stand']);
  });
});

describe('reminders', () => {
  it('are found by when they fall, of leads and of nobody', async () => {
    await addTask(book, [], { text: 'Stand', dueAt: noon, remindAt: noon }, now);
    await addTask(book, [id], { text: 'Ring', dueAt: noon + 5, remindAt: noon + 5 }, now);
    await addTask(book, [id], { text: 'Visit', dueAt: noon + 9, remindAt: noon + 9 }, now);
    expect(await nextReminder(book, now)).toBe(noon);
    expect(await nextReminder(book, noon)).toBe(noon + 5);
    expect(await nextReminder(book, noon + 9)).toBeUndefined();
    const between = await remindersBetween(book, noon, noon + 9);
    expect(between.map(({ task }) => task.text)).toEqual(['Ring', 'Visit']);
  });
});

describe('a touch', () => {
  it('keeps outcome, note, what comes next and the task it was in one action', async () => {
    await addTask(book, [id], { text: 'Ring', kind: 'call', dueAt: noon }, now);
    const [task] = (await tasksOf(book, id)).open;
    const next = { text: 'Call back', kind: 'call' as const, dueAt: noon + 1000 };
    const touch = {
      kind: 'call' as const,
      text: ' on holiday ',
      callOutcome: 'callBack' as const,
      next,
      doneTask: task,
    };
    const { actionId } = await logTouch(book, id, touch, now + 1);
    const full = await getLead(book, id);
    expect(full?.interactions[0]).toMatchObject({ kind: 'call', callOutcome: 'callBack', text: 'on holiday' });
    expect(full?.lead.nextStep).toMatchObject({ text: 'Call back', dueAt: noon + 1000 });
    expect((await tasksOf(book, id)).done.map(({ text }) => text)).toEqual(['Ring']);
    expect(await calledSince(book, now)).toEqual(new Set([id]));

    await undoAction(book, actionId, now + 2);
    const before = await getLead(book, id);
    expect(before?.interactions.map(({ kind }) => kind)).not.toContain('call');
    expect(await tasksOf(book, id)).toEqual({ open: [task], done: [] });
  });

  it('that reached nobody puts the call off with its reminder and rhythm, in one action', async () => {
    const repeat = { every: 1, unit: 'week' as const };
    await addTask(book, [id], { text: 'Ring', kind: 'call', dueAt: noon, remindAt: noon - 1, repeat }, now);
    const [task] = (await tasksOf(book, id)).open;
    if (!task) throw new Error('no task');
    const putOff = { task, until: at('2026-05-08T12:00'), timed: false };
    const touch = { kind: 'call' as const, text: '', callOutcome: 'notReached' as const, putOff };
    const { actionId } = await logTouch(book, id, touch, now + 1);
    expect((await getLead(book, id))?.interactions[0]).toMatchObject({ kind: 'call', callOutcome: 'notReached' });
    expect(await nextStep()).toMatchObject({
      text: 'Ring',
      dueAt: at('2026-05-08T12:00'),
      remindAt: at('2026-05-08T09:00'),
      snoozedFrom: noon,
      repeat,
    });
    expect((await tasksOf(book, id)).done).toEqual([]);

    await undoAction(book, actionId, now + 2);
    expect((await getLead(book, id))?.interactions.map(({ kind }) => kind)).not.toContain('call');
    expect(await tasksOf(book, id)).toEqual({ open: [task], done: [] });
  });

  it('that is a note stands among the notes of the lead too', async () => {
    await logTouch(book, id, { kind: 'note', text: 'Wants a price list' }, now);
    expect((await getLead(book, id))?.lead.note).toBe('Wants a price list');
  });
});

describe('leads that become one', () => {
  it('keep all their tasks, and each has its own again once they are taken apart', async () => {
    const items = [person('p2', { name: 'Erika Lindner' })];
    const { outcomes } = await saveItems(book, {
      items: items.map((item) => ({ ...item, sameAs: 'new' })),
      batch: noBatch,
      url: page,
      now,
    });
    const other = outcomes[0]?.leadId ?? '';
    await addTask(book, [id], { text: 'Ring', dueAt: noon }, now);
    await addTask(book, [other], { text: 'Visit', dueAt: noon + 1 }, now);
    const { actionId } = await mergeLeads(book, [{ leadIds: [id, other], keptId: id }], now + 1);
    expect((await tasksOf(book, id)).open.map(({ text }) => text)).toEqual(['Ring', 'Visit']);
    expect(await texts()).toEqual(['Ring', 'Visit']);
    await undoAction(book, actionId, now + 2);
    expect((await tasksOf(book, id)).open.map(({ text }) => text)).toEqual(['Ring']);
    expect((await tasksOf(book, other)).open.map(({ text }) => text)).toEqual(['Visit']);
  });

  it.each([
    ['a further task there', 'Ring'],
    ['the next step there', undefined],
    ['like the next step there', 'Visit'],
  ])('have their next step done or put off by its former name where it is %s', async (_, own) => {
    const items = [{ ...person('p2', { name: 'Erika Lindner' }), sameAs: 'new' as const }];
    const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now });
    const other = outcomes[0]?.leadId ?? '';
    if (own) await editLead(book, id, { nextStep: { text: own, dueAt: noon } }, now);
    await editLead(book, other, { nextStep: { text: 'Visit', dueAt: noon } }, now);
    const [stale] = (await tasksOf(book, other)).open;
    await mergeLeads(book, [{ leadIds: [id, other], keptId: id }], now + 1);
    const ref = stale ?? { id: '' };
    const put = await snoozeTask(book, ref, noon + 5000, true, now + 2);
    const visit = async () => (await tasksOf(book, id)).open.find(({ text }) => text === 'Visit');
    expect(await visit()).toMatchObject({ dueAt: noon + 5000 });
    await undoAction(book, put.actionId, now + 3);
    expect(await visit()).toMatchObject({ dueAt: noon });
    await doTask(book, ref, now + 4);
    expect(await visit()).toBeUndefined();
    expect((await tasksOf(book, id)).done).toMatchObject([{ text: 'Visit', doneAt: now + 4 }]);
    await expect(doTask(book, ref, now + 5)).rejects.toMatchObject({ code: 'unknown' });
    expect((await tasksOf(book, id)).open.map(({ text }) => text)).toEqual(own === 'Ring' ? ['Ring'] : []);
  });
});
