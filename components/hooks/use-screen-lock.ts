import { useCallback, useEffect, useState } from 'react';
import { openBook } from '../../lib/storage/book.ts';
import { getSetting, type Setting, setSetting } from '../../lib/storage/settings.ts';
import type { Book, Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

type Lock = Setting<'screenLock'>;
const watched: readonly Store[] = ['meta'];
const loadLock = (book: Book): Promise<Lock> => getSetting(book, 'screenLock');

/** When somebody last used any surface of ours: shared by all, known before the book is open, and after a restart. */
const usedKey = 'usedAt';
const usedAt = (): number => Number(localStorage.getItem(usedKey) ?? 0);
const markUsed = (): void => localStorage.setItem(usedKey, String(Date.now()));
/** The minutes as last set, so that nothing is seen before the book has answered. */
const minutesKey = 'lockMinutes';
const minute = 60_000;

const isOverBy = (minutes: number): boolean => Date.now() - usedAt() >= minutes * minute;

/** The hash of a PIN under a salt of its own: it only must not lie about in plain. Out: `salt:hash` in hex. */
async function pinHash(pin: string, salt: string = crypto.randomUUID()): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${salt}${pin.normalize('NFKC')}`));
  return `${salt}:${[...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/** The screen lock as it is set. `put…` reject where it could not be stored. */
export function useLockSettings() {
  const { value: lock } = useFromBook('', loadLock, watched);
  const put = async (patch: Partial<Lock>) => {
    const book = await openBook();
    await setSetting(book, 'screenLock', { ...(await getSetting(book, 'screenLock')), ...patch });
  };
  return {
    lock,
    putMinutes: (minutes: number | null) => {
      // Whoever sets it is there: else it would cover at once.
      markUsed();
      return put({ minutes });
    },
    putPin: async (pin: string | null) => put({ pin: pin === null ? null : await pinHash(pin) }),
  };
}

/**
 * Whether this surface is to be covered: nobody has used any for as long as is set. Out: that, whether a PIN is asked for, and
 * the way to uncover, which answers whether the PIN was right.
 */
export function useScreenLock() {
  const { value: lock } = useFromBook('', loadLock, watched);
  const minutes = lock?.minutes ?? null;
  const [covered, setCovered] = useState(() => {
    const kept = Number(localStorage.getItem(minutesKey) ?? 0);
    return kept > 0 && isOverBy(kept);
  });
  const isKnown = lock !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: once it is uncovered the clock runs anew
  useEffect(() => {
    if (!isKnown) return;
    localStorage.setItem(minutesKey, String(minutes ?? 0));
    if (minutes === null) return setCovered(false);
    const isOver = () => isOverBy(minutes);
    // Both ways: another surface may have been uncovered while this one was still asking the book.
    setCovered(isOver());
    let timer: ReturnType<typeof setTimeout>;
    const wait = () => {
      clearTimeout(timer);
      timer = setTimeout(
        () => (isOver() ? setCovered(true) : wait()),
        Math.max(usedAt() + minutes * minute - Date.now(), 500),
      );
    };
    const onUse = () => {
      // Who is covered already uses nothing yet; and once a second is often enough.
      if (!isOver() && Date.now() - usedAt() > 1000) markUsed();
    };
    const onElsewhere = (event: StorageEvent) => {
      if (event.key === usedKey && !isOver()) setCovered(false);
    };
    wait();
    const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
    for (const kind of kinds) document.addEventListener(kind, onUse, { capture: true, passive: true });
    window.addEventListener('storage', onElsewhere);
    return () => {
      clearTimeout(timer);
      for (const kind of kinds) document.removeEventListener(kind, onUse, { capture: true });
      window.removeEventListener('storage', onElsewhere);
    };
  }, [isKnown, minutes, covered]);
  const uncover = useCallback(
    async (pin: string): Promise<boolean> => {
      if (lock?.pin && (await pinHash(pin, lock.pin.split(':')[0])) !== lock.pin) return false;
      markUsed();
      setCovered(false);
      return true;
    },
    [lock],
  );
  return { covered, asksPin: Boolean(lock?.pin), uncover };
}
