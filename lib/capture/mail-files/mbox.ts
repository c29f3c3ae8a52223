/** One message of a mailbox file, by its place in it. */
export type MboxMessage = {
  /** First byte after its "From " line, and one past its last. */
  start: number;
  end: number;
  /** Its header, as far as it was kept. */
  head: Uint8Array;
  /** Words of an address card stand in it. */
  hasCard: boolean;
};

/** A message begins with a line of its own, which names a time, and a header follows. */
const mark =
  /(?<=^|\n)From [^\n]{0,300}?\d\d?:\d\d[^\n]{0,80}\n(?=[!-9;-~]{1,100}:|>From )|text\/(?:x-)?vcard|\.vcf["\s]|BEGIN:VCARD/g;
/** So much of what was seen is looked at again with the next piece: a mark may be cut in two. */
const overlap = 1024;
const mostHead = 64 * 1024;
/** Bytes as signs, one each: places in the text are places in the file. */
const latin = new TextDecoder('windows-1252');

/** Where a header ends in these bytes; -1 when it does not. */
function headEnd(bytes: Uint8Array): number {
  for (let at = bytes.indexOf(10); at >= 0 && at + 1 < bytes.length; at = bytes.indexOf(10, at + 1)) {
    if (bytes[at + 1] === 10 || (bytes[at + 1] === 13 && bytes[at + 2] === 10)) return at + 1;
  }
  return -1;
}

function join(parts: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, { length }) => size + length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** The header of the message that is being read; pieces of it until it is whole. */
class Head {
  #parts: Uint8Array[] = [];
  #size = 0;
  #done = false;

  add(piece: Uint8Array): void {
    if (this.#done || piece.length === 0) return;
    const room = piece.subarray(0, mostHead - this.#size);
    this.#parts.push(room.slice());
    this.#size += room.length;
    const whole = join(this.#parts);
    const end = headEnd(whole);
    this.#done = end >= 0 || this.#size >= mostHead;
    this.#parts = [end >= 0 ? whole.slice(0, end) : whole];
  }

  get bytes(): Uint8Array {
    return join(this.#parts);
  }
}

/**
 * The messages of a mailbox file (mbox), one after the other while it streams: never more of it than a piece and a header is
 * held. In: the file; `onBytes` is told how far it is. Throws what reading the file throws.
 */
export async function* readMbox(file: Blob, onBytes?: (bytes: number) => void): AsyncGenerator<MboxMessage> {
  const reader = file.stream().getReader();
  let kept = new Uint8Array(0);
  /** Place in the file of the first byte that is kept; up to where marks were handled; up to where the header was given. */
  let base = 0;
  let handled = 0;
  let given = 0;
  let open: { start: number; head: Head; hasCard: boolean } | undefined;
  const give = (piece: Uint8Array, end: number) => {
    open?.head.add(piece.subarray(Math.max(0, given - base), Math.max(0, end - base)));
    given = Math.max(given, end);
  };
  try {
    for (let done = false; !done; ) {
      const next = await reader.read();
      done = next.done;
      const piece = next.value ? join([kept, next.value]) : kept;
      // What a mark at the very end is followed by is not there yet.
      const sure = done ? piece.length : Math.max(0, piece.length - overlap / 2);
      for (const found of latin.decode(piece).matchAll(mark)) {
        const at = base + found.index;
        if (found.index >= sure) break;
        // What is kept begins anywhere in a line, and was looked at before.
        if (at < handled || (found.index === 0 && base > 0)) continue;
        handled = at + 1;
        if (!found[0].startsWith('From ')) {
          if (open) open.hasCard = true;
          continue;
        }
        give(piece, at);
        if (open) yield { start: open.start, end: at, head: open.head.bytes, hasCard: open.hasCard };
        open = { start: at + found[0].length, head: new Head(), hasCard: false };
        given = open.start;
      }
      give(piece, base + sure);
      const rest = piece.slice(-overlap);
      base += piece.length - rest.length;
      kept = rest;
      onBytes?.(base + rest.length);
    }
    if (open) yield { start: open.start, end: base + kept.length, head: open.head.bytes, hasCard: open.hasCard };
  } finally {
    await reader.cancel();
  }
}

/** A message's bytes as they were before they were put into a mailbox file: `>From ` at the start of a line is `From `. */
export function unescapeFrom(bytes: Uint8Array): Uint8Array {
  const marks: number[] = [];
  for (let at = bytes.indexOf(62); at >= 0; at = bytes.indexOf(62, at + 1)) {
    if (at > 0 && bytes[at - 1] !== 10) continue;
    let end = at;
    while (bytes[end] === 62) end++;
    // >From , >>From , … each loses one
    if (
      bytes[end] === 70 &&
      bytes[end + 1] === 114 &&
      bytes[end + 2] === 111 &&
      bytes[end + 3] === 109 &&
      bytes[end + 4] === 32
    )
      marks.push(at);
  }
  if (marks.length === 0) return bytes;
  const pieces = [...marks, bytes.length].map((end, i) => bytes.subarray(i === 0 ? 0 : (marks[i - 1] ?? 0) + 1, end));
  return join(pieces);
}
