import type { Book } from '../storage/book.ts';
import { origin } from '../storage/settings.ts';
import { type Folder, folderOf } from './folder.ts';
import { prune } from './make-backup.ts';
import { type BackupState, changeBackupState, getBackupFolder, getBackupState } from './vault.ts';

/** The part of a handle that the types of the platform do not know yet. */
type Asking = { queryPermission?(how: { mode: 'readwrite' }): Promise<PermissionState> };

/**
 * Copies the newest backup to the folder that the user picked, where the browser still allows it, and keeps the same ladder
 * there. In: the book, the extension's own folder, the time. Out: what came of it; what is in the way is kept in the state.
 */
export async function copyOut(book: Book, own: Folder, now: number): Promise<BackupState['copy']> {
  const [handle, { last, copy }] = await Promise.all([getBackupFolder(book), getBackupState(book)]);
  if (!handle || !last) return copy;
  const next = await copied(book, own, handle, last.name, now, copy);
  await changeBackupState(book, (state) => ({ ...state, copy: next }));
  return next;
}

async function copied(
  book: Book,
  own: Folder,
  handle: FileSystemDirectoryHandle,
  name: string,
  now: number,
  { problem: _problem, ...before }: BackupState['copy'],
): Promise<BackupState['copy']> {
  const allowed = await (handle as unknown as Asking).queryPermission?.({ mode: 'readwrite' });
  if (allowed !== undefined && allowed !== 'granted') return { ...before, problem: 'permission' };
  const target = folderOf(handle);
  try {
    const file = await own.file(name);
    await target.write(name, file.stream() as ReadableStream<Uint8Array>);
    if ((await target.file(name)).size !== file.size) return { ...before, problem: 'failed' };
    await prune(target, await origin(book));
    return { name, at: now };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    const problem =
      error.name === 'NotAllowedError' ? 'permission' : error.name === 'NotFoundError' ? 'gone' : 'failed';
    return { ...before, problem };
  }
}
