import type { Penalty } from '../scoring/learn/logistic.ts';
import type { Study } from '../scoring/learn/study.ts';
import type { BookErrorCode } from './book-error.ts';
import type { Outcomes } from './outcomes.ts';

export type LearnQuestion = {
  penalty: Exclude<Penalty, 'none'>;
  /** Whether leads count that came into the book with or after their end. */
  withLate: boolean;
};

export type LearnResult = Study & Pick<Outcomes, 'leftOut' | 'late'>;

export type LearnAnswer =
  | { progress: number }
  | { result: LearnResult }
  | { error: { code: BookErrorCode; message: string } };
