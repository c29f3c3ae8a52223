import { lazy, type ReactNode, Suspense, useCallback, useState } from 'react';
import { useBook } from '../hooks/use-book.ts';
import { useBookLoss, useWatchedBook } from '../hooks/use-book-loss.ts';
import { showSection } from '../hooks/use-workspace-tab.ts';

const LostBook = lazy(async () => ({ default: (await import('./lost-book.tsx')).LostBook }));
const ShutBook = lazy(async () => ({ default: (await import('./shut-book.tsx')).ShutBook }));

const isWorkspace = (): boolean => document.documentElement.dataset.surface === 'workspace';

/** Stands before a surface: where the browser lost the book, or cannot open it, that is said first, with what helps. */
export function BookGate({ children }: { children: ReactNode }) {
  const { failure, retry } = useBook();
  const loss = useBookLoss();
  useWatchedBook();
  // Whoever came for the page of backups has seen what is to be said.
  const [isLooking, setLooking] = useState(() => location.hash.startsWith('#/backup'));
  const look = useCallback(() => {
    if (isWorkspace()) setLooking(true);
    return showSection('backup');
  }, []);
  if (failure)
    return (
      <Suspense>
        <ShutBook failure={failure} onRetry={retry} />
      </Suspense>
    );
  if (loss?.is === 'gone' && !isLooking)
    return (
      <Suspense>
        <LostBook loss={loss} onLook={look} />
      </Suspense>
    );
  return children;
}
