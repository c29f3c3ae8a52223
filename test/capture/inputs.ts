import { accessSync, constants, readFileSync, statSync } from 'node:fs';
import { basename, extname } from 'node:path';

/** What is to be read: a page to open (with what to serve there, for a saved one), or text. */
export type Input =
  | { kind: 'page'; name: string; url: string; body?: Buffer }
  | { kind: 'text'; name: string; text: string; as: 'text' | 'mailText' | 'mailHtml' }
  /** A message, a mailbox or address cards: read from the file itself, which may be large. */
  | { kind: 'mailFile'; name: string };

/** Whether bytes are UTF-8, as text from elsewhere practically never is by chance. */
export function isUtf8(body: Buffer): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(body);
    return true;
  } catch {
    return false;
  }
}

/** Text of a file of unknown encoding: by its byte order mark, else UTF-8, what its `charset` says, GBK where that fits, else Windows-1252. */
export function decode(body: Buffer): string {
  const mark = body.subarray(0, 2).toString('hex');
  const wide = { fffe: 'utf-16le', feff: 'utf-16be' }[mark];
  if (wide) return new TextDecoder(wide).decode(body);
  if (isUtf8(body)) return new TextDecoder('utf-8').decode(body);
  const declared = /charset\s*=\s*["']?([\w-]+)/i.exec(body.subarray(0, 2048).toString('latin1'))?.[1];
  try {
    return new TextDecoder(declared ?? (looksChinese(body) ? 'gb18030' : 'windows-1252')).decode(body);
  } catch {
    // An encoding that nobody knows.
    return body.toString('latin1');
  }
}

/** Whether what is not ASCII comes in pairs of GB 2312; accented letters of Windows-1252 stand alone. */
function looksChinese(body: Buffer): boolean {
  const words = body
    .toString('latin1')
    .replace(/[^\u0080-\u00ff]+/g, ' ')
    .trim();
  return words !== '' && words.split(' ').every((word) => /^(?:[\u00a1-\u00f7][\u00a1-\u00fe])+$/.test(word));
}

/** Address that a saved page says it comes from; else one that resolves nowhere. */
export function savedFrom(body: Buffer, name: string): string {
  const said = /saved from url=\(\d+\)(\S+)/.exec(body.subarray(0, 2000).toString('latin1'))?.[1];
  if (said && URL.canParse(said) && /^https?:/.test(said)) return said;
  return `https://saved.invalid/${encodeURIComponent(basename(name))}`;
}

/** Runs what touches a file; throws in plain words. */
function withFile<T>(name: string, use: () => T): T {
  try {
    return use();
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    if (code === 'ENOENT') throw new Error(`there is no file "${name}"`);
    if (code === 'EISDIR') throw new Error(`"${name}" is a folder`);
    throw cause;
  }
}

/** Turns an argument of the command line into an input. Throws when the file can't be read or is of no known kind. */
export function readInput(name: string, as: 'mail' | undefined): Input {
  if (/^https?:\/\//i.test(name)) return { kind: 'page', name, url: name };
  const kind = extname(name).toLowerCase();
  if (/^\.(?:eml|emlx|msg|oft|mbox|mbx|vcf|vcard)$/.test(kind)) {
    withFile(name, () => accessSync(name, constants.R_OK));
    if (!withFile(name, () => statSync(name)).isFile()) throw new Error(`"${name}" is a folder`);
    return { kind: 'mailFile', name };
  }
  const body = withFile(name, () => readFileSync(name));
  if (kind === '.txt') return { kind: 'text', name, text: decode(body), as: as === 'mail' ? 'mailText' : 'text' };
  if (as === 'mail') return { kind: 'text', name, text: decode(body), as: 'mailHtml' };
  if (/^\.(html?|xhtml)$/.test(kind)) return { kind: 'page', name, url: savedFrom(body, name), body };
  throw new Error(`"${name}" is no .html, .txt, .eml, .msg, .mbox or .vcf file and no http address`);
}
