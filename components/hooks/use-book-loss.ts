import { useEffect, useState } from 'react';
import type { BookLoss } from '../../lib/backup/loss.ts';
import { getBookLoss, onBookLoss, settleLoss, watchBook } from '../../lib/backup/witness.ts';
import { openBook } from '../../lib/storage/book.ts';

export type { BookLoss };

/** Looks, now and after every write, whether the book is still all there. */
export function useWatchedBook(): void {
  useEffect(() => watchBook(openBook, () => Date.now()), []);
}

/** What the browser lost of the book, until that is answered. */
export function useBookLoss(): BookLoss | undefined {
  const [loss, setLoss] = useState<BookLoss>();
  useEffect(() => {
    let stopped = false;
    const ask = () =>
      void getBookLoss().then(
        (found) => !stopped && setLoss(found),
        (cause: unknown) => console.warn('What is known of the book could not be read', cause),
      );
    const stopHearing = onBookLoss(ask);
    ask();
    return () => {
      stopped = true;
      stopHearing();
    };
  }, []);
  return loss;
}

/** Lets a loss go: the book is to be taken as it is. Rejects where that could not be stored. */
export const leaveLoss = async (): Promise<void> => settleLoss(await openBook(), undefined);
