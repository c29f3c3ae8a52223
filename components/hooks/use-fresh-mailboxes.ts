import { useCallback } from 'react';
import { tellMailboxes } from '../../lib/mailbox/sites.ts';
import { useBookChange } from './use-book.ts';

/**
 * Keeps the chips in mailboxes true to the book: it is pages like this one that write, while the background may be asleep and
 * hear of nothing.
 */
export function useFreshMailboxes(): void {
  useBookChange(
    useCallback(({ stores }) => {
      if (stores.some((store) => store !== 'tray')) void tellMailboxes();
    }, []),
  );
}
