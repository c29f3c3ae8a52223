import { measureGrowth } from './grown.ts';
import type { Part } from './part.ts';

/** Runs in a page of the extension: takes a made-up CSV file in, a tenth of it twice, in steps as the import's worker does. */
const source = `
import './no-eval.ts';
import { openBook } from '../../lib/storage/book.ts';
import { createImportSession } from '../../lib/exchange/import/session.ts';
import { createOutSession } from '../../lib/exchange/out/out-session.ts';
import { writeExport } from '../../lib/exchange/file/write-export.ts';
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
  const file = await time('read a CSV file', () => session.open({ name: 'people.csv', bytes }));
  const summary = await time('dry run of it', () => session.plan({ mapping: file.mapping, choices }));
  const { actionId } = await time('write it', () => session.write());
  times.push({ what: 'import, from the file to the book', ms: times.reduce((sum, { ms }) => sum + ms, 0) });
  await time('read it once more', () => session.open({ name: 'people.csv', bytes }));
  const again = await time('dry run over a book that has it all', () => session.plan({ mapping: file.mapping, choices }));
  if (again.unchanged !== summary.rows) throw new Error('not unchanged: ' + JSON.stringify(again));
  const groups = {};
  const out = createOutSession(book);
  await time('dry run of a hand-over of all people', () => out.plan({ target: 'hubspot', kind: 'person', groups }));
  const scope = { onlyNews: false, withUnmatched: true };
  const sent = await time('its file', () => out.file(scope));
  if (sent.size < count * 50) throw new Error('too short: ' + sent.size);
  await time('remember it', () => out.remember(scope, 'people.csv'));
  // Every word of every table is its own key.
  const words = new Proxy({}, { get: (_none, key) => String(key) });
  const names = ['column', 'sheet', 'group', 'phoneKind', 'outcome', 'stage', 'tier', 'role', 'valueClass', 'segment', 'phase'];
  const tables = Object.fromEntries(names.map((name) => [name, words]));
  const following = {
    say: async ({ reasons, gates }) => ({ reasons: reasons.map(({ name }) => name), gates: gates.map(() => '') }),
    onStep: () => undefined,
  };
  const job = { request: { kind: 'person' }, separator: ',', encoding: 'utf-8', tables };
  const csv = await time('export all people as CSV with every column and where it was read', () =>
    writeExport(book, { ...job, format: 'csv' }, Date.now(), following),
  );
  if (csv.count < count * 0.8) throw new Error('too few: ' + csv.count);
  await time('export people and companies as XLSX with every column and where it was read', () =>
    writeExport(book, { ...job, format: 'xlsx' }, Date.now(), following),
  );
  await time('take it back', () => undoAction(book, actionId, Date.now()));
  return times;
};`;

/** An import, a hand-over and an export of everything, in the real database of the browser. */
export const importPart: Part = {
  name: 'files',
  title: 'Files in and out',
  about: 'imports, hands over and exports 1,000, 10,000 and 100,000 people, and takes the import back',
  measure: async ({ extension }) => ({
    figures: await measureGrowth(extension, source, {
      'import, from the file to the book': { ceiling: 60_000, growth: 1.2 },
      'dry run over a book that has it all': { growth: 1.2 },
      'its file': { ceiling: 5000, growth: 1.2 },
      'export all people as CSV with every column and where it was read': { ceiling: 5000, growth: 1.2 },
      'export people and companies as XLSX with every column and where it was read': { growth: 1.2 },
      'take it back': { growth: 1.2 },
    }),
  }),
};
