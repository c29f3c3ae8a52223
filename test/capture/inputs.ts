import { readFileSync } from 'node:fs';
import { basename, extname } from 'node:path';

/** What is to be read: a page to open (with what to serve there, for a saved one), or text. */
export type Input =
  | { kind: 'page'; name: string; url: string; body?: Buffer }
  | { kind: 'text'; name: string; text: string; as: 'text' | 'mailText' | 'mailHtml' | 'eml' };

/** Text of a file of unknown encoding: what its `charset` says, else UTF-8, else Windows-1252. */
export function decode(body: Buffer): string {
  const declared = /charset\s*=\s*["']?([\w-]+)/i.exec(body.subarray(0, 2048).toString('latin1'))?.[1];
  for (const [label, fatal] of [
    ['utf-8', true],
    [declared ?? 'windows-1252', false],
  ] as const) {
    try {
      return new TextDecoder(label, { fatal }).decode(body);
    } catch {
      // Not in this encoding, or an encoding that nobody knows: the next one.
    }
  }
  return body.toString('latin1');
}

/** Address that a saved page says it comes from; else one that resolves nowhere. */
export function savedFrom(body: Buffer, name: string): string {
  const said = /saved from url=\(\d+\)(\S+)/.exec(body.subarray(0, 2000).toString('latin1'))?.[1];
  if (said && URL.canParse(said) && /^https?:/.test(said)) return said;
  return `https://saved.invalid/${encodeURIComponent(basename(name))}`;
}

/** Turns an argument of the command line into an input. Throws when the file can't be read or is of no known kind. */
export function readInput(name: string, as: 'mail' | undefined): Input {
  if (/^https?:\/\//i.test(name)) return { kind: 'page', name, url: name };
  const body = readFileSync(name);
  const kind = extname(name).toLowerCase();
  // Mails are bytes in encodings of their own: one character a byte carries them whole.
  if (kind === '.eml') return { kind: 'text', name, text: body.toString('latin1'), as: 'eml' };
  if (kind === '.txt') return { kind: 'text', name, text: decode(body), as: as === 'mail' ? 'mailText' : 'text' };
  if (as === 'mail') return { kind: 'text', name, text: decode(body), as: 'mailHtml' };
  if (/^\.(html?|xhtml)$/.test(kind)) return { kind: 'page', name, url: savedFrom(body, name), body };
  throw new Error(`"${name}" is no .html, .eml or .txt file and no http address`);
}
