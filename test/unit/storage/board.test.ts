import 'fake-indexeddb/auto';
import { expect, it } from 'vitest';
import { firstPipeline } from '../../../lib/domain/schema/stage.ts';
import { stagePatch } from '../../../lib/domain/stage.ts';
import { readBoard, updateBoard } from '../../../lib/storage/board.ts';
import { bulkEdit, deleteLeads, saveItems } from '../../../lib/storage/leads.ts';
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
  let first = 0;
  const cards = await readBoard(book, firstPipeline, 2 * day, (part) => {
    first = part.size;
  });
  expect([...cards.values()].map(({ name, stage, since }) => [name, stage, since])).toEqual([
    ['Glasbau Lindner GmbH', 'new', day],
    ['Paul Okafor', 'new', day],
  ]);
  expect(first).toBe(1);

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
  expect(sources).toMatchObject([{ captured: 1, contacted: 0, won: 1 }]);
});
