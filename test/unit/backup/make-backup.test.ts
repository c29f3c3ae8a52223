import { beforeEach, describe, expect, test } from 'vitest';
import { copyOut } from '../../../lib/backup/copy-out.ts';
import { isBackupDue } from '../../../lib/backup/due.ts';
import { backupName, timeOfName } from '../../../lib/backup/file-name.ts';
import type { Folder } from '../../../lib/backup/folder.ts';
import { keptTimes } from '../../../lib/backup/ladder.ts';
import { makeBackup, prune } from '../../../lib/backup/make-backup.ts';
import { readBackup } from '../../../lib/backup/read-backup.ts';
import { getBackupState, setSealKey } from '../../../lib/backup/vault.ts';
import { sealKey } from '../../../lib/exchange/sealed-file.ts';
import { type Book, openBookAt } from '../../../lib/storage/book.ts';
import { editLead } from '../../../lib/storage/edit.ts';
import { origin } from '../../../lib/storage/settings.ts';
import { emptyBook } from '../storage/make.ts';
import { memoryFolder, saveTeam } from './make.ts';

const hour = 3_600_000;
const day = 24 * hour;

let book: Book;
let erika: string;
beforeEach(async () => {
  book = await emptyBook();
  [, erika = ''] = await saveTeam(book, ['Erika Lindner']);
});
const around = { app: '0.1.0', permissions: { permissions: ['storage'], origins: ['*://mail.example/*'] } };
const make = (folder: Folder, now: number, more: { onlyNew?: boolean } = {}) =>
  makeBackup({ book, folder, now, ...around, ...more });

describe('making a backup', () => {
  test('two installs share a folder: neither takes away or writes over what is the other’s', async () => {
    const { folder, files } = memoryFolder();
    const other = await openBookAt({ name: 'other', now: 1000 });
    await saveTeam(other, ['Max Sund']);
    const makeOther = (now: number) => makeBackup({ book: other, folder, now, ...around });
    const [mine, theirs] = [await origin(book), await origin(other)];
    const namesOf = (install: string) => [...files.keys()].filter((name) => timeOfName(name, install) !== undefined);
    for (let at = 1; at <= 12; at++) await makeOther(at * day);
    const before = namesOf(theirs);
    for (let at = 1; at <= 12; at++) await make(folder, at * day);
    expect(namesOf(theirs)).toEqual(before);
    expect(namesOf(mine)).toHaveLength(before.length);
    for (const [name, person] of [
      [namesOf(mine).at(-1), 'Erika Lindner'],
      [namesOf(theirs).at(-1), 'Max Sund'],
    ] as const) {
      const rows: unknown[] = [];
      await readBackup(await folder.file(name ?? ''), undefined, {
        onRows: (store, all) => void (store === 'people' && rows.push(...all)),
      });
      expect(rows).toMatchObject([{ name: person }]);
    }
    other.close();
  });

  test('writes it, reads it back, and keeps what it is', async () => {
    const { folder, files } = memoryFolder();
    const made = await make(folder, 10 * day);
    expect(made).toMatchObject({ at: 10 * day, counts: { people: 1, companies: 1 } });
    expect([...files.keys()]).toEqual([made?.name]);
    const { head } = await readBackup(await folder.file(made?.name ?? ''), undefined, {});
    expect(head.permissions).toEqual(around.permissions);
    expect((await getBackupState(book)).last).toEqual(made);
  });

  test('what is read back otherwise is no backup', async () => {
    const { folder, files } = memoryFolder((bytes) => bytes.slice(0, -4));
    await expect(make(folder, day)).rejects.toMatchObject({ problem: 'truncated' });
    expect(files.size).toBe(0);
    expect(await getBackupState(book)).toMatchObject({ failure: { at: day } });
    expect((await getBackupState(book)).last).toBeUndefined();
  });

  test('one that says nothing new is not kept twice', async () => {
    const { folder, files } = memoryFolder();
    await make(folder, day);
    expect(await make(folder, 2 * day, { onlyNew: true })).toBeUndefined();
    expect(files.size).toBe(1);
    expect((await getBackupState(book)).checkedAt).toBe(2 * day);
    await editLead(book, erika, { jobTitle: 'Head' }, 2 * day);
    expect(await make(folder, 3 * day, { onlyNew: true })).toBeDefined();
    expect(files.size).toBe(2);
  });

  test('none is written over another of the same second', async () => {
    const { folder, files } = memoryFolder();
    await make(folder, day);
    await make(folder, day + 10);
    expect(files.size).toBe(2);
  });

  test('is sealed where there is a key', async () => {
    await setSealKey(book, await sealKey('right', undefined, 10));
    const { folder } = memoryFolder();
    const made = await make(folder, day);
    const file = await folder.file(made?.name ?? '');
    await expect(readBackup(file, 'wrong', {})).rejects.toMatchObject({ problem: 'passphrase' });
    expect((await readBackup(file, 'right', {})).head.counts.people).toBe(1);
  });

  test('takes away what the ladder does not want, and what was broken off; of no other install', async () => {
    const { folder, files } = memoryFolder();
    for (let at = 1; at <= 12; at++) await make(folder, 10 * day + at * 60_000);
    expect(files.size).toBe(2);
    const foreign = backupName(1, 'ffffffff-other');
    files.set(foreign, new Uint8Array([1]));
    files.set('notes.txt', new Uint8Array([1]));
    const own = [...files.keys()][0] ?? '';
    files.set(own, new Uint8Array());
    files.set(`${own}.crswap`, new Uint8Array([1]));
    await make(folder, 11 * day);
    expect([...files.keys()]).toContain(foreign);
    expect([...files.keys()]).toContain('notes.txt');
    expect([...files.keys()]).not.toContain(own);
    expect([...files.keys()]).not.toContain(`${own}.crswap`);
  });

  test('the one that was verified last stays, though newer ones were written that nobody read back', async () => {
    const { folder, files } = memoryFolder();
    const verified = (await make(folder, 10 * day))?.name ?? '';
    for (const minute of [1, 2, 3])
      files.set(backupName(10 * day + minute * 60_000, await origin(book)), new Uint8Array([1]));
    await prune(folder, await origin(book), verified);
    expect([...files.keys()]).toContain(verified);
    expect(files.size).toBe(3);
  });

  test('what died is taken away before anything is written', async () => {
    const { folder, files } = memoryFolder((bytes) => bytes.slice(0, -4));
    const dead = backupName(day, await origin(book));
    files.set(dead, new Uint8Array());
    files.set(`${dead}.crswap`, new Uint8Array([1]));
    await expect(make(folder, 2 * day)).rejects.toThrow();
    expect(files.size).toBe(0);
  });

  test('nothing is copied without a folder', async () => {
    const { folder } = memoryFolder();
    await make(folder, day);
    expect(await copyOut(book, folder, day)).toEqual({});
  });
});

