import type { Book } from '../book.ts';
import { getBatch, getSetting } from '../settings.ts';

/** What colleagues see a pack come from: the user's own name, else the owner that is set for what is saved. Throws `BookError`. */
export async function senderName(book: Book): Promise<string> {
  const { myName } = await getSetting(book, 'work');
  return myName || ((await getBatch(book)).owner ?? '');
}
