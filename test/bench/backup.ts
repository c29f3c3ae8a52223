import { runInExtension } from './in-extension.ts';
import type { Figure, Part } from './part.ts';

/** Runs in a page of the extension: a book of made-up people, backed up, laid out, compared and restored into an empty one. */
const source = `
import './no-eval.ts';
import { checkBook } from '../../lib/backup/check-book.ts';
import { compareBooks } from '../../lib/backup/compare-books.ts';
import { ownFolder } from '../../lib/backup/folder.ts';
import { makeBackup } from '../../lib/backup/make-backup.ts';
import { restoreAll } from '../../lib/backup/restore-all.ts';
import { stageBackup } from '../../lib/backup/stage-restore.ts';
import { createImportSession } from '../../lib/exchange/import/session.ts';
import { openBook } from '../../lib/storage/book.ts';
import { sheetOfPeople } from './people-sheet.ts';

globalThis.bench = async (count) => {
  const times = [];
  const time = async (what, work) => {
    const started = performance.now();
    const result = await work();
    times.push({ what, value: performance.now() - started, unit: 'ms' });
    return result;
  };
  const rows = count.toLocaleString('en');
  const book = await openBook();
  const session = createImportSession(book);
  const file = await session.open({ name: 'people.csv', bytes: new TextEncoder().encode(sheetOfPeople(count)) });
  await session.plan({ mapping: file.mapping, choices: { replace: false, maybe: 'create', tags: [] } });
  await session.write();
  const folder = await ownFolder();
  const around = { app: '', permissions: { permissions: [], origins: [] } };
  const made = await time('back up ' + rows + ' leads, read back', () => makeBackup({ book, folder, now: Date.now(), ...around }));
  times.push({ what: 'size of it', value: made.size / 1e6, unit: 'MB' });
  await time('look through the book', () => checkBook(book, Date.now()));
  const copy = await folder.file(made.name);
  const staged = await time('lay it out beside the book', () => stageBackup(copy));
  await time('compare, where all is the same', () => compareBooks(book, staged.book));
  const database = await book.connection();
  const stores = [...database.objectStoreNames].filter((store) => store !== 'meta');
  const tx = database.transaction(stores, 'readwrite');
  for (const store of stores) tx.objectStore(store).clear();
  await tx.done;
  const comparison = await time('compare with an empty book', () => compareBooks(book, staged.book));
  await time('restore all of it', () => restoreAll(book, staged.book, comparison));
  await staged.drop();
  times.push({ what: 'heap at the end', value: performance.memory.usedJSHeapSize / 1e6, unit: 'MB' });
  return times;
};`;

/** Backups and restores in the real database of the browser. */
export const backupPart: Part = {
  name: 'backup',
  title: 'Backup and restore of 100,000 leads',
  about: 'backs a book of 100,000 leads up, lays it out, compares it and restores it',
  measure: async ({ extension }) => ({ figures: await runInExtension<Figure[]>(extension, source, 100_000) }),
};