describe('the ladder', () => {
  test('keeps the newest, hours, days and weeks', () => {
    const now = 1000 * day;
    const times = Array.from({ length: 24 * 90 }, (_, at) => now - at * hour);
    const kept = [...keptTimes(times)].sort((a, b) => b - a);
    expect(kept.slice(0, 6)).toEqual(times.slice(0, 6));
    expect(kept.length).toBeLessThanOrEqual(2 + 6 + 7 + 8);
    expect(kept.at(-1)).toBeLessThan(now - 6 * 7 * day);
  });
  test('one alone stays however old it is', () => expect(keptTimes([5])).toEqual(new Set([5])));
});

describe('names', () => {
  test('tell time and install, and nothing else is one', () => {
    const name = backupName(Date.UTC(2026, 10, 22, 5, 6, 7), 'abcdef01-2345');
    expect(name).toBe('leadlight-2026-11-22-050607-abcdef01.leadlight');
    expect(timeOfName(name)).toBe(Date.UTC(2026, 10, 22, 5, 6, 7));
    expect(timeOfName(name, 'abcdef01-2345')).toBeDefined();
    expect(timeOfName(name, 'other')).toBeUndefined();
    expect(timeOfName('leadlight.xlsx')).toBeUndefined();
  });
});

describe('when a backup is due', () => {
  const now = 100 * day;
  const last = { at: now - 2 * hour, name: '', digest: '', counts: {}, size: 1, newestChange: 100 };
  const state = { copy: {}, download: { wanted: false }, asked: false, begun: false };
  const age = { now, newestChange: 100, changedAt: now - hour };
  test.each([
    ['an empty book', state, { ...age, newestChange: 0 }, false],
    ['the first', state, age, true],
    ['while it is written', state, { ...age, changedAt: now - 1000 }, false],
    ['little has changed', { ...state, last }, { ...age, newestChange: 110 }, false],
    ['much has changed', { ...state, last }, { ...age, newestChange: 120 }, true],
    [
      'much has changed within the hour',
      { ...state, last: { ...last, at: now - hour / 2 } },
      { ...age, newestChange: 120 },
      false,
    ],
    ['a day later', { ...state, last: { ...last, at: now - day } }, age, true],
    ['a day later, looked at since', { ...state, last: { ...last, at: now - day }, checkedAt: now - hour }, age, false],
    ['the clock was set back', { ...state, last: { ...last, at: now + 400 * day } }, age, true],
    ['the last try failed just now', { ...state, failure: { at: now - 1000, detail: '' } }, age, false],
    ['the last try failed hours ago', { ...state, failure: { at: now - 2 * hour, detail: '' } }, age, true],
  ])('%s', (_what, given, at, due) => expect(isBackupDue(given, at)).toBe(due));
});
