import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { firstPipeline } from '../../../lib/domain/schema/stage.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { bulkEdit, getLead, saveItems, undoAction } from '../../../lib/storage/leads.ts';
import { getSetting, setSetting } from '../../../lib/storage/settings.ts';
import { moveSource, moveSourceBack } from '../../../lib/storage/sources.ts';
import { readWorkFigures } from '../../../lib/storage/work-figures.ts';
import { company, emptyBook, noBatch, page } from './make.ts';

const day = 24 * 60 * 60 * 1000;
const fair = { group: 'tradeFair' as const, name: 'HM 2026' };
let book: Book;
let ids: string[];

beforeEach(async () => {
  book = await emptyBook();
  const items = ['Glasbau Lindner GmbH', 'Okafor Ltd'].map((name, at) => company(`c${at}`, { name }));
  const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: day });
  ids = outcomes.map(({ leadId }) => leadId);
  await setSetting(book, 'sources', [
    { ...fair, hosts: [], cost: 5000 },
    { group: 'introduction', name: 'by Li', hosts: [] },
  ]);
  await bulkEdit(book, ids.slice(0, 1), { leadSource: fair }, 2 * day);
  await bulkEdit(book, ids.slice(1), { leadSource: { ...fair, name: 'hm 2026' } }, 2 * day);
});

const sources = () => getSetting(book, 'sources');
const rows = async () => {
  const { sources: told } = await readWorkFigures(book, firstPipeline, await sources(), 0);
  return told
    .filter(({ name }) => name.toLowerCase() === 'hm 2026')
    .map(({ group, captured, cost }) => [group, captured, cost]);
};

describe('a source under another group', () => {
  it('takes those who were met that way along, and comes back with them', async () => {
    const to = { group: 'directory' as const, name: fair.name };
    const { actionId } = await moveSource(book, fair, to, 3 * day);
    expect(await rows()).toEqual([['directory', 2, 5000]]);
    expect((await getLead(book, ids[1] ?? ''))?.lead.leadSource).toEqual(to);
    await undoAction(book, actionId, 4 * day);
    await moveSourceBack(book, fair, to);
    expect(await rows()).toEqual([['tradeFair', 2, 5000]]);
    expect((await sources()).map(({ name }) => name)).toEqual(['HM 2026', 'by Li']);
  });
});

describe('how one met, set of several', () => {
  const met = async () => Promise.all(ids.map(async (id) => (await getLead(book, id))?.lead.leadSource));
  it('leaves the names as they are where only the group is set', async () => {
    await bulkEdit(book, ids, { leadSource: { group: 'inbound' } }, 3 * day);
    expect(await met()).toEqual([
      { group: 'inbound', name: 'HM 2026' },
      { group: 'inbound', name: 'hm 2026' },
    ]);
    await bulkEdit(book, ids, { leadSource: { group: 'introduction', name: 'by Li' } }, 4 * day);
    expect(new Set((await met()).map((one) => one?.name))).toEqual(new Set(['by Li']));
    await bulkEdit(book, ids, { leadSource: null }, 5 * day);
    expect(await met()).toEqual([undefined, undefined]);
  });
});
