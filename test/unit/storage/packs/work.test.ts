import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Pack } from '../../../../lib/domain/schema/pack.ts';
import { type Book, openBookAt } from '../../../../lib/storage/book.ts';
import { addNote, editLead } from '../../../../lib/storage/edit.ts';
import { mergeLeads } from '../../../../lib/storage/merge-leads.ts';
import { makePack } from '../../../../lib/storage/packs/make-pack.ts';
import { planPack } from '../../../../lib/storage/packs/plan-pack.ts';
import { writePack } from '../../../../lib/storage/packs/write-pack.ts';
import { getLead, readRows } from '../../../../lib/storage/read-leads.ts';
import { saveItems } from '../../../../lib/storage/save.ts';
import { addTask, doTask, editTask, removeTask, snoozeTask, tasksOf } from '../../../../lib/storage/tasks.ts';
import { undoAction } from '../../../../lib/storage/undo.ts';
import { noBatch, person } from '../make.ts';

const open = (name: string): Promise<Book> => openBookAt({ name, now: 1000 });
const save = async (book: Book, name: string, email: string, now: number) => {
  const { outcomes } = await saveItems(book, {
    items: [person(`d-${email}`, { name, emails: [email] })],
    batch: noBatch,
    url: 'https://glas.example/team',
    now,
  });
  return outcomes[0]?.leadId ?? '';
};
const fill = (book: Book, now: number) => save(book, 'Anna Roth', 'anna@glas.example', now);
const send = (book: Book): Promise<Pack> =>
  makePack(book, { by: 'A', touches: true, tasks: true, rules: false, now: 9000 });
