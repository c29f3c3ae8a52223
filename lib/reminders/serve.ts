import { browser } from 'wxt/browser';
import { openWorkspace } from '../reading/workspace-tab.ts';
import type { Book } from '../storage/book.ts';
import { armReminders, reminderAlarm } from './arm.ts';
import { pageOfNotice, type RingDeps, ringReminders } from './ring.ts';

/**
 * Rings reminders for as long as the background lives: at each of its starts the alarm is set anew from the tasks, so that
 * none is lost with a browser that was killed. In: the book, the clock, the words of a notice.
 */
export function serveReminders({
  book,
  now,
  words,
}: {
  book(): Promise<Book>;
  now(): number;
  words: RingDeps['words'];
}): void {
  const deps: RingDeps = {
    now,
    words,
    allowed: () => browser.permissions.contains({ permissions: ['notifications'] }),
    show: async ({ id, title, message }) => {
      await browser.notifications.create(id, {
        type: 'basic',
        iconUrl: browser.runtime.getURL('/icon/128.png'),
        title,
        message,
      });
    },
  };
  const ring = async () => {
    const opened = await book();
    await ringReminders(opened, deps);
    await armReminders(opened, now());
    listen();
  };
  const tryRing = () => {
    ring().catch((cause: unknown) => console.warn('Reminders could not be told', cause));
  };
  let isListening = false;
  const listen = () => {
    // The permission is optional: without it the browser has no such events, and it may be given at any time.
    if (isListening || !browser.notifications?.onClicked) return;
    isListening = true;
    browser.notifications.onClicked.addListener((id) => {
      void browser.notifications.clear(id);
      void openWorkspace(pageOfNotice(id));
    });
  };
  listen();
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === reminderAlarm) tryRing();
  });
  browser.permissions.onAdded.addListener(tryRing);
  // Heard for their own sake: they start the background with the browser, and after an update.
  browser.runtime.onStartup.addListener(tryRing);
  browser.runtime.onInstalled.addListener(tryRing);
  tryRing();
}
