import { z } from 'zod';
import { type Pack, pack } from '../../domain/schema/pack.ts';
import { isSealed, SealedFileError, type SealKey, seal, unseal } from '../sealed-file.ts';

/** `sealed`: a passphrase is needed; `other`: no pack; `newer`: written by a later version; the rest as for sealed files. */
export type PackFileProblem = 'sealed' | 'passphrase' | 'truncated' | 'damaged' | 'other' | 'newer';

export class PackFileError extends Error {
  readonly problem: PackFileProblem;
  constructor(problem: PackFileProblem, detail = '', options?: ErrorOptions) {
    super(detail || `A pack cannot be read: ${problem}`, options);
    this.name = 'PackFileError';
    this.problem = problem;
  }
}

/** How such files end. */
export const packEnding = '.leadlight-pack';

/** The file of a pack: packed JSON, sealed where a passphrase or its key is given. */
export async function packFile(content: Pack, secret?: string | SealKey): Promise<Blob> {
  const text = new Blob([JSON.stringify(content)]).stream().pipeThrough(new CompressionStream('gzip'));
  const stream = secret ? seal(text, secret) : text;
  return new Response(stream).blob();
}

// The types of the web platform are stricter about what is written into it than it is.
const unpacked = () => new DecompressionStream('gzip') as unknown as TransformStream<Uint8Array, Uint8Array>;

/** A small file may unpack to anything: 100,000 leads are some 150 MB. */
const mostBytes = 400 * 1024 * 1024;

/** All of a stream as text. A response would do it too, but says of a failure only that there was one. */
async function textOf(bytes: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const parts: string[] = [];
  const reader = bytes.getReader();
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.length;
    if (size > mostBytes) {
      await reader.cancel();
      throw new PackFileError('damaged', 'too large');
    }
    parts.push(decoder.decode(next.value, { stream: true }));
  }
  return parts.join('') + decoder.decode();
}

const head = z.object({ format: z.literal('leadlight-pack'), version: z.number() });

/** Reads a pack. In: the file, its passphrase or key. Throws `PackFileError`. */
export async function readPackFile(file: Blob, secret?: string | SealKey): Promise<Pack> {
  const start = new Uint8Array(await file.slice(0, 16).arrayBuffer());
  const sealed = isSealed(start);
  if (sealed && !secret) throw new PackFileError('sealed');
  let text: string;
  try {
    const bytes = sealed && secret ? unseal(file.stream(), secret) : file.stream();
    const isPacked = sealed || (start[0] === 0x1f && start[1] === 0x8b);
    text = await textOf(isPacked ? bytes.pipeThrough(unpacked()) : bytes);
  } catch (cause) {
    if (cause instanceof PackFileError) throw cause;
    throw new PackFileError(cause instanceof SealedFileError ? cause.problem : 'damaged', '', { cause });
  }
  return parsePack(text);
}

function parsePack(text: string): Pack {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    throw new PackFileError('other', '', { cause });
  }
  const known = head.safeParse(value);
  if (!known.success) throw new PackFileError('other');
  if (known.data.version > 1) throw new PackFileError('newer');
  const parsed = pack.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new PackFileError('damaged', `${issue?.path.join('.')}: ${issue?.message}`);
}
