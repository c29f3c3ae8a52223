import { useCallback, useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import { BackupCallError, type BackupClient, createBackupClient } from '../../lib/backup/client.ts';
import type {
  BackupCall,
  BackupCalls,
  BackupFailure,
  BackupProgress,
  DifferencePage,
  DifferenceQuery,
  OpenedBackup,
} from '../../lib/backup/protocol.ts';
import { surroundings } from '../../lib/backup/surroundings.ts';
import { settleLoss } from '../../lib/backup/witness.ts';
import { openBook } from '../../lib/storage/book.ts';

export type { BackupFailure, BackupProgress, DifferencePage, DifferenceQuery, OpenedBackup };

/** Where backups and restores of this page stand: what is under way, what went wrong, the backup that is being looked into. */
export type BackupWork = {
  busy?: BackupProgress | 'starting';
  failure?: BackupFailure;
  /** The file that is open, or that waits for its passphrase. */
  asked?: { file: Blob; label: string };
  opened?: { label: string; view: OpenedBackup };
  /** A restore of all is done. */
  restored?: { permissions: OpenedBackup['head']['permissions'] };
};

/** Backups and restores in their worker. Out: where they stand, and the ways on; each says failures in `failure`. */
export function useBackupWork() {
  const [work, setWork] = useState<BackupWork>({});
  const client = useRef<BackupClient>(undefined);
  const started = useCallback((): BackupClient => {
    client.current ??= createBackupClient();
    return client.current;
  }, []);
  useEffect(
    () => () => {
      client.current?.close();
      client.current = undefined;
    },
    [],
  );

  const run = useCallback(
    async <C extends BackupCall>(
      call: C,
      ask: BackupCalls[C]['ask'],
      next: (answer: BackupCalls[C]['answer'], before: BackupWork) => BackupWork,
    ): Promise<BackupCalls[C]['answer'] | undefined> => {
      setWork(({ failure: _failure, ...before }) => ({ ...before, busy: 'starting' }));
      try {
        const onStep = (busy: BackupProgress) => setWork((before) => (before.busy ? { ...before, busy } : before));
        const answer = await started().ask(call, ask, onStep);
        setWork(({ busy: _busy, ...before }) => next(answer, before));
        return answer;
      } catch (cause) {
        const failure: BackupFailure =
          cause instanceof BackupCallError
            ? cause.failure
            : { code: 'unknown', message: cause instanceof Error ? cause.message : String(cause) };
        setWork(({ busy: _busy, ...before }) => ({ ...before, failure }));
        return undefined;
      }
    },
    [started],
  );

  return {
    work,
    backUp: async () => run('backUp', await surroundings(), (_made, before) => before),
    /** Lays a backup out and compares it. A sealed one comes back as `needsPassphrase`, with `asked`. */
    open: (file: Blob, label: string, passphrase?: string) => {
      setWork((before) => ({ ...before, asked: { file, label } }));
      return run('open', { file, passphrase }, (view) => ({ opened: { label, view } }));
    },
    page: useCallback(
      (query: DifferenceQuery): Promise<DifferencePage> =>
        client.current?.ask('page', query) ?? Promise.resolve({ rows: [], total: 0 }),
      [],
    ),
    ids: (query: DifferenceQuery): Promise<string[]> => started().ask('ids', query),
    restoreLeads: (ids: string[]) => run('restoreLeads', { ids }, () => ({})),
    restoreAll: async () => {
      const { permissions = { permissions: [], origins: [] }, origin } = work.opened?.view.head ?? {};
      const done = await run('restoreAll', await surroundings(), () => ({ restored: { permissions } }));
      if (done) await settleLoss(await openBook(), origin);
      return done;
    },
    check: () => run('check', null, (_report, before) => before),
    mend: (report: BackupCalls['mend']['ask']) => run('mend', report, (_report, before) => before),
    cancel: () => client.current?.cancel(),
    leave: () => {
      setWork({});
      void client.current?.ask('close', null).catch(() => undefined);
    },
  };
}
export type BackupJobs = ReturnType<typeof useBackupWork>;

/** Asks for what the backup knew as allowed; to be called in the very click. Out: whether it was allowed. */
export const allowAgain = ({ permissions, origins }: OpenedBackup['head']['permissions']): Promise<boolean> => {
  const { optional_permissions: optional = [] } = browser.runtime.getManifest() as { optional_permissions?: string[] };
  const wanted = permissions.filter((name) => optional.includes(name));
  return browser.permissions.request({ permissions: wanted as never, origins });
};

/** What the backup knew as allowed and this machine does not. */
export async function missingPermissions(known: OpenedBackup['head']['permissions']) {
  const { permissions: here, origins: hereOrigins } = (await surroundings()).permissions;
  const { optional_permissions: optional = [] } = browser.runtime.getManifest() as { optional_permissions?: string[] };
  return {
    permissions: known.permissions.filter((name) => optional.includes(name) && !here.includes(name)),
    origins: known.origins.filter((origin) => !hereOrigins.includes(origin)),
  };
}
