import { beforeEach, describe, expect, test } from 'vitest';
import { BackupFileError } from '../../../lib/backup/format.ts';
import { readBackup, readBackupHead } from '../../../lib/backup/read-backup.ts';
import { stageBackup } from '../../../lib/backup/stage-restore.ts';
import { fromJson, toJson } from '../../../lib/backup/values.ts';
import { seal, sealKey } from '../../../lib/exchange/sealed-file.ts';
import { type Book, openBookAt } from '../../../lib/storage/book.ts';
import { migrations } from '../../../lib/storage/migrations/all.ts';
import { emptyBook } from '../storage/make.ts';
import { allRows, fileOf, saveTeam } from './make.ts';

const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());
const problemOf = async (file: Blob, passphrase?: string): Promise<string> => {
  const failure = await readBackup(file, passphrase, {}).catch((error: unknown) => error);
  return failure instanceof BackupFileError ? failure.problem : `not refused: ${String(failure)}`;
};
const gzipped = async (text: string): Promise<Blob> =>
  new Response(new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))).blob();
const textOf = (file: Blob): Promise<string> =>
  new Response(file.stream().pipeThrough(new DecompressionStream('gzip'))).text();

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
});

describe('values as JSON', () => {
  test.each([
    [{ a: 1, b: [null, 'x', { c: false }], d: -0 }],
    [{ at: new Date(5), bytes: new Uint8Array([0, 255]), map: new Map([[{ k: 1 }, new Set([1n])]]) }],
    [{ $date: 'mine' }],
    [{ $plain: { $date: 1 } }],
    [[Number.NaN, Number.POSITIVE_INFINITY, 0.1, Number.MAX_SAFE_INTEGER]],
    [{ __proto__: null, toString: 1 }],
  ])('%o comes back', (value) => {
    expect(fromJson(JSON.parse(JSON.stringify(toJson(value))))).toEqual(value);
  });
  test('what cannot be written is said, not left out', () => {
    expect(() => toJson({ key: () => 1 })).toThrow(TypeError);
    expect(() => toJson({ view: new DataView(new ArrayBuffer(1)) })).toThrow(TypeError);
  });
  test.each([{ $bytes: '%' }, { $map: [1] }, { $set: 3 }, { $bigint: 'x' }, { $plain: 1 }])(
    '%o stays as it is',
    (value) => {
      expect(fromJson(value)).toEqual(value);
    },
  );
});

describe('a backup', () => {
  test('holds every row of every store but what is of this machine alone', async () => {
    await saveTeam(book, ['Erika Lindner', 'Max Sund']);
    await (await book.connection()).put('vault', { key: 'folder', value: 'of this machine' });
    await (await book.connection()).put('meta', { key: 'odd', value: { at: new Date(7), n: Number.NaN } });
    const file = await fileOf(book);
    expect(await textOf(file)).not.toContain('of this machine');
    const staged = await stageBackup(file);
    expect(staged.leftOut).toBe(0);
    expect(await allRows(staged.book, ['vault'])).toEqual(await allRows(book, ['vault']));
    await staged.drop();
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['book']);
  });

  test('says what it is before it is unpacked', async () => {
    await saveTeam(book, ['Erika Lindner']);
    const head = await readBackupHead(await fileOf(book), undefined);
    expect(head).toMatchObject({ at: 5000, database: migrations.length, counts: { people: 1, companies: 1 } });
  });

  test('of an older version goes through the migrations', async () => {
    const old = await openBookAt({ name: 'old', migrations: migrations.slice(0, 1), asIs: true });
    await (await old.connection()).put('meta', { key: 'x', value: 1 });
    const staged = await stageBackup(await fileOf(old));
    const connection = await staged.book.connection();
    expect(connection.version).toBe(migrations.length);
    expect(await connection.get('meta', 'x')).toEqual({ key: 'x', value: 1 });
    await staged.drop();
  });

  test('is opened with its passphrase alone', async () => {
    await saveTeam(book, ['Erika Lindner']);
    const plain = await fileOf(book);
    const sealed = await new Response(
      seal(plain.stream() as ReadableStream<Uint8Array>, await sealKey('right', undefined, 10)) as never,
    ).blob();
    expect(await problemOf(sealed)).toBe('needsPassphrase');
    expect(await problemOf(sealed, 'wrong')).toBe('passphrase');
    expect(await problemOf(sealed.slice(0, sealed.size - 5), 'right')).toBe('truncated');
    expect((await readBackup(sealed, 'right', {})).head.counts.people).toBe(1);
  });
});

describe('refused, and nothing of it stays', () => {
  let text: string;
  let file: Blob;
  beforeEach(async () => {
    await saveTeam(book, ['Erika Lindner', 'Max Sund']);
    file = await fileOf(book);
    text = await textOf(file);
  });

  test('cut short anywhere', async () => {
    const bytes = await bytesOf(file);
    for (const share of [0.05, 0.3, 0.7, 0.95]) {
      expect(await problemOf(new Blob([bytes.slice(0, Math.floor(bytes.length * share))]))).toBe('truncated');
    }
    expect(await problemOf(new Blob([bytes.slice(0, -1)]))).toBe('truncated');
    // Cut before it was packed: every line is whole, but there is no end.
    const lines = text.split('\n');
    expect(await problemOf(await gzipped(lines.slice(0, 9).join('\n')))).toBe('truncated');
  });
  test('changed, with a row less or more', async () => {
    expect(await problemOf(await gzipped(text.replace('Erika', 'Ericka')))).toBe('truncated');
    const lines = text.split('\n');
    const row = lines.findIndex((line) => line.startsWith('['));
    expect(await problemOf(await gzipped(lines.toSpliced(row, 1).join('\n')))).toBe('truncated');
    expect(await problemOf(await gzipped(`${text}[{"id":1}]\n`))).toBe('truncated');
  });
  test('newer', async () => {
    expect(await problemOf(await gzipped(text.replace('"version":1', '"version":2')))).toBe('newer');
    const newer = await gzipped(text.replace(/"database":\d+/, '"database":999'));
    await expect(stageBackup(newer)).rejects.toMatchObject({ problem: 'newer' });
    expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['book']);
  });
  test('another file', async () => {
    expect(await problemOf(new Blob([]))).toBe('otherFile');
    expect(await problemOf(new Blob(['Name,E-mail\n']))).toBe('otherFile');
    expect(await problemOf(await gzipped('Name,E-mail\n'))).toBe('otherFile');
    expect(await problemOf(await gzipped('{"format":"leadlight-recipes","version":1}'))).toBe('otherFile');
  });
  test('rows that are none are left out and counted', async () => {
    const connection = await book.connection();
    const [row] = await connection.getAll('people');
    await connection.put('people', Object.assign({}, row, { emails: 'none' }) as never);
    const staged = await stageBackup(await fileOf(book));
    expect(staged.leftOut).toBe(1);
    expect(await (await staged.book.connection()).count('people')).toBe(1);
    await staged.drop();
  });
});
