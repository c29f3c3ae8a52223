import { useEffect, useState } from 'react';
import { search } from './use-leads.ts';

/** Why leads were won and lost so far, the most frequent first, to be offered while typing. Empty until known. */
export function useOutcomeReasons(): readonly string[] {
  const [reasons, setReasons] = useState<readonly string[]>([]);
  useEffect(() => {
    let stopped = false;
    const load = async () => {
      const facets = await Promise.all([search().facets('company'), search().facets('person')]);
      const found = facets.flatMap((one) => one.reasons).sort((a, b) => b.count - a.count);
      if (!stopped) setReasons([...new Set(found.map(({ value }) => value))].slice(0, 100));
    };
    // Without them the reason is typed in full; a book that cannot be read is told of by what needs it.
    load().catch(() => undefined);
    return () => {
      stopped = true;
    };
  }, []);
  return reasons;
}
