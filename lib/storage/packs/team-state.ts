import { z } from 'zod';
import type { SealKey } from '../../exchange/sealed-file.ts';
import type { Book } from '../book.ts';
import { read, tell, write } from '../transact.ts';

/** Why a file of the team could not be taken over. */
const fileProblem = z.enum(['sealed', 'passphrase', 'truncated', 'damaged', 'other', 'newer', 'failed']);
export type TeamFileProblem = z.infer<typeof fileProblem>;

/** How sharing by a folder stands on this machine: it goes into no backup. */
const teamState = z.object({
  /** Files of others as they were last read: a mark of the version, and why one could not be. */
  seen: z.record(z.string(), z.object({ mark: z.string(), problem: fileProblem.optional() })).default({}),
  /** Mark of what is in our own file (`contentMark`). */
  wrote: z.string().optional().catch(undefined),
  syncedAt: z.number().optional(),
  problem: z.enum(['permission', 'gone', 'failed']).optional(),
});
export type TeamState = z.infer<typeof teamState>;

const keys = { folder: 'team:folder', seal: 'team:seal', state: 'team:state' } as const;

const get = (book: Book, key: string): Promise<unknown> =>
  read(book, ['vault'], async (tx) => (await tx.objectStore('vault').get(key))?.value);

async function put(book: Book, values: Partial<Record<(typeof keys)[keyof typeof keys], unknown>>): Promise<void> {
  await write(book, ['vault'], async (tx) => {
    for (const [key, value] of Object.entries(values)) {
      if (value === undefined) await tx.objectStore('vault').delete(key);
      else await tx.objectStore('vault').put({ key, value });
    }
  });
  tell({ stores: ['meta'] });
}

/** The team's folder and the key of its files, where there are any, and how it stands. Throws `BookError`. */
export async function getTeam(book: Book) {
  const [folder, seal, state] = await Promise.all([
    get(book, keys.folder),
    get(book, keys.seal),
    get(book, keys.state),
  ]);
  return {
    folder: folder as FileSystemDirectoryHandle | undefined,
    seal: seal as SealKey | undefined,
    state: teamState.safeParse(state ?? {}).data ?? teamState.parse({}),
  };
}

/** Sets the team's folder and the key of its files; without a folder sharing ends. Throws `BookError`. */
export const setTeam = (book: Book, folder: FileSystemDirectoryHandle | undefined, seal?: SealKey): Promise<void> =>
  put(book, { [keys.folder]: folder, [keys.seal]: seal, [keys.state]: undefined });

/** Keeps how sharing stands. Throws `BookError`. */
export const setTeamState = (book: Book, state: TeamState): Promise<void> => put(book, { [keys.state]: state });
