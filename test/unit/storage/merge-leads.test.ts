import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Book } from '../../../lib/storage/book.ts';
import {
  addNote,
  bulkEdit,
  deleteLeads,
  editLead,
  getLead,
  restoreLeads,
  saveItems,
  undoAction,
} from '../../../lib/storage/leads.ts';
import { mergeLeads, mergeStores } from '../../../lib/storage/merge-leads.ts';
import { logTouch } from '../../../lib/storage/touches.ts';
import { read, write } from '../../../lib/storage/transact.ts';
import { markWork } from '../../../lib/storage/work-through.ts';
import { company, emptyBook, noBatch, page, person, phone } from './make.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
});
afterEach(() => book.close());

const save = async (items: Parameters<typeof saveItems>[1]['items'], now: number, url = page) =>
  (await saveItems(book, { items, batch: noBatch, url, now })).outcomes;

/** Everything in the book but what only ever grows: the history, and the notes of what was done. */
const contents = () =>
  read(book, [...mergeStores], async (tx) => {
    const stores = mergeStores.filter((store) => !['changes', 'actions', 'merges'].includes(store));
    return Object.fromEntries(
      await Promise.all(stores.map(async (store) => [store, await tx.objectStore(store).getAll()])),
    );
  });
const bytes = async () => JSON.stringify(await contents());

async function twoPeople(): Promise<[string, string]> {
  const [first] = await save(
    [
      person('a', {
        name: 'Hans Müller',
        emails: ['h.mueller@glasbau.example'],
        phones: [phone('+49731555120')],
        jobTitle: 'Einkauf',
      }),
    ],
    2000,
  );
  const [second] = await save(
    [
      person('b', {
        name: 'Johannes Mueller',
        emails: ['hans@mueller.example'],
        phones: [phone('+49731555120'), phone('+491715551234', 'mobile')],
        wechat: 'hansm',
      }),
    ],
    3000,
    `${page}2`,
  );
  return [first?.leadId ?? '', second?.leadId ?? ''];
}

describe('mergeLeads', () => {
  it('keeps what was taken away of either as taken away, also when it is taken apart', async () => {
    const [kept, gone] = await twoPeople();
    await editLead(book, kept, { emails: [] }, 4000);
    await editLead(book, gone, { emails: [], consent: { call: { state: 'withdrawn', at: 4000 } } }, 4100);
    const elementsOf = async (id: string) => (await (await book.connection()).get('receipts', id))?.elements;
    const before = [await elementsOf(kept), await elementsOf(gone)];
    const { actionId } = await mergeLeads(book, [{ keptId: kept, leadIds: [kept, gone] }], 5000);
    expect(await elementsOf(kept)).toMatchObject({
      'emails|h.mueller@glasbau.example': { at: 4000, gone: true },
      'emails|hans@mueller.example': { at: 4100, gone: true },
      'consent|call': { at: 4100 },
    });
    await editLead(book, kept, { tags: ['fair'] }, 6000);
    await undoAction(book, actionId, 7000);
    expect(await elementsOf(kept)).toMatchObject({ ...before[0], 'tags|fair': { at: 6000 } });
    expect(await elementsOf(kept)).not.toHaveProperty(['consent|call']);
    expect(await elementsOf(gone)).toEqual(before[1]);
  });

  it('unites what both say, keeps where each was read, and moves what hangs on them', async () => {
    const [kept, gone] = await twoPeople();
    await addNote(book, gone, 'Wants a price list', 4000);
    const { leadIds } = await mergeLeads(book, [{ keptId: kept, leadIds: [kept, gone] }], 5000);
    expect(leadIds).toEqual([kept, gone]);
    const full = await getLead(book, kept);
    expect(full?.lead).toMatchObject({
      name: 'Hans Müller',
      jobTitle: 'Einkauf',
      wechat: 'hansm',
      emails: ['h.mueller@glasbau.example', 'hans@mueller.example'],
      note: 'Wants a price list',
      createdAt: 2000,
      updatedAt: 5000,
    });
    expect(full?.lead.phones.map(({ e164 }) => e164)).toEqual(['+49731555120', '+491715551234']);
    expect(full?.receipts.readAt['emails|hans@mueller.example']).toHaveLength(1);
    expect(full?.receipts.readAt.wechat).toHaveLength(1);
    expect(full?.interactions.filter(({ kind }) => kind === 'note').map(({ text }) => text)).toEqual([
      'Wants a price list',
    ]);
    expect(full?.interactions.filter(({ kind }) => kind === 'capture')).toHaveLength(2);
    expect((await getLead(book, gone))?.lead.id).toBe(kept);
  });

  it('takes the value that a person typed, and what was chosen', async () => {
    const [kept, gone] = await twoPeople();
    await editLead(book, gone, { jobTitle: 'Chief buyer' }, 4000);
    await mergeLeads(book, [{ keptId: kept, leadIds: [kept, gone], choices: { name: 'Johannes Mueller' } }], 5000);
    const full = await getLead(book, kept);
    expect(full?.lead).toMatchObject({ jobTitle: 'Chief buyer', name: 'Johannes Mueller' });
    expect(full?.receipts.stamps.jobTitle).toMatchObject({ by: 'user', at: 4000 });
    expect(full?.receipts.stamps.name).toMatchObject({ by: 'user', at: 5000 });
  });

  it('merges nothing of what is gone or of another kind', async () => {
    const [kept, gone] = await twoPeople();
    const [firm] = await save([company('c', { name: 'Glasbau GmbH' })], 3500, `${page}3`);
    const before = await bytes();
    await expect(mergeLeads(book, [{ keptId: kept, leadIds: [kept, firm?.leadId ?? ''] }], 5000)).rejects.toThrow(
      'never one',
    );
    await expect(
      mergeLeads(
        book,
        [
          { keptId: kept, leadIds: [kept, gone] },
          { keptId: kept, leadIds: [kept, 'nobody'] },
        ],
        5000,
      ),
    ).rejects.toThrow('There is no lead');
    expect(await bytes()).toBe(before);
  });
});

