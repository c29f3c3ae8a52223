import { describe, expect, it } from 'vitest';
import type { TableColumn } from '../../../../components/table/columns.ts';
import { nextSort } from '../../../../components/table/use-columns.ts';
import { movedSpot } from '../../../../components/table/use-grid-keys.ts';

const columns = ['tick', 'name', 'tier', 'company'];
const press = (key: string, control = false) => ({ key, ctrlKey: control, metaKey: false });

describe('the keys of the table', () => {
  it.each([
    ['ArrowDown', false, { line: 5, column: 'name' }, { line: 6, column: 'name' }],
    ['ArrowDown', false, { line: 99, column: 'name' }, { line: 99, column: 'name' }],
    ['ArrowDown', true, { line: 5, column: 'name' }, { line: 99, column: 'name' }],
    ['ArrowUp', false, { line: 0, column: 'name' }, { line: -1, column: 'name' }],
    ['ArrowUp', true, { line: 5, column: 'name' }, { line: 0, column: 'name' }],
    ['ArrowRight', false, { line: 5, column: 'company' }, { line: 5, column: 'company' }],
    ['ArrowLeft', false, { line: 5, column: 'name' }, { line: 5, column: 'tick' }],
    ['Home', false, { line: 5, column: 'tier' }, { line: 5, column: 'tick' }],
    ['End', true, { line: 5, column: 'tick' }, { line: 99, column: 'company' }],
    ['PageDown', false, { line: 5, column: 'name' }, { line: 15, column: 'name' }],
    ['PageUp', false, { line: 5, column: 'name' }, { line: 0, column: 'name' }],
  ])('%s (Ctrl: %s) leads on', (key, control, from, to) => {
    expect(movedSpot(press(key, control), from, columns, 100, 10)).toEqual(to);
  });

  it('leaves every other key alone', () => {
    expect(movedSpot(press('x'), { line: 0, column: 'name' }, columns, 100, 10)).toBeUndefined();
  });
});

describe('pressing a heading', () => {
  const name: TableColumn = { id: 'name', label: 'Name', width: 100, as: 'text' };
  const due: TableColumn = { id: 'nextDue', label: 'Due', width: 100, as: 'date' };

  it('sorts up, down, and not at all; dates begin with the newest', () => {
    const once = nextSort([], name, false);
    expect(once).toEqual([{ by: 'name', descending: false }]);
    const twice = nextSort(once, name, false);
    expect(twice).toEqual([{ by: 'name', descending: true }]);
    expect(nextSort(twice, name, false)).toEqual([]);
    expect(nextSort([], due, false)).toEqual([{ by: 'nextDue', descending: true }]);
  });

  it('adds to what is sorted by with Shift', () => {
    const both = nextSort(nextSort([], name, false), due, true);
    expect(both.map(({ by }) => by)).toEqual(['name', 'nextDue']);
    expect(nextSort(both, name, true)).toEqual([
      { by: 'name', descending: true },
      { by: 'nextDue', descending: true },
    ]);
  });
});
