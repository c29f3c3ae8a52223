import { Blob as NodeBlob } from 'node:buffer';
import { DecompressionStream, TransformStream } from 'node:stream/web';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { BackupFileError } from '../../../lib/backup/format.ts';
import { readBackup } from '../../../lib/backup/read-backup.ts';
import { checkedRow } from '../../../lib/backup/row-checks.ts';
import { fromJson, toJson } from '../../../lib/backup/values.ts';
import { leadOfPack } from '../../../lib/domain/pack-lead.ts';
import { canonical, mergePacks } from '../../../lib/domain/pack-merge.ts';
import { guessMapping } from '../../../lib/exchange/import/guess.ts';
import { rowReader } from '../../../lib/exchange/import/read-row.ts';
import { readSheet } from '../../../lib/exchange/import/sheet.ts';
import { guessOrderMapping } from '../../../lib/exchange/orders/fields.ts';
import { openOrderFile } from '../../../lib/exchange/orders/order-file.ts';
import { orderPresets } from '../../../lib/exchange/orders/presets.ts';
import { orderReader } from '../../../lib/exchange/orders/read-orders.ts';
import { PackFileError, readPackFile } from '../../../lib/exchange/pack/pack-file.ts';
import { mappingFor, recognise } from '../../../lib/exchange/presets/recognise.ts';
import { presets } from '../../../lib/exchange/presets/registry.ts';
import { bookVersion } from '../../unit/storage/book-version.ts';
import { brokenJson } from '../broken-json.ts';
import { aPack } from '../pack.ts';
import { subject } from '../subject.ts';
import { changed, changedBytes, words } from '../words.ts';

// What the document of the tests has no streams for.
Object.assign(globalThis, { DecompressionStream, TransformStream });
const blobOf = (content: string | Uint8Array): Blob => new NodeBlob([content]) as unknown as Blob;

/** Runs a reader that may refuse what it is given, but only as what it is. */
async function refusedOrRead<T>(
  refusal: new (...all: never[]) => Error,
  read: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof refusal) return undefined;
    throw cause;
  }
}

/** Reads a pack and merges it with one that is in order: the same either way round, and nobody in it that no book could hold. */
async function readPack(told: unknown): Promise<void> {
  const text = typeof told === 'string' ? told : JSON.stringify(told);
  const pack = await refusedOrRead(PackFileError, () => readPackFile(blobOf(text)));
  if (!pack) return;
  const merged = mergePacks(aPack, pack);
  if (canonical(merged) !== canonical(mergePacks(pack, aPack)))
    throw new Error('merged differently the other way round');
  for (const lead of merged.leads) leadOfPack(lead, { id: lead.ids[0] ?? '', resolve: (name) => name, now: 0 });
}

const { stores } = bookVersion(9);
const backupText = [
  {
    format: 'leadlight-backup',
    version: 1,
    database: 9,
    at: 1,
    origin: 'x',
    app: '0.1.0',
    counts: {},
    permissions: {},
  },
  ...Object.entries(stores).flatMap(([store, rows]) => [{ store }, ...rows.map((row) => [row])]),
  { end: { counts: {}, digest: '' } },
]
  .map((line) => JSON.stringify(line))
  .join('\n');

const readBackupFile = (bytes: Uint8Array) =>
  refusedOrRead(BackupFileError, () =>
    readBackup(blobOf(bytes), undefined, {
      onRows: (store, rows) => {
        for (const row of rows) checkedRow(store, row);
      },
    }),
  );

const row = fc
  .constantFrom(...Object.entries(stores))
  .chain(([store, rows]) =>
    fc.constantFrom(...rows).chain((one) => brokenJson(one).map((broken) => ({ store, broken }))),
  );

/** A row as a restore takes it: what the store's schema lets through can be written down again. */
function readRow({ store, broken }: { store: string; broken: unknown }): void {
  const kept = checkedRow(store, fromJson(broken));
  if (kept !== undefined) toJson(kept);
}

const cell = fc.oneof(
  words,
  fc.constantFrom(
    '1.234,50 €',
    '(12.00)',
    '-',
    '1e400',
    '2026-02-31',
    '45789.5',
    '31.12.99',
    'USD 12',
    'refunded',
    '=1+1',
  ),
);
const cellsUnder = (headings: readonly string[], between: string) =>
  fc
    .array(fc.array(cell, { maxLength: headings.length + 1 }), { maxLength: 12 })
    .map((rows) => [headings, ...rows].map((cells) => cells.map(quoted).join(between)).join('\n'));
const quoted = (text: string) => (/[",;\t\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

const orderHeadings = orderPresets.map(({ signs, columns }) => [
  ...new Set([...signs, ...Object.values(columns).flatMap(([first = '']) => first)]),
]);
const plain = ['Order number', 'Date', 'Customer', 'Email', 'Total', 'Currency', 'Refunded', 'Quantity', 'Paid at'];
const orders = fc
  .tuple(fc.constantFrom(plain, ...orderHeadings), fc.constantFrom(',', ';', '\t'))
  .chain(([headings, between]) => cellsUnder(headings, between));

/** A list of orders: each row is an order with a sum, or refused for a reason. */
async function readOrders(text: string): Promise<void> {
  const file = await openOrderFile(new TextEncoder().encode(text));
  const read = orderReader(guessOrderMapping(file.heading), file.spelling);
  await file.read(async (rows) => {
    for (const cells of rows) {
      const order = read(cells);
      if (typeof order !== 'string' && !(Number.isFinite(order.amount) && Number.isInteger(order.day)))
        throw new Error(`an order without a sum or a day: ${JSON.stringify(order)}`);
    }
  });
}

const exported = fc.constantFrom(...presets.flatMap(({ tables }) => Object.values(tables))).chain(({ columns }) =>
  cellsUnder(
    columns.map(({ heading }) => heading),
    ',',
  ),
);

/** An export of another system as it is read back: known by its headings, each row a person or firm, or refused. */
function readExport(text: string): void {
  const { sheet } = readSheet(text, ',');
  const guessed = guessMapping(sheet, []);
  const known = recognise(sheet.heading);
  const read = rowReader(known ? mappingFor(sheet, known, guessed) : guessed, [], {});
  for (const one of sheet.rows) read(one);
}

export const exchange = [
  subject('packs, struck', 40, brokenJson(aPack), readPack),
  subject('packs, changed', 10, changed([JSON.stringify(aPack)]), readPack),
  subject(
    'backups, changed',
    10,
    changed([backupText]).map((text) => gzipSync(text)),
    readBackupFile,
  ),
  subject('bytes of a backup', 10, changedBytes([new Uint8Array(gzipSync(backupText))]), readBackupFile),
  subject('rows of a backup', 60, row, readRow),
  subject('lists of orders', 30, orders, readOrders),
  subject('exports read back', 40, exported, readExport),
];
