import type { BookErrorCode } from '../../storage/book-error.ts';
import type {
  FileView,
  ImportDone,
  ImportRequest,
  ImportSource,
  ImportStep,
  ImportSummary,
  ResultFilter,
  ResultPage,
} from './session-types.ts';

/** What the import's worker is asked for, and what it answers to each. */
export type ImportCalls = {
  open: { ask: ImportSource; answer: FileView };
  plan: { ask: ImportRequest; answer: ImportSummary };
  page: { ask: { filter: ResultFilter; offset: number; limit: number }; answer: ResultPage };
  refused: { ask: { words: Record<string, string>; heading: string }; answer: string };
  write: { ask: null; answer: ImportDone };
};
export type ImportCall = keyof ImportCalls;

/** To the worker: a question, or to call off what is under way. */
export type ImportQuestion =
  | { [C in ImportCall]: { id: number; call: C; ask: ImportCalls[C]['ask'] } }[ImportCall]
  | { cancel: true };
/** From the worker: how far it is, an answer, or why there is none; `cancelled` where the user called it off. */
export type ImportAnswer =
  | { id: number; step: ImportStep }
  | { id: number; answer: ImportCalls[ImportCall]['answer'] }
  | { id: number; error: { code: BookErrorCode | 'cancelled'; message: string } };
