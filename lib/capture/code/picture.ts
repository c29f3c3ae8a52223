import { decodeCode } from './decode.ts';

/** A rectangle of a picture, in its own pixels. */
export type Crop = { x: number; y: number; width: number; height: number };

/** Larger pictures are made smaller, tiny ones larger: a code wants a few pixels a module, not thousands. */
const sides = { least: 320, most: 1600 };

/**
 * Reads the QR code in a picture file (PNG, JPEG, …). In: its bytes, and the part to look at. Out: what the code says;
 * undefined where there is none, or where it is no picture that the browser can read.
 */
export async function decodePicture(picture: Blob, crop?: Crop): Promise<string | undefined> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(picture);
  } catch (cause) {
    if (cause instanceof DOMException) return undefined;
    throw cause;
  }
  try {
    const part = crop ?? { x: 0, y: 0, width: bitmap.width, height: bitmap.height };
    const longest = Math.max(part.width, part.height);
    if (longest < 1) return undefined;
    const times = longest < sides.least ? Math.ceil(sides.least / longest) : Math.min(1, sides.most / longest);
    const [width, height] = [Math.max(1, Math.round(part.width * times)), Math.max(1, Math.round(part.height * times))];
    // Codes that were cut out too closely lack the light margin that a reader looks for.
    const margin = Math.ceil(Math.max(width, height) * 0.08);
    const canvas = new OffscreenCanvas(width + 2 * margin, height + 2 * margin);
    const context = canvas.getContext('2d', { willReadFrequently: true });
    if (!context) return undefined;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.imageSmoothingEnabled = times < 1;
    context.drawImage(bitmap, part.x, part.y, part.width, part.height, margin, margin, width, height);
    return decodeCode(context.getImageData(0, 0, canvas.width, canvas.height));
  } finally {
    bitmap.close();
  }
}

/** The bytes of a `data:` address that is base64, as canvases and screenshots give them. Out: a file; undefined where it is none. */
export function fileOfDataUrl(url: string): Blob | undefined {
  const m = /^data:(image\/[\w.+-]+);base64,([\w+/=]+)$/.exec(url);
  if (!m) return undefined;
  return new Blob([Uint8Array.from(atob(m[2] ?? ''), (sign) => sign.charCodeAt(0))], { type: m[1] ?? '' });
}
