// @vitest-environment jsdom
import { act, cleanup, renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const lock = { minutes: 5, pin: null };
/** The book answers when the test says so, as it does late for a page in the background. */
const answer = vi.hoisted((): { give: () => void } => ({ give: () => undefined }));
vi.mock('../../../../lib/storage/book.ts', () => ({
  openBook: () => Promise.resolve({}),
  onBookChange: () => () => undefined,
  BookError: class extends Error {},
}));
vi.mock('../../../../lib/storage/settings.ts', () => ({
  getSetting: () =>
    new Promise((resolve) => {
      answer.give = () => resolve(lock);
    }),
  setSetting: () => Promise.resolve(),
}));
const { useScreenLock } = await import('../../../../components/hooks/use-screen-lock.ts');

const hour = 3_600_000;
const used = (ago: number) => localStorage.setItem('usedAt', String(Date.now() - ago));

beforeEach(() => localStorage.clear());
afterEach(cleanup);

const opened = async () => {
  const asked = answer.give;
  const { result } = renderHook(() => useScreenLock());
  await waitFor(() => expect(answer.give).not.toBe(asked));
  return result;
};
const answered = () => act(async () => answer.give());

test('is covered from the first moment, and stays so where nobody came', async () => {
  localStorage.setItem('lockMinutes', '5');
  used(hour);
  const result = await opened();
  expect(result.current.covered).toBe(true);
  await answered();
  expect(result.current.covered).toBe(true);
});

test('is uncovered with another surface, also where that was before the book had answered', async () => {
  localStorage.setItem('lockMinutes', '5');
  used(hour);
  const result = await opened();
  expect(result.current.covered).toBe(true);
  // The other surface was uncovered; nobody here hears of it yet.
  used(0);
  await answered();
  expect(result.current.covered).toBe(false);
});

test('is covered once the book says that it is to be', async () => {
  used(hour);
  const result = await opened();
  expect(result.current.covered).toBe(false);
  await answered();
  expect(result.current.covered).toBe(true);
});
