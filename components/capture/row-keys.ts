/** What a key on a focused row means; undefined for keys that are not ours. */
export type RowAction = 'tick' | 'tickAll' | 'edit' | 'note' | 'open' | 'close' | 'save';

const actions = new Map<string, RowAction>([
  [' ', 'tick'],
  ['a', 'tickAll'],
  ['e', 'edit'],
  ['n', 'note'],
  ['arrowright', 'open'],
  ['arrowleft', 'close'],
  ['enter', 'save'],
]);

export const rowAction = (key: string): RowAction | undefined => actions.get(key.toLowerCase());

/** The row that a key moves to. In: the key, the row with the focus, the last row, rows that fit the view. */
export function movedIndex(key: string, index: number, last: number, page: number): number | undefined {
  switch (key) {
    case 'ArrowDown':
      return Math.min(last, index + 1);
    case 'ArrowUp':
      return Math.max(0, index - 1);
    case 'PageDown':
      return Math.min(last, index + page);
    case 'PageUp':
      return Math.max(0, index - page);
    case 'Home':
      return 0;
    case 'End':
      return last;
    default:
      return undefined;
  }
}
