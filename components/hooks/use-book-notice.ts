import { getBackupFolder, getBackupState, getBookReport } from '../../lib/backup/vault.ts';
import { readNewest } from '../../lib/storage/newest-leads.ts';
import { type CopyWays, copyWays } from './copy-ways.ts';
import type { Book } from './use-book.ts';
import { needsCare } from './use-book-report.ts';
import { useFromBook } from './use-from-book.ts';
import { useRoom } from './use-room.ts';

/**
 * The one thing to be said of the safety of the book: there is little room, something in it is wrong, backups fail, the folder for
 * copies wants to be asked again, is gone or cannot be written to, the book is worth copies by now and nobody was asked yet (for a
 * folder, for downloads, or to save one by hand, as the browser has it), or it is empty and new.
 */
export type BookNotice =
  | 'room'
  | 'unsound'
  | 'failing'
  | 'renew'
  | 'gone'
  | 'copyFailing'
  | 'askFolder'
  | 'askDownloads'
  | 'askSave'
  | 'begin';

/** From so many leads on the book is worth a question. */
const worthAsking = 10;
const watched = ['meta', 'people', 'companies'] as const;

type Asking = { queryPermission?(how: { mode: 'readwrite' }): Promise<PermissionState> };

/** In: the book, how copies can get out of this browser. Out: undefined where nothing is to be said. */
export async function noticeOf(book: Book, ways: CopyWays): Promise<BookNotice | undefined> {
  const [state, handle, report] = await Promise.all([getBackupState(book), getBackupFolder(book), getBookReport(book)]);
  if (report && needsCare(report)) return 'unsound';
  if (state.failure) return 'failing';
  if (handle) {
    const permission = await (handle as unknown as Asking).queryPermission?.({ mode: 'readwrite' });
    if (permission !== undefined && permission !== 'granted') return 'renew';
    return state.copy.problem && noticeOfCopy[state.copy.problem];
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
  if (isAnswered || leads < worthAsking) return undefined;
  return ways.canPick ? 'askFolder' : ways.canDownload ? 'askDownloads' : 'askSave';
}

const noticeOfCopy = { permission: undefined, gone: 'gone', failed: 'copyFailing' } as const;

const load = (book: Book) => noticeOf(book, copyWays());

/** What is to be said of the safety of the book; undefined where nothing is. */
export function useBookNotice(): BookNotice | undefined {
  const room = useRoom();
  const { value } = useFromBook('notice', load, watched);
  return room?.isLow ? 'room' : value;
}
