import { useCallback, useEffect, useState } from 'react';
import { openWorkspace } from '../../lib/reading/workspace-tab.ts';
import { openBook } from '../../lib/storage/book.ts';
import { getSetting, setSetting } from '../../lib/storage/settings.ts';

/** Whether the first run's word is still to be said, and ways to have done with it. A book that cannot be opened says so itself. */
export function useWelcome() {
  const [isNew, setIsNew] = useState(false);
  useEffect(() => {
    let stopped = false;
    openBook()
      .then((book) => getSetting(book, 'welcomeSeen'))
      .then(
        (seen) => {
          if (!stopped) setIsNew(!seen);
        },
        () => undefined,
      );
    return () => {
      stopped = true;
    };
  }, []);
  const done = useCallback(async () => {
    setIsNew(false);
    await setSetting(await openBook(), 'welcomeSeen', true);
  }, []);
  const bring = useCallback(async () => {
    await openWorkspace('import');
    await done();
  }, [done]);
  return { isNew, done, bring };
}
