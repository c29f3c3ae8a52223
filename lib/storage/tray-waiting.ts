import type { Book } from './book.ts';
import { isTouched } from './touched.ts';

/** A page with drafts that were neither saved nor put aside. */
export type WaitingPage = { url: string; title: string; open: number; readAt: number };

const dayMs = 24 * 60 * 60 * 1000;
/** Pages looked at, newest first: what waits further back is not looked for each time. */
const lookedAt = 200;

/**
 * Pages whose drafts still wait, newest first: those read within a day, and older ones on which the user did something.
 * In: the book, the time, how many at most.
 */
export async function waitingPages(book: Book, now: number, limit: number): Promise<WaitingPage[]> {
  const connection = await book.connection();
  const pages: WaitingPage[] = [];
  let cursor = await connection.transaction('tray').store.index('readAt').openCursor(null, 'prev');
  let left = lookedAt;
  while (cursor && pages.length < limit && left > 0) {
    left -= 1;
    const { url, title, readAt, items, mailOpen } = cursor.value;
    const open = items.filter((item) => item.state === 'open');
    // A mail that was only looked at waits for nothing.
    const waits = now - readAt < dayMs && !mailOpen ? open.length > 0 : open.some(isTouched);
    if (waits) pages.push({ url, title, open: open.length, readAt });
    cursor = await cursor.continue();
  }
  return pages;
}
