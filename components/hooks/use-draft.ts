import { useCallback, useEffect, useRef, useState } from 'react';
import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { ProfileRow } from '../../lib/domain/schema/score.ts';
import { profileActions } from './use-profiles.ts';

type Steps = { past: IcpProfile[]; present: IcpProfile | undefined; future: IcpProfile[] };

const mostSteps = 200;
/** Lives as long as the page: going to another section and back keeps the way to undo. */
const kept = new Map<string, Steps>();

/** When this page kept which draft, by profile: what the book tells of it a moment later is no news. */
const ours = new Map<string, Map<string, number>>();
const newsAfterMs = 5000;
const textOf = (draft: IcpProfile | undefined) => JSON.stringify(draft ?? null);
function isOurs(id: string, draft: IcpProfile | undefined): boolean {
  const at = ours.get(id)?.get(textOf(draft));
  return at !== undefined && Date.now() - at < newsAfterMs;
}
function noteOurs(id: string, draft: IcpProfile | undefined): void {
  const now = Date.now();
  const recent = [...(ours.get(id) ?? [])].filter(([, at]) => now - at < newsAfterMs);
  ours.set(id, new Map([...recent, [textOf(draft), now]]));
}

const same = (a: IcpProfile | undefined, b: IcpProfile | undefined) => JSON.stringify(a) === JSON.stringify(b);

/** Where editing goes on: what the book has, with the way back that this page knows; an edit made elsewhere is one more step. */
function startFrom({ id, draft, published }: ProfileRow): Steps {
  const known = kept.get(id) ?? { past: [], present: undefined, future: [] };
  if (same(known.present, draft) || isOurs(id, draft)) return known;
  return { past: [...known.past, known.present ?? published], present: draft, future: [] };
}

/** Edits of one kind that follow each other at once (typing a name, dragging a cut) are one step to undo. */
const oneStepMs = 800;

/**
 * The draft of a profile with undo and redo. Every edit is kept in the book at once; as long as it is not published it changes
 * no tier. In: the profile's row, what to do when an edit could not be kept.
 */
export function useDraft(row: ProfileRow, onFailure: (cause: unknown) => void) {
  const [steps, setSteps] = useState<Steps>(() => startFrom(row));
  const saving = useRef<{ done: Promise<void>; next?: { draft: IcpProfile | undefined } | undefined }>({
    done: Promise.resolve(),
  });
  const last = useRef({ kind: '', at: 0 });
  // What is being shown, so that several edits in one tick build on each other.
  const current = useRef(steps);

  const show = useCallback(
    (next: Steps) => {
      current.current = next;
      kept.set(row.id, next);
      setSteps(next);
    },
    [row.id],
  );
  const put = useCallback(
    (next: Steps) => {
      show(next);
      noteOurs(row.id, next.present);
      const { current: queue } = saving;
      // Who types is faster than the disk: while one is written only the newest waits, and is there that much sooner.
      queue.next = { draft: next.present };
      queue.done = queue.done
        .then(async () => {
          const { next: newest } = queue;
          if (!newest) return;
          queue.next = undefined;
          await (newest.draft ? profileActions.saveDraft(newest.draft) : profileActions.discard(row.id));
        })
        .catch(onFailure);
    },
    [row.id, onFailure, show],
  );

  const revision = useRef(row.published.revision);
  useEffect(() => {
    if (revision.current !== row.published.revision) {
      // Another version came into force: a step back must not lead behind it.
      revision.current = row.published.revision;
      ours.delete(row.id);
      show({ past: [], present: row.draft, future: [] });
    } else if (!same(row.draft, current.current.present) && !isOurs(row.id, row.draft)) {
      // Edited elsewhere: points taken over from what was learnt, another tab.
      show(startFrom(row));
    }
  }, [row, show]);

  /** Makes an edit. In: the change, and a word for its kind where quick repetitions are one step. */
  const edit = useCallback(
    (change: (profile: IcpProfile) => IcpProfile, kind = '') => {
      const { past, present } = current.current;
      const from = present ?? row.published;
      const to = change(from);
      if (same(to, from)) return;
      const now = Date.now();
      const continues = kind !== '' && last.current.kind === kind && now - last.current.at < oneStepMs;
      last.current = { kind, at: now };
      const before = continues && past.length > 0 ? past : [...past, from].slice(-mostSteps);
      put({ past: before, present: to, future: [] });
    },
    [put, row.published],
  );
  const undo = useCallback(() => {
    const { past, present, future } = current.current;
    const before = past.at(-1);
    if (!before) return;
    last.current = { kind: '', at: 0 };
    const isPublished = same(before, row.published);
    put({
      past: past.slice(0, -1),
      present: isPublished ? undefined : before,
      future: [present ?? row.published, ...future],
    });
  }, [put, row.published]);
  const redo = useCallback(() => {
    const { past, present, future } = current.current;
    const [next, ...rest] = future;
    if (!next) return;
    put({ past: [...past, present ?? row.published], present: next, future: rest });
  }, [put, row.published]);
  const discard = useCallback(() => {
    const { past, present } = current.current;
    if (present) put({ past: [...past, present].slice(-mostSteps), present: undefined, future: [] });
  }, [put]);
  /** Resolves once all that was edited is kept. */
  const settled = useCallback(() => saving.current.done, []);

  return {
    draft: steps.present,
    edit,
    undo: steps.past.length > 0 ? undo : undefined,
    redo: steps.future.length > 0 ? redo : undefined,
    discard,
    settled,
  };
}
