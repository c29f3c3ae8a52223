import type { Run } from '../scoring/table.ts';
import { createScoreTable, type ScoreTable } from '../scoring/table.ts';
import type { Book } from './book.ts';
import { onBookChange } from './book-event.ts';
import { allScoreInputs, scoredAnew } from './score-input.ts';
import { type ReadTx, read } from './transact.ts';

/** How old the time of the scores may be. */
const freshFor = 10 * 60_000;
/** More changes than this are read anew with the whole book. */
export const manyChanges = 5000;

/** Number of the last change of the history; 0 before the first. */
export const lastChange = async (tx: ReadTx): Promise<number> =>
  (await tx.objectStore('changes').openKeyCursor(null, 'prev'))?.key ?? 0;

/**
 * The leads that were changed after a place in the history, with the companies that their people left.
 * Out: their ids and the new place; no ids where they are more than `manyChanges`.
 */
export async function changedSince(book: Book, seq: number): Promise<{ ids: string[] | undefined; seq: number }> {
  return read(book, ['changes'], async (tx) => {
    const [last, news] = await Promise.all([
      lastChange(tx),
      tx.objectStore('changes').getAll(IDBKeyRange.lowerBound(seq, true), manyChanges + 1),
    ]);
    if (news.length > manyChanges || news.some(({ made }) => made !== undefined)) return { ids: undefined, seq: last };
    const ids = new Set<string>();
    for (const { leadId, fields } of news) {
      ids.add(leadId);
      for (const { field, before } of fields) if (field === 'companyId' && typeof before === 'string') ids.add(before);
    }
    return { ids: [...ids], seq: last };
  });
}

/**
 * All leads of the book in memory, for work over all of them: read when first asked for, kept up with what is written, let go
 * when nobody asks for a while. One work at a time. In: the book, how long unused leads stay.
 */
export function createScoreLeads(book: Book, keptFor = 120_000) {
  let table: ScoreTable | undefined;
  let seen = 0;
  let last: Promise<unknown> = Promise.resolve();
  let leaving: ReturnType<typeof setTimeout> | undefined;
  /** Leads that were told of: what has no entry in the history (mail that came, calls) is known by these alone. */
  let touched = new Set<string>();

  const stop = onBookChange(({ stores, leadIds }) => {
    if (!table || !stores.some((store) => store === 'people' || store === 'companies' || store === 'interactions'))
      return;
    for (const id of leadIds) touched.add(id);
  });

  async function load(now: number, run: Run): Promise<ScoreTable> {
    const fresh = createScoreTable(now);
    touched = new Set();
    seen = await read(book, ['changes'], lastChange);
    let count = 0;
    await allScoreInputs(book, (inputs) => {
      fresh.put(inputs);
      count += inputs.length;
      run.progress(0.5 * (1 - 1 / (1 + count / 20_000)));
    });
    return fresh;
  }

  /** The leads as they are in the book now. */
  async function settled(now: number, run: Run): Promise<ScoreTable> {
    const waiting = touched;
    touched = new Set();
    const changed = table && (await changedSince(book, seen));
    if (!table || !changed?.ids || waiting.size > manyChanges) {
      table = await load(now, run);
    } else {
      seen = changed.seq;
      const ids = [...new Set([...changed.ids, ...waiting])];
      if (ids.length > 0) await takeIn(table, ids);
    }
    if (Math.abs(now - table.now) > freshFor) table.setNow(now);
    return table;
  }

  async function takeIn(into: ScoreTable, ids: string[]): Promise<void> {
    try {
      const { inputs, gone } = await scoredAnew(book, ids);
      into.remove(gone);
      into.put(inputs);
    } catch (cause) {
      // What was to be taken in is no longer known: begin anew with the next.
      table = undefined;
      throw cause;
    }
  }

  function rest(): void {
    clearTimeout(leaving);
    leaving = setTimeout(() => {
      table = undefined;
    }, keptFor);
  }

  return {
    /** Whether they are in memory already. */
    get loaded(): boolean {
      return table !== undefined;
    },
    /** Does a work on all leads once those before it are done. Rejects with `BookError`, or where it was called off. */
    use<T>(now: number, run: Run, work: (leads: ScoreTable) => Promise<T>): Promise<T> {
      const mine = last.then(async () => {
        clearTimeout(leaving);
        try {
          await run.pause();
          return await work(await settled(now, run));
        } finally {
          rest();
        }
      });
      last = mine.catch(() => undefined);
      return mine;
    },
    close(): void {
      stop();
      clearTimeout(leaving);
      table = undefined;
    },
  };
}
export type ScoreLeads = ReturnType<typeof createScoreLeads>;
