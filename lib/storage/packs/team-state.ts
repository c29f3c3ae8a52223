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
  seen: z
    .record(
      z.string(),
      z.object({
        mark: z.string(),
        problem: fileProblem.optional(),
        /** Rules in it that were offered here, as `id revision`. */
        rules: z.string().optional(),
      }),
    )
    .default({}),
  /** Mark of what is in our own file (`contentMark`). */
  wrote: z.string().optional().catch(undefined),
  syncedAt: z.number().optional(),
  problem: z.enum(['permission', 'gone', 'failed']).optional(),
});
export type TeamState = z.infer<typeof teamState>;

const keys = { folder: 'team:folder', seal: 'team:seal', state: 'team:state', rules: 'team:rules' } as const;

const stateOf = (value: unknown): TeamState => teamState.safeParse(value ?? {}).data ?? teamState.parse({});

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

/** The team's folder and the key of its files, where there are any, whether rules are shared too, and how it stands. Throws `BookError`. */
export async function getTeam(book: Book) {
  const [folder, seal, state, rules] = await Promise.all([
    get(book, keys.folder),
    get(book, keys.seal),
    get(book, keys.state),
    get(book, keys.rules),
  ]);
  return {
    folder: folder as FileSystemDirectoryHandle | undefined,
    seal: seal as SealKey | undefined,
    rules: rules === true,
    state: stateOf(state),
  };
}

/** Sets the team's folder and the key of its files; without a folder sharing ends. Throws `BookError`. */
export const setTeam = (book: Book, folder: FileSystemDirectoryHandle | undefined, seal?: SealKey): Promise<void> =>
  put(book, { [keys.folder]: folder, [keys.seal]: seal, [keys.state]: undefined, [keys.rules]: undefined });

/** Sets whether the rules in force are shared too, and those of others offered here: their files are read again for it. Throws `BookError`. */
export async function setTeamRules(book: Book, rules: boolean): Promise<void> {
  await write(book, ['vault'], async (tx) => {
    const store = tx.objectStore('vault');
    const state = stateOf((await store.get(keys.state))?.value);
    const unseen = Object.entries(state.seen).map(([name, file]) => [name, { ...file, mark: '' }] as const);
    await store.put({ key: keys.state, value: { ...state, seen: Object.fromEntries(unseen) } });
    await store.put({ key: keys.rules, value: rules });
  });
  tell({ stores: ['meta'] });
}

/** Keeps how sharing stands. Throws `BookError`. */
export const setTeamState = (book: Book, state: TeamState): Promise<void> => put(book, { [keys.state]: state });
