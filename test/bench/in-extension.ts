import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { launchExtension } from '../browser/extension-browser.ts';

/**
 * Runs code of ours inside the extension, over the browser's real database. In: the built extension, TypeScript that puts
 * `globalThis.bench` there (imports are relative to this folder), how many it is to take. Out: what `bench` gave.
 */
export async function runInExtension<T>(extension: string, source: string, count: number): Promise<T> {
  const { outputFiles } = await build({
    stdin: { contents: source, resolveDir: import.meta.dirname, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    logLevel: 'error',
  });
  const profile = mkdtempSync(join(tmpdir(), 'leadlight-bench-'));
  const browser = await launchExtension({ profile, extension });
  try {
    const page = await browser.controlPage();
    await page.evaluate(outputFiles[0]?.text ?? '');
    return await page.evaluate(
      (many) => (globalThis as unknown as { bench(count: number): Promise<T> }).bench(many),
      count,
    );
  } finally {
    await browser.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
