import { build } from 'esbuild';
import type { Page } from 'playwright';
import { readInput } from '../capture/inputs.ts';
import { CaptureReader } from '../capture/reader.ts';

export type Timing = { page: string; ms: number; msPage: number; defuddle: number };

/** What Obsidian's clipper runs, as a function in the page that answers with its time. */
async function defuddleScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import Defuddle from 'defuddle';
        globalThis.runDefuddle = () => { const started = performance.now(); new Defuddle(document, { url: location.href }).parse(); return performance.now() - started; };`,
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
}

async function timeDefuddle(page: Page, script: string): Promise<number> {
  await page.evaluate(script);
  return page.evaluate(() => (globalThis as unknown as { runDefuddle(): number }).runDefuddle());
}

/**
 * Reads saved pages with the built extension, then with defuddle, in the same tab of the same browser; ours goes first
 * and so pays for the page's first layout. Out: a timing each; pages that one of them cannot read are named and left out.
 */
export async function measureSpeed(
  extension: string,
  files: string[],
): Promise<{ timings: Timing[]; leftOut: string[] }> {
  const script = await defuddleScript();
  const reader = new CaptureReader({ extension, lanes: 1 });
  const timings: Timing[] = [];
  const leftOut: string[] = [];
  try {
    for (const file of files) {
      try {
        const outcome = await reader.read(readInput(file, undefined), 0);
        if (!outcome.ok) throw new Error(outcome.refusal);
        const defuddle = await timeDefuddle(reader.pageOf(0), script);
        timings.push({ page: file, ms: outcome.reading.ms, msPage: outcome.reading.msPage, defuddle });
      } catch (cause) {
        leftOut.push(`${file}: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`);
      }
    }
  } finally {
    await reader.close();
  }
  return { timings, leftOut };
}

/** The value below which so many of the numbers lie. */
export function percentile(numbers: number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
