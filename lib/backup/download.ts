import { browser } from 'wxt/browser';
import { sendMessage } from '../messaging/transport.ts';
import type { Book } from '../storage/book.ts';
import { noteOut } from '../storage/ledger.ts';
import type { Folder } from './folder.ts';
import { changeBackupState, getBackupFolder, getBackupState } from './vault.ts';

/** Downloads cannot be taken back: one a day is enough. */
const between = 20 * 3_600_000;
const offscreenPage = '/backup-download.html';

/**
 * Copies the newest backup as a download, where it is newer than the last one, there is no folder, the user wants it and the browser
 * allows it. Nobody can look whether it is still there: it is called unverified.
 */
export async function copyAsDownload(book: Book, folder: Folder, now: number): Promise<void> {
  const [{ last, download }, picked] = await Promise.all([getBackupState(book), getBackupFolder(book)]);
  if (!last || !download.wanted || picked) return;
  const { at } = download;
  if (at !== undefined && (now - at < between || last.at <= at)) return;
  if (!(await browser.permissions.contains({ permissions: ['downloads'] }))) return;
  const { url, done } = await addressOf(await folder.file(last.name), last.name);
  try {
    await browser.downloads.download({ url, filename: `Leadlight/${last.name}`, saveAs: false });
    const count = (last.counts.people ?? 0) + (last.counts.companies ?? 0);
    if (download.at === undefined) await noteOut(book, { at: now, what: 'backup', where: 'Leadlight', count });
    await changeBackupState(book, (state) => ({ ...state, download: { ...state.download, at: now } }));
  } finally {
    await done();
  }
}

/** The address of a file for the browser's downloads. A service worker can make none: a page that nobody sees does. */
async function addressOf(file: File, name: string): Promise<{ url: string; done(): Promise<void> }> {
  if (typeof URL.createObjectURL === 'function') {
    const url = URL.createObjectURL(file);
    return { url, done: () => later(() => URL.revokeObjectURL(url)) };
  }
  const { chrome } = globalThis as unknown as { chrome: { offscreen: Offscreen } };
  await chrome.offscreen.createDocument({
    url: offscreenPage,
    reasons: ['BLOBS'],
    justification: 'the address of a backup for a download',
  });
  const { url } = await sendMessage('backup.address', { name });
  return { url, done: () => later(() => chrome.offscreen.closeDocument()) };
}

type Offscreen = {
  createDocument(page: { url: string; reasons: string[]; justification: string }): Promise<void>;
  closeDocument(): Promise<void>;
};

/** The browser reads the file after it said that the download began. */
async function later(work: () => unknown): Promise<void> {
  await new Promise((done) => setTimeout(done, 10_000));
  await work();
}
