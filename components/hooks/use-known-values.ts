import { useEffect, useState } from 'react';
import type { Lead, LeadSourceGroup } from '../../lib/domain/schema/lead.ts';
import { useSetting } from './use-setting.ts';
import { columnValues } from './use-table.ts';

/** What others of the book have in a column, the most frequent first. In: their kind, the column. Empty until known. */
function useUsedValues(kind: Lead['kind'], column: string): readonly string[] {
  const [used, setUsed] = useState<readonly string[]>([]);
  useEffect(() => {
    let stopped = false;
    const take = (values: readonly string[]) => {
      if (!stopped) setUsed(values);
    };
    // Without them it is typed in full; a book that cannot be read is told of by the list.
    columnValues(kind, column).then(
      (values) => take(values.slice(0, 100).map(({ value }) => value)),
      () => take([]),
    );
    return () => {
      stopped = true;
    };
  }, [kind, column]);
  return used;
}

/**
 * What may be meant in a column: for how one met the user's own names first, those of the group where one is chosen, and then
 * what others of the book have. In: the kind of lead, the column, the group. Empty until known.
 */
export function useKnownValues(kind: Lead['kind'], column: string, group?: LeadSourceGroup): readonly string[] {
  const used = useUsedValues(kind, column);
  const [sources = []] = useSetting('sources');
  const own = column === 'sourceName' ? sources.filter((one) => group === undefined || one.group === group) : [];
  return [...new Set([...own.map(({ name }) => name), ...used])];
}