describe('taking a merge apart', () => {
  it('gives both back byte for byte, with what hung on them', async () => {
    const [kept, gone] = await twoPeople();
    await addNote(book, gone, 'Wants a price list', 4000);
    await markWork(book, gone, 'done', 4100);
    const handover = {
      id: 'h',
      run: 'r',
      at: 4200,
      target: 'hubspot',
      file: 'out.csv',
      way: 'back' as const,
      digests: [],
    };
    await write(book, ['handovers'], (tx) =>
      tx.objectStore('handovers').put({ ...handover, leadIds: [kept, gone], recordIds: ['1', '2'] }),
    );
    const before = await bytes();
    const { actionId } = await mergeLeads(
      book,
      [{ keptId: kept, leadIds: [kept, gone], choices: { name: 'Johannes Mueller' } }],
      5000,
    );
    expect(await bytes()).not.toBe(before);
    expect((await contents()).handovers).toMatchObject([{ leadIds: [kept, kept], recordIds: ['1', '2'] }]);
    expect((await undoAction(book, actionId, 6000)).conflicts).toEqual([]);
    expect(await bytes()).toBe(before);
    // Once more changes nothing.
    await undoAction(book, actionId, 7000);
    expect(await bytes()).toBe(before);
  });

  it('gives companies back with their people, and groups of more than two', async () => {
    const items = [
      company('f', { name: 'Glasbau GmbH', domain: 'glasbau.example' }),
      person('p', { name: 'Eva Wolf' }, { companyDraftId: 'f' }),
    ];
    const [first] = await save(items, 2000);
    const [second, eva] = await save(
      [
        company('g', { name: 'Glas-Bau', website: 'https://glas-bau.example' }),
        person('q', { name: 'Eva Wolff' }, { companyDraftId: 'g' }),
      ],
      3000,
      `${page}2`,
    );
    const [third] = await save([company('h', { name: 'Glasbau Ulm' })], 3100, `${page}3`);
    const ids = [first, second, third].map((one) => one?.leadId ?? '');
    const before = await bytes();
    const [keptId = ''] = ids;
    const { actionId } = await mergeLeads(book, [{ keptId, leadIds: ids }], 5000);
    const full = await getLead(book, keptId);
    expect(full?.people?.map(({ name }) => name)).toEqual(['Eva Wolf', 'Eva Wolff']);
    expect((await getLead(book, eva?.leadId ?? ''))?.company?.id).toBe(keptId);
    await undoAction(book, actionId, 6000);
    expect(await bytes()).toBe(before);
  });

  it('leaves what was changed since with the one that was kept, and says so', async () => {
    const [kept, gone] = await twoPeople();
    const was = (await getLead(book, gone))?.lead;
    const { actionId } = await mergeLeads(book, [{ keptId: kept, leadIds: [kept, gone] }], 5000);
    await editLead(
      book,
      kept,
      { jobTitle: 'Chief buyer', emails: ['h.mueller@glasbau.example', 'hans@mueller.example', 'new@glasbau.example'] },
      5500,
    );
    const { conflicts } = await undoAction(book, actionId, 6000);
    expect(conflicts.map(({ field }) => field).sort()).toEqual(['emails', 'jobTitle']);
    const full = await getLead(book, kept);
    expect(full?.lead).toMatchObject({
      jobTitle: 'Chief buyer',
      emails: ['h.mueller@glasbau.example', 'new@glasbau.example'],
    });
    expect(full?.lead.wechat).toBeUndefined();
    expect(full?.receipts.stamps.jobTitle?.at).toBe(5500);
    expect((await getLead(book, gone))?.lead).toEqual(was);
  });

  it('begins with the last of several merges', async () => {
    const [a, b] = await twoPeople();
    const [third] = await save([person('c', { name: 'H. Müller', emails: ['hm@glasbau.example'] })], 3500, `${page}3`);
    const before = await bytes();
    const first = await mergeLeads(book, [{ keptId: a, leadIds: [a, b] }], 5000);
    const second = await mergeLeads(book, [{ keptId: third?.leadId ?? '', leadIds: [third?.leadId ?? '', a] }], 5100);
    await expect(undoAction(book, first.actionId, 6000)).rejects.toMatchObject({ code: 'later' });
    expect((await getLead(book, b))?.lead.id).toBe(third?.leadId);
    await undoAction(book, second.actionId, 6100);
    await undoAction(book, first.actionId, 6200);
    expect(await bytes()).toBe(before);
  });

  it('takes several merges of one action apart', async () => {
    const [a, b] = await twoPeople();
    const pair = await save([person('c', { name: 'Eva Wolf' }), person('d', { name: 'Eva Wolff' })], 3500, `${page}3`);
    const before = await bytes();
    const [keptId = '', goneId = ''] = pair.map(({ leadId }) => leadId);
    const { actionId } = await mergeLeads(
      book,
      [
        { keptId: a, leadIds: [a, b] },
        { keptId, leadIds: [keptId, goneId] },
      ],
      5000,
    );
    await undoAction(book, actionId, 6000);
    expect(await bytes()).toBe(before);
  });
});

