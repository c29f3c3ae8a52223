import { browser } from 'wxt/browser';
import type { Book } from '../storage/book.ts';
import { read } from '../storage/transact.ts';
import { catchUpCopy } from './copy-out.ts';
import { copyAsDownload } from './download.ts';
import { isBackupDue } from './due.ts';
import { ownFolder } from './folder.ts';
import { makeBackup } from './make-backup.ts';
import { surroundings } from './surroundings.ts';
import { getBackupState } from './vault.ts';
import { getBookLoss, onBookLoss, watchBook } from './witness.ts';

const backupAlarm = 'backup';
const minutes = 15;

export type BackupDeps = { book: () => Promise<Book>; now: () => number };

/** Backups that the user need not think of: looks from time to time, as long as the browser runs, whether one is due, and whether the book is all there. */
export function serveBackups(deps: BackupDeps): void {
  watchBook(deps.book, deps.now);
  onBookLoss(() => void showLoss());
  void showLoss();
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name !== backupAlarm) return undefined;
    // The book says itself why it cannot be opened; the alarm comes again.
    return backUpWhenDue(deps).catch((cause: unknown) => console.warn('No backup could be made', cause));
  });
  // Alarms do not outlive every restart: set anew, unless it is running.
  void browser.alarms.get(backupAlarm).then((alarm) => {
    if (!alarm) return browser.alarms.create(backupAlarm, { delayInMinutes: 3, periodInMinutes: minutes });
  });
}

/** A mark on the icon for as long as a loss of the book waits for an answer: whoever opens nothing of ours must learn of it too. */
async function showLoss(): Promise<void> {
  await browser.action?.setBadgeText({ text: (await getBookLoss()) ? '!' : '' });
}

/**
 * Makes a backup if one is due, and copies it out; a copy that did not work is tried again each time, whether one is due or not.
 * What goes wrong is kept in the state, for notice and page of backups to say. Throws `BookError`, and what a download throws.
 */
export async function backUpWhenDue({ book: open, now }: BackupDeps): Promise<void> {
  const book = await open();
  const [state, age] = await Promise.all([getBackupState(book), ageOf(book, now())]);
  const folder = await ownFolder();
  if (isBackupDue(state, { now: now(), ...age })) {
    const job = { book, folder, now: now(), ...(await surroundings()), onlyNew: true };
    // The failure is in the state by now.
    await makeBackup(job).catch(() => undefined);
  }
  await catchUpCopy(book, folder, now());
  await copyAsDownload(book, folder, now());
}

/** Where the history of the book has come to. A bulk write under way counts as one that was written just now. */
function ageOf(book: Book, now: number): Promise<{ newestChange: number; changedAt: number }> {
  return read(book, ['changes', 'actions'], async (tx) => {
    const [newest, staging] = await Promise.all([
      tx.objectStore('changes').openCursor(null, 'prev'),
      tx.objectStore('actions').index('staging').count('unpublished'),
    ]);
    const { at = 0, recordedAt } = newest?.value ?? {};
    return { newestChange: newest?.key ?? 0, changedAt: staging > 0 ? now : (recordedAt ?? at) };
  });
}
