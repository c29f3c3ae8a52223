import { getBookReport } from '../../lib/backup/vault.ts';
import { useFromBook } from './use-from-book.ts';

export type { BookReport } from '../../lib/backup/book-report.ts';
export { isSound, needsCare } from '../../lib/backup/book-report.ts';

const watched = ['meta'] as const;

/** What the last look through the book found; undefined where there was none. */
export function useBookReport() {
  const { value, failure } = useFromBook('report', getBookReport, watched);
  return { report: value, failure };
}
