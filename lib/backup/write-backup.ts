import type { Book } from '../storage/book.ts';
import type { ReadTx, Store } from '../storage/transact.ts';
import {
  type BackupEnd,
  type BackupHead,
  backupVersion,
  type GivenPermissions,
  LineDigest,
  neverInBackup,
} from './format.ts';
import { packed } from './gzip.ts';
import { holding } from './hold.ts';
import { toJson } from './values.ts';

export type BackupInfo = { at: number; origin: string; app: string; permissions: GivenPermissions };
export type BackupSource = {
  head: BackupHead;
  /** The file, which is made as fast as it is taken. */
  bytes: ReadableStream<Uint8Array>;
  /** Once all is written. */
  end: Promise<BackupEnd>;
};
/** How far it is, in rows of the database. */
export type OnRows = (done: number, total: number) => void;

/** Rows read at once. Pages of the tray are large. */
const chunkOf = (store: Store): number => (store === 'tray' ? 20 : 500);
/** Pieces of text that may wait for the one who takes them before reading goes on. */
const mostWaiting = 8;

/**
 * The whole book as a stream, every store as it is, seen in one transaction: what is saved meanwhile waits, so that no backup
 * holds half of an action. In: the book, what the head says, what is told of progress, the signal that calls it off.
 */
export async function backupOf(
  book: Book,
  info: BackupInfo,
  onRows?: OnRows,
  signal?: AbortSignal,
): Promise<BackupSource> {
  const database = await book.connection();
  const stores = [...database.objectStoreNames].filter((store) => !neverInBackup.includes(store));
  const tx = database.transaction(stores, 'readonly');
  tx.done.catch(() => undefined);
  const numbers = await Promise.all(stores.map((store) => tx.objectStore(store).count()));
  const counts = Object.fromEntries(stores.map((store, at) => [store, numbers[at] ?? 0]));
  const head: BackupHead = {
    format: 'leadlight-backup',
    version: backupVersion,
    database: database.version,
    ...info,
    counts,
  };
  const lines = new TransformStream<string, string>(undefined, { highWaterMark: mostWaiting });
  const out = outletOf(lines.writable, tx, signal);
  const end = writeAll(tx, head, out, onRows).catch(async (error: unknown) => {
    await out.fail(error);
    throw error;
  });
  end.catch(() => undefined);
  return { head, bytes: lines.readable.pipeThrough(new TextEncoderStream()).pipeThrough(packed()), end };
}

async function writeAll(tx: ReadTx, head: BackupHead, out: Outlet, onRows?: OnRows): Promise<BackupEnd> {
  const total = Object.values(head.counts).reduce((sum, number) => sum + number, 0);
  const digest = new LineDigest();
  const counts: Record<string, number> = {};
  let done = 0;
  await out.put(`${JSON.stringify(head)}\n`);
  for (const store of Object.keys(head.counts) as Store[]) {
    const section = JSON.stringify({ store });
    digest.add(section);
    await out.put(`${section}\n`);
    counts[store] = 0;
    let last: IDBValidKey | undefined;
    for (let isFull = true; isFull; ) {
      const range = last === undefined ? null : IDBKeyRange.lowerBound(last, true);
      const from = tx.objectStore(store);
      const [keys, rows] = await Promise.all([
        from.getAllKeys(range, chunkOf(store)),
        from.getAll(range, chunkOf(store)),
      ]);
      const texts = rows.map((row) => JSON.stringify([toJson(row)]));
      for (const text of texts) digest.add(text);
      if (texts.length > 0) await out.put(`${texts.join('\n')}\n`);
      counts[store] += rows.length;
      done += rows.length;
      onRows?.(done, total);
      last = keys.at(-1);
      isFull = rows.length === chunkOf(store);
    }
  }
  const end: BackupEnd = { counts, digest: await digest.end() };
  await out.end(`${JSON.stringify({ end })}\n`);
  return end;
}

type Outlet = {
  put(text: string): Promise<void>;
  end(text: string): Promise<void>;
  fail(error: unknown): Promise<void>;
};

/** Hands text on without letting go of the transaction: it ends by itself as soon as nobody asks it for anything. */
function outletOf(to: WritableStream<string>, tx: ReadTx, signal?: AbortSignal): Outlet {
  const writer = to.getWriter();
  return {
    async put(text) {
      signal?.throwIfAborted();
      if ((writer.desiredSize ?? 0) <= 0) await holding(tx, writer.ready);
      // Waited for, it would wait for the one who reads. What it fails with, `ready` or `end` says too.
      writer.write(text).catch(() => undefined);
    },
    async end(text) {
      await writer.write(text);
      await writer.close();
    },
    fail: (error) => writer.abort(error).catch(() => undefined),
  };
}