describe('a lead that became part of another', () => {
  it('is not brought back by itself, and an older action leaves it alone', async () => {
    const [kept, gone] = await twoPeople();
    const edit = await editLead(book, gone, { jobTitle: 'Buyer' }, 4000);
    await mergeLeads(book, [{ keptId: kept, leadIds: [kept, gone] }], 5000);
    await expect(restoreLeads(book, [gone], 6000)).rejects.toMatchObject({ code: 'later' });
    expect((await undoAction(book, edit.actionId, 6000)).conflicts).toEqual([{ leadId: kept, field: 'jobTitle' }]);
  });

  it('has what is typed and done on a page that does not know it yet', async () => {
    const [first, second] = await twoPeople();
    const { actionId } = await mergeLeads(book, [{ keptId: first, leadIds: [first, second] }], 4000);
    await editLead(book, second, { department: 'Service' }, 4100);
    await bulkEdit(book, [first, second], { addTags: ['fair'] }, 4200);
    await addNote(book, second, 'Wants samples', 4300);
    await logTouch(book, second, { kind: 'call', text: 'Rang him', next: { text: 'Visit' } }, 4400);
    const full = await getLead(book, first);
    expect(full?.lead).toMatchObject({ department: 'Service', tags: ['fair'], nextStep: { text: 'Visit' } });
    expect(full?.lead.note).toContain('Wants samples');
    expect(full?.interactions.map(({ text }) => text)).toEqual(expect.arrayContaining(['Wants samples', 'Rang him']));
    const { conflicts } = await undoAction(book, actionId, 5000);
    expect(conflicts.map(({ field }) => field)).toContain('department');
    expect((await getLead(book, first))?.lead).toMatchObject({ department: 'Service' });
    expect((await getLead(book, second))?.lead).not.toHaveProperty('department');
  });

  it('is not deleted with a row of it that a page still shows', async () => {
    const [first, second] = await twoPeople();
    await mergeLeads(book, [{ keptId: first, leadIds: [first, second] }], 4000);
    await deleteLeads(book, [second], 4100);
    expect((await getLead(book, first))?.lead.deletedAt).toBeUndefined();
  });

  it('is what the tray takes its draft for', async () => {
    const [kept, gone] = await twoPeople();
    await mergeLeads(book, [{ keptId: kept, leadIds: [kept, gone] }], 5000);
    const item = person('b', { name: 'Johannes Mueller', emails: ['hans@mueller.example'] });
    const again = await save([{ ...item, state: 'saved', leadId: gone }], 6000, `${page}2`);
    expect(again[0]).toMatchObject({ leadId: kept });
  });

  it('stays when the other is deleted, and goes with it', async () => {
    const [kept, gone] = await twoPeople();
    await mergeLeads(book, [{ keptId: kept, leadIds: [kept, gone] }], 5000);
    await deleteLeads(book, [kept], 6000);
    const { sweepBook } = await import('../../../lib/storage/sweep.ts');
    const month = 31 * 24 * 60 * 60 * 1000;
    await sweepBook(book, 6000 + month);
    const left = await contents();
    expect([left.people, left.receipts, left.interactions]).toEqual([[], [], []]);
  });
});