let clock = 10_000;
async function take(book: Book, pack: Pack) {
  clock += 100;
  return writePack(book, await planPack(book, pack, clock), clock);
}
async function both(a: Book, b: Book) {
  const packs = [await send(a), await send(b)] as const;
  await take(a, packs[1]);
  await take(b, packs[0]);
}
const leadIn = async (book: Book) => {
  const ids: string[] = [];
  await readRows(book, 'person', (rows) => ids.push(...rows.map(({ id }) => id)));
  return ids[0] ?? '';
};
/** The tasks of the one person in a book, the next step first. */
async function tasksIn(book: Book): Promise<string[]> {
  const { open: still, done } = await tasksOf(book, await leadIn(book));
  return [
    ...still.map(({ text, dueAt }) => `${text} ${dueAt ?? ''}`.trim()),
    ...done.map(({ text }) => `${text} done`),
  ];
}
const taskCalled = async (book: Book, text: string) => {
  const leadId = await leadIn(book);
  const task = (await tasksOf(book, leadId)).open.find((one) => one.text === text);
  return { id: task?.id ?? '', leadId };
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('work in packs', () => {
  it('keep both of two next steps, the one that gives way as a further task, once', async () => {
    const [a, b] = [await open('a'), await open('b')];
    await editLead(a, await fill(a, 2000), { nextStep: { text: 'call', dueAt: 50_000 } }, 3000);
    await addTask(b, [await fill(b, 2100)], { text: 'write', dueAt: 60_000 }, 4000);
    await both(a, b);
    for (let round = 0; round < 2; round++) {
      for (const book of [a, b]) {
        expect(await tasksIn(book)).toEqual(['call 50000', 'write 60000']);
        expect((await getLead(book, await leadIn(book)))?.lead.nextStep?.text).toBe('write');
      }
      await both(a, b);
    }
    await doTask(b, await taskCalled(b, 'call'), 5000);
    await both(a, b);
    for (const book of [a, b]) expect(await tasksIn(book)).toEqual(['write 60000', 'call done']);
  });

  it('bring no next step again that was replaced, done or taken away where it was known', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const id = await fill(a, 2000);
    await editLead(a, id, { nextStep: { text: 'call', dueAt: 50_000 } }, 3000);
    await both(a, b);
    const old = await send(b);
    await editLead(a, id, { nextStep: { text: 'visit', dueAt: 70_000 } }, 5000);
    await take(a, old);
    expect(await tasksIn(a)).toEqual(['visit 70000']);
    await removeTask(a, await taskCalled(a, 'visit'), 6000);
    await take(a, old);
    expect(await tasksIn(a)).toEqual([]);
  });

  it('tell a next step that was done under no id of its own as done', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const id = await fill(a, 2000);
    await editLead(a, id, { nextStep: { text: 'call', dueAt: 50_000 } }, 3000);
    await both(a, b);
    const old = await send(b);
    await addTask(a, [id], { text: 'write first', dueAt: 40_000 }, 4000);
    await doTask(a, await taskCalled(a, 'call'), 5000);
    await take(a, old);
    await both(a, b);
    for (const book of [a, b]) expect(await tasksIn(book)).toEqual(['write first 40000', 'call done']);
  });

  it('carry what is changed of a further task, the newer change over the older', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const id = await fill(a, 2000);
    await addTask(a, [id], { text: 'call', dueAt: 10_000 }, 3000);
    await addTask(a, [id], { text: 'write', dueAt: 60_000 }, 3100);
    await both(a, b);
    const old = await send(b);
    await editTask(a, await taskCalled(a, 'write'), { text: 'ask', dueAt: 30_000 }, 4000);
    await take(a, old);
    expect(await tasksIn(a)).toEqual(['call 10000', 'ask 30000']);
    await take(b, await send(a));
    expect(await tasksIn(b)).toEqual(['call 10000', 'ask 30000']);
    await snoozeTask(b, await taskCalled(b, 'ask'), 20_000, false, 5000);
    await both(a, b);
    expect(await tasksIn(a)).toEqual(['call 10000', 'ask 20000']);
    expect(await tasksIn(b)).toEqual(['call 10000', 'ask 20000']);
    expect(await take(a, await send(b))).toBeUndefined();
  });

  it('bring no task again that was taken away here', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const id = await fill(a, 2000);
    await addTask(a, [id], { text: 'call', dueAt: 10_000 }, 3000);
    await addTask(a, [id], { text: 'write', dueAt: 60_000 }, 3100);
    await both(a, b);
    await removeTask(a, await taskCalled(a, 'write'), 4000);
    await editLead(b, await leadIn(b), { jobTitle: 'CEO' }, 4100);
    await take(a, await send(b));
    expect(await tasksIn(a)).toEqual(['call 10000']);
  });

  it('bring nothing again that was taken back with a pack', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const id = await fill(a, 2000);
    await fill(b, 2100);
    await addTask(a, [id], { text: 'call', dueAt: 10_000 }, 3000);
    await addTask(a, [id], { text: 'write', dueAt: 60_000 }, 3100);
    await addNote(a, id, 'wants a price list', 3200);
    const action = await take(b, await send(a));
    await undoAction(b, action?.actionId ?? '', clock + 1);
    await editLead(a, id, { jobTitle: 'CEO' }, 4000);
    await take(b, await send(a));
    const there = await getLead(b, await leadIn(b));
    expect(there?.interactions.filter(({ kind }) => kind === 'note')).toEqual([]);
    expect((await tasksOf(b, await leadIn(b))).open.map(({ text }) => text)).toEqual(['call']);
  });

  it('have one further task for a step that gave way in a merge of duplicates and in a pack', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const kept = await fill(a, 2000);
    const other = await save(a, 'A. Roth', 'roth@home.example', 2100);
    await editLead(a, other, { nextStep: { text: 'call', dueAt: 50_000 } }, 3000);
    const first = await send(a);
    await take(b, { ...first, leads: first.leads.filter(({ ids }) => ids.includes(other)) });
    await editLead(a, kept, { nextStep: { text: 'write', dueAt: 60_000 } }, 3500);
    await mergeLeads(a, [{ leadIds: [kept, other], keptId: kept }], 4000);
    await both(a, b);
    for (const book of [a, b]) expect(await tasksIn(book)).toEqual(['call 50000', 'write 60000']);
  });

  it('keep a next step that gives way to one of two duplicates in one pack', async () => {
    const [a, b, c] = [await open('a'), await open('b'), await open('c')];
    const id = await fill(a, 2000);
    await editLead(a, id, { nextStep: { text: 'call', dueAt: 50_000 } }, 3000);
    await addTask(b, [await fill(b, 2100)], { text: 'write', dueAt: 60_000 }, 4000);
    await fill(c, 2200);
    const [first, second] = [await send(b), await send(c)];
    for (const leads of [
      [...first.leads, ...second.leads],
      [...second.leads, ...first.leads],
    ]) {
      const action = await take(a, { ...first, leads });
      expect(await tasksIn(a)).toEqual(['call 50000', 'write 60000']);
      await undoAction(a, action?.actionId ?? '', clock + 1);
      expect(await tasksIn(a)).toEqual(['call 50000']);
    }
    await addTask(c, [await leadIn(c)], { text: 'visit', dueAt: 70_000 }, 5000);
    const d = await open('d');
    await editLead(d, await fill(d, 2300), { nextStep: { text: 'call', dueAt: 50_000 } }, 3000);
    await take(d, { ...first, leads: [...first.leads, ...(await send(c)).leads] });
    expect(await tasksIn(d)).toEqual(['call 50000', 'write 60000', 'visit 70000']);
  });
});
