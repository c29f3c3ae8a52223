import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { TrayItem } from '../../lib/domain/schema/tray.ts';
import { type DraftUnit, draftInput, draftUnits } from '../../lib/scoring/draft-input.ts';
import type { ScoreInput } from '../../lib/scoring/input.ts';
import { openBook } from '../../lib/storage/book.ts';
import { activeProfile } from '../../lib/storage/profiles.ts';
import { briefOf, briefScores, compiled, type ScoreBrief, titleOf } from '../../lib/storage/scores.ts';
import { useBookChange } from './use-book.ts';

/** The profile in force, kept up with what is published; undefined until it was read. */
function useActiveProfile(): IcpProfile | undefined {
  const [profile, setProfile] = useState<IcpProfile>();
  const load = useCallback(() => {
    // A book that cannot be opened is told of by the view itself; drafts then have no tier.
    openBook()
      .then(activeProfile)
      .then(setProfile, () => setProfile(undefined));
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
  return profile;
}

type Worked = { basis: unknown[]; profile: IcpProfile; input: ScoreInput; briefs: Map<string, ScoreBrief> };

/** What a unit's score depends on: a tick is no reason to work it out anew. */
const basisOf = ({ head, people }: DraftUnit): unknown[] =>
  [head, ...people].flatMap(({ draft, edits, note }) => [draft, edits, note]);
const isSame = (a: unknown[], b: unknown[]) => a.length === b.length && a.every((one, at) => one === b[at]);

/**
 * Scores of drafts as they would be if saved now, worked out when a row is looked at. In: all drafts of the page. Out: the
 * brief of a draft by its id, the same object for as long as nothing of it changes; undefined until the rules were read.
 */
export function useDraftScores(items: readonly TrayItem[]): (draftId: string) => ScoreBrief | undefined {
  const profile = useActiveProfile();
  const units = useMemo(() => draftUnits(items), [items]);
  const worked = useRef(new Map<string, Worked>());
  return useCallback(
    (draftId) => {
      const unit = units.get(draftId);
      if (!profile || !unit) return undefined;
      const basis = basisOf(unit);
      let known = worked.current.get(unit.head.draft.id);
      if (!known || known.profile !== profile || !isSame(known.basis, basis)) {
        known = { basis, profile, input: draftInput(unit), briefs: new Map() };
        worked.current.set(unit.head.draft.id, known);
      }
      const { input, briefs } = known;
      const brief =
        briefs.get(draftId) ?? briefOf(compiled(profile), draftId, input, Date.now(), titleOf(input, draftId));
      briefs.set(draftId, brief);
      return brief;
    },
    [profile, units],
  );
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
      openBook()
        .then((book) => briefScores(book, missing, Date.now()))
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
