import { useEffect } from 'react';
import { i18n } from '#i18n';
import { createScoreWork, type ScoreWork } from '../../lib/storage/score-client.ts';
import { sayError } from '../ui/toast.tsx';

let shared: ScoreWork | undefined;

/** The scoring worker of this page, started when first needed and kept: its leads are read once. */
export function scoreWork(): ScoreWork {
  shared ??= createScoreWork();
  return shared;
}

let kept = false;
/** First whoever opened the page sees what they came for; a worker that starts meanwhile takes as long to load as a page. */
const later = 2000;

/** Keeps the scores of the book up for as long as the page lives, begun when the page has nothing better to do. */
export function useKeptScores(): void {
  useEffect(() => {
    if (kept) return;
    kept = true;
    const begin = () => scoreWork().keep((error) => sayError(i18n.t('score.notKept', [error.message])));
    setTimeout(() => requestIdleCallback(begin, { timeout: 5000 }), later);
  }, []);
}
