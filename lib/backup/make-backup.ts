import { type SealKey, seal } from '../exchange/sealed-file.ts';
import type { Book } from '../storage/book.ts';
import { origin } from '../storage/settings.ts';
import { read } from '../storage/transact.ts';
import { backupName, isBrokenOff, timeOfName, wholeName } from './file-name.ts';
import type { Folder } from './folder.ts';
import { BackupFileError, type GivenPermissions } from './format.ts';
import { keptTimes } from './ladder.ts';
import { readBackup } from './read-backup.ts';
import { type BackupState, changeBackupState, getBackupState, getSealKey } from './vault.ts';
import { backupOf } from './write-backup.ts';

/** Held while a backup is made: one at a time, whichever page makes it. */
const backupLock = 'book-backup';

export type BackupStep = { step: 'writing' | 'verifying'; done: number; total: number };
export type BackupJob = {
  book: Book;
  folder: Folder;
  now: number;
  app: string;
  permissions: GivenPermissions;
  /** Leaves one that says nothing new aside: for those that are made by themselves. */
  onlyNew?: boolean;
  onStep?: (step: BackupStep) => void;
  signal?: AbortSignal;
};
export type MadeBackup = NonNullable<BackupState['last']>;

/**
 * Makes a backup in the extension's own file system: written, read back from there and compared, and only then believed. The
 * ladder decides which older ones stay. Out: what was made, undefined where nothing was new. Throws `BackupFileError` where
 * what was read back is not what was written, `BookError`, the browser's errors, the signal's reason.
 */
export function makeBackup(job: BackupJob): Promise<MadeBackup | undefined> {
  return navigator.locks.request(backupLock, async () => {
    try {
      return await make(job);
    } catch (error) {
      if (!job.signal?.aborted) {
        const detail = error instanceof Error ? error.message : String(error);
        await changeBackupState(job.book, (state) => ({ ...state, failure: { at: job.now, detail } }));
      }
      throw error;
    }
  });
}

async function make(job: BackupJob): Promise<MadeBackup | undefined> {
  const { book, folder, now, app, permissions, onStep, signal } = job;
  const install = await origin(book);
  const [key, before, newestChange] = await Promise.all([getSealKey(book), getBackupState(book), newestOf(book)]);
  const info = { at: now, origin: install, app, permissions };
  const onRows = (done: number, total: number) => onStep?.({ step: 'writing', done, total });
  const { bytes, end } = await backupOf(book, info, onRows, signal);
  // What died while it was written takes room: whoever dies time and again must not fill the disk.
  await prune(folder, install, before.last?.name);
  const taken = new Set((await folder.list()).map((file) => file.name));
  // Two within a second: none is written over another.
  let at = now;
  while (taken.has(backupName(at, install))) at += 1000;
  const name = backupName(at, install);
  await folder.write(name, key ? seal(bytes, key) : bytes);
  const { counts, digest } = await end;
  try {
    await verify(await folder.file(name), digest, key, onStep, signal);
  } catch (error) {
    await folder.remove(name);
    throw error;
  }
  const files = await folder.list();
  const last = before.last;
  if (job.onlyNew && last?.digest === digest && files.some((file) => file.name === last.name && file.size > 0)) {
    await folder.remove(name);
    await changeBackupState(book, ({ failure: _failure, ...state }) => ({ ...state, checkedAt: now }));
    return undefined;
  }
  const made: MadeBackup = {
    at: now,
    name,
    digest,
    counts,
    size: files.find((file) => file.name === name)?.size ?? 0,
    newestChange,
  };
  await changeBackupState(book, ({ failure: _failure, ...state }) => ({ ...state, last: made, checkedAt: now }));
  await prune(folder, install, name);
  return made;
}

async function verify(
  file: File,
  digest: string,
  key: SealKey | undefined,
  onStep: BackupJob['onStep'],
  signal: AbortSignal | undefined,
): Promise<void> {
  const { end } = await readBackup(file, key, {
    onBytes: (done, total) => onStep?.({ step: 'verifying', done, total }),
    ...(signal && { signal }),
  });
  if (end.digest !== digest) throw new BackupFileError('truncated', 'what was read back is not what was written');
}

/**
 * Takes away what the ladder no longer wants, and what was broken off; of this install alone. The one that was verified last stays
 * whatever the ladder says: newer ones may have died before anybody read them back.
 */
export async function prune(folder: Folder, install: string, verified: string | undefined): Promise<void> {
  const own = (await folder.list()).flatMap((file) => {
    const at = timeOfName(wholeName(file.name), install);
    return at === undefined ? [] : [{ ...file, at }];
  });
  const kept = keptTimes(own.filter((file) => !isBrokenOff(file)).map(({ at }) => at));
  for (const file of own)
    if (isBrokenOff(file) || (!kept.has(file.at) && file.name !== verified)) await folder.remove(file.name);
}

/** Number of the newest entry of the history. */
function newestOf(book: Book): Promise<number> {
  return read(book, ['changes'], async (tx) => (await tx.objectStore('changes').openKeyCursor(null, 'prev'))?.key ?? 0);
}
