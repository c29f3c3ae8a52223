import type { LeadGroup } from '../hooks/use-table.ts';

/** A line of the table: the head of a group, or the lead at an offset of what was found. */
export type Line = { group: LeadGroup; closed: boolean } | { offset: number };

/** The lines of a table: leads alone, or groups with their leads below them. */
export type Lines = {
  count: number;
  at(index: number): Line;
  /** The line of a lead, by its offset; that of its group's head where the group is closed. */
  indexOf(offset: number): number;
};

/** Lays leads out under their groups. In: the groups in order, how many leads there are, which groups are closed. */
export function layLines(groups: readonly LeadGroup[] | undefined, total: number, closed: ReadonlySet<string>): Lines {
  if (!groups || groups.length === 0)
    return { count: total, at: (offset) => ({ offset }), indexOf: (offset) => offset };
  const heads: number[] = [];
  const firsts: number[] = [];
  let [line, offset] = [0, 0];
  for (const { value, count } of groups) {
    heads.push(line);
    firsts.push(offset);
    line += 1 + (closed.has(value) ? 0 : count);
    offset += count;
  }
  return {
    count: line,
    at(index) {
      const which = lastNotAbove(heads, index);
      const group = groups[which] ?? { value: '', count: 0 };
      const inside = index - (heads[which] ?? 0);
      return inside === 0 ? { group, closed: closed.has(group.value) } : { offset: (firsts[which] ?? 0) + inside - 1 };
    },
    indexOf(of) {
      const which = lastNotAbove(firsts, of);
      const head = heads[which] ?? 0;
      return closed.has(groups[which]?.value ?? '') ? head : head + 1 + of - (firsts[which] ?? 0);
    },
  };
}

/** The last of ascending numbers that is not above a value. */
function lastNotAbove(numbers: readonly number[], value: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
