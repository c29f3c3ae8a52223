import { useCallback, useEffect, useState } from 'react';
import { openBook } from '../../lib/storage/book.ts';
import { senderName } from '../../lib/storage/packs/sender.ts';
import { getTeam, setTeam } from '../../lib/storage/packs/team-state.ts';
import type { Book, Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

/** What came from a colleague: leads, or rules that lie beside those in force. */
export type Taken = { by: string } & ({ leads: number; undo: () => Promise<unknown> } | { rules: string });

/** What of a picked folder the types of the platform do not know yet. */
type Picked = FileSystemDirectoryHandle & {
  queryPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission?(how: { mode: 'readwrite' }): Promise<PermissionState>;
};
const watched: readonly Store[] = ['meta'];
/** Merging needs what finds people again, which is heavy: it is loaded where there is a folder. */
const loadSync = () => import('../../lib/exchange/pack/team-folder.ts');

const isAllowed = async (folder: Picked): Promise<boolean> =>
  ((await folder.queryPermission?.({ mode: 'readwrite' })) ?? 'granted') === 'granted';

async function look(book: Book) {
  const { folder, seal, state, rules } = await getTeam(book);
  return {
    canPick: 'showDirectoryPicker' in window,
    state,
    rules,
    folder: folder && { name: folder.name, allowed: await isAllowed(folder), sealed: seal !== undefined },
  };
}

async function syncNow(): Promise<Taken[]> {
  const book = await openBook();
  const { folder } = await getTeam(book);
  if (!folder || !(await isAllowed(folder))) return [];
  const { syncTeam } = await loadSync();
  const synced = await syncTeam(book, await senderName(book), Date.now());
  const taken = (synced?.taken ?? []).map(({ by, leads, actionId }) => ({
    by,
    leads,
    undo: async () => (await import('../../lib/storage/undo.ts')).undoAction(await openBook(), actionId, Date.now()),
  }));
  return [...taken, ...(synced?.offered ?? [])];
}

/** The folder that the team shares. Those that ask the browser are to be called in the very click; all reject where it did not work. */
export function useTeamFolder() {
  const { value, failure } = useFromBook('', look, watched);
  const [busy, setBusy] = useState(false);
  const during = useCallback(async <T>(work: () => Promise<T>): Promise<T> => {
    setBusy(true);
    try {
      return await work();
    } finally {
      setBusy(false);
    }
  }, []);
  return {
    team: value,
    failure,
    busy,
    /** Out: what came from others; undefined where the user chose no folder. */
    pick: (passphrase: string) =>
      during(async (): Promise<Taken[] | undefined> => {
        const { showDirectoryPicker } = window as unknown as {
          showDirectoryPicker(how: { id: string; mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
        };
        try {
          const folder = await showDirectoryPicker({ id: 'team', mode: 'readwrite' });
          const seal = passphrase ? await (await loadSync()).teamKey(folder, passphrase) : undefined;
          await setTeam(await openBook(), folder, seal);
        } catch (cause) {
          // The user closed the dialogue.
          if (cause instanceof DOMException && cause.name === 'AbortError') return undefined;
          throw cause;
        }
        return syncNow();
      }),
    /** Out: what came from others; undefined where the browser was not allowed to. */
    renew: () =>
      during(async (): Promise<Taken[] | undefined> => {
        const folder: Picked | undefined = (await getTeam(await openBook())).folder;
        if ((await folder?.requestPermission?.({ mode: 'readwrite' })) === 'denied') return undefined;
        return folder && (await isAllowed(folder)) ? syncNow() : undefined;
      }),
    sync: () => during(syncNow),
    /** Shares the rules in force too, or no longer. */
    setRules: (rules: boolean) =>
      during(async (): Promise<Taken[]> => {
        await (await loadSync()).shareRules(await openBook(), rules);
        return syncNow();
      }),
    stop: async () => setTeam(await openBook(), undefined),
  };
}

const every = 5 * 60_000;

/** Looks into the team's folder while a page of ours is open: at its start and every five minutes. In: who is told what came. */
export function useTeamSync(onTaken: (taken: Taken[]) => void): void {
  useEffect(() => {
    const run = () => {
      // What went wrong stands on the page of packs; the next look may well succeed.
      syncNow().then(onTaken, () => undefined);
    };
    const first = setTimeout(run, 3000);
    const timer = setInterval(run, every);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, [onTaken]);
}
