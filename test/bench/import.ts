import { runInExtension } from './in-extension.ts';

export type ImportTime = { what: string; ms: number; ceiling?: number };

/** Runs in a page of the extension: takes a made-up CSV file in, a tenth of it twice, in steps as the import's worker does. */
const source = `
import './no-eval.ts';
import { openBook } from '../../lib/storage/book.ts';
import { createImportSession } from '../../lib/exchange/import/session.ts';
import { undoAction } from '../../lib/storage/undo.ts';
import { sheetOfPeople } from './people-sheet.ts';

globalThis.bench = async (count) => {
  const times = [];
  const time = async (what, work) => {
    const started = performance.now();
    const result = await work();
    times.push({ what, ms: performance.now() - started });
    return result;
  };
  const book = await openBook();
  const session = createImportSession(book);
  const bytes = new TextEncoder().encode(sheetOfPeople(count));
  const choices = { replace: false, maybe: 'merge', tags: [] };
  const rows = count.toLocaleString('en');
  const file = await time('read a CSV file of ' + rows + ' rows', () => session.open({ name: 'people.csv', bytes }));
  const summary = await time('dry run of it', () => session.plan({ mapping: file.mapping, choices }));
  console.log(JSON.stringify(summary));
  const { actionId } = await time('write it', () => session.write());
  await time('read it once more', () => session.open({ name: 'people.csv', bytes }));
  const again = await time('dry run over a book that has it all', () => session.plan({ mapping: file.mapping, choices }));
  if (again.unchanged !== summary.rows) throw new Error('not unchanged: ' + JSON.stringify(again));
  await time('take it back', () => undoAction(book, actionId, Date.now()));
  return times;
};`;

/** An import in the real database of the browser. In: the built extension, rows. Out: a time for each step. */
export async function measureImport(extension: string, count = 100_000): Promise<ImportTime[]> {
  const times = await runInExtension<ImportTime[]>(extension, source, count);
  const whole = times.slice(0, 3).reduce((sum, { ms }) => sum + ms, 0);
  const ceiling = count * 0.6;
  return [{ what: `import ${count.toLocaleString('en')} rows, from file to book`, ms: whole, ceiling }, ...times];
}
