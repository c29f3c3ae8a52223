import { browser } from 'wxt/browser';
import type { Book } from '../storage/book.ts';
import { nextReminder } from '../storage/due-tasks.ts';

/** Name of the alarm that the next reminder rings. */
export const reminderAlarm = 'reminder';

/**
 * Sets the browser's alarm to the next reminder, and takes it away where there is none. What came due meanwhile is the
 * ringing's affair. In: the book, the time. Throws `BookError`.
 */
export async function armReminders(book: Book, now: number): Promise<void> {
  const next = await nextReminder(book, now);
  if (next === undefined) await browser.alarms.clear(reminderAlarm);
  else await browser.alarms.create(reminderAlarm, { when: next });
}
