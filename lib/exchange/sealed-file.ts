/**
 * A file sealed with a passphrase. Layout: a head (`magic`, version, rounds, salt, file salt, 8 + 1 + 4 + 16 + 16 bytes), then
 * AES-256-GCM boxes of 64 KiB of content each, the last one marked as last, so that a file cut short at a box is noticed. The
 * first box is empty: only the passphrase can be wrong where it does not open. Key: PBKDF2-SHA-256 over the passphrase, then
 * HKDF with a salt of the file's own, so that no two files share a key and the number of a box can serve as its nonce.
 */
const magic = new TextEncoder().encode('LLSEALED');
const version = 1;
const headSize = 45;
const tagSize = 16;
const boxSize = 65_536;
/** OWASP's figure for PBKDF2-HMAC-SHA-256 (Password Storage Cheat Sheet). */
const rounds = 600_000;
/** A foreign file may ask for no more work than this. */
const mostRounds = 10_000_000;

/** `passphrase`: it does not open this file; `truncated`: cut short; `damaged`: bytes changed; `newer`: sealed by a later version. */
export type SealedFileProblem = 'passphrase' | 'truncated' | 'damaged' | 'newer';

export class SealedFileError extends Error {
  readonly problem: SealedFileProblem;
  constructor(problem: SealedFileProblem, options?: ErrorOptions) {
    super(`A sealed file cannot be opened: ${problem}`, options);
    this.name = 'SealedFileError';
    this.problem = problem;
  }
}

/** What is left of a passphrase once the slow part is done. It can be kept in IndexedDB; the passphrase cannot be read from it. */
export type SealKey = { rounds: number; salt: Uint8Array<ArrayBuffer>; base: CryptoKey };
type Bytes = Uint8Array<ArrayBuffer>;

/** The key of a passphrase: about 0.3 s of work. In: the passphrase; salt and rounds where a file gives them. */
export async function sealKey(
  passphrase: string,
  salt: Bytes = crypto.getRandomValues(new Uint8Array(16)),
  work: number = rounds,
): Promise<SealKey> {
  // The same passphrase typed on another system may come composed differently.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const raw = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt, iterations: work }, raw, 256);
  const base = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey']);
  return { rounds: work, salt, base };
}

/** Whether a file is a sealed one. In: its first bytes, eight or more. */
export const isSealed = (start: Uint8Array): boolean =>
  start.length >= magic.length && magic.every((byte, at) => start[at] === byte);

/** Salt and rounds of a sealed file, so that a key made of the same passphrase opens it too. In: its first 45 bytes. */
export function saltOf(start: Uint8Array): { salt: Bytes; rounds: number } | undefined {
  if (start.length < headSize || !isSealed(start)) return undefined;
  const work = new DataView(start.buffer, start.byteOffset).getUint32(9);
  return work < 1 || work > mostRounds ? undefined : { salt: start.slice(13, 29) as Bytes, rounds: work };
}

/** Seals bytes as they flow. In: the content, a passphrase or its key. */
export function seal(content: ReadableStream<Uint8Array>, secret: string | SealKey): ReadableStream<Uint8Array> {
  const pending = new ByteQueue();
  let box: Sealer | undefined;
  return content.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      async start(out) {
        const key = typeof secret === 'string' ? await sealKey(secret) : secret;
        const head = headOf(key);
        box = await sealer(key, head);
        out.enqueue(head);
        out.enqueue(await box.seal(new Uint8Array(0), false));
      },
      async transform(bytes, out) {
        pending.push(bytes);
        while (box && pending.length > boxSize) out.enqueue(await box.seal(pending.take(boxSize), false));
      },
      async flush(out) {
        if (box) out.enqueue(await box.seal(pending.take(pending.length), true));
      },
    }),
  );
}

