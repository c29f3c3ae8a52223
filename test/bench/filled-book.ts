import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { launchExtension } from '../browser/extension-browser.ts';
import { fillBook } from './fill-book.ts';

const filled = new Map<string, Promise<string>>();

/** Fills a book in a browser of its own and leaves its profile: what filling left in memory is no part of what is measured. */
async function fill(extension: string, leads: number): Promise<string> {
  const profile = mkdtempSync(join(tmpdir(), 'leadlight-filled-'));
  process.once('exit', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
  const browser = await launchExtension({ profile, extension });
  await fillBook(browser, leads).finally(() => browser.close());
  return profile;
}

/**
 * Runs something on a profile with a book of made-up people. The first who asks for a size has it filled, all others of this
 * run get a copy. In: the built extension, how many leads, what to do with the profile's folder. Out: what that gave.
 */
export async function withFilledBook<T>(
  extension: string,
  leads: number,
  use: (profile: string) => Promise<T>,
): Promise<T> {
  const key = `${extension} ${leads}`;
  const source = filled.get(key) ?? fill(extension, leads);
  filled.set(key, source);
  const profile = mkdtempSync(join(tmpdir(), 'leadlight-bench-'));
  try {
    cpSync(await source, profile, { recursive: true, filter: (path) => !/Singleton|DevToolsActivePort/.test(path) });
    return await use(profile);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
