import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TrayItem } from '../../../lib/domain/schema/tray.ts';
import type { Book } from '../../../lib/storage/book.ts';
import {
  addNote,
  bulkEdit,
  countLeads,
  deleteLeads,
  editLead,
  getLead,
  type LeadPatch,
  readRows,
  restoreLeads,
  saveItems,
  undoAction,
} from '../../../lib/storage/leads.ts';
import { putReading } from '../../../lib/storage/put-reading.ts';
import { addTask } from '../../../lib/storage/tasks.ts';
import { logTouch } from '../../../lib/storage/touches.ts';
import { getTrayPage } from '../../../lib/storage/tray.ts';
import { company, emptyBook, noBatch, page, person, phone, readingOf } from './make.ts';

async function stateOf(book: Book) {
  const leads: unknown[] = [];
  const ids: string[] = [];
  for (const kind of ['person', 'company'] as const) {
    await readRows(book, kind, (rows) => {
      leads.push(...rows);
      ids.push(...rows.map(({ id }) => id));
    });
  }
  const database = await book.connection();
  return { leads, receipts: await Promise.all(ids.map((id) => database.get('receipts', id))) };
}

const draft = fc.record({
  name: fc.constantFrom('Erika Lindner', 'Jonas Falk', 'Ada Sund'),
  jobTitle: fc.constantFrom('Buyer', 'Fitter', 'Head of sales'),
  emails: fc.subarray(['a@firm.example', 'b@firm.example', 'c@other.example'], { minLength: 1 }),
  phones: fc.subarray([phone('+4915112345678', 'mobile'), phone('+4915187654321', 'mobile')]),
});
const saves = fc.array(fc.array(draft, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });

