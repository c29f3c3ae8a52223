/** A file of an archive, packed. */
export type ZipEntry = { name: string; crc: number; size: number; packed: Uint8Array<ArrayBuffer>[] };

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let rest = n;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

/** CRC-32 of ISO 3309, as ZIP has it. In: what came out for the bytes before (0 at first), bytes. */
function crcOf(before: number, bytes: Uint8Array): number {
  let crc = ~before;
  for (const byte of bytes) crc = (table[(crc ^ byte) & 0xff] as number) ^ (crc >>> 8);
  return ~crc >>> 0;
}

/**
 * Packs a file that is made as it goes, by the browser's own packer: libraries start workers from blobs for what is large, which
 * an extension may not. In: its name in the archive (ASCII), its text in pieces. Out: the packed file.
 */
export async function zipEntry(name: string, pieces: AsyncIterable<string> | Iterable<string>): Promise<ZipEntry> {
  const encoder = new TextEncoder();
  const { readable, writable } = new CompressionStream('deflate-raw');
  const packed: Uint8Array<ArrayBuffer>[] = [];
  const collected = readable.pipeTo(
    new WritableStream<Uint8Array<ArrayBuffer>>({ write: (chunk) => void packed.push(chunk) }),
  );
  const writer = writable.getWriter();
  let [crc, size] = [0, 0];
  for await (const piece of pieces) {
    const bytes = encoder.encode(piece);
    crc = crcOf(crc, bytes);
    size += bytes.length;
    await writer.write(bytes);
  }
  await writer.close();
  await collected;
  return { name, crc, size, packed };
}

const sizeOf = (parts: readonly Uint8Array[]) => parts.reduce((sum, { length }) => sum + length, 0);

/** Numbers of two or four bytes, little end first. */
function record(fields: readonly (readonly [bytes: 2 | 4, value: number])[], name = ''): Uint8Array<ArrayBuffer> {
  const letters = new TextEncoder().encode(name);
  const length = fields.reduce((sum, [bytes]) => sum + bytes, 0);
  const view = new DataView(new ArrayBuffer(length + letters.length));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) view.setUint16(at, value, true);
    else view.setUint32(at, value, true);
    at += bytes;
  }
  const whole = new Uint8Array(view.buffer);
  whole.set(letters, length);
  return whole;
}

/** What the headers of a file share, after PKWARE's APPNOTE 4.3.7: deflated, of no particular day, which keeps equal files equal. */
const common = ({ name, crc, size, packed }: ZipEntry) =>
  [
    [2, 20],
    [2, 0x0800],
    [2, 8],
    [2, 0],
    [2, 0x21],
    [4, crc],
    [4, sizeOf(packed)],
    [4, size],
    [2, name.length],
    [2, 0],
  ] as const;

/** Puts packed files together into an archive. In: the files, its media type. Out: the archive; throws past 4 GB. */
export function zipFile(entries: readonly ZipEntry[], type: string): Blob {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let at = 0;
  for (const entry of entries) {
    const head = record([[4, 0x04034b50], ...common(entry)], entry.name);
    directory.push(
      record([[4, 0x02014b50], [2, 20], ...common(entry), [2, 0], [2, 0], [2, 0], [4, 0], [4, at]], entry.name),
    );
    parts.push(head, ...entry.packed);
    at += head.length + sizeOf(entry.packed);
  }
  if (at > 0xffffffff) throw new RangeError('The file is too large');
  const count = entries.length;
  const end = record([
    [4, 0x06054b50],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, sizeOf(directory)],
    [4, at],
    [2, 0],
  ]);
  return new Blob([...parts, ...directory, end], { type });
}
