import '../bench/no-eval.ts';
import { isSound } from '../../lib/backup/book-report.ts';
import { checkBook } from '../../lib/backup/check-book.ts';
import { openBook } from '../../lib/storage/book.ts';
import { origin } from '../../lib/storage/settings.ts';
import type { Memory, Said, Trial } from './trial.ts';
import { backups } from './trials/backups.ts';
import { imports } from './trials/imports.ts';
import { merges } from './trials/merges.ts';
import { restores } from './trials/restores.ts';
import { saves } from './trials/saves.ts';

const trials: Record<string, Trial> = { saves, imports, merges, restores, backups };

/** Told to the one who kills: what was begun, and what is acknowledged. */
declare const tell: (phase: 'begun' | 'done' | 'failed', said: Said) => Promise<void>;

/** Numbers that look random, the same for the same seed (mulberry32). */
function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const surface = {
  async seed(what: string): Promise<Memory> {
    const book = await openBook();
    const memory = (await trials[what]?.seed(book)) ?? {};
    return { ...memory, origin: await origin(book) };
  },

  async check(what: string, memory: Memory, begun: Said[], done: Said[]) {
    const book = await openBook();
    // First: a trial may empty the book once it has seen it.
    const report = await checkBook(book, 0);
    const result = await trials[what]?.check(book, memory, begun, done);
    const wrong = [...(result?.wrong ?? [`there is no trial ${what}`])];
    if (!isSound(report) || report.unfinished > 0) wrong.push(`the book is not sound: ${JSON.stringify(report)}`);
    const now = await origin(book);
    // Not a lost row but a lost book: every store of it is new.
    if (now !== memory.origin) wrong.push('the browser opened an empty book in place of the one that was there');
    return { wrong, memory: { ...result?.memory, origin: now } };
  },

  /** Goes on until it is killed. */
  async run(what: string, memory: Memory, round: number, seed: number): Promise<void> {
    const book = await openBook();
    const random = randomOf(seed);
    const begin = (said: Said) => tell('begun', said);
    try {
      for (let op = 0; ; op++) {
        const said = await trials[what]?.run({ book, memory, random, round, op, begin });
        await tell('done', said ?? {});
      }
    } catch (error) {
      await tell('failed', { why: String(error) });
    }
  },
};
export type Surface = typeof surface;
Object.assign(globalThis, { surface });
