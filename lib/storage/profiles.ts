import { isSameValue } from '../domain/diff-leads.ts';
import type { IcpProfile } from '../domain/schema/icp.ts';
import type { ProfileRow, ProfileVersion } from '../domain/schema/score.ts';
import { checkProfile, type ProfileProblem } from '../scoring/check.ts';
import { starterProfile } from '../scoring/starter.ts';
import type { Book } from './book.ts';
import { BookError } from './book-error.ts';
import { type AnyTx, read, type Store, tell, type WriteTx, write } from './transact.ts';

/** A profile was not taken: `problems` name every place where it cannot work. What was in force stays in force. */
export class ProfileRefused extends Error {
  readonly problems: readonly ProfileProblem[];

  constructor(problems: readonly ProfileProblem[]) {
    super(problems.map(({ place, detail }) => `${place}: ${detail}`).join('; '));
    this.name = 'ProfileRefused';
    this.problems = problems;
  }
}

const activeKey = 'activeProfile';
const stores: Store[] = ['profiles', 'profileVersions', 'meta'];

const builtIn = (): ProfileRow => ({ id: 'starter', published: starterProfile(), publishedAt: 0 });

function refuseErrors(profile: IcpProfile): void {
  const errors = checkProfile(profile).filter(({ level }) => level === 'error');
  if (errors.length > 0) throw new ProfileRefused(errors);
}

async function rowsIn(tx: AnyTx): Promise<ProfileRow[]> {
  const rows = await tx.objectStore('profiles').getAll();
  return rows.length > 0 ? rows : [builtIn()];
}

async function rowIn(tx: AnyTx, id: string): Promise<ProfileRow> {
  const row = (await rowsIn(tx)).find((one) => one.id === id);
  if (!row) throw new BookError('unknown', `There is no profile ${id}`);
  return row;
}

async function change<T>(book: Book, work: (tx: WriteTx) => Promise<T>): Promise<T> {
  let refused: ProfileRefused | undefined;
  try {
    const result = await write(book, stores, async (tx) => {
      try {
        return await work(tx);
      } catch (cause) {
        if (cause instanceof ProfileRefused) refused = cause;
        throw cause;
      }
    });
    tell({ stores: ['profiles'] });
    return result;
  } catch (cause) {
    throw refused ?? cause;
  }
}

/** Every profile of the book; the built-in one to begin with where none is kept. Throws `BookError`. */
export const getProfiles = (book: Book): Promise<ProfileRow[]> => read(book, ['profiles'], rowsIn);

/** Id of the profile that gives the tiers. Throws `BookError`. */
export const activeProfileId = async (book: Book): Promise<string> => (await activeRow(book)).id;

function activeRow(book: Book): Promise<ProfileRow> {
  return read(book, ['profiles', 'meta'], async (tx) => {
    const [rows, active] = await Promise.all([rowsIn(tx), tx.objectStore('meta').get(activeKey)]);
    // One that was added does not take over by itself: what came first goes on until another is chosen.
    const [first = builtIn()] = rows.toSorted((a, b) => a.publishedAt - b.publishedAt);
    return rows.find(({ id }) => id === active?.value) ?? first;
  });
}

/** The profile that gives the tiers, as last published. Throws `BookError`. */
export const activeProfile = async (book: Book): Promise<IcpProfile> => (await activeRow(book)).published;

/** Keeps a draft beside what is in force; it may still be wrong. Throws `BookError` where there is no such profile. */
export function saveDraft(book: Book, draft: IcpProfile, now: number): Promise<void> {
  return change(book, async (tx) => {
    const row = await rowIn(tx, draft.id);
    await tx.objectStore('profiles').put({ ...row, draft, draftAt: now });
  });
}

/** Forgets the draft of a profile. Throws `BookError` where there is no such profile. */
export function discardDraft(book: Book, id: string): Promise<void> {
  return change(book, async (tx) => {
    const { draft: _draft, draftAt: _draftAt, ...row } = await rowIn(tx, id);
    // The built-in profile is kept only once something was published.
    if (row.published.revision > 0 || row.id !== builtIn().id) await tx.objectStore('profiles').put(row);
    else await tx.objectStore('profiles').delete(id);
  });
}

