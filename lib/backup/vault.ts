import { z } from 'zod';
import type { SealKey } from '../exchange/sealed-file.ts';
import type { Book } from '../storage/book.ts';
import { read, tell, write } from '../storage/transact.ts';
import { type BookReport, bookReport } from './book-report.ts';

const backupState = z.object({
  /** The newest backup: when, under which name, its digest, rows of each store, bytes. */
  last: z
    .object({
      at: z.number(),
      name: z.string(),
      digest: z.string(),
      counts: z.record(z.string(), z.number()),
      size: z.number(),
      /** Number of the newest entry of the history in it. */
      newestChange: z.number(),
    })
    .optional(),
  /** When the book was last found to be as in the newest backup. */
  checkedAt: z.number().optional(),
  /** Why the last try came to nothing, in the browser's words. */
  failure: z.object({ at: z.number(), detail: z.string() }).optional(),
  /** The newest copy outside of the browser, and why the next one could not be made. */
  copy: z
    .object({
      name: z.string().optional(),
      at: z.number().optional(),
      problem: z.enum(['permission', 'gone', 'failed']).optional(),
    })
    .default({}),
  /** Copies as downloads, where the browser gives no folder: the newest. */
  download: z.object({ wanted: z.boolean(), at: z.number().optional() }).default({ wanted: false }),
  /** The user was asked once for a folder. */
  asked: z.boolean().default(false),
  /** Whether they have a book elsewhere was answered. */
  begun: z.boolean().default(false),
});
export type BackupState = z.infer<typeof backupState>;

const keys = { state: 'backup:state', folder: 'backup:folder', seal: 'backup:seal', report: 'backup:report' } as const;

const get = (book: Book, key: string): Promise<unknown> =>
  read(book, ['vault'], async (tx) => (await tx.objectStore('vault').get(key))?.value);

async function put(book: Book, key: string, value: unknown): Promise<void> {
  await write(book, ['vault'], async (tx) => {
    if (value === undefined) await tx.objectStore('vault').delete(key);
    else await tx.objectStore('vault').put({ key, value });
  });
  tell({ stores: ['meta'] });
}

/** How backups of this machine stand. Throws `BookError`. */
export async function getBackupState(book: Book): Promise<BackupState> {
  return backupState.safeParse((await get(book, keys.state)) ?? {}).data ?? backupState.parse({});
}

/** Changes what is known of the backups; what is left out stays. Throws `BookError`. */
export async function changeBackupState(book: Book, change: (state: BackupState) => BackupState): Promise<void> {
  await write(book, ['vault'], async (tx) => {
    const kept = backupState.safeParse((await tx.objectStore('vault').get(keys.state))?.value ?? {});
    const value = change(kept.data ?? backupState.parse({}));
    await tx.objectStore('vault').put({ key: keys.state, value });
  });
  tell({ stores: ['meta'] });
}

/** The folder that the user picked for copies. Throws `BookError`. */
export const getBackupFolder = async (book: Book): Promise<FileSystemDirectoryHandle | undefined> =>
  (await get(book, keys.folder)) as FileSystemDirectoryHandle | undefined;

/** Sets the folder for copies; undefined forgets it. Throws `BookError`. */
export const setBackupFolder = (book: Book, folder: FileSystemDirectoryHandle | undefined): Promise<void> =>
  put(book, keys.folder, folder);

/** The key that backups are sealed with; none where they are not. Throws `BookError`. */
export const getSealKey = async (book: Book): Promise<SealKey | undefined> =>
  (await get(book, keys.seal)) as SealKey | undefined;

/** Sets the key for backups from now on; undefined leaves them open. Throws `BookError`. */
export const setSealKey = (book: Book, key: SealKey | undefined): Promise<void> => put(book, keys.seal, key);

/** What the last look through the book found. Throws `BookError`. */
export const getBookReport = async (book: Book): Promise<BookReport | undefined> =>
  bookReport.safeParse(await get(book, keys.report)).data;

/** Keeps what a look through the book found. Throws `BookError`. */
export const setBookReport = (book: Book, report: BookReport): Promise<void> => put(book, keys.report, report);
