import { useCallback, useEffect, useState } from 'react';
import { BackupCallError, createBackupClient } from '../../lib/backup/client.ts';
import { timeOfName } from '../../lib/backup/file-name.ts';
import { ownFolder } from '../../lib/backup/folder.ts';
import type { BackupFailure, BackupProgress } from '../../lib/backup/protocol.ts';
import { readBackupHead } from '../../lib/backup/read-backup.ts';
import { surroundings } from '../../lib/backup/surroundings.ts';
import { settleLoss } from '../../lib/backup/witness.ts';
import { openBook } from '../../lib/storage/book.ts';

/** A backup that could bring a lost book back. `holds` is missing where it is sealed. */
export type Rescue = { file: Blob; at?: number; holds?: { people: number; companies: number } };

export type RescueWork =
  | { at: 'idle' }
  | { at: 'busy'; step: BackupProgress | 'starting' }
  /** It is sealed. `isWrong`: with another passphrase than the one that was typed. */
  | { at: 'asks'; rescue: Rescue; isWrong: boolean }
  | { at: 'failed'; failure: BackupFailure };

/** The backups in the browser's own file system that hold somebody, the newest first; undefined until they were looked at. */
export function useRescues(): Rescue[] | undefined {
  const [rescues, setRescues] = useState<Rescue[]>();
  useEffect(() => {
    findRescues().then(setRescues, () => setRescues([]));
  }, []);
  return rescues;
}

/** Out: the backups, the newest first. Throws the browser's errors. */
async function findRescues(): Promise<Rescue[]> {
  const folder = await ownFolder();
  const found: (Rescue & { at: number })[] = [];
  for (const { name, size } of await folder.list()) {
    const at = timeOfName(name);
    if (at === undefined || size === 0) continue;
    const file = await folder.file(name);
    const holds = await holdingsOf(file);
    if (holds !== 'nobody') found.push({ file, at, ...(holds && { holds }) });
  }
  return found.sort((a, b) => b.at - a.at);
}

async function holdingsOf(file: File): Promise<Rescue['holds'] | 'nobody'> {
  try {
    const { people = 0, companies = 0 } = (await readBackupHead(file, undefined)).counts;
    return people + companies > 0 ? { people, companies } : 'nobody';
  } catch {
    // Sealed, or not to be read: opening it says which.
    return undefined;
  }
}

/** Makes the book what a backup holds, after the browser lost it. Out: how far it is, and the way to do it; `onBack` is told when it is done. */
export function useRescue(onBack: () => void) {
  const [work, setWork] = useState<RescueWork>({ at: 'idle' });
  const bring = useCallback(
    async (rescues: readonly Rescue[], passphrase?: string): Promise<void> => {
      for (const rescue of rescues) {
        setWork({ at: 'busy', step: 'starting' });
        const failure = await restored(rescue.file, passphrase, (step) => setWork({ at: 'busy', step }));
        if (!failure) return onBack();
        const { problem } = failure;
        if (problem === 'needsPassphrase' || problem === 'passphrase')
          return setWork({ at: 'asks', rescue, isWrong: problem === 'passphrase' });
        setWork({ at: 'failed', failure });
        // One that is damaged says nothing of the one before it.
        if (problem !== 'truncated') return;
      }
    },
    [onBack],
  );
  const leave = useCallback(() => setWork({ at: 'idle' }), []);
  return { work, bring, leave };
}

/** Out: what went wrong, undefined once it is done. */
async function restored(
  file: Blob,
  passphrase: string | undefined,
  onStep: (step: BackupProgress) => void,
): Promise<BackupFailure | undefined> {
  const client = createBackupClient();
  try {
    const { head } = await client.ask('open', { file, passphrase }, onStep);
    await client.ask('restoreAll', await surroundings(), onStep);
    await settleLoss(await openBook(), head.origin);
    await client.ask('close', null);
    return undefined;
  } catch (cause) {
    if (cause instanceof BackupCallError) return cause.failure;
    return { code: 'unknown', message: cause instanceof Error ? cause.message : String(cause) };
  } finally {
    client.close();
  }
}
