import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { launchExtension } from '../browser/extension-browser.ts';

export type StoreTime = { what: string; ms: number };

/**
 * Times saving, comparing and searching in a page of the built extension, over the browser's own IndexedDB, in a profile
 * of its own. In: the built extension, how many leads to fill the book with. Out: what, and milliseconds.
 */
export async function measureStore(extension: string, leads: number): Promise<StoreTime[]> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'store-page.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    logLevel: 'error',
  });
  const profile = mkdtempSync(join(tmpdir(), 'leadlight-bench-'));
  const browser = await launchExtension({ profile, extension });
  try {
    const page = await browser.controlPage();
    await page.evaluate(outputFiles[0]?.text ?? '');
    return await page.evaluate(
      (count) => (globalThis as unknown as { measureStore(n: number): Promise<StoreTime[]> }).measureStore(count),
      leads,
    );
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true });
  }
}
