import { beforeEach, describe, expect, it } from 'vitest';
import type { Lead } from '../../../lib/domain/schema/lead.ts';
import { createImportSession } from '../../../lib/exchange/import/session.ts';
import type { ImportRequest } from '../../../lib/exchange/import/session-types.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { recentImports } from '../../../lib/storage/import/write.ts';
import { lastActions } from '../../../lib/storage/last-actions.ts';
import { countLeads, editLead, getLead, readRows, saveItems, undoAction } from '../../../lib/storage/leads.ts';
import { getOwnFields } from '../../../lib/storage/own-fields.ts';
import { addTask, tasksOf } from '../../../lib/storage/tasks.ts';
import { logTouch } from '../../../lib/storage/touches.ts';
import { emptyBook, noBatch, page, person } from './make.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
});

async function imported(text: string, more: Partial<ImportRequest> = {}): Promise<string> {
  const session = createImportSession(book);
  const { mapping } = await session.open({ name: 'contacts.csv', text });
  await session.plan({ mapping, choices: { replace: false, maybe: 'merge', tags: [] }, ...more });
  const done = await session.write();
  if (!('ids' in done)) throw new Error('the book was changed meanwhile');
  return done.actionId ?? '';
}

async function people(): Promise<Lead[]> {
  const leads: Lead[] = [];
  await readRows(book, 'person', (rows) => leads.push(...rows));
  return leads;
}

const idOf = async (name: string) => (await people()).find((one) => one.name === name)?.id ?? '';
const three =
  'Name;E-mail\nAda Sund;ada@one.example\nJonas Falk;jonas@two.example\nErika Lindner;erika@three.example\n';

describe('an import taken back', () => {
  it('leaves whom somebody worked with since: a call, a further task, an order list', async () => {
    const actionId = await imported(three);
    const [ada, jonas, erika] = [await idOf('Ada Sund'), await idOf('Jonas Falk'), await idOf('Erika Lindner')];
    await logTouch(book, ada, { kind: 'call', text: 'Rang her', callOutcome: 'reached' }, Date.now());
    const noon = Date.now() + 1e6;
    const first = await addTask(book, [jonas], { text: 'Ring', dueAt: noon }, Date.now());
    await addTask(book, [jonas], { text: 'Visit', dueAt: noon + 1e6 }, Date.now());
    await undoAction(book, first.actionId, Date.now());
    const database = await book.connection();
    const { conflicts } = await undoAction(book, actionId, Date.now());
    expect(conflicts.map(({ leadId }) => leadId).sort()).toEqual([ada, jonas].sort());
    expect((await getLead(book, ada))?.interactions).toMatchObject([{ kind: 'call', text: 'Rang her' }]);
    expect(await idOf('Jonas Falk')).toBe(jonas);
    expect(await database.get('people', erika)).toBeUndefined();
  });

  it('leaves those whose orders a list has', async () => {
    const actionId = await imported(three);
    const ada = await idOf('Ada Sund');
    const database = await book.connection();
    await database.put('orderCustomers', { id: 1, key: 'k', name: 'Ada', leadId: ada, by: 'email', batch: 'b' });
    const { conflicts } = await undoAction(book, actionId, Date.now());
    expect(conflicts).toEqual([{ leadId: ada, field: 'createdAt' }]);
    expect((await people()).map(({ name }) => name)).toEqual(['Ada Sund']);
  });

  it('takes what was worked with and itself taken back', async () => {
    const actionId = await imported(three);
    const call = await logTouch(book, await idOf('Ada Sund'), { kind: 'call', text: 'Rang her' }, Date.now());
    await undoAction(book, call.actionId, Date.now());
    expect((await undoAction(book, actionId, Date.now())).conflicts).toEqual([]);
    expect(await countLeads(book)).toEqual({ people: 0, companies: 0 });
  });

  it('counts as no later change, and stands among the imports as taken back', async () => {
    const first = await imported(three);
    const second = await imported(
      three.replace('E-mail\n', 'E-mail;Job title\n').replace(/example\n/g, 'example;Buyer\n'),
    );
    expect((await people()).map((one) => 'jobTitle' in one && one.jobTitle)).toEqual(['Buyer', 'Buyer', 'Buyer']);
    await undoAction(book, second, Date.now());
    expect((await recentImports(book)).map(({ id, undoneAt }) => [id, undoneAt !== undefined])).toEqual([
      [second, true],
      [first, false],
    ]);
    expect((await undoAction(book, first, Date.now())).conflicts).toEqual([]);
    expect(await countLeads(book)).toEqual({ people: 0, companies: 0 });
    expect((await recentImports(book)).every(({ undoneAt, staging }) => undoneAt !== undefined && !staging)).toBe(true);
    expect((await lastActions(book, 5)).every(({ undoneAt }) => undoneAt !== undefined)).toBe(true);
  });

  it('leaves a field of its own that others have values of since', async () => {
    const items = [person('p', { name: 'Old Hand', emails: ['old@firm.example'] })];
    const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
    const old = outcomes[0]?.leadId ?? '';
    const session = createImportSession(book);
    const { mapping } = await session.open({ name: 'hall.csv', text: 'Name;Hall\nAda Sund;4b\n' });
    const columns = mapping.columns.with(1, { to: 'new', field: { name: 'Hall', type: 'text', of: 'person' } });
    await session.plan({ mapping: { ...mapping, columns }, choices: { replace: false, maybe: 'merge', tags: [] } });
    const done = await session.write();
    if (!('ids' in done)) throw new Error('the book was changed meanwhile');
    const [field] = (await getOwnFields(book)).fields;
    await editLead(book, old, { [`own.${field?.key}`]: '7' }, Date.now());
    await undoAction(book, done.actionId ?? '', Date.now());
    expect((await getOwnFields(book)).fields.map(({ name }) => name)).toEqual(['Hall']);
    expect((await people()).map(({ name }) => name)).toEqual(['Old Hand']);
  });

  it('keeps a next step that it had replaced and that another one is planned over as a task', async () => {
    const items = [person('p', { name: 'Ada Sund', emails: ['ada@one.example'] })];
    const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
    const id = outcomes[0]?.leadId ?? '';
    await addTask(book, [id], { text: 'Ring', dueAt: 50_000 }, 3000);
    const text = 'Name;E-mail;Next step\nAda Sund;ada@one.example;Send a price list\n';
    const actionId = await imported(text, { choices: { replace: true, maybe: 'merge', tags: [] } });
    expect((await getLead(book, id))?.lead.nextStep?.text).toBe('Send a price list');
    await editLead(book, id, { nextStep: { text: 'Visit', dueAt: 40_000 } }, Date.now());
    const { conflicts } = await undoAction(book, actionId, Date.now());
    expect(conflicts).toEqual([{ leadId: id, field: 'nextStep' }]);
    expect((await tasksOf(book, id)).open.map((task) => task.text)).toEqual(['Visit', 'Ring']);
  });
});
