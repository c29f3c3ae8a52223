import { useCallback, useEffect, useState } from 'react';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { ProfileRow, ProfileVersion } from '../../lib/domain/schema/score.ts';
import { openBook } from '../../lib/storage/book.ts';
import {
  activeProfileId,
  addProfile,
  deleteProfile,
  discardDraft,
  getProfiles,
  listVersions,
  ProfileRefused,
  publishProfile,
  restoreVersion,
  saveDraft,
  setActiveProfile,
} from '../../lib/storage/profiles.ts';
import { type BookFailure, bookFailure, useBookChange } from './use-book.ts';

export { ProfileRefused };
export type Profiles = { rows: ProfileRow[]; activeId: string };

/** What can be done with profiles. Each resolves once it is stored; else it rejects, with `ProfileRefused` for a profile that cannot work. */
export const profileActions = {
  saveDraft: async (draft: IcpProfile) => saveDraft(await openBook(), draft, Date.now()),
  discard: async (id: string) => discardDraft(await openBook(), id),
  publish: async (id: string) => publishProfile(await openBook(), id, Date.now()),
  restore: async (id: string, revision: number) => restoreVersion(await openBook(), id, revision, Date.now()),
  add: async (profile: IcpProfile) => addProfile(await openBook(), profile, Date.now()),
  remove: async (id: string) => deleteProfile(await openBook(), id),
  activate: async (id: string) => setActiveProfile(await openBook(), id),
};

/** Reads that are made again whenever a profile changed. In: what is read, under a key that stands for it. */
function useFromProfiles<T>(key: string, load: () => Promise<T>) {
  const [state, setState] = useState<{ key: string; value: T }>();
  const [failure, setFailure] = useState<BookFailure>();
  const [version, setVersion] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for what is loaded; a new version of the book reads again
  useEffect(() => {
    let stopped = false;
    load().then(
      (value) => {
        if (stopped) return;
        setFailure(undefined);
        setState({ key, value });
      },
      (cause: unknown) => {
        if (!stopped) setFailure(bookFailure(cause));
      },
    );
    return () => {
      stopped = true;
    };
  }, [key, version]);
  const retry = useCallback(() => setVersion((count) => count + 1), []);
  useBookChange(
    useCallback(
      ({ stores }) => {
        if (stores.includes('profiles')) retry();
      },
      [retry],
    ),
  );
  return { value: state?.key === key ? state.value : undefined, failure, retry };
}

/** Every profile and which one gives the tiers, kept up. Out: undefined until read, or what went wrong. */
export function useProfiles() {
  const { value, failure, retry } = useFromProfiles('all', async (): Promise<Profiles> => {
    const book = await openBook();
    const [rows, activeId] = await Promise.all([getProfiles(book), activeProfileId(book)]);
    return { rows, activeId };
  });
  return { profiles: value, failure, retry };
}

/** What was published of a profile, newest first, kept up. */
export function useVersions(id: string) {
  const { value, failure, retry } = useFromProfiles<ProfileVersion[]>(id, async () =>
    listVersions(await openBook(), id),
  );
  return { versions: value, failure, retry };
}
