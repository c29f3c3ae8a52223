import { useCallback } from 'react';
import { useBookChange } from './use-book.ts';

/**
 * Keeps what the toolbar icons say true to the book. It is the panel that writes, and the browser puts the background to
 * sleep, where it hears of no write: so the panel does it.
 */
export function useFreshIcons(): void {
  useBookChange(
    useCallback(({ stores }) => {
      if (stores.every((store) => store === 'tray')) return;
      // Compares drafts, which is no part of the panel's first load.
      void import('../../lib/reading/tab-icon.ts').then(({ refreshFrontIcons }) => refreshFrontIcons());
    }, []),
  );
}
