import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { firstPipeline } from '../../../lib/domain/schema/stage.ts';
import { stagePatch } from '../../../lib/domain/stage.ts';
import { readBoard, updateBoard } from '../../../lib/storage/board.ts';
import { bulkEdit, deleteLeads, restoreLeads, saveItems } from '../../../lib/storage/leads.ts';
import { headsOf } from '../../../lib/storage/search-query.ts';
import { createSearchService } from '../../../lib/storage/search-service.ts';
import { readWorkFigures } from '../../../lib/storage/work-figures.ts';
import { company, emptyBook, noBatch, page, person } from './make.ts';

const day = 24 * 60 * 60 * 1000;

it('the board has companies and people without one, and follows what changed', async () => {
  const book = await emptyBook();
  const items = [
    company('c1', { name: 'Glasbau Lindner GmbH', domain: 'glasbau-lindner.example' }),
    person('p1', { name: 'Erika Lindner' }, { companyDraftId: 'c1' }),
    person('p2', { name: 'Paul Okafor' }),
  ];
  const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: day });
  const idOf = (draft: string) => outcomes.find(({ draftId }) => draftId === draft)?.leadId ?? '';
  const parts: number[] = [];
  const cards = await readBoard(
    book,
    firstPipeline,
    2 * day,
    async () => [],
    (part) => parts.push(part.size),
  );
  expect([...cards.values()].map(({ name, stage, since }) => [name, stage, since])).toEqual([
    ['Glasbau Lindner GmbH', 'new', day],
    ['Paul Okafor', 'new', day],
  ]);
  expect(parts).toEqual([1, 2]);

  await bulkEdit(book, [idOf('c1')], stagePatch('offer', 5 * day), 5 * day);
  const moved = await updateBoard(book, cards, [idOf('c1')], firstPipeline, 6 * day);
  expect(moved?.get(idOf('c1'))).toMatchObject({ stage: 'offer', since: 5 * day });
  await deleteLeads(book, [idOf('p2')], 6 * day);
  expect((await updateBoard(book, cards, [idOf('p2')], firstPipeline, 6 * day))?.has(idOf('p2'))).toBe(false);
  expect(await updateBoard(book, cards, [], firstPipeline, 6 * day)).toBeUndefined();

  await bulkEdit(book, [idOf('c1')], stagePatch('won', 9 * day), 9 * day);
  const { stages, sources } = await readWorkFigures(book, firstPipeline, [], 0);
  expect(stages.map(({ reached, medianDays }) => [reached, medianDays])).toEqual([
    [1, 4],
    [1, undefined],
    [1, undefined],
    [1, 4],
  ]);
  expect(sources).toMatchObject([{ captured: 2, contacted: 0, won: 1 }]);
});

it('people whose company is in the bin stand at the board themselves, until it is back', async () => {
  const book = await emptyBook();
  const items = [
    company('c1', { name: 'Glasbau Lindner GmbH', domain: 'glasbau-lindner.example' }),
    person('p1', { name: 'Erika Lindner' }, { companyDraftId: 'c1' }),
    person('p2', { name: 'Jonas Weber' }, { companyDraftId: 'c1' }),
  ];
  const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: day });
  const firm = outcomes.find(({ draftId }) => draftId === 'c1')?.leadId ?? '';
  const search = createSearchService(book, Date.now, 60_000);
  const anew = () =>
    readBoard(book, firstPipeline, 2 * day, () =>
      search.ids({ ...headsOf('person'), sort: { by: 'name', descending: false }, offset: 0, limit: Infinity }),
    );
  const names = (cards: ReadonlyMap<string, { name: string }> | undefined) =>
    [...(cards?.values() ?? [])].map(({ name }) => name).sort();
  const before = await anew();
  expect(names(before)).toEqual(['Glasbau Lindner GmbH']);
  await deleteLeads(book, [firm], 2 * day);
  const after = await updateBoard(book, before, [firm], firstPipeline, 2 * day);
  expect(names(after)).toEqual(['Erika Lindner', 'Jonas Weber']);
  expect(names(await anew())).toEqual(['Erika Lindner', 'Jonas Weber']);
  await restoreLeads(book, [firm], 3 * day);
  expect(names(await updateBoard(book, after ?? new Map(), [firm], firstPipeline, 3 * day))).toEqual(names(before));
  expect(names(await anew())).toEqual(names(before));
  search.close();
});
