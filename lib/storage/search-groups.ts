import type { Column } from './search-column.ts';
import type { KeyValue } from './search-columns.ts';
import type { Facet, LeadGroup } from './search-query.ts';
import { tierGroupColumn, tierGroupName } from './search-tiers.ts';

const collator = new Intl.Collator(undefined, { sensitivity: 'base', numeric: true });

/** Runs of equal rank: values that count as the same are one group. */
export function groupsOf(hits: Uint32Array, column: Column, slots: number): LeadGroup[] {
  const ranks = column.ranks(slots);
  const groups: LeadGroup[] = [];
  let last = -1;
  for (const slot of hits) {
    const rank = ranks[slot] ?? 0;
    const open = groups.at(-1);
    if (open && rank === last) open.count += 1;
    else {
      const value = column.valueAt(slot);
      groups.push({ value: column.spec === tierGroupColumn ? tierGroupName(value) : String(value), count: 1 });
    }
    last = rank;
  }
  return groups;
}

/** The values of a column and how many leads have each, the most frequent first. In: the slots, the column. */
export function counted(slots: Uint32Array, column: Column): Facet[] {
  const counts = new Map<KeyValue, number>();
  for (const slot of slots) {
    const value = column.valueAt(slot);
    if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const single = new Map<string, number>();
  for (const [value, count] of counts) {
    const parts = column.spec.as === 'many' ? String(value).split('\n') : [String(value)];
    for (const part of parts) single.set(part, (single.get(part) ?? 0) + count);
  }
  return [...single]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || collator.compare(a.value, b.value));
}