/** Opens a sealed file as it flows. In: its bytes, the passphrase or the key it was sealed with. The stream fails with a `SealedFileError`; what came before may not be used then. */
export function unseal(sealed: ReadableStream<Uint8Array>, secret: string | SealKey): ReadableStream<Uint8Array> {
  const pending = new ByteQueue();
  let box: Sealer | undefined;
  let isChecked = false;
  return sealed.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      async transform(bytes, out) {
        pending.push(bytes);
        if (!box) {
          if (pending.length < headSize) return;
          box = await opener(pending.take(headSize), secret);
        }
        if (!isChecked) {
          if (pending.length < tagSize) return;
          await box.open(pending.take(tagSize), false, 'passphrase');
          isChecked = true;
        }
        // What may be the last box waits for the end.
        while (pending.length > boxSize + tagSize) {
          out.enqueue(await box.open(pending.take(boxSize + tagSize), false, 'damaged'));
        }
      },
      async flush(out) {
        if (!box || !isChecked || pending.length < tagSize) throw new SealedFileError('truncated');
        const last = pending.take(pending.length);
        const isWhole = last.length === boxSize + tagSize;
        const opened = await box.open(last, true, isWhole ? 'damaged' : 'truncated');
        if (opened.length > 0) out.enqueue(opened);
      },
    }),
  );
}

function headOf(key: SealKey): Bytes {
  const head = new Uint8Array(headSize);
  head.set(magic);
  head[8] = version;
  new DataView(head.buffer).setUint32(9, key.rounds);
  head.set(key.salt, 13);
  crypto.getRandomValues(head.subarray(29));
  return head;
}

async function opener(head: Bytes, secret: string | SealKey): Promise<Sealer> {
  if (!isSealed(head)) throw new SealedFileError('damaged');
  if ((head[8] ?? 0) > version) throw new SealedFileError('newer');
  const work = new DataView(head.buffer, head.byteOffset).getUint32(9);
  if (head[8] !== version || work < 1 || work > mostRounds) throw new SealedFileError('damaged');
  const salt = head.slice(13, 29);
  if (typeof secret === 'string') return sealer(await sealKey(secret, salt, work), head);
  // Another passphrase made this file: its key is not the one at hand.
  if (secret.rounds !== work || secret.salt.some((byte, at) => byte !== salt[at]))
    throw new SealedFileError('passphrase');
  return sealer(secret, head);
}

type Sealer = {
  seal(content: Bytes, isLast: boolean): Promise<Bytes>;
  /** Throws a `SealedFileError` of the given problem where the box does not open. */
  open(box: Bytes, isLast: boolean, problem: SealedFileProblem): Promise<Bytes>;
};

async function sealer(key: SealKey, head: Bytes): Promise<Sealer> {
  const algorithm = { name: 'HKDF', hash: 'SHA-256', salt: head.slice(29), info: magic };
  const use = { name: 'AES-GCM', length: 256 };
  const file = await crypto.subtle.deriveKey(algorithm, key.base, use, false, ['encrypt', 'decrypt']);
  let count = 0;
  const next = (isLast: boolean) => {
    const iv = new Uint8Array(12);
    new DataView(iv.buffer).setUint32(7, count);
    iv[11] = isLast ? 1 : 0;
    count += 1;
    return { name: 'AES-GCM', iv, additionalData: head };
  };
  return {
    seal: async (content, isLast) => new Uint8Array(await crypto.subtle.encrypt(next(isLast), file, content)),
    open: async (box, isLast, problem) => {
      try {
        return new Uint8Array(await crypto.subtle.decrypt(next(isLast), file, box));
      } catch (cause) {
        throw new SealedFileError(problem, { cause });
      }
    },
  };
}

/** Bytes that came in pieces of any size, taken out in pieces of a wanted one. */
class ByteQueue {
  length = 0;
  readonly #parts: Uint8Array[] = [];

  push(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#parts.push(bytes);
    this.length += bytes.length;
  }

  take(size: number): Bytes {
    const taken = new Uint8Array(size);
    let at = 0;
    while (at < size) {
      const first = this.#parts[0];
      if (!first) break;
      const part = first.subarray(0, size - at);
      taken.set(part, at);
      at += part.length;
      if (part.length === first.length) this.#parts.shift();
      else this.#parts[0] = first.subarray(part.length);
    }
    this.length -= at;
    return taken;
  }
}
