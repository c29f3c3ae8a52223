import { beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { noticeOf } from '../../../components/hooks/use-book-notice.ts';
import { backUpWhenDue } from '../../../lib/backup/serve.ts';
import { changeBackupState, getBackupState, setBackupFolder } from '../../../lib/backup/vault.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { emptyBook } from '../storage/make.ts';
import { memoryFolder, saveTeam } from './make.ts';

const folders = vi.hoisted(() => ({ isThere: true, own: undefined as unknown, outside: undefined as unknown }));
vi.mock('../../../lib/backup/folder.ts', () => ({
  ownFolder: async () => folders.own,
  folderOf: () => ({
    ...(folders.outside as object),
    ...(!folders.isThere && { write: () => Promise.reject(new DOMException('Not mounted', 'InvalidStateError')) }),
  }),
}));
vi.mock('../../../lib/backup/surroundings.ts', () => ({
  surroundings: async () => ({ app: '0.1.0', permissions: { permissions: [], origins: [] } }),
}));

const hour = 3_600_000;
const ways = { canPick: true, canDownload: true };
let book: Book;
let outside: Map<string, unknown>;
beforeEach(async () => {
  book = await emptyBook();
  const memory = memoryFolder();
  outside = memory.files;
  Object.assign(folders, { isThere: true, own: memoryFolder().folder, outside: memory.folder });
  await saveTeam(book, ['Erika Lindner']);
});
const check = (now: number) => backUpWhenDue({ book: async () => book, now: () => now });

describe('copies', () => {
  beforeEach(() => setBackupFolder(book, { name: 'NAS' } as FileSystemDirectoryHandle));

  test('one that failed is told and made at the next check, though the book rests', async () => {
    folders.isThere = false;
    await check(hour);
    const { last, copy } = await getBackupState(book);
    expect(last?.at).toBe(hour);
    expect(copy.problem).toBe('failed');
    expect(await noticeOf(book, ways)).toBe('copyFailing');
    folders.isThere = true;
    await check(hour + 900_000);
    expect([...outside.keys()]).toEqual([last?.name]);
    expect(await getBackupState(book)).toMatchObject({ last, copy: { name: last?.name, at: hour + 900_000 } });
    expect(await noticeOf(book, ways)).toBeUndefined();
    await check(hour + 1_800_000);
    expect((await getBackupState(book)).copy.at).toBe(hour + 900_000);
  });
});

describe('what is said of it', () => {
  const ten = Array.from({ length: 10 }, (_, at) => `Ada${at} Wolf`);
  const begun = () => changeBackupState(book, (state) => ({ ...state, begun: true }));

  test('backups that fail, until one works again', async () => {
    Object.assign(folders.own as object, { write: () => Promise.reject(new Error('disk full')) });
    await check(hour);
    expect(await noticeOf(book, ways)).toBe('failing');
    Object.assign(folders, { own: memoryFolder().folder });
    await check(2 * hour + 1);
    expect(await noticeOf(book, ways)).toBeUndefined();
  });

  test('from the tenth lead on what this browser can do for copies', async () => {
    await begun();
    expect(await noticeOf(book, ways)).toBeUndefined();
    await saveTeam(book, ten, 2100);
    expect(await noticeOf(book, ways)).toBe('askFolder');
    expect(await noticeOf(book, { ...ways, canPick: false })).toBe('askDownloads');
    expect(await noticeOf(book, { canPick: false, canDownload: false })).toBe('askSave');
    await changeBackupState(book, (state) => ({ ...state, asked: true }));
    expect(await noticeOf(book, ways)).toBeUndefined();
  });
});

describe('downloads', () => {
  test('one that failed is made at the next check; none is made twice of one backup', async () => {
    vi.spyOn(fakeBrowser.permissions, 'contains').mockResolvedValue(true as never);
    const download = vi.spyOn(fakeBrowser.downloads, 'download').mockRejectedValueOnce(new Error('busy'));
    download.mockResolvedValue(1 as never);
    await changeBackupState(book, (state) => ({ ...state, download: { wanted: true } }));
    // The browser is given ten seconds to read the file: not here.
    const later = globalThis.setTimeout;
    vi.spyOn(globalThis, 'setTimeout').mockImplementation(((work: () => void) => later(work)) as never);
    await expect(check(hour)).rejects.toThrow('busy');
    await check(hour + 900_000);
    expect((await getBackupState(book)).download.at).toBe(hour + 900_000);
    await check(22 * hour);
    expect(download).toHaveBeenCalledTimes(2);
  });
});
