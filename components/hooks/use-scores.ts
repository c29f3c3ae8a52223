import type { ScoreChange } from '../../lib/domain/schema/score.ts';
import { type ScoreDetail, scoreDetail } from '../../lib/storage/score-detail.ts';
import { briefScores, type ScoreBrief, scoreHistory } from '../../lib/storage/scores.ts';
import type { Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

export type { ScoreBrief, ScoreChange, ScoreDetail };

/** What a score depends on. */
const scored: readonly Store[] = ['people', 'companies', 'interactions', 'profiles'];

/**
 * Scores of the leads in sight, kept up with the book and with what is published. In: their ids. Out: briefs by id; those
 * read before stay until the new ones are there.
 */
export function useBriefScores(ids: readonly string[]) {
  const { value, failure } = useFromBook(ids.join(' '), (book) => briefScores(book, ids, Date.now()), scored);
  return { briefs: value ?? (none as ReadonlyMap<string, ScoreBrief>), failure };
}
const written: readonly Store[] = ['scores'];
const none = new Map<string, never>();

/** A lead's score with its reasons, the rules behind them and where each fact was read, kept up. In: its id. */
export function useScoreDetail(id: string) {
  const { key, value, failure } = useFromBook<ScoreDetail>(id, (book) => scoreDetail(book, id, Date.now()), scored);
  return { detail: key === id ? value : undefined, failure };
}

/** How a lead's score came to be what it is, newest first, kept up. In: its id. */
export function useScoreHistory(id: string) {
  const { key, value, failure } = useFromBook<ScoreChange[]>(id, (book) => scoreHistory(book, id), written);
  return { history: key === id ? value : undefined, failure };
}
