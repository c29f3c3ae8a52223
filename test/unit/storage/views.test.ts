import { expect, it } from 'vitest';
import { write } from '../../../lib/storage/transact.ts';
import { changeViews, getViews } from '../../../lib/storage/views.ts';
import { emptyBook } from './make.ts';

const view = {
  id: 'v1',
  name: 'By owner',
  kind: 'person' as const,
  columns: [{ id: 'name', width: 240 }, { id: 'owner' }],
  pinned: ['name'],
  sort: [{ by: 'owner', descending: false }],
  groupBy: 'owner',
  filter: { columns: [{ column: 'country', op: 'anyOf' as const, values: ['DE'] }] },
};

it('keeps views as they were named, and gives what was before for undo', async () => {
  const book = await emptyBook();
  expect(await getViews(book)).toEqual({ views: [], first: {}, usual: {} });
  const before = await changeViews(book, (kept) => ({ ...kept, views: [view], first: { person: 'v1' } }));
  expect((await getViews(book)).views).toEqual([view]);
  await changeViews(book, () => before);
  expect(await getViews(book)).toEqual({ views: [], first: {}, usual: {} });
});

it('refuses what is no view, and begins anew where what is kept is not understood', async () => {
  const book = await emptyBook();
  await expect(changeViews(book, (kept) => ({ ...kept, views: [{ ...view, name: '' }] }))).rejects.toThrow();
  await write(book, ['meta'], (tx) => tx.objectStore('meta').put({ key: 'tableViews', value: { views: 'all' } }));
  expect(await getViews(book)).toEqual({ views: [], first: {}, usual: {} });
});
