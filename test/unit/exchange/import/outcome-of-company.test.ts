import { beforeEach, describe, expect, it } from 'vitest';
import type { Lead } from '../../../../lib/domain/schema/lead.ts';
import { createImportSession } from '../../../../lib/exchange/import/session.ts';
import type { Book } from '../../../../lib/storage/book.ts';
import { deleteLeads, getLead, readRows, saveItems, undoAction } from '../../../../lib/storage/leads.ts';
import { company, emptyBook, noBatch, page, person } from '../../storage/make.ts';

let book: Book;
let acme: string;
let bo: string;
beforeEach(async () => {
  book = await emptyBook();
  const items = [
    company('c', { name: 'Acme', domain: 'acme.example' }),
    person('p', { name: 'Bo Berg', emails: ['bo@mail.example'] }, { companyDraftId: 'c' }),
  ];
  const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
  [acme = '', bo = ''] = ['c', 'p'].map((draft) => outcomes.find(({ draftId }) => draftId === draft)?.leadId ?? '');
});

const leadOf = async (id: string): Promise<Lead | undefined> => (await getLead(book, id))?.lead;
async function imported(text: string) {
  const session = createImportSession(book);
  const { mapping } = await session.open({ name: 'a.csv', text });
  const summary = await session.plan({ mapping, choices: { replace: false, maybe: 'merge', tags: ['fair'] } });
  const done = await session.write();
  if (!('ids' in done)) throw new Error('the book was changed meanwhile');
  return { summary, actionId: done.actionId ?? '', ids: done.ids };
}
async function people(): Promise<Lead[]> {
  const leads: Lead[] = [];
  await readRows(book, 'person', (rows) => leads.push(...rows));
  return leads;
}

describe('an outcome of people in a file without their company', () => {
  it('is that of the company of the book that they write from, which undo takes back', async () => {
    const { summary, actionId } = await imported('Name,Email,Outcome\nAnn Holm,ann@acme.example,won\n');
    expect([summary.created, summary.merged]).toEqual([1, 0]);
    expect(await leadOf(acme)).toMatchObject({ outcome: { result: 'won' }, tags: [] });
    expect((await people()).map(({ outcome }) => outcome)).toEqual([undefined, undefined]);
    await undoAction(book, actionId, Date.now());
    expect(await leadOf(acme)).not.toHaveProperty('outcome');
  });

  it('is that of the company on which they hang, as the stage is, and changes the row', async () => {
    const file = 'Name,Email,Stage\nBo Berg,bo@mail.example,Offer\n';
    const { summary } = await imported(file);
    expect([summary.created, summary.merged]).toEqual([0, 1]);
    expect(await leadOf(acme)).toMatchObject({ pipelineStage: { stage: 'offer' } });
    expect(await leadOf(bo)).not.toHaveProperty('pipelineStage');
    expect((await imported(file)).summary.unchanged).toBe(1);
  });

  it('stands against another one of the company, and is told', async () => {
    await imported('Name,Email,Outcome\nBo Berg,bo@mail.example,won\n');
    const { summary } = await imported('Name,Email,Outcome\nBo Berg,bo@mail.example,lost\n');
    expect(summary.conflicts).toBe(1);
    expect(await leadOf(acme)).toMatchObject({ outcome: { result: 'won' } });
  });

  it('is their own where their company is not to be seen', async () => {
    await deleteLeads(book, [acme], 3000);
    await imported('Name,Email,Outcome\nBo Berg,bo@mail.example,won\n');
    expect(await leadOf(bo)).toMatchObject({ outcome: { result: 'won' } });
  });

  it('is not taken from our own exports, where their company has a row of its own', async () => {
    const { summary } = await imported(`Leadlight ID,Name,Email,Outcome\n${bo},Bo Berg,bo@mail.example,won\n`);
    expect(summary.conflicts).toBe(0);
    expect(await leadOf(bo)).not.toHaveProperty('outcome');
    expect(await leadOf(acme)).not.toHaveProperty('outcome');
  });
});
