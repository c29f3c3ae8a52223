// @vitest-environment jsdom
import 'fake-indexeddb/auto';
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { keepTop, lastTop } from '../../../../components/hooks/table-top.ts';
import { useTableRows } from '../../../../components/hooks/use-table.ts';
import { saveItems } from '../../../../lib/storage/leads.ts';
import { getLeads } from '../../../../lib/storage/read-leads.ts';
import type { LeadSelection } from '../../../../lib/storage/search-client.ts';
import { emptyBook, noBatch, page, person } from '../../storage/make.ts';

const world = vi.hoisted(() => ({
  book: undefined as unknown,
  table: (): Promise<unknown> => new Promise(() => undefined),
}));
vi.mock('../../../../components/hooks/use-leads.ts', () => ({ search: () => world }));
vi.mock('../../../../lib/storage/book.ts', async (original) => ({
  ...(await original<object>()),
  openBook: async () => world.book,
}));

afterEach(() => {
  cleanup();
  localStorage.clear();
});

const byName: LeadSelection = { kind: 'person', text: '', sort: [{ by: 'name', descending: false }] };

async function bookOfTwo() {
  const book = await emptyBook();
  world.book = book;
  const items = ['Zoe Holm', 'Ann Holm'].map((name) => person(name, { name }));
  const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
  const [zoe = '', ann = ''] = outcomes.map(({ leadId }) => leadId ?? '');
  return { book, zoe, ann };
}

it('shows who stood first the last time until the search knows the order', async () => {
  const { ann, zoe } = await bookOfTwo();
  keepTop('person', JSON.stringify(byName), [ann, 'gone', zoe]);
  const { result } = renderHook(() => useTableRows(byName));
  await waitFor(() => expect(result.current.total).toBe(2));
  expect([0, 1].map((at) => result.current.rowAt(at)?.name)).toEqual(['Ann Holm', 'Zoe Holm']);
});

it('shows nothing of another view', async () => {
  const { ann } = await bookOfTwo();
  keepTop('person', JSON.stringify({ ...byName, filter: { tags: ['fair'] } }), [ann]);
  const { result } = renderHook(() => useTableRows(byName));
  await act(() => new Promise((resolve) => setTimeout(resolve, 50)));
  expect(result.current.total).toBeUndefined();
});

it('remembers who stood first, but not what was looked for', async () => {
  const { book, ann, zoe } = await bookOfTwo();
  const rows = await getLeads(book, 'person', [ann, zoe]);
  world.table = async () => ({ total: 2, groups: undefined, rows, keys: [{}, {}] });
  renderHook(() => useTableRows(byName));
  await waitFor(() => expect(lastTop('person', JSON.stringify(byName))).toEqual([ann, zoe]));
  const looked = { ...byName, text: 'holm' };
  const { result } = renderHook(() => useTableRows(looked));
  await waitFor(() => expect(result.current.total).toBe(2));
  expect(lastTop('person', JSON.stringify(byName))).toEqual([ann, zoe]);
  // A filter may name somebody.
  const named = { ...byName, filter: { columns: [{ column: 'name', op: 'contains', text: 'Holm' }] } } as LeadSelection;
  const filtered = renderHook(() => useTableRows(named));
  await waitFor(() => expect(filtered.result.current.total).toBe(2));
  expect(JSON.stringify({ ...localStorage })).not.toMatch(/holm/i);
});
