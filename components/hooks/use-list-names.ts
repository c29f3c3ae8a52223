import { useEffect, useState } from 'react';
import { search } from './use-leads.ts';

/** The lists that leads of the book are on, to be offered while typing. Empty until known. */
export function useListNames(): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let stopped = false;
    const load = async () => {
      const facets = await Promise.all([search().facets('person'), search().facets('company')]);
      const lists = facets.flatMap(({ lists: found }) => found.map(({ value }) => value));
      if (!stopped) setNames([...new Set(lists)]);
    };
    // Without them the name is typed in full; a book that cannot be read is told of by what needs it.
    load().catch(() => undefined);
    return () => {
      stopped = true;
    };
  }, []);
  return names;
}
