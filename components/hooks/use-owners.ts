import { useEffect, useState } from 'react';
import { search } from './use-leads.ts';
import { useSetting } from './use-setting.ts';

/** Names of all who look after leads, the user's own first, to be offered while typing. Empty until known. */
export function useOwners(): readonly string[] {
  const [settings] = useSetting('work');
  const [names, setNames] = useState<readonly string[]>([]);
  useEffect(() => {
    let stopped = false;
    const load = async () => {
      const facets = await Promise.all([search().facets('company'), search().facets('person')]);
      if (!stopped) setNames(facets.flatMap(({ owners }) => owners.map(({ value }) => value)));
    };
    // Without them the name is typed in full; a book that cannot be read is told of by what needs it.
    load().catch(() => undefined);
    return () => {
      stopped = true;
    };
  }, []);
  return [...new Set([...(settings?.myName ? [settings.myName] : []), ...names])];
}
