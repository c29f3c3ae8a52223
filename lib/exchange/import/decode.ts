export const importEncodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'gbk'] as const;
export type ImportEncoding = (typeof importEncodings)[number];

const sampleSize = 200_000;

/** Zero bytes at even and at odd places, as a share: western text in UTF-16 has them at every other place. */
function zeros(bytes: Uint8Array): { even: number; odd: number } {
  const sample = bytes.subarray(0, 4096);
  const count = { even: 0, odd: 0 };
  sample.forEach((byte, at) => {
    if (byte === 0) count[at % 2 === 0 ? 'even' : 'odd'] += 1;
  });
  const half = Math.max(1, sample.length / 2);
  return { even: count.even / half, odd: count.odd / half };
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    // Decoding fails for nothing else.
    return false;
  }
}

/** In Chinese text bytes over 0xA0 stand in pairs; western letters with accents stand alone between plain ones. */
function looksLikeGbk(bytes: Uint8Array): boolean {
  let pairs = 0;
  let alone = 0;
  const sample = bytes.subarray(0, sampleSize);
  for (let at = 0; at < sample.length; at++) {
    if ((sample[at] ?? 0) < 0x81) continue;
    if ((sample[at + 1] ?? 0) >= 0xa1) {
      pairs += 1;
      at += 1;
    } else alone += 1;
  }
  return pairs > 0 && pairs >= alone * 1.5;
}

/** The encoding that a file most likely is in. In: its bytes. Out: by byte order mark, then by what the bytes can be. */
export function guessEncoding(bytes: Uint8Array): ImportEncoding {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  const { even, odd } = zeros(bytes);
  if (odd > 0.3 && even < 0.1) return 'utf-16le';
  if (even > 0.3 && odd < 0.1) return 'utf-16be';
  if (isUtf8(bytes)) return 'utf-8';
  return looksLikeGbk(bytes) ? 'gbk' : 'windows-1252';
}

/** The text of a file; a byte order mark goes. In: bytes, encoding. Bytes that it has not become U+FFFD. */
export function decodeBytes(bytes: Uint8Array, encoding: ImportEncoding): string {
  return new TextDecoder(encoding).decode(bytes).replace(/^\uFEFF/, '');
}
