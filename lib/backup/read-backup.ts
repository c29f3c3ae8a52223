import { isSealed, SealedFileError, type SealKey, unseal } from '../exchange/sealed-file.ts';
import {
  type BackupEnd,
  BackupFileError,
  type BackupHead,
  backupHead,
  endLine,
  LineDigest,
  storeLine,
} from './format.ts';
import { unpacked } from './gzip.ts';
import { fromJson } from './values.ts';

/** No line is longer: what unpacks into one is no backup of ours. */
const longestLine = 64 * 1024 * 1024;
const chunk = 500;

export type BackupContents = {
  /** Told once, before any row. What it throws ends the reading and comes out as it is. */
  onHead?(head: BackupHead): Promise<void> | void;
  onRows?(store: string, rows: unknown[]): Promise<void> | void;
  /** How far it is, in bytes of the file. */
  onBytes?(done: number, total: number): void;
  signal?: AbortSignal;
};

/**
 * Reads a backup as it flows and checks it to its end. In: the file, the passphrase (or its key) where it is sealed, who gets what is in it;
 * what was told may be used only once this has come back. Out: head and end. Throws `BackupFileError`.
 */
export async function readBackup(
  file: Blob,
  secret: string | SealKey | undefined,
  contents: BackupContents,
): Promise<{ head: BackupHead; end: BackupEnd }> {
  const digest = new LineDigest();
  const counts: Record<string, number> = {};
  let head: BackupHead | undefined;
  let end: BackupEnd | undefined;
  let store: string | undefined;
  let rows: unknown[] = [];
  const hand = async (): Promise<void> => {
    if (store === undefined || rows.length === 0) return;
    counts[store] = (counts[store] ?? 0) + rows.length;
    await contents.onRows?.(store, rows);
    rows = [];
  };
  for await (const line of linesOf(file, secret, contents)) {
    contents.signal?.throwIfAborted();
    if (end) throw new BackupFileError('truncated', 'more behind its end');
    const parsed = parsedLine(line, head !== undefined);
    if (!head) {
      head = headOf(parsed);
      await contents.onHead?.(head);
    } else if (Array.isArray(parsed)) {
      if (store === undefined || parsed.length !== 1) throw new BackupFileError('truncated', 'a row of no store');
      digest.add(line);
      rows.push(fromJson(parsed[0]));
      if (rows.length >= chunk) await hand();
    } else {
      await hand();
      const section = storeLine.safeParse(parsed);
      if (section.success) {
        digest.add(line);
        store = section.data.store;
        counts[store] ??= 0;
      } else {
        end = endLine.safeParse(parsed).data?.end;
        if (!end) throw new BackupFileError('truncated', 'a line of no kind');
      }
    }
  }
  if (!head) throw new BackupFileError('otherFile');
  if (!end) throw new BackupFileError('truncated', 'no end');
  const isWhole =
    Object.keys(end.counts).length === Object.keys(counts).length &&
    Object.entries(end.counts).every(([name, count]) => counts[name] === count);
  if (!isWhole || end.digest !== (await digest.end())) throw new BackupFileError('truncated', 'not as it was written');
  return { head, end };
}

/** What a backup says of itself. Throws `BackupFileError`; that the rest is whole is not said. */
export async function readBackupHead(file: Blob, secret: string | SealKey | undefined): Promise<BackupHead> {
  for await (const line of linesOf(file, secret, {})) return headOf(parsedLine(line, false));
  throw new BackupFileError('otherFile');
}

function parsedLine(line: string, isInside: boolean): unknown {
  try {
    return JSON.parse(line);
  } catch (cause) {
    throw new BackupFileError(isInside ? 'truncated' : 'otherFile', 'no JSON', { cause });
  }
}

function headOf(parsed: unknown): BackupHead {
  const said = (name: string): unknown =>
    typeof parsed === 'object' && parsed !== null ? (parsed as Record<string, unknown>)[name] : undefined;
  if (said('format') !== 'leadlight-backup') throw new BackupFileError('otherFile');
  const version = said('version');
  if (typeof version === 'number' && version > 1) throw new BackupFileError('newer');
  const head = backupHead.safeParse(parsed);
  if (!head.success) throw new BackupFileError('truncated', 'the head');
  return head.data;
}

async function* linesOf(
  file: Blob,
  secret: string | SealKey | undefined,
  contents: BackupContents,
): AsyncGenerator<string> {
  const start = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  const sealed = isSealed(start);
  if (!sealed && !(start[0] === 0x1f && start[1] === 0x8b)) throw new BackupFileError('otherFile');
  if (sealed && secret === undefined) throw new BackupFileError('needsPassphrase');
  let done = 0;
  const counted = new TransformStream<Uint8Array, Uint8Array>({
    transform(bytes, out) {
      done += bytes.length;
      contents.onBytes?.(done, file.size);
      out.enqueue(bytes);
    },
  });
  const plain = (file.stream() as ReadableStream<Uint8Array>).pipeThrough(counted);
  const reader = (sealed ? unseal(plain, secret ?? '') : plain).pipeThrough(unpacked()).getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = '';
  try {
    for (;;) {
      const { done: isEnd, value } = await readNext(reader);
      rest += decoded(decoder, value);
      const lines = rest.split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longestLine) throw new BackupFileError('truncated', 'a line without end');
      yield* lines;
      if (isEnd) break;
    }
    if (rest !== '') yield rest;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

async function readNext(reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    return await reader.read();
  } catch (cause) {
    if (cause instanceof SealedFileError)
      throw new BackupFileError(cause.problem === 'damaged' ? 'truncated' : cause.problem, 'sealed', { cause });
    // A disk that cannot be read says so itself; all else is what the unpacking met.
    if (cause instanceof DOMException) throw cause;
    throw new BackupFileError('truncated', 'gzip', { cause });
  }
}

function decoded(decoder: TextDecoder, bytes: Uint8Array | undefined): string {
  try {
    return decoder.decode(bytes, { stream: bytes !== undefined });
  } catch (cause) {
    throw new BackupFileError('truncated', 'no UTF-8', { cause });
  }
}
