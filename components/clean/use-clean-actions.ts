import { useCallback, useRef, useState } from 'react';
import { i18n } from '#i18n';
import type { DuplicateGroup, useDuplicates } from '../hooks/use-duplicates.ts';
import { type MergeRequest, merging } from '../hooks/use-merging.ts';
import { attempt } from '../leads/act.ts';
import { say } from '../ui/toast.tsx';
import { sayUndone, takeBack } from './say-undone.ts';

/** What can be done on the page of duplicates, each with the way back: by the notice, or by Z for the last. */
export function useCleanActions({ drop, expectWrite }: Pick<ReturnType<typeof useDuplicates>, 'drop' | 'expectWrite'>) {
  const [busy, setBusy] = useState(false);
  const [progress, setProgress] = useState<{ done: number; all: number }>();
  const running = useRef<AbortController>(undefined);
  /** Ways back, the last done on top. */
  const back = useRef<(() => Promise<void>)[]>([]);

  const remember = useCallback((done: string, way: () => Promise<void>) => {
    const once = async () => {
      back.current = back.current.filter((one) => one !== once);
      await way();
    };
    back.current.push(once);
    say(done, { label: i18n.t('clean.undo'), run: () => void attempt(once) });
  }, []);

  const merge = useCallback(
    async (groups: readonly DuplicateGroup[], requests: readonly MergeRequest[], name: string) => {
      setBusy(true);
      const mine = new AbortController();
      running.current = mine;
      if (requests.length > 1) setProgress({ done: 0, all: requests.length });
      await attempt(async () => {
        expectWrite();
        const { actionId } = await merging
          .merge(requests, { onProgress: (done) => setProgress({ done, all: requests.length }), signal: mine.signal })
          .catch((cause: unknown) => {
            expectWrite(-1);
            // Called off: nothing was merged, and nobody need be told.
            if (mine.signal.aborted) return { actionId: undefined };
            throw cause;
          });
        if (actionId === undefined) return;
        const putBack = drop(groups);
        const count = requests.reduce((sum, { leadIds }) => sum + leadIds.length - 1, 0);
        const done = name ? i18n.t('clean.merged', count, [String(count), name]) : i18n.t('clean.mergedCount', count);
        remember(done, async () => {
          expectWrite();
          if (await takeBack(actionId)) putBack();
          else expectWrite(-1);
        });
      });
      setProgress(undefined);
      setBusy(false);
    },
    [drop, expectWrite, remember],
  );

  const notSame = useCallback(
    (group: DuplicateGroup, ids: readonly string[]) =>
      attempt(async () => {
        const pairs = await merging.notSame(ids);
        const putBack = drop([group]);
        remember(i18n.t('clean.markedNotSame'), async () => {
          await merging.forgetNotSame(pairs);
          putBack();
          sayUndone(0);
        });
      }),
    [drop, remember],
  );

  const undo = useCallback(() => {
    const last = back.current.at(-1);
    if (last) void attempt(last);
    else say(i18n.t('clean.nothingToUndo'));
  }, []);
  return { busy, progress, stop: useCallback(() => running.current?.abort(), []), merge, notSame, undo };
}
