import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Book } from '../../../lib/storage/book.ts';
import { findInBook } from '../../../lib/storage/duplicates.ts';
import { lastActions, mergesOf } from '../../../lib/storage/last-actions.ts';
import { deleteLeads, saveItems, undoAction } from '../../../lib/storage/leads.ts';
import { likelySame } from '../../../lib/storage/likely-same.ts';
import { mergeLeads } from '../../../lib/storage/merge-leads.ts';
import { setNotSame, unsetNotSame } from '../../../lib/storage/not-same.ts';
import { company, emptyBook, noBatch, page, person, phone } from './make.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
});
afterEach(() => book.close());

let pages = 0;
/** Saves each on a page of its own: a page knows its own people apart. */
async function save(...items: ReturnType<typeof person>[]): Promise<string[]> {
  const ids: string[] = [];
  for (const item of items) {
    pages += 1;
    const { outcomes } = await saveItems(book, {
      items: [{ ...item, sameAs: 'new' }],
      batch: noBatch,
      url: `${page}${pages}`,
      now: 2000 + pages,
    });
    ids.push(outcomes[0]?.leadId ?? '');
  }
  return ids;
}
const quiet = () => undefined;
const idsFound = async () => (await findInBook(book, quiet)).groups.map(({ ids }) => ids);

const mobile = phone('+491715551234', 'mobile');
const twins = () => [
  person('a', { name: 'Hans Müller', emails: ['h.mueller@glasbau.example'], phones: [mobile] }),
  person('b', { name: 'Mueller, Johannes', companyName: 'Andere AG', phones: [mobile] }),
];

describe('findInBook', () => {
  it('finds who is probably one, with reasons, and never colleagues at one number', async () => {
    const board = phone('+49731555100', 'work');
    const colleague = (id: string, name: string, email: string) =>
      person(id, { name, emails: [email], phones: [board], companyName: 'Glasbau GmbH' });
    const [a, b] = await save(...twins());
    await save(
      colleague('c', 'Eva Wolf', 'e.wolf@glasbau.example'),
      colleague('d', 'Emil Wolf', 'emil.wolf@glasbau.example'),
    );
    const shares: number[] = [];
    const { groups, looked } = await findInBook(book, (share) => shares.push(share));
    expect(looked).toBe(4);
    expect(groups).toHaveLength(1);
    expect(groups[0]).toMatchObject({ kind: 'person', ids: [a, b].sort() });
    expect(groups[0]?.pairs[0]?.reasons.map(({ is }) => is)).toEqual(['mobile', 'nameNickname', 'otherFirm']);
    expect(shares.at(-1)).toBe(1);
  });

  it('remembers who is not the same, also of what became part of another', async () => {
    const [a = '', b = ''] = await save(...twins());
    const pairs = await setNotSame(book, [a, b], 3000);
    expect(await idsFound()).toEqual([]);
    expect(await setNotSame(book, [b, a], 3000)).toEqual([]);
    const [third = ''] = await save(person('c', { name: 'Hans Müller', emails: ['h.mueller@glasbau.example'] }));
    await mergeLeads(book, [{ keptId: third, leadIds: [third, a] }], 4000);
    expect(await idsFound()).toEqual([]);
    await unsetNotSame(book, pairs);
    expect(await idsFound()).toEqual([[third, b].sort()]);
  });

  it('leaves out what is deleted or became part of another', async () => {
    const [a = '', b = ''] = await save(...twins());
    const { actionId } = await mergeLeads(book, [{ keptId: a, leadIds: [a, b] }], 3000);
    expect(await idsFound()).toEqual([]);
    await undoAction(book, actionId, 3100);
    expect(await idsFound()).toHaveLength(1);
    await deleteLeads(book, [b], 3200);
    expect(await idsFound()).toEqual([]);
  });
});

describe('likelySame', () => {
  it('says of one lead who else it may be', async () => {
    const [a = '', b = ''] = await save(...twins());
    const found = await likelySame(book, a);
    expect(found.map(({ lead }) => lead.id)).toEqual([b]);
    await setNotSame(book, [a, b], 3000);
    expect(await likelySame(book, a)).toEqual([]);
  });

  it('says nothing of firms of a group', async () => {
    const firm = (id: string, name: string) =>
      company(id, { name, domain: 'weber.example', phones: [phone('+49731555100')] });
    const [a = ''] = await save(firm('f', 'Weber Holzbau GmbH'), firm('g', 'Weber Holzbau Verwaltungs GmbH'));
    expect(await likelySame(book, a)).toEqual([]);
  });
});

describe('lastActions', () => {
  it('says what was done last, to how many, and what was taken back', async () => {
    const [a = '', b = ''] = await save(...twins());
    const { actionId } = await mergeLeads(book, [{ keptId: a, leadIds: [a, b] }], 9000);
    expect((await lastActions(book, 10))[0]).toEqual({
      id: actionId,
      at: 9000,
      cause: 'merge',
      count: 1,
      example: { id: a, name: 'Hans Müller' },
    });
    expect(await mergesOf(book, a)).toEqual([{ actionId, at: 9000, names: ['Mueller, Johannes'] }]);
    await undoAction(book, actionId, 9100);
    expect((await lastActions(book, 10))[0]).toMatchObject({ undoneAt: 9100 });
    expect(await mergesOf(book, a)).toEqual([]);
    expect((await lastActions(book, 10)).map(({ cause }) => cause)).toEqual(['merge', 'capture', 'capture']);
  });
});
