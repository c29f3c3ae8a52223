import type { BookErrorCode } from './book-error.ts';
import type { ScoreMethods } from './score-methods.ts';

export type ScoreMethod = keyof ScoreMethods;
/** What a method takes after the run, and what it gives. */
export type ScoreArguments<M extends ScoreMethod> =
  Parameters<ScoreMethods[M]> extends [unknown, ...infer Rest] ? Rest : never;
export type ScoreResult<M extends ScoreMethod> = Awaited<ReturnType<ScoreMethods[M]>>;

/** To the worker: a question under a number, the end of one, or that this page keeps the scores of the book up. */
export type ScoreRequest =
  | { id: number; method: ScoreMethod; args: unknown[] }
  | { id: number; cancel: true }
  | { keep: true };

/** From the worker, under the number of the question; a failure of keeping up has the number 0. */
export type ScoreResponse =
  | { id: number; result: unknown }
  | { id: number; progress: number }
  | { id: number; error: { code: BookErrorCode; message: string } };
