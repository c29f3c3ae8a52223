import type { LeadGroup } from '../hooks/use-table.ts';

/** The head of a group: how deep it lies, and its name among all of them (its own value behind those of the groups around it). */
export type GroupHead = { group: LeadGroup; depth: number; path: string; closed: boolean };
/** A line of the table: the head of a group, or the lead at an offset of what was found. */
export type Line = GroupHead | { offset: number };

/** The lines of a table: leads alone, or groups with their leads below them. */
export type Lines = {
  count: number;
  at(index: number): Line;
  /** The line of a lead, by its offset; that of its group's head where the group is closed. */
  indexOf(offset: number): number;
  /** The names of all groups. */
  paths: readonly string[];
};

type Placed = GroupHead & { line: number; first: number };

/** What no value holds. */
const between = '\u001F';

/** Lays leads out under their groups, groups under the groups around them. In: the groups in order, how many leads there are, which groups are closed. */
export function layLines(groups: readonly LeadGroup[] | undefined, total: number, closed: ReadonlySet<string>): Lines {
  if (!groups || groups.length === 0)
    return { count: total, at: (offset) => ({ offset }), indexOf: (offset) => offset, paths: [] };
  const heads: Placed[] = [];
  const paths: string[] = [];
  let line = 0;
  const lay = (list: readonly LeadGroup[], start: number, depth: number, around: string, isHidden: boolean): void => {
    let first = start;
    for (const group of list) {
      const path = around + group.value;
      const isClosed = closed.has(path);
      paths.push(path);
      if (!isHidden) {
        heads.push({ group, depth, path, closed: isClosed, line, first });
        line += 1;
      }
      if (group.groups) lay(group.groups, first, depth + 1, path + between, isHidden || isClosed);
      else if (!isHidden && !isClosed) line += group.count;
      first += group.count;
    }
  };
  lay(groups, 0, 0, '', false);
  return {
    count: line,
    paths,
    at(index) {
      const head = heads[lastNotAbove(heads, index, 'line')] as Placed;
      const inside = index - head.line;
      if (inside > 0) return { offset: head.first + inside - 1 };
      const { group, depth, path, closed: isClosed } = head;
      return { group, depth, path, closed: isClosed };
    },
    indexOf(of) {
      const head = heads[lastNotAbove(heads, of, 'first')] as Placed;
      return head.closed ? head.line : head.line + 1 + of - head.first;
    },
  };
}

/** The last head whose line or first lead is not above a number: where several begin at one lead, the innermost. */
function lastNotAbove(heads: readonly Placed[], value: number, by: 'line' | 'first'): number {
  let [low, high] = [0, heads.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((heads[middle]?.[by] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
