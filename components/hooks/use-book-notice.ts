import { getBackupFolder, getBackupState, getBookReport } from '../../lib/backup/vault.ts';
import { readNewest } from '../../lib/storage/newest-leads.ts';
import type { Book } from './use-book.ts';
import { needsCare } from './use-book-report.ts';
import { useFromBook } from './use-from-book.ts';
import { useRoom } from './use-room.ts';

/**
 * The one thing to be said of the safety of the book: there is little room, something in it is wrong, the folder for copies
 * wants to be asked again or is gone, the book is worth a folder by now and nobody was asked yet, or it is empty and new.
 */
export type BookNotice = 'room' | 'unsound' | 'renew' | 'gone' | 'ask' | 'begin';

/** From so many leads on the book is worth a question. */
const worthAsking = 10;
const watched = ['meta', 'people', 'companies'] as const;

type Asking = { queryPermission?(how: { mode: 'readwrite' }): Promise<PermissionState> };

async function noticeOf(book: Book): Promise<BookNotice | undefined> {
  const [state, handle, report] = await Promise.all([getBackupState(book), getBackupFolder(book), getBookReport(book)]);
  if (report && needsCare(report)) return 'unsound';
  if (handle) {
    const permission = await (handle as unknown as Asking).queryPermission?.({ mode: 'readwrite' });
    if (permission !== undefined && permission !== 'granted') return 'renew';
    return state.copy.problem === 'gone' ? 'gone' : undefined;
  }
  const isAnswered = state.asked || state.download.wanted;
  if (isAnswered && state.begun) return undefined;
  // No more than tells the answer: counting a large book holds up all that is read from it.
  const [people, companies] = await Promise.all([
    readNewest(book, 'person', worthAsking),
    readNewest(book, 'company', worthAsking),
  ]);
  const leads = people.length + companies.length;
  if (leads === 0) return state.begun ? undefined : 'begin';
  return isAnswered || leads < worthAsking ? undefined : 'ask';
}

/** What is to be said of the safety of the book; undefined where nothing is. */
export function useBookNotice(): BookNotice | undefined {
  const room = useRoom();
  const { value } = useFromBook('notice', noticeOf, watched);
  return room?.isLow ? 'room' : value;
}
