import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { armReminders } from '../../lib/reminders/arm.ts';
import { openBook } from '../../lib/storage/book.ts';
import { useBookChange } from './use-book.ts';

const notifications = { permissions: ['notifications' as const] };

/** Whether the browser may show reminders, and the way to ask for it in the very click. */
export function useReminderPermission() {
  const [state, setState] = useState<'unknown' | 'yes' | 'no'>('unknown');
  useEffect(() => {
    let stopped = false;
    const look = () => {
      browser.permissions.contains(notifications).then(
        (given) => {
          if (!stopped) setState((before) => (given ? 'yes' : before === 'no' ? 'no' : 'unknown'));
        },
        // A mail program that knows no such permission.
        () => setState('no'),
      );
    };
    look();
    browser.permissions.onAdded.addListener(look);
    return () => {
      stopped = true;
      browser.permissions.onAdded.removeListener(look);
    };
  }, []);
  const ask = useCallback(async () => {
    try {
      setState((await browser.permissions.request(notifications)) ? 'yes' : 'no');
    } catch {
      // No gesture, or a browser that has no such permission: then it is not given.
      setState('no');
    }
  }, []);
  return { state, ask };
}

/** Keeps the browser's alarm at the next reminder for as long as a page of ours is open: the background sleeps through writes. */
export function useArmedReminders(): void {
  const arm = useCallback(() => {
    // A book that cannot be read is told of by what needs it; the background tries again at its next start.
    openBook()
      .then((book) => armReminders(book, Date.now()))
      .catch(() => undefined);
  }, []);
  useBookChange(
    useCallback(
      ({ stores }) => {
        if (stores.includes('tasks') || stores.includes('people') || stores.includes('companies')) arm();
      },
      [arm],
    ),
  );
}
