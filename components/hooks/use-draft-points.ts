import type { IcpProfile } from '../../lib/domain/schema/icp.ts';
import type { ProfileRow } from '../../lib/domain/schema/score.ts';
import { putBack, takePoints } from '../../lib/scoring/learn/take.ts';
import { type Book, openBook } from '../../lib/storage/book.ts';
import { activeProfileId, discardDraft, getProfiles, saveDraft } from '../../lib/storage/profiles.ts';
import type { Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

const profiles: readonly Store[] = ['profiles'];

async function activeRow(book: Book): Promise<ProfileRow | undefined> {
  const [id, rows] = await Promise.all([activeProfileId(book), getProfiles(book)]);
  return rows.find((row) => row.id === id);
}

/** Gives the rules back what they had, whatever else was changed in the draft since. */
type Undo = () => Promise<void>;
type Change = (draft: IcpProfile, published: IcpProfile) => IcpProfile;

const isSame = (a: IcpProfile, b: IcpProfile) =>
  JSON.stringify({ ...a, revision: 0 }) === JSON.stringify({ ...b, revision: 0 });

/** Changes the draft; one that is as what is in force is none. Out: the draft as it was. */
async function changeDraft(work: Change): Promise<IcpProfile> {
  const book = await openBook();
  const row = await activeRow(book);
  if (!row) throw new Error('no profile is in force');
  const { id, published, draft = published } = row;
  const next = work(draft, published);
  if (isSame(next, published)) await discardDraft(book, id);
  else await saveDraft(book, next, Date.now());
  return draft;
}

async function changeRules(rules: Iterable<string>, work: Change): Promise<Undo> {
  const touched = new Set(rules);
  const before = await changeDraft(work);
  return async () => {
    await changeDraft((draft) => putBack(draft, before, touched));
  };
}

/**
 * Taking points over into the draft of the profile in force. Out: the profile with its draft, kept up to date; `take` and
 * `back`, which resolve once stored with the way to undo, and reject with `BookError`.
 */
export function useDraftPoints() {
  const { value: row, failure } = useFromBook('', activeRow, profiles);
  return {
    row,
    failure,
    take: (points: ReadonlyMap<string, number>) => changeRules(points.keys(), (draft) => takePoints(draft, points)),
    back: (rule: string) => changeRules([rule], (draft, published) => putBack(draft, published, new Set([rule]))),
  };
}
