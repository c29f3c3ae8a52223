import decodeQR from 'qr/decode.js';

/** Pixels of a picture, four bytes each, as a canvas gives them. */
export type Pixels = { width: number; height: number; data: Uint8ClampedArray };

/** A code that is hard to make out may take so long, a picture without one too. */
const timeLimit = 800;

/** Words in a code are UTF-8 by custom, whatever the standard says; older Chinese ones are GBK. */
function decodeWords(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** Light signs on a dark ground: the same picture the other way round. */
const inverted = ({ width, height, data }: Pixels): Pixels => ({
  width,
  height,
  data: data.map((value, i) => (i % 4 === 3 ? value : 255 - value)),
});

/** Reads the QR code in a picture. In: its pixels. Out: what the code says; undefined where there is none that can be made out. */
export function decodeCode(pixels: Pixels): string | undefined {
  for (const picture of [pixels, inverted(pixels)]) {
    try {
      const text = decodeQR(picture, { format: 'RGBA', timeLimit, effort: 4, textDecoder: decodeWords });
      if (text.trim() !== '') return text;
    } catch {
      // The decoder says by an error that it found none: the answer is no code, whatever stopped it.
    }
  }
  return undefined;
}