describe('undoAction', () => {
  it('gives back exactly the book as it was before the last save', async () => {
    await fc.assert(
      fc.asyncProperty(saves, fc.array(draft, { minLength: 1, maxLength: 4 }), async (before, last) => {
        const book = await emptyBook();
        const items = (drafts: object[], run: number): TrayItem[] =>
          drafts.map((values, i) => person(`p${run}-${i}`, { ...values }));
        for (const [run, drafts] of before.entries()) {
          await saveItems(book, { items: items(drafts, run), batch: noBatch, url: page, now: 2000 + run });
        }
        const was = await stateOf(book);
        const batch = { ...noBatch, tags: ['x'], list: 'Fair' };
        const { actionId } = await saveItems(book, { items: items(last, 9), batch, url: page, now: 3000 });
        const { conflicts } = await undoAction(book, actionId, 4000);
        expect(conflicts).toEqual([]);
        expect(await stateOf(book)).toEqual(was);
        book.close();
      }),
      { numRuns: 40 },
    );
  });

  it('turns the items of the tray back to open', async () => {
    const book = await emptyBook();
    await putReading(book, readingOf([person('p1', { name: 'Ada Sund' }).draft]));
    const items = (await getTrayPage(book, page))?.items ?? [];
    const { actionId } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
    expect((await getTrayPage(book, page))?.items[0]?.state).toBe('saved');
    await undoAction(book, actionId, 3000);
    expect((await getTrayPage(book, page))?.items[0]).toEqual(items[0]);
    expect(await undoAction(book, actionId, 3500)).toEqual({ leadIds: [], conflicts: [] });
  });

  it('leaves alone what was changed since, and says so', async () => {
    const book = await emptyBook();
    const save = (values: object, now: number) =>
      saveItems(book, { items: [person('p1', { ...values })], batch: noBatch, url: page, now });
    const { outcomes } = await save({ name: 'Ada Sund', emails: ['ada@firm.example'] }, 2000);
    const id = outcomes[0]?.leadId ?? '';
    const { actionId } = await save(
      { name: 'Ada Sund', emails: ['ada@firm.example'], jobTitle: 'Buyer', wechat: 'ada_s' },
      3000,
    );
    await editLead(book, id, { jobTitle: 'Head buyer' }, 3500);
    const undone = await undoAction(book, actionId, 4000);
    expect(undone.conflicts).toEqual([{ leadId: id, field: 'jobTitle' }]);
    const full = await getLead(book, id);
    expect(full?.lead).toMatchObject({ jobTitle: 'Head buyer' });
    expect(full?.lead).not.toHaveProperty('wechat');
  });

  it('keeps a new lead that was changed since', async () => {
    const book = await emptyBook();
    const { actionId, outcomes } = await saveItems(book, {
      items: [person('p1', { name: 'Ada Sund' })],
      batch: noBatch,
      url: page,
      now: 2000,
    });
    const id = outcomes[0]?.leadId ?? '';
    const note = await addNote(book, id, 'Called back', 2500);
    expect((await undoAction(book, actionId, 3000)).conflicts).toEqual([{ leadId: id, field: 'createdAt' }]);
    expect(await countLeads(book)).toEqual({ people: 1, companies: 0 });
    await undoAction(book, note.actionId, 3500);
    expect((await getLead(book, id))?.interactions.map(({ kind }) => kind)).not.toContain('note');
  });

  it('keeps a new lead that was worked with since', async () => {
    const book = await emptyBook();
    const items = [person('p1', { name: 'Ada Sund' }), person('p2', { name: 'Jonas Falk' })];
    const { actionId, outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
    const [ada = '', jonas = ''] = outcomes.map(({ leadId }) => leadId);
    await logTouch(book, ada, { kind: 'call', text: 'Rang her' }, 2500);
    const first = await addTask(book, [jonas], { text: 'Ring', dueAt: 9000 }, 2600);
    await addTask(book, [jonas], { text: 'Visit', dueAt: 9900 }, 2700);
    await undoAction(book, first.actionId, 2800);
    const { conflicts } = await undoAction(book, actionId, 3000);
    expect(conflicts.map(({ leadId, field }) => `${leadId} ${field}`).sort()).toEqual(
      [`${ada} createdAt`, `${jonas} createdAt`].sort(),
    );
    expect(await countLeads(book)).toEqual({ people: 2, companies: 0 });
    expect((await getLead(book, ada))?.interactions.map(({ text }) => text)).toContain('Rang her');
  });

  it('keeps a new company that others were tied to since', async () => {
    const book = await emptyBook();
    const firm = company('c', { name: 'Glasbau Lindner GmbH', domain: 'glasbau-lindner.example' });
    await putReading(book, readingOf([firm.draft]));
    const tied = (id: string, name: string) =>
      person(id, { name, emails: [`${id}@glasbau-lindner.example`] }, { companyDraftId: 'c' });
    const save = (items: TrayItem[], now: number) => saveItems(book, { items, batch: noBatch, url: page, now });
    const first = await save([tied('ada', 'Ada Sund')], 2000);
    const firmId = first.outcomes.find(({ draftId }) => draftId === 'c')?.leadId ?? '';
    const second = await save([tied('jonas', 'Jonas Falk')], 3000);
    const jonas = second.outcomes.find(({ draftId }) => draftId === 'jonas')?.leadId ?? '';
    expect((await getLead(book, jonas))?.lead).toMatchObject({ companyId: firmId });
    expect((await undoAction(book, first.actionId, 4000)).conflicts).toEqual([{ leadId: firmId, field: 'createdAt' }]);
    expect(await countLeads(book)).toEqual({ people: 1, companies: 1 });
  });

  it('keeps the company that a person came with who stays', async () => {
    const book = await emptyBook();
    const firm = company('c', { name: 'Glasbau Lindner GmbH', domain: 'glasbau-lindner.example' });
    await putReading(book, readingOf([firm.draft]));
    const ada = person('ada', { name: 'Ada Sund', emails: ['ada@glasbau-lindner.example'] }, { companyDraftId: 'c' });
    const { actionId, outcomes } = await saveItems(book, { items: [ada], batch: noBatch, url: page, now: 2000 });
    const id = outcomes.find(({ draftId }) => draftId === 'ada')?.leadId ?? '';
    await editLead(book, id, { jobTitle: 'Buyer' }, 2500);
    await undoAction(book, actionId, 3000);
    expect(await countLeads(book)).toEqual({ people: 1, companies: 1 });
  });

  it('of one value in a list leaves what others did to it', async () => {
    const book = await emptyBook();
    const emails = ['a@firm.example', 'b@firm.example', 'c@firm.example'];
    const items = [person('p1', { name: 'Ada Sund', emails })];
    const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
    const id = outcomes[0]?.leadId ?? '';
    const edit = (patch: LeadPatch, now: number) => editLead(book, id, patch, now);
    await edit({ emails: { gone: ['a@firm.example'], come: [] } }, 2100);
    const changed = await edit({ emails: { gone: ['b@firm.example'], come: ['d@firm.example'] } }, 2200);
    expect((await getLead(book, id))?.lead.emails).toEqual(['d@firm.example', 'c@firm.example']);
    await Promise.all([
      edit({ tags: { gone: [], come: ['one'] } }, 2300),
      edit({ tags: { gone: [], come: ['two'] } }, 2301),
    ]);
    expect((await getLead(book, id))?.lead.tags.toSorted()).toEqual(['one', 'two']);
    await undoAction(book, changed.actionId, 2400);
    expect((await getLead(book, id))?.lead.emails.toSorted()).toEqual(['b@firm.example', 'c@firm.example']);
  });

  it('takes back edits, bulk edits and deletions', async () => {
    const book = await emptyBook();
    const items = [person('p1', { name: 'Ada Sund' }), person('p2', { name: 'Jonas Falk' })];
    const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
    const ids = outcomes.map(({ leadId }) => leadId);
    const was = await stateOf(book);
    const steps = [
      () => editLead(book, ids[0] ?? '', { name: 'Ada Sundt', emails: ['ada@firm.example'], jobTitle: 'Buyer' }, 3000),
      () => bulkEdit(book, ids, { list: 'Fair', addTags: ['a', 'b'], removeTags: ['b'], owner: 'Anna' }, 3100),
      () => deleteLeads(book, ids, 3200),
    ];
    for (const step of steps) {
      const { actionId } = await step();
      expect(await stateOf(book)).not.toEqual(was);
      await undoAction(book, actionId, 4000);
      expect(await stateOf(book)).toEqual(was);
    }
    await deleteLeads(book, ids, 5000);
    await restoreLeads(book, ids, 5100);
    expect(await countLeads(book)).toEqual({ people: 2, companies: 0 });
  });
});
