import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { TrayItem } from '../../lib/domain/schema/tray.ts';
import { openBook } from '../../lib/storage/book.ts';
import type { createDraftScorer } from '../../lib/storage/draft-scoring.ts';
import type { ScoreBrief } from '../../lib/storage/scores.ts';
import { useBookChange } from './use-book.ts';

// What is read stands in the panel before the scoring is there: it is loaded after.
const scoring = () => import('../../lib/storage/draft-scoring.ts');

/** The profile in force, kept up with what is published, and what scores drafts by it; undefined until they were loaded. */
function useScorer() {
  const [profile, setProfile] = useState<IcpProfile>();
  const [scorer, setScorer] = useState<{ of: ReturnType<typeof createDraftScorer> }>();
  const load = useCallback(() => {
    Promise.all([scoring(), openBook()])
      .then(async ([engine, book]) => {
        const active = await engine.activeProfile(book);
        setScorer((before) => before ?? { of: engine.createDraftScorer() });
        setProfile(active);
      })
      // A book that cannot be opened is told of by the view itself; drafts then have no tier.
      .catch(() => setProfile(undefined));
  }, []);
  useEffect(load, [load]);
  useBookChange(
    useCallback(
      ({ stores }) => {
        if (stores.includes('profiles')) load();
      },
      [load],
    ),
  );
  return { profile, scorer };
}

const unscored = () => undefined;

/**
 * Scores of drafts as they would be if saved now, worked out when a row is looked at. In: all drafts of the page. Out: the
 * brief of a draft by its id, the same object for as long as nothing of it changes; undefined until the rules were read.
 */
export function useDraftScores(items: readonly TrayItem[]): (draftId: string) => ScoreBrief | undefined {
  const { profile, scorer } = useScorer();
  return useMemo(() => (profile && scorer ? scorer.of(profile, items) : unscored), [profile, scorer, items]);
}

const readAfterMs = 60;

/**
 * Scores of leads of the book that scroll by: each is read once and again when something was written. In: ids in sight.
 * Out: a brief by its id; undefined until it was read.
 */
export function useBriefsInSight(ids: readonly string[]): (id: string) => ScoreBrief | undefined {
  const [briefs, setBriefs] = useState<ReadonlyMap<string, ScoreBrief>>(new Map());
  const [version, setVersion] = useState(0);
  const asked = useRef<{ version: number; ids: Set<string> }>({ version: 0, ids: new Set() });
  const key = ids.join(' ');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the ids
  useEffect(() => {
    const timer = setTimeout(() => {
      if (asked.current.version !== version) asked.current = { version, ids: new Set() };
      const missing = ids.filter((id) => !asked.current.ids.has(id));
      if (missing.length === 0) return;
      for (const id of missing) asked.current.ids.add(id);
      Promise.all([scoring(), openBook()])
        .then(([{ briefScores }, book]) => briefScores(book, missing, Date.now()))
        .then(
          (fresh) => setBriefs((before) => new Map([...before, ...fresh])),
          // Told of by the view itself; these rows are asked for again with the next change.
          () => undefined,
        );
    }, readAfterMs);
    return () => clearTimeout(timer);
  }, [key, version]);
  useBookChange(
    useCallback(({ stores }) => {
      if (stores.some((store) => store !== 'tray' && store !== 'meta' && store !== 'scores')) setVersion((n) => n + 1);
    }, []),
  );
  return useCallback((id) => briefs.get(id), [briefs]);
}
