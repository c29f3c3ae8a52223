import type { Column } from './search-column.ts';
import type { Facet, LeadGroup } from './search-query.ts';
import { tierGroupColumn, tierGroupName } from './search-tiers.ts';

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/**
 * Runs of equal rank: values that count as the same are one group. In: the leads in the order of the columns, the columns from the
 * outermost, how many slots there are. Out: the groups, those of further columns within them.
 */
export function groupsOf(hits: Uint32Array, [column, ...inner]: readonly Column[], slots: number): LeadGroup[] {
  if (!column) return [];
  const ranks = column.ranks(slots);
  const groups: LeadGroup[] = [];
  const close = (from: number, to: number): void => {
    const value = column.valueAt(hits[from] as number);
    const shown = column.spec === tierGroupColumn ? tierGroupName(value) : String(value);
    const within = inner.length > 0 ? { groups: groupsOf(hits.subarray(from, to), inner, slots) } : {};
    groups.push({ value: shown, count: to - from, ...within });
  };
  let from = 0;
  for (let at = 1; at <= hits.length; at++) {
    if (at < hits.length && ranks[hits[at] as number] === ranks[hits[from] as number]) continue;
    close(from, at);
    from = at;
  }
  return groups;
}

/** The values of a column and how many leads have each, the most frequent first. In: the slots, the column. */
export function counted(slots: Uint32Array, column: Column): Facet[] {
  const counts = column.counts(slots);
  const single = new Map<string, number>();
  for (const [value, count] of counts) {
    const parts = column.spec.as === 'many' ? String(value).split('\n') : [String(value)];
    for (const part of parts) single.set(part, (single.get(part) ?? 0) + count);
  }
  return [...single]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || collator.compare(a.value, b.value));
}
