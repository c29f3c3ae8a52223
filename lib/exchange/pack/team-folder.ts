import type { IcpProfile } from '../../domain/schema/icp.ts';
import type { Pack } from '../../domain/schema/pack.ts';
import type { Book } from '../../storage/book.ts';
import { noteOut } from '../../storage/ledger.ts';
import { contentMark } from '../../storage/packs/content-mark.ts';
import { makePack } from '../../storage/packs/make-pack.ts';
import { planPack } from '../../storage/packs/plan-pack.ts';
import {
  getTeam,
  setTeamRules,
  setTeamState,
  type TeamFileProblem,
  type TeamState,
} from '../../storage/packs/team-state.ts';
import { writePack } from '../../storage/packs/write-pack.ts';
import { activeProfile, offerProfile, ProfileRefused } from '../../storage/profiles.ts';
import { origin } from '../../storage/settings.ts';
import { type SealKey, saltOf, sealKey } from '../sealed-file.ts';
import { PackFileError, packEnding, packFile, readPackFile } from './pack-file.ts';

/** What one look into the folder came to. */
export type Synced = {
  state: TeamState;
  /** Packs of others that changed something here: whose, how many leads, and the action for undo. */
  taken: { by: string; leads: number; actionId: string }[];
  /** Rules of others that lie beside those in force now: whose, and what they are called. */
  offered: { by: string; rules: string }[];
};

/** One look at a time, whichever surface takes it. */
const lock = 'team-folder';

/**
 * Shares the book with the team by a folder: reads the files of others that are new, merges them in, and writes this install's
 * own file where the book changed. In: the book, what the sender calls themselves, the time, the folder where it is not the one
 * that is kept. Out: undefined where there is no
 * folder or another surface is at it. Throws `BookError`; what is wrong with the folder or a file stands in the state.
 */
export async function syncTeam(
  book: Book,
  by: string,
  now: number,
  team?: { folder: FileSystemDirectoryHandle; seal?: SealKey },
): Promise<Synced | undefined> {
  return navigator.locks.request(lock, { ifAvailable: true }, async (held) => {
    const kept = await getTeam(book);
    const { state } = kept;
    const { folder, seal } = team ?? kept;
    const { rules } = kept;
    if (!held || !folder) return undefined;
    const next: TeamState = {
      seen: { ...state.seen },
      syncedAt: now,
      ...(state.wrote !== undefined && { wrote: state.wrote }),
    };
    const taken: Synced['taken'] = [];
    const offered: Synced['offered'] = [];
    try {
      const own = ownName(await origin(book));
      for (const file of await filesOf(folder)) {
        if (file.name === own) continue;
        const version = `${file.lastModified} ${file.size}`;
        const seen = state.seen[file.name];
        if (seen?.mark === version && seen.problem === undefined) continue;
        const read = await takeFile(book, file, seal, now);
        const known = { mark: version, ...(seen?.rules !== undefined && { rules: seen.rules }) };
        next.seen[file.name] = { ...known, ...(read.problem && { problem: read.problem }) };
        if (read.taken) taken.push(read.taken);
        const offer = rules && read.pack && (await offerRules(book, read.pack, seen?.rules, now));
        if (!offer) continue;
        next.seen[file.name] = { ...known, rules: offer.mark };
        offered.push({ by: read.pack?.by || file.name, rules: offer.called });
      }
      const mark = `${await contentMark(book)}${rules ? ` ${markOf(await activeProfile(book))}` : ''}`;
      if (mark !== state.wrote || !(await exists(folder, own))) {
        await writeOwn(book, folder, own, seal, { by, rules, now });
        next.wrote = mark;
      }
    } catch (cause) {
      if (!(cause instanceof DOMException)) throw cause;
      next.problem =
        cause.name === 'NotAllowedError' ? 'permission' : cause.name === 'NotFoundError' ? 'gone' : 'failed';
    }
    await setTeamState(book, next);
    return { state: next, taken, offered };
  });
}

/** Sets whether rules are shared too, after a look that is under way. Throws `BookError`. */
export const shareRules = (book: Book, rules: boolean): Promise<void> =>
  navigator.locks.request(lock, () => setTeamRules(book, rules));

/**
 * The key of a team's passphrase: with the salt that the files in the folder have already, so that all of them open with one
 * key. In: the folder, the passphrase.
 */
export async function teamKey(folder: FileSystemDirectoryHandle, passphrase: string): Promise<SealKey> {
  for (const file of await filesOf(folder)) {
    const known = saltOf(new Uint8Array(await file.slice(0, 45).arrayBuffer()));
    if (known) return sealKey(passphrase, known.salt, known.rounds);
  }
  return sealKey(passphrase);
}

/** The file of an install: its own alone writes it. */
const ownName = (install: string): string => `leadlight-${install.slice(0, 8)}${packEnding}`;

async function filesOf(folder: FileSystemDirectoryHandle): Promise<File[]> {
  const files: File[] = [];
  // The types of the platform know no way to go through a folder yet; browsers do.
  const entries = (folder as unknown as { values(): AsyncIterable<FileSystemHandle> }).values();
  for await (const entry of entries)
    if (entry.kind === 'file' && entry.name.endsWith(packEnding))
      files.push(await (entry as FileSystemFileHandle).getFile());
  return files;
}

const exists = (folder: FileSystemDirectoryHandle, name: string): Promise<boolean> =>
  folder.getFileHandle(name).then(
    () => true,
    (cause: unknown) => {
      if (cause instanceof DOMException && cause.name === 'NotFoundError') return false;
      throw cause;
    },
  );

async function takeFile(book: Book, file: File, seal: SealKey | undefined, now: number) {
  try {
    const pack = await readPackFile(file, seal);
    const plan = await planPack(book, pack, now);
    const action = await writePack(book, plan, now);
    const { created, merged, deleted } = plan.counts;
    return {
      pack,
      taken: action && { by: pack.by || file.name, leads: created + merged + deleted, actionId: action.actionId },
    };
  } catch (cause) {
    if (cause instanceof PackFileError) return { problem: cause.problem satisfies TeamFileProblem };
    // It is being written by a sync program at this moment, most likely: the next look reads it.
    if (cause instanceof DOMException) return { problem: 'failed' as const };
    throw cause;
  }
}

const markOf = ({ id, revision }: IcpProfile): string => `${id} ${revision}`;

/**
 * Lays a colleague's rules beside what is in force, once for each that they publish: whoever gave the draft up is not asked again. Out:
 * the mark to be kept and what they are called; undefined where nothing new lies there. Rules that cannot work here are passed over.
 */
async function offerRules(book: Book, { profiles: [profile] }: Pack, known: string | undefined, now: number) {
  if (!profile || markOf(profile) === known) return undefined;
  try {
    return (await offerProfile(book, profile, now)) ? { mark: markOf(profile), called: profile.name } : undefined;
  } catch (cause) {
    if (cause instanceof ProfileRefused) return undefined;
    throw cause;
  }
}

async function writeOwn(
  book: Book,
  folder: FileSystemDirectoryHandle,
  name: string,
  seal: SealKey | undefined,
  { by, rules, now }: { by: string; rules: boolean; now: number },
): Promise<void> {
  const pack = await makePack(book, { by, touches: true, tasks: true, rules, now });
  const content = await packFile(pack, seal);
  const handle = await folder.getFileHandle(name, { create: true });
  // What was there stays until this is closed: readers see the old file or the new one.
  const writable = await handle.createWritable();
  await writable.write(content);
  await writable.close();
  await noteOut(book, { at: now, what: 'pack', where: `${folder.name}/${name}`, count: pack.leads.length }, 'daily');
}
