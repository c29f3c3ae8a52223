import type { Book } from '../storage/book.ts';
import { noteOut } from '../storage/ledger.ts';
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
  const count = (last.counts.people ?? 0) + (last.counts.companies ?? 0);
  const next = await copied(book, own, handle, { name: last.name, count }, now, copy);
  // Asked again and again, a folder that stays out of reach is told once.
  if (!isSameCopy(next, copy)) await changeBackupState(book, (state) => ({ ...state, copy: next }));
  return next;
}

const isSameCopy = (a: BackupState['copy'], b: BackupState['copy']): boolean =>
  a.name === b.name && a.at === b.at && a.problem === b.problem;

/**
 * Copies the newest backup where that has not worked so far: a folder that was out of reach may be there again though the book
 * rested meanwhile and no newer backup was made. In: as `copyOut`. Throws as it does.
 */
export async function catchUpCopy(book: Book, own: Folder, now: number): Promise<void> {
  const { last, copy } = await getBackupState(book);
  if (last && copy.name !== last.name) await copyOut(book, own, now);
}

async function copied(
  book: Book,
  own: Folder,
  handle: FileSystemDirectoryHandle,
  { name, count }: { name: string; count: number },
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
    await prune(target, await origin(book), name);
    // Once for a folder: the ledger is part of the book, and told each time it would make every backup a new one.
    if (before.at === undefined) await noteOut(book, { at: now, what: 'backup', where: handle.name, count });
    return { name, at: now };
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    const problem =
      error.name === 'NotAllowedError' ? 'permission' : error.name === 'NotFoundError' ? 'gone' : 'failed';
    return { ...before, problem };
  }
}
