import 'fake-indexeddb/auto';
import { beforeEach, expect, it } from 'vitest';
import type { CustomerValue } from '../../../lib/domain/schema/order.ts';
import { firstPipeline } from '../../../lib/domain/schema/stage.ts';
import { stagePatch } from '../../../lib/domain/stage.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { bulkEdit, editLead, saveItems } from '../../../lib/storage/leads.ts';
import { logTouch } from '../../../lib/storage/touches.ts';
import { keepValues } from '../../../lib/storage/value-rows.ts';
import { readWorkFigures } from '../../../lib/storage/work-figures.ts';
import { company, emptyBook, noBatch, page, person } from './make.ts';

const day = 24 * 60 * 60 * 1000;
const fair = { group: 'tradeFair' as const, name: 'HM 2026' };
let book: Book;
let firm: string;
let erika: string;

const save = async (items: ReturnType<typeof person>[], now: number) => {
  const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now });
  return (draft: string) => outcomes.find(({ draftId }) => draftId === draft)?.leadId ?? '';
};

beforeEach(async () => {
  book = await emptyBook();
  const before = await save([company('c1', { name: 'Glasbau Lindner GmbH', domain: 'glasbau-lindner.example' })], day);
  firm = before('c1');
  // Met at a fair, of a firm that was known before.
  const met = await save([person('p1', { name: 'Erika Lindner', emails: 'erika@glasbau-lindner.example' })], 50 * day);
  erika = met('p1');
  await editLead(book, erika, { leadSource: fair }, 50 * day);
});

const figures = (since: number) => readWorkFigures(book, firstPipeline, [], since);
const fairIn = async (since: number) => {
  const row = (await figures(since)).sources.find(({ group }) => group === 'tradeFair');
  return row && [row.captured, row.contacted, row.won];
};

it('somebody met at a known firm counts where they were met, the firm won with them once', async () => {
  expect(await fairIn(40 * day)).toEqual([1, 0, 0]);
  await logTouch(book, erika, { kind: 'call', text: '' }, 51 * day);
  await bulkEdit(book, [erika], stagePatch('won', 60 * day), 60 * day);
  expect(await fairIn(40 * day)).toEqual([1, 1, 1]);
  // Over the whole time the firm was met first.
  const { sources } = await figures(0);
  expect(sources.map(({ captured }) => captured).reduce((a, b) => a + b)).toBe(2);
  expect(sources.map(({ won }) => won).reduce((a, b) => a + b)).toBe(1);
});

it('a firm that was won before somebody of it was met was not won that way', async () => {
  await bulkEdit(book, [firm], stagePatch('won', 20 * day), 20 * day);
  expect(await fairIn(40 * day)).toEqual([1, 0, 0]);
});

it('who ordered is existing business, marked or not, and with them their people', async () => {
  const worth = (lastDay: number): CustomerValue => ({
    leadId: firm,
    orders: 1,
    amount: 100,
    currency: 'EUR',
    lastDay,
    at: 1,
  });
  const split = async () => {
    const { time } = await figures(0);
    return [time.new.touches, time.existing.touches];
  };
  await logTouch(book, erika, { kind: 'call', text: '' }, 51 * day);
  await logTouch(book, firm, { kind: 'call', text: '' }, 70 * day);
  expect(await split()).toEqual([2, 0]);
  await keepValues(book, [worth(30)]);
  expect(await split()).toEqual([0, 2]);
  await bulkEdit(book, [firm], stagePatch('won', 60 * day), 60 * day);
  expect(await split()).toEqual([0, 2]);
  // Who was won first and ordered then is existing business from then on.
  await keepValues(book, [worth(65)]);
  expect(await split()).toEqual([1, 1]);
});
