import type { TableLayout } from '../hooks/use-views.ts';

/** So many columns can be grouped by, one within the other. */
export const deepest = 4;

/** The columns that a table is grouped by, the outermost first. */
export const groupingOf = ({ groupBy, thenBy = [] }: TableLayout): string[] =>
  groupBy === undefined ? [] : [groupBy, ...thenBy];

/** The layout grouped by other columns. */
export function withGrouping(layout: TableLayout, [first, ...more]: readonly string[]): TableLayout {
  const { groupBy: _first, thenBy: _more, ...rest } = layout;
  return { ...rest, ...(first !== undefined && { groupBy: first }), ...(more.length > 0 && { thenBy: more }) };
}
