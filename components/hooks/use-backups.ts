import { browser } from 'wxt/browser';
import { copyOut } from '../../lib/backup/copy-out.ts';
import { timeOfName } from '../../lib/backup/file-name.ts';
import { type Folder, folderOf, ownFolder } from '../../lib/backup/folder.ts';
import {
  changeBackupState,
  getBackupFolder,
  getBackupState,
  getSealKey,
  setBackupFolder,
  setSealKey,
} from '../../lib/backup/vault.ts';
import { sealKey } from '../../lib/exchange/sealed-file.ts';
import { openBook } from '../../lib/storage/book.ts';
import { copyWays } from './copy-ways.ts';
import { useFromBook } from './use-from-book.ts';

/** A backup that can be looked into. */
export type BackupFile = { name: string; at: number; size: number; where: 'own' | 'folder' };
const watched = ['meta'] as const;

async function filesIn(folder: Folder, where: BackupFile['where']): Promise<BackupFile[]> {
  return (await folder.list())
    .flatMap(({ name, size }) => {
      const at = timeOfName(name);
      return at === undefined || size === 0 ? [] : [{ name, size, at, where }];
    })
    .sort((a, b) => b.at - a.at);
}

/** What of a picked folder the types of the platform do not know yet. */
type Picked = FileSystemDirectoryHandle & {
  queryPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
};

async function look() {
  const book = await openBook();
  const [state, handle, key] = await Promise.all([getBackupState(book), getBackupFolder(book), getSealKey(book)]);
  const permission = handle && ((await (handle as Picked).queryPermission?.({ mode: 'readwrite' })) ?? 'granted');
  const ways = copyWays();
  const own = await filesIn(await ownFolder(), 'own');
  // A folder that is gone or closed says so by its state.
  const outside = handle && permission === 'granted' ? await filesIn(folderOf(handle), 'folder').catch(() => []) : [];
  return {
    state,
    isSealed: key !== undefined,
    folder: handle && { name: handle.name, isAllowed: permission === 'granted' },
    own,
    outside,
    ...ways,
    mayDownload: ways.canDownload && (await browser.permissions.contains({ permissions: ['downloads'] })),
  };
}
export type BackupsSeen = Awaited<ReturnType<typeof look>>;

/** How the backups of this machine stand, again whenever that changes. */
export function useBackups() {
  const { value, failure } = useFromBook('backups', look, watched);
  return { backups: value, failure };
}

/** The bytes of a backup. In: one of the list. */
export async function backupFile({ name, where }: BackupFile): Promise<File> {
  if (where === 'own') return (await ownFolder()).file(name);
  const handle = await getBackupFolder(await openBook());
  if (!handle) throw new Error(name);
  return folderOf(handle).file(name);
}

/** What can be set about backups. Those that ask the browser are to be called in the very click. */
export const backupActions = {
  /** Out: false where the user chose none. */
  async pickFolder(): Promise<boolean> {
    const { showDirectoryPicker } = window as unknown as {
      showDirectoryPicker(how: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
    };
    try {
      const handle = await showDirectoryPicker({ id: 'backup', mode: 'readwrite' });
      const book = await openBook();
      await setBackupFolder(book, handle);
      await changeBackupState(book, (state) => ({ ...state, copy: {}, asked: true }));
      await copyOut(book, await ownFolder(), Date.now());
      return true;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') return false;
      throw error;
    }
  },
  /** Asks for the folder again. Out: whether the browser allowed it and the copy was made. */
  async renew(): Promise<boolean> {
    const book = await openBook();
    const handle = (await getBackupFolder(book)) as Picked | undefined;
    if ((await handle?.requestPermission?.({ mode: 'readwrite' })) !== 'granted') return false;
    return (await copyOut(book, await ownFolder(), Date.now())).problem === undefined;
  },
  async stopCopies(): Promise<void> {
    const book = await openBook();
    await setBackupFolder(book, undefined);
    await changeBackupState(book, (state) => ({ ...state, copy: {} }));
  },
  /** Out: false where the browser was not allowed to. */
  async setDownloads(wanted: boolean): Promise<boolean> {
    if (wanted && !(await browser.permissions.request({ permissions: ['downloads'] }))) return false;
    const book = await openBook();
    await changeBackupState(book, (state) => ({ ...state, download: { ...state.download, wanted } }));
    return true;
  },
  async setPassphrase(passphrase: string | undefined): Promise<void> {
    await setSealKey(await openBook(), passphrase === undefined ? undefined : await sealKey(passphrase));
  },
  /** There is no book elsewhere. */
  async begin(): Promise<void> {
    await changeBackupState(await openBook(), (state) => ({ ...state, begun: true }));
  },
  async laterFolder(): Promise<void> {
    await changeBackupState(await openBook(), (state) => ({ ...state, asked: true }));
  },
};
