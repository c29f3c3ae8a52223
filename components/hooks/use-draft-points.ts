import { useCallback, useEffect, useState } from 'react';
import type { ProfileRow } from '../../lib/domain/schema/score.ts';
import { putBack, takePoints } from '../../lib/scoring/learn/take.ts';
import { type Book, openBook } from '../../lib/storage/book.ts';
import { activeProfileId, discardDraft, getProfiles, saveDraft } from '../../lib/storage/profiles.ts';
import { type BookFailure, bookFailure, useBookChange } from './use-book.ts';

async function activeRow(book: Book): Promise<ProfileRow | undefined> {
  const [id, rows] = await Promise.all([activeProfileId(book), getProfiles(book)]);
  return rows.find((row) => row.id === id);
}

/** The way back to the draft as it was. */
type Undo = () => Promise<void>;

async function changeDraft(
  work: (draft: ProfileRow['published'], published: ProfileRow['published']) => ProfileRow['published'],
): Promise<Undo> {
  const book = await openBook();
  const row = await activeRow(book);
  if (!row) throw new Error('no profile is in force');
  const { id, published, draft } = row;
  const next = work(draft ?? published, published);
  if (JSON.stringify(next.groups) === JSON.stringify(published.groups)) await discardDraft(book, id);
  else await saveDraft(book, next, Date.now());
  return async () => {
    if (draft) await saveDraft(book, draft, Date.now());
    else await discardDraft(book, id);
  };
}

/**
 * Taking points over into the draft of the profile in force. Out: the profile with its draft, kept up to date; `take` and
 * `back`, which resolve once stored with the way to undo, and reject with `BookError`.
 */
export function useDraftPoints() {
  const [row, setRow] = useState<ProfileRow>();
  const [failure, setFailure] = useState<BookFailure>();
  const load = useCallback(async () => {
    try {
      setRow(await activeRow(await openBook()));
    } catch (cause) {
      setFailure(bookFailure(cause));
    }
  }, []);
  useEffect(() => void load(), [load]);
  useBookChange(
    useCallback(
      (event) => {
        if (event.stores.includes('profiles')) void load();
      },
      [load],
    ),
  );
  return {
    row,
    failure,
    take: (points: ReadonlyMap<string, number>) => changeDraft((draft) => takePoints(draft, points)),
    back: (rule: string) => changeDraft((draft, published) => putBack(draft, published, new Set([rule]))),
  };
}
