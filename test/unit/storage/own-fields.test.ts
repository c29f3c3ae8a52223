import { beforeEach, describe, expect, it } from 'vitest';
import type { Lead } from '../../../lib/domain/schema/lead.ts';
import { type Book, openBookAt } from '../../../lib/storage/book.ts';
import { bulkEdit, editLead, getLead, saveItems, undoAction } from '../../../lib/storage/leads.ts';
import {
  addOwnField,
  changeOwnField,
  deleteOwnField,
  getOwnFields,
  moveOwnField,
  restoreOwnField,
  rulesUsing,
} from '../../../lib/storage/own-fields.ts';
import { emptyBook, noBatch, page, person } from './make.ts';

let book: Book;
let id: string;
beforeEach(async () => {
  book = await emptyBook();
  const items = [person('p', { name: 'Erika Lindner', emails: ['e@firm.example'] })];
  const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
  id = outcomes[0]?.leadId ?? '';
});
const leadNow = async (): Promise<Lead | undefined> => (await getLead(book, id))?.lead;
const names = async () => (await getOwnFields(book)).fields.map(({ name }) => name);

describe('own fields', () => {
  it('get a key from their name that stays when they are renamed', async () => {
    const first = await addOwnField(book, { name: 'Annual spend (€)', type: 'number', of: 'both' });
    expect(first.key).toBe('annual_spend');
    await changeOwnField(book, first.key, { name: 'Spend', of: 'company' });
    const second = await addOwnField(book, { name: 'Annual spend €', type: 'text', of: 'person' });
    expect(second.key).toBe('annual_spend_2');
    const { fields } = await getOwnFields(book);
    expect(fields.map(({ key, name, of }) => [key, name, of])).toEqual([
      ['annual_spend', 'Spend', 'company'],
      ['annual_spend_2', 'Annual spend €', 'person'],
    ]);
    await expect(addOwnField(book, { name: ' spend', type: 'text', of: 'both' })).rejects.toThrow(/already/);
  });

  it('are put in order, deleted and brought back to their place', async () => {
    for (const name of ['A', 'B', 'C']) await addOwnField(book, { name, type: 'text', of: 'both' });
    await moveOwnField(book, 'c', 0);
    expect(await names()).toEqual(['C', 'A', 'B']);
    await deleteOwnField(book, 'a', 5000);
    expect(await names()).toEqual(['C', 'B']);
    await addOwnField(book, { name: 'A', type: 'number', of: 'both' });
    await restoreOwnField(book, 'a');
    expect(await names()).toEqual(['C', 'A 2', 'B', 'A']);
  });

  it('go for good after 30 days, with their values', async () => {
    await addOwnField(book, { name: 'Spend', type: 'number', of: 'both' });
    await addOwnField(book, { name: 'Mood', type: 'text', of: 'both' });
    await editLead(book, id, { 'own.spend': 5, 'own.mood': 'x' }, 3000);
    await deleteOwnField(book, 'spend', 5000);
    const days = 24 * 60 * 60 * 1000;
    (await openBookAt({ now: 5000 + 29 * days })).close();
    expect((await leadNow())?.own).toEqual({ spend: 5, mood: 'x' });
    (await openBookAt({ now: 5001 + 30 * days })).close();
    expect((await leadNow())?.own).toEqual({ mood: 'x' });
    expect((await getOwnFields(book)).deleted).toEqual([]);
  });

  it('names the rules that ask for one', async () => {
    const rule = {
      kind: 'points',
      id: 'r',
      name: 'Much spend',
      points: 5,
      when: { field: 'own.spend', op: 'gt', value: 3 },
    };
    const profile = {
      version: 1,
      id: 'p',
      name: 'Usual',
      groups: [{ id: 'g', name: 'G', axis: 'fit', rules: [rule] }],
    };
    const { icpProfile } = await import('../../../lib/domain/schema/icp.ts');
    const database = await book.connection();
    await database.put('profiles', { id: 'p', published: icpProfile.parse(profile), publishedAt: 1 });
    expect(await rulesUsing(book, 'spend')).toEqual(['Usual: Much spend']);
    expect(await rulesUsing(book, 'other')).toEqual([]);
  });
});

describe('values of own fields and outcomes', () => {
  it('are kept with stamp and history as own.KEY, and undone', async () => {
    const { actionId } = await editLead(book, id, { 'own.spend': 120, 'own.note': 'x' }, 3000);
    const full = await getLead(book, id);
    expect(full?.lead.own).toEqual({ spend: 120, note: 'x' });
    expect(full?.receipts.stamps['own.spend']).toMatchObject({ at: 3000, by: 'user' });
    expect(full?.changes[0]?.fields).toContainEqual({ field: 'own.spend', after: 120 });
    await editLead(book, id, { 'own.spend': null }, 3500);
    expect((await leadNow())?.own).toEqual({ note: 'x' });
    await undoAction(book, actionId, 4000);
    expect((await leadNow())?.own).toBeUndefined();
  });

  it('are set for many at once and taken back together', async () => {
    const outcome = { result: 'lost', at: 2500, reason: 'Price' } as const;
    const { actionId } = await bulkEdit(book, [id], { own: { size: ['a', 'b'] }, outcome }, 3000);
    expect(await leadNow()).toMatchObject({ own: { size: ['a', 'b'] }, outcome });
    await undoAction(book, actionId, 4000);
    const lead = await leadNow();
    expect([lead?.own, lead?.outcome]).toEqual([undefined, undefined]);
  });
});
