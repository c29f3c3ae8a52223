import { beforeAll, describe, expect, test } from 'vitest';
import { isSealed, SealedFileError, type SealKey, seal, sealKey, unseal } from '../../../lib/exchange/sealed-file.ts';

const bytesOf = async (stream: ReadableStream<Uint8Array>): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await new Response(stream as ReadableStream<Uint8Array<ArrayBuffer>>).arrayBuffer());

/** In pieces of an awkward size, as files come. */
const streamOf = (bytes: Uint8Array, size = 4099): ReadableStream<Uint8Array> => {
  let at = 0;
  return new ReadableStream({
    pull(out) {
      if (at >= bytes.length) return out.close();
      out.enqueue(bytes.slice(at, at + size));
      at += size;
    },
  });
};

const content = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, at) => (at * 7 + (at >> 8)) & 255);
const problem = async (sealed: Uint8Array, passphrase = 'right'): Promise<string> => {
  const failure = await bytesOf(unseal(streamOf(sealed), passphrase)).catch((error: unknown) => error);
  return failure instanceof SealedFileError ? failure.problem : `not refused: ${String(failure)}`;
};

// Few rounds: what is measured here is the file, not the patience.
let key: SealKey;
beforeAll(async () => {
  key = await sealKey('right', undefined, 10);
});

describe('a sealed file', () => {
  test.each([0, 1, 65_535, 65_536, 65_537, 131_072, 200_001])('gives back %i bytes', async (size) => {
    const sealed = await bytesOf(seal(streamOf(content(size)), key));
    expect(isSealed(sealed)).toBe(true);
    expect(await bytesOf(unseal(streamOf(sealed), 'right'))).toEqual(content(size));
  });

  test('is opened by the passphrase typed in another form of the same letters', async () => {
    const typed = await sealKey('Gr\u00fcn', undefined, 10);
    const sealed = await bytesOf(seal(streamOf(content(10)), typed));
    expect(await bytesOf(unseal(streamOf(sealed), 'Gru\u0308n'))).toEqual(content(10));
  });

  test('is never the same twice, and shows nothing of its content', async () => {
    const plain = new TextEncoder().encode('Ada Lovelace '.repeat(50));
    const [one, two] = await Promise.all([seal(streamOf(plain), key), seal(streamOf(plain), key)].map(bytesOf));
    expect(one).not.toEqual(two);
    expect(new TextDecoder().decode(one)).not.toContain('Ada');
  });

  test('is opened by the key that it was sealed with, and by no other', async () => {
    const sealed = await bytesOf(seal(streamOf(content(10)), key));
    expect(await bytesOf(unseal(streamOf(sealed), key))).toEqual(content(10));
    const other = await sealKey('right', undefined, 10);
    await expect(bytesOf(unseal(streamOf(sealed), other))).rejects.toMatchObject({ problem: 'passphrase' });
  });

  test('asks for 600,000 rounds of a passphrase', async () => {
    const sealed = await bytesOf(seal(streamOf(content(1)), 'right'));
    expect(new DataView(sealed.buffer).getUint32(9)).toBe(600_000);
  });
});

describe('a sealed file is refused', () => {
  let sealed: Uint8Array<ArrayBuffer>;
  beforeAll(async () => {
    sealed = await bytesOf(seal(streamOf(content(150_000)), key));
  });
  const changed = (at: number, value?: number): Uint8Array => {
    const copy = sealed.slice();
    copy[at] = value ?? (copy[at] ?? 0) ^ 1;
    return copy;
  };

  test('with the wrong passphrase', async () => expect(await problem(sealed, 'wrong')).toBe('passphrase'));
  test('of a later version', async () => expect(await problem(changed(8, 2))).toBe('newer'));
  test('that asks for too much work', async () => expect(await problem(changed(9, 255))).toBe('damaged'));
  test('whose first, middle or last box was changed', async () => {
    expect(await problem(changed(100))).toBe('damaged');
    expect(await problem(changed(70_000))).toBe('damaged');
    expect(await problem(changed(sealed.length - 1))).toBe('truncated');
  });
  test.each([0, 7, 44, 50, 61, 62, 70, 65_613, 65_614, 131_165, 131_166, 140_000])('cut at byte %i', async (size) => {
    expect(await problem(sealed.slice(0, size))).toMatch(/truncated|damaged/);
  });
  test('with more behind its end', async () => {
    const longer = new Uint8Array(sealed.length + 3);
    longer.set(sealed);
    expect(await problem(longer)).toBe('truncated');
  });
  test('whose boxes changed places', async () => {
    const size = 65_536 + 16;
    const swapped = sealed.slice();
    swapped.set(sealed.slice(61 + size, 61 + 2 * size), 61);
    swapped.set(sealed.slice(61, 61 + size), 61 + size);
    expect(await problem(swapped)).toBe('damaged');
  });
});
