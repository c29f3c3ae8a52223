// @vitest-environment jsdom
import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { useSelection } from '../../../../components/leads/use-selection.ts';

const rows = Array.from({ length: 20 }, (_, index) => `id${index}`);
const idsOf = async (first: number, last: number) => rows.slice(first, last + 1);
const start = () => renderHook(() => useSelection(idsOf)).result;
const selected = (result: ReturnType<typeof start>) => [...result.current.ids].sort();

describe('selection', () => {
  it('puts a row in and out', () => {
    const result = start();
    act(() => result.current.toggle('id3', 3));
    expect(selected(result)).toEqual(['id3']);
    act(() => result.current.toggle('id3', 3));
    expect(selected(result)).toEqual([]);
  });

  it('grows and shrinks from where it began', async () => {
    const result = start();
    act(() => result.current.toggle('id5', 5));
    await act(() => result.current.extendTo(8, 7));
    expect(selected(result)).toEqual(['id5', 'id6', 'id7', 'id8']);
    await act(() => result.current.extendTo(6, 8));
    expect(selected(result)).toEqual(['id5', 'id6']);
    await act(() => result.current.extendTo(4, 6));
    expect(selected(result)).toEqual(['id4', 'id5']);
  });

  it('begins at the row in hand when nothing was selected, and keeps what was selected before', async () => {
    const result = start();
    await act(() => result.current.extendTo(2, 1));
    expect(selected(result)).toEqual(['id1', 'id2']);
    act(() => result.current.toggle('id9', 9));
    await act(() => result.current.extendTo(10, 9));
    expect(selected(result)).toEqual(['id1', 'id10', 'id2', 'id9']);
  });

  it('takes all, and lets go of all', async () => {
    const result = start();
    await act(() => result.current.selectAll(20));
    expect(result.current.ids.size).toBe(20);
    act(() => result.current.clear());
    expect(result.current.ids.size).toBe(0);
  });

  it('does not let a slow answer undo what came after it', async () => {
    let answer: (ids: string[]) => void = () => undefined;
    const slow = () => new Promise<string[]>((resolve) => (answer = resolve));
    const { result } = renderHook(() => useSelection(slow));
    const waiting = result.current.selectAll(20);
    act(() => result.current.clear());
    await act(async () => {
      answer(rows);
      await waiting;
    });
    expect(result.current.ids.size).toBe(0);
  });
});
