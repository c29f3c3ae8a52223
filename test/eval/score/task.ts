import type { z } from 'zod';
import type { CapturedLine } from './line.ts';
import type { Tally } from './tally.ts';

/**
 * What a row of truth wants read: a file beside the truth (as if from `url`, else from where it was saved), or text that
 * is written to a file of that name first.
 */
export type TaskInput = { file: string; url?: string } | { name: string; text: string };

/** A row of truth, ready: what to read for it, and how to score what was read (one line an input, in the same order). */
export type PreparedRow = {
  inputs: TaskInput[];
  score(lines: CapturedLine[], tally: Tally): void;
};
/** `folder` is where the truth lies. Throws when a row is not of the task's shape. */
export type CaptureTask = { reads: 'pages' | 'mails'; prepare(row: unknown, folder: string): PreparedRow };
export type FieldTask = {
  kind: 'name' | 'address' | 'phone' | 'title';
  score(row: unknown, answer: unknown, tally: Tally): void;
};

/** A task whose rows are read by capture. A row that gives no inputs is not scored. */
export function captureTask<Row>(definition: {
  reads?: 'pages' | 'mails';
  row: z.ZodType<Row>;
  inputs(row: Row): TaskInput[];
  score(row: Row, lines: CapturedLine[], tally: Tally, folder: string): void;
}): CaptureTask {
  return {
    reads: definition.reads ?? 'pages',
    prepare(json, folder) {
      const row = definition.row.parse(json);
      return {
        inputs: definition.inputs(row),
        score: (lines, tally) => definition.score(row, lines, tally, folder),
      };
    },
  };
}

/** A task whose rows are answered by the fields command. */
export function fieldTask<Row, Answer>(definition: {
  kind: FieldTask['kind'];
  row: z.ZodType<Row>;
  answer: z.ZodType<Answer>;
  score(row: Row, answer: Answer, tally: Tally): void;
}): FieldTask {
  return {
    kind: definition.kind,
    score: (row, answer, tally) => definition.score(definition.row.parse(row), definition.answer.parse(answer), tally),
  };
}

/** Name of a file for a row that has none: what file systems don't like becomes an underscore. */
export const fileNameOf = (id: string) => id.replace(/[^\w.-]+/g, '_');
