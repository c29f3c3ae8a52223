// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { IcpProfile } from '../../../../lib/domain/schema/icp.ts';
import type { ProfileRow } from '../../../../lib/domain/schema/score.ts';
import { starterProfile } from '../../../../lib/scoring/starter.ts';

const kept = vi.hoisted(() => ({ saved: [] as (string | undefined)[] }));
vi.mock('../../../../components/hooks/use-profiles.ts', () => ({
  profileActions: {
    saveDraft: async (draft: IcpProfile) => void kept.saved.push(draft.name),
    discard: async () => void kept.saved.push(undefined),
  },
}));
const { useDraft } = await import('../../../../components/hooks/use-draft.ts');

let count = 0;
let row: ProfileRow;
beforeEach(() => {
  vi.useFakeTimers();
  kept.saved = [];
  const published = { ...starterProfile(), id: `p${count++}`, name: 'In force', revision: 1 };
  row = { id: published.id, published, publishedAt: 1 };
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const failed = vi.fn();
const rendered = () => renderHook((shown: ProfileRow) => useDraft(shown, failed), { initialProps: row });
const named = (name: string) => (from: IcpProfile) => ({ ...from, name });
const withDraft = (name: string): ProfileRow => ({ ...row, draft: { ...row.published, name } });

describe('a draft', () => {
  it('is kept with each edit; steps back lead to what is in force, and on again', async () => {
    const { result } = rendered();
    expect(result.current.undo).toBeUndefined();
    act(() => result.current.edit(named('One')));
    act(() => result.current.edit(named('Two')));
    act(() => result.current.edit(named('Two')));
    expect(result.current.draft?.name).toBe('Two');
    act(() => result.current.undo?.());
    act(() => result.current.undo?.());
    expect(result.current.draft).toBeUndefined();
    expect(result.current.undo).toBeUndefined();
    act(() => result.current.redo?.());
    expect(result.current.draft?.name).toBe('One');
    await act(() => result.current.settled());
    // All in one moment: what is kept is where it ended.
    expect(kept.saved).toEqual(['One']);
    act(() => result.current.edit(named('Three')));
    await act(() => result.current.settled());
    act(() => result.current.undo?.());
    act(() => result.current.undo?.());
    await act(() => result.current.settled());
    expect(kept.saved).toEqual(['One', 'Three', undefined]);
    expect(failed).not.toHaveBeenCalled();
  });

  it('takes quick edits of one kind for one step', () => {
    const { result } = rendered();
    for (const name of ['N', 'Na', 'Nam']) act(() => result.current.edit(named(name), 'name'));
    vi.advanceTimersByTime(2000);
    act(() => result.current.edit(named('Name'), 'name'));
    act(() => result.current.undo?.());
    expect(result.current.draft?.name).toBe('Nam');
    act(() => result.current.undo?.());
    expect(result.current.draft).toBeUndefined();
  });

  it('is not thrown back by news of an edit of its own that came late', () => {
    const { result, rerender } = rendered();
    act(() => result.current.edit(named('One')));
    act(() => result.current.edit(named('Two')));
    rerender(withDraft('One'));
    expect(result.current.draft?.name).toBe('Two');
  });

  it('follows what was edited elsewhere, with the way back', () => {
    const { result, rerender } = rendered();
    act(() => result.current.edit(named('One')));
    rerender(withDraft('Learnt'));
    expect(result.current.draft?.name).toBe('Learnt');
    act(() => result.current.undo?.());
    expect(result.current.draft?.name).toBe('One');
  });

  it('is gone once it is in force, and so is the way back', () => {
    const { result, rerender } = rendered();
    act(() => result.current.edit(named('One')));
    rerender({ ...row, published: { ...row.published, name: 'One', revision: 2 } });
    expect(result.current.draft).toBeUndefined();
    expect(result.current.undo).toBeUndefined();
  });
});
