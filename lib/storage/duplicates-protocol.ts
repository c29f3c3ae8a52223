import type { BookErrorCode } from './book-error.ts';
import type { FoundDuplicates } from './duplicates.ts';

export type DuplicatesAnswer =
  | { progress: number }
  | { result: FoundDuplicates }
  | { error: { code: BookErrorCode; message: string } };
