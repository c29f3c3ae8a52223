import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { measureGrowth } from './grown.ts';
import type { Part } from './part.ts';

/** Runs in a page of the extension: takes a made-up CSV file in, a tenth of it twice, in steps as the import's worker does. */
const sourceWith = (worker: string) => `
const WORKER = trustedTypes.createPolicy('default', { createScriptURL: (url) => url }).createScriptURL('${worker}');
import './no-eval.ts';
import { openBook } from '../../lib/storage/book.ts';
import { createImportSession } from '../../lib/exchange/import/session.ts';
import { createOutSession } from '../../lib/exchange/out/out-session.ts';
import { columnWords } from '../../lib/exchange/columns.ts';
import { leadSourceGroup } from '../../lib/domain/schema/lead.ts';
import { tier } from '../../lib/domain/schema/score.ts';
import { phone } from '../../lib/domain/schema/value.ts';
import { undoAction } from '../../lib/storage/undo.ts';
import { sheetOfPeople } from './people-sheet.ts';

// Every word of a table is its own key.
const same = (...words) => Object.fromEntries(words.map((word) => [word, word]));
const tables = {
  column: same(...columnWords),
  sheet: same('person', 'company'),
  group: same(...leadSourceGroup.options),
  phoneKind: same(...phone.shape.kind.options),
  outcome: same('won', 'lost'),
  stage: {},
  tier: same(...tier.options),
  role: same('decides', 'influences', 'uses'),
  valueClass: same('A', 'B', 'C'),
  segment: {},
  phase: {},
};

/** As the interface does it: in a worker of its own, from the first word to it until the file is there. */
function exported(format) {
  const { promise, resolve, reject } = Promise.withResolvers();
  const worker = new Worker(WORKER, { type: 'module' });
  worker.onerror = (event) => reject(new Error(event.message));
  worker.onmessage = ({ data }) => {
    if ('say' in data)
      worker.postMessage({
        said: { reasons: data.say.reasons.map(({ name }) => name), gates: data.say.gates.map(() => '') },
      });
    else if ('file' in data) resolve({ count: data.count, size: data.file.size });
    else if ('error' in data) reject(new Error(data.error));
  };
  const job = { request: { kind: 'person' }, format, separator: ',', encoding: 'utf-8', tables };
  worker.postMessage({ job });
  return promise.finally(() => worker.terminate());
}

globalThis.bench = async (count) => {
  const times = [];
  const time = async (what, work) => {
    const started = performance.now();
    const result = await work();
    times.push({ what, ms: performance.now() - started });
    return result;
  };
  // The median of three.
  const timeThrice = async (what, work) => {
    let result;
    for (let turn = 0; turn < 3; turn++) result = await time(what, work);
    const [, median] = times.splice(-3).sort((a, b) => a.ms - b.ms);
    times.push(median);
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
  const csv = await timeThrice('export all people as CSV with every column and where it was read', () => exported('csv'));
  if (csv.count < count * 0.8 || csv.size < count * 100) throw new Error('too few: ' + JSON.stringify(csv));
  const both = await timeThrice('export people and companies as XLSX with every column and where it was read', () =>
    exported('xlsx'),
  );
  if (both.count <= csv.count) throw new Error('too few: ' + JSON.stringify(both));
  await time('take it back', () => undoAction(book, actionId, Date.now()));
  return times;
};`;

/** Where the built extension has the worker that makes files. */
function exportWorker(extension: string): string {
  const file = readdirSync(join(extension, 'assets')).find((name) => /^export\.worker-.*\.js$/.test(name));
  if (!file) throw new Error(`no export worker in ${extension}`);
  return `/assets/${file}`;
}

/** An import, a hand-over and an export of everything, in the real database of the browser. */
export const importPart: Part = {
  name: 'files',
  title: 'Files in and out',
  about: 'imports, hands over and exports 1,000, 10,000 and 100,000 people, and takes the import back',
  measure: async ({ extension }) => ({
    figures: await measureGrowth(extension, sourceWith(exportWorker(extension)), {
      'import, from the file to the book': { ceiling: 60_000, growth: 1.2 },
      'dry run over a book that has it all': { growth: 1.2 },
      'its file': { ceiling: 5000, growth: 1.2 },
      'export all people as CSV with every column and where it was read': { ceiling: 5000, growth: 1.2 },
      'export people and companies as XLSX with every column and where it was read': { growth: 1.2 },
      'take it back': { growth: 1.2 },
    }),
  }),
};
