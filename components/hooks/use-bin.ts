import { deleteForGood, listDeleted } from '../../lib/storage/bin.ts';
import { openBook } from '../../lib/storage/book.ts';
import { useFromBook } from './use-from-book.ts';

const watched = ['people', 'companies'] as const;

/** What was deleted and can still be brought back, the last first. */
export function useBin() {
  const { value, failure } = useFromBook('bin', listDeleted, watched);
  return { deleted: value, failure };
}

/** Takes deleted leads out for good. Out: how many. */
export const removeForGood = async (ids: readonly string[]): Promise<number> => deleteForGood(await openBook(), ids);
