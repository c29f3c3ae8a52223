import { describe, expect, it } from 'vitest';
import { type FoundBook, lossOf, type Witness } from '../../../lib/backup/loss.ts';

const before: Witness = { origin: 'one', people: 20, companies: 5, newestChange: 90, at: 1000, folder: 'Copies' };
const found = (more: Partial<FoundBook> = {}): FoundBook => ({
  origin: 'one',
  people: 20,
  companies: 5,
  newestChange: 90,
  isNew: false,
  ...more,
});
const empty: Partial<FoundBook> = { origin: undefined, people: 0, companies: 0, newestChange: 0, isNew: true };

describe('lossOf', () => {
  it.each<[string, Witness | undefined, FoundBook, boolean, 'gone' | 'less' | undefined]>([
    ['all there', before, found(), true, undefined],
    ['more than before', before, found({ people: 21, newestChange: 91 }), true, undefined],
    ['an empty book in its place', before, found(empty), true, 'gone'],
    ['an empty book in its place, while the browser runs', before, found(empty), false, 'gone'],
    ['another book in its place', before, found({ origin: 'other', people: 90, newestChange: 400 }), true, 'gone'],
    ['the newest part is missing', before, found({ people: 18, newestChange: 80 }), true, 'less'],
    ['somebody erased the newest ones just now', before, found({ people: 18, newestChange: 80 }), false, undefined],
    ['somebody was deleted: the history says so', before, found({ people: 19, newestChange: 91 }), true, undefined],
    ['an import that died was taken back', before, found({ newestChange: 80 }), true, undefined],
    ['a new install', undefined, found(empty), true, undefined],
    ['a book from before this was remembered', undefined, found(), true, undefined],
    ['only the backups are left', undefined, found({ ...empty, backupAt: 700 }), true, 'gone'],
    ['begun anew beside the backups', undefined, found({ ...empty, isNew: false, backupAt: 700 }), true, undefined],
  ])('%s', (_, known, now, isFirstLook, is) => {
    expect(lossOf(known, now, isFirstLook)?.is).toBe(is);
  });

  it('says what was there, when, and where copies went', () => {
    expect(lossOf(before, found(empty), true)).toEqual({
      is: 'gone',
      at: 1000,
      people: 20,
      companies: 5,
      origin: 'one',
      folder: 'Copies',
    });
    expect(lossOf(undefined, found({ ...empty, backupAt: 700 }), true)).toEqual({ is: 'gone', at: 700 });
  });
});
