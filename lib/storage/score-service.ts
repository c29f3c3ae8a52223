import type { Run } from '../scoring/table.ts';
import type { Book } from './book.ts';
import { onBookChange } from './book-event.ts';
import { createScoreKeeper } from './score-keeper.ts';
import { createScoreLeads } from './score-leads.ts';
import { scoreMethods } from './score-methods.ts';

/** Writes come in rows: scored once they pause. */
const settleAfter = 250;
/** Where the leads are in memory the work is done at once; others give that page the first turn. */
const settleLater = 1500;
const hour = 3_600_000;

/** Lets whatever waits for this thread have its turn; called off, it throws the signal's reason. */
export function runOf(signal: AbortSignal, progress: (share: number) => void): Run {
  return {
    progress,
    pause: () =>
      new Promise((resolve, reject) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          port1.close();
          if (signal.aborted) reject(signal.reason);
          else resolve();
        };
        port2.postMessage(0);
      }),
  };
}

/**
 * All that is worked out over the whole book: questions of pages, and scores kept up with data, rules and time.
 * In: the book, the clock. Out: `methods` for pages; `keep` begins to keep scores up and tells of failures; `close`.
 */
export function createScoreService(book: Book, clock: () => number = Date.now) {
  const leads = createScoreLeads(book);
  const keeper = createScoreKeeper(book, leads);
  const ended = new AbortController();
  let stop: (() => void) | undefined;

  /** Settles now: for tests, and for whoever needs the scores of the book to be right. */
  const settle = (touched: readonly string[] = []): Promise<void> =>
    keeper.settle(
      clock(),
      runOf(ended.signal, () => undefined),
      touched,
    );

  function keep(onFailure: (cause: unknown) => void): void {
    if (stop) return;
    let waiting: ReturnType<typeof setTimeout> | undefined;
    let touched = new Set<string>();
    const soon = (delay: number): void => {
      clearTimeout(waiting);
      waiting = setTimeout(() => {
        const ids = [...touched];
        touched = new Set();
        settle(ids).catch((cause: unknown) => {
          if (!ended.signal.aborted) onFailure(cause);
        });
      }, delay);
    };
    const unlisten = onBookChange(({ stores, leadIds }) => {
      if (stores.includes('profiles')) soon(leads.loaded ? 0 : settleLater);
      else if (stores.some((store) => ['people', 'companies', 'interactions', 'customerValues'].includes(store))) {
        for (const id of leadIds) touched.add(id);
        soon(settleAfter);
      }
    });
    // A page may stay open over midnight: what is of yesterday is worked out anew.
    const daily = setInterval(() => soon(settleAfter), hour);
    soon(settleAfter);
    stop = () => {
      unlisten();
      clearInterval(daily);
      clearTimeout(waiting);
    };
  }

  return {
    methods: scoreMethods(book, leads, clock),
    settle,
    keep,
    close(): void {
      ended.abort();
      stop?.();
      leads.close();
    },
  };
}
export type ScoreService = ReturnType<typeof createScoreService>;