/** Puts a profile in force under the next number and keeps what it replaces. */
async function publish(tx: WriteTx, row: ProfileRow, content: IcpProfile, now: number): Promise<IcpProfile> {
  refuseErrors(content);
  const versions = tx.objectStore('profileVersions');
  const last = await versions.openKeyCursor(IDBKeyRange.bound([row.id], [row.id, []]), 'prev');
  const revision = Math.max(row.published.revision, last?.key[1] ?? 0) + 1;
  const published: IcpProfile = { ...content, id: row.id, revision };
  await Promise.all([
    versions.put({
      profileId: row.id,
      revision: row.published.revision,
      profile: row.published,
      publishedAt: row.publishedAt,
    }),
    versions.put({ profileId: row.id, revision, profile: published, publishedAt: now }),
    tx.objectStore('profiles').put({ ...row, published, publishedAt: now }),
  ]);
  return published;
}

/**
 * Puts the draft of a profile in force. Out: it, with its new revision; where there is no draft, what is in force.
 * Throws `ProfileRefused` for what `checkProfile` calls an error, `BookError` where there is no such profile.
 */
export function publishProfile(book: Book, id: string, now: number): Promise<IcpProfile> {
  return change(book, async (tx) => {
    const { draft, draftAt: _draftAt, ...row } = await rowIn(tx, id);
    return draft ? publish(tx, row, draft, now) : row.published;
  });
}

/** What was published of a profile, the newest first. Throws `BookError`. */
export function listVersions(book: Book, id: string): Promise<ProfileVersion[]> {
  return read(book, ['profileVersions'], async (tx) => {
    const versions = await tx.objectStore('profileVersions').getAll(IDBKeyRange.bound([id], [id, []]));
    return versions.reverse();
  });
}

/** Publishes an earlier version anew, for undoing too; a draft stays. Throws as `publishProfile`. */
export function restoreVersion(book: Book, id: string, revision: number, now: number): Promise<IcpProfile> {
  return change(book, async (tx) => {
    const row = await rowIn(tx, id);
    const version = await tx.objectStore('profileVersions').get([id, revision]);
    if (!version) throw new BookError('unknown', `Profile ${id} has no revision ${revision}`);
    return publish(tx, row, version.profile, now);
  });
}

/**
 * Keeps one more profile, published as its first revision; where its id is taken it gets one of its own.
 * Out: it as kept. Throws `ProfileRefused`, `BookError`.
 */
export function addProfile(book: Book, profile: IcpProfile, now: number): Promise<ProfileRow> {
  return change(book, async (tx) => {
    refuseErrors(profile);
    const kept = await tx.objectStore('profiles').getAll();
    const taken = new Set(kept.map(({ id }) => id));
    let id = profile.id;
    for (let n = 2; taken.has(id); n++) id = `${profile.id.slice(0, 55)}-${n}`;
    // What was built in so far becomes one of the user's own, so that it does not vanish beside the new one.
    if (kept.length === 0 && id !== builtIn().id) await tx.objectStore('profiles').put(builtIn());
    const published: IcpProfile = { ...profile, id, revision: 1 };
    const row: ProfileRow = { id, published, publishedAt: now };
    await Promise.all([
      tx.objectStore('profiles').put(row),
      tx.objectStore('profileVersions').put({ profileId: id, revision: 1, profile: published, publishedAt: now }),
    ]);
    return row;
  });
}

/**
 * Lays a colleague's profile beside what is in force: as the draft of the one that has its id, else as one more, which grades nobody
 * until it is chosen. Out: whether it lies there; not where it says what is in force, or a draft is there already. Throws
 * `ProfileRefused`, `BookError`.
 */
export async function offerProfile(book: Book, profile: IcpProfile, now: number): Promise<boolean> {
  const known = (await getProfiles(book)).some(({ id }) => id === profile.id);
  if (!known) {
    await addProfile(book, profile, now);
    return true;
  }
  refuseErrors(profile);
  return change(book, async (tx) => {
    const row = await rowIn(tx, profile.id);
    const { revision } = row.published;
    if (row.draft || isSameValue(row.published, { ...profile, revision })) return false;
    await tx.objectStore('profiles').put({ ...row, draft: { ...profile, revision }, draftAt: now });
    return true;
  });
}

/** Removes a profile with its versions; after the last one the built-in profile is in force. Throws `BookError`. */
export function deleteProfile(book: Book, id: string): Promise<void> {
  return change(book, async (tx) => {
    await Promise.all([
      tx.objectStore('profiles').delete(id),
      tx.objectStore('profileVersions').delete(IDBKeyRange.bound([id], [id, []])),
    ]);
  });
}

/** Sets which profile gives the tiers. Throws `BookError` where there is no such profile. */
export function setActiveProfile(book: Book, id: string): Promise<void> {
  return change(book, async (tx) => {
    await rowIn(tx, id);
    await tx.objectStore('meta').put({ key: activeKey, value: id });
  });
}
