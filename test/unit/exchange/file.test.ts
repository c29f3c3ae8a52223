import Papa from 'papaparse';
import { beforeEach, expect, it } from 'vitest';
import { columnHeader, columnWords, exportColumns } from '../../../lib/exchange/columns.ts';
import { disarm } from '../../../lib/exchange/csv.ts';
import type { ExportJob, ExportStep, ScoreSayings } from '../../../lib/exchange/file/export-types.ts';
import { writeExport } from '../../../lib/exchange/file/write-export.ts';
import { createImportSession } from '../../../lib/exchange/import/session.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { editLead } from '../../../lib/storage/edit.ts';
import { readFullRows } from '../../../lib/storage/export-rows.ts';
import { allWentOut, wentOutWith } from '../../../lib/storage/ledger.ts';
import { emptyBook } from '../storage/make.ts';
import { words } from './rows.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
  const session = createImportSession(book);
  const text =
    'Name,Company,E-mail,Phone,Job title,City,Note\n' +
    'Ada Sund,Nordhafen AB,ada@nordhafen.example,+46 31 555 01 20,CEO,Malmö," begins blank, ""quoted"""\n' +
    'Bo Ek,Nordhafen AB,bo@nordhafen.example,+46 40 12 34 56,Buyer,Lund,=1+1\n' +
    '王小明,,wang@firm.example,+86 139 1234 5678,总经理,,\n';
  const { mapping } = await session.open({ name: 'a.csv', text });
  await session.plan({ mapping, choices: { replace: false, maybe: 'merge', tags: [] } });
  await session.write();
});

const now = Date.UTC(2026, 10, 22);
const same = <K extends string>(keys: readonly K[]) =>
  Object.fromEntries(keys.map((key): [string, string] => [key, key])) as Record<K, string>;
const job = (part: Partial<ExportJob>): ExportJob => ({
  request: { kind: 'person' },
  format: 'csv',
  separator: ',',
  encoding: 'utf-8',
  tables: {
    column: same(columnWords),
    sheet: same(['person', 'company']),
    group: words.group,
    phoneKind: words.phoneKind,
    outcome: words.outcome,
    stage: {},
    tier: same(['A', 'B', 'C', 'D', '?']),
    role: same(['decides', 'influences', 'uses']),
    valueClass: same(['A', 'B', 'C']),
    segment: {},
    phase: same(['potential', 'growing', 'mature', 'declining', 'lost']),
  },
  ...part,
});
const say = async ({ reasons, gates }: ScoreSayings) => ({
  reasons: reasons.map(({ points, name }) => `${points} ${name}`),
  gates: gates.map((list) => list.map(({ name }) => name).join()),
});

it('is byte for byte what one text of all rows was, with progress up to the end', async () => {
  const steps: ExportStep[] = [];
  const { file, count } = await writeExport(book, job({}), now, { say, onStep: (step) => steps.push(step) });
  const rows = await readFullRows(book, 'person', undefined, now);
  const columns = exportColumns('person', rows, {
    ...words,
    stage: (id) => id,
    score: {
      tier: (tier) => tier,
      role: (role) => role,
      reason: ({ points, name }) => `${points} ${name}`,
      excluded: (gates) => gates.map(({ name }) => name).join(),
    },
    value: { valueClass: String, segment: String, phase: String },
  });
  const cells = rows.map((row) =>
    columns.map((column) => {
      const number = column.typed?.(row);
      return typeof number === 'number' ? String(number) : disarm(column.read(row), column.isPhone);
    }),
  );
  const lines = [columns.map((column) => columnHeader(column, String)), ...cells];
  const expected = `\uFEFF${Papa.unparse(lines, { delimiter: ',', newline: '\r\n', quotes: (cell: string) => cell.includes(';') })}\r\n`;
  expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await file.arrayBuffer())).toBe(expected);
  expect(count).toBe(3);
  expect(steps.at(-1)).toEqual({ done: 5, total: 10 });
});

it('remembers what went out: the next file can have only what is new or changed', async () => {
  const following = { say, onStep: () => undefined };
  const made = (onlyNews: boolean, at: number, format: 'csv' | 'xlsx' = 'csv') =>
    writeExport(book, job({ request: { kind: 'person', onlyNews }, format, rememberAs: 'leads.csv' }), at, following);
  const first = await made(false, now);
  await first.remember();
  expect((await made(true, now)).count).toBe(0);
  expect((await made(true, now, 'xlsx')).count).toBe(5);
  const [one] = await readFullRows(book, 'person', undefined, now);
  await editLead(book, one?.lead.id ?? '', { note: 'changed' }, now + 1000);
  const second = await made(true, now + 2000);
  expect(second.count).toBe(1);
  await second.remember();
  // Told once each, with the file's name.
  const told = (await allWentOut(book, 9)).map(({ what, where, count }) => [what, where, count]);
  expect(told).toEqual([
    ['export', 'leads.csv', 1],
    ['export', 'leads.csv', 3],
  ]);
  expect((await wentOutWith(book, [one?.lead.id ?? ''], 0)).length).toBe(2);
});

it('reads the same of a few as of all', async () => {
  const all = await readFullRows(book, 'person', undefined, now);
  const ids = all.map(({ lead }) => lead.id);
  expect(await readFullRows(book, 'person', ids, now)).toEqual(all);
  expect(await readFullRows(book, 'person', [...ids, 'gone'].reverse(), now)).toEqual(all.toReversed());
});

it('is a workbook of both kinds when all are asked for', async () => {
  const { file, count } = await writeExport(book, job({ format: 'xlsx' }), now, { say, onStep: () => undefined });
  expect(count).toBe(5);
  const session = createImportSession(book);
  const view = await session.open({ name: 'a.xlsx', bytes: new Uint8Array(await file.arrayBuffer()) });
  expect(view.sheets?.names).toEqual(['person', 'company']);
});
