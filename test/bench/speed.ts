import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { browser } from 'wxt/browser';
import { readInput } from '../capture/inputs.ts';
import { CaptureReader } from '../capture/reader.ts';

/** Inside a page of the extension. */
declare const chrome: typeof browser;

/** Milliseconds from injection to the result in the extension, and of these inside the page. */
export type Pace = { whole: number; inPage: number };
/** `held`: tasks that held the page for more than 50 ms while we read it. */
export type Timing = { page: string; ours: Pace & { held: number[] }; theirs: Pace };

const theirFile = 'defuddle.js';

/** What Obsidian's clipper runs, as a file to inject: answers like our page script with JSON in one string, and with its own time. */
async function defuddleScript(): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: `import Defuddle from 'defuddle';
        globalThis.defuddleAnswer = () => {
          const started = performance.now();
          const result = new Defuddle(document, { url: location.href }).parse();
          return JSON.stringify({ inPage: performance.now() - started, result });
        };`,
      resolveDir: import.meta.dirname,
      loader: 'ts',
    },
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    logLevel: 'error',
  });
  return `${outputFiles[0]?.text ?? ''}\ndefuddleAnswer();`;
}

/** Injects defuddle from a page of the extension as our own page script is injected. Out: its time until the result is there, parsed. */
async function injectDefuddle({ tabId, file }: { tabId: number; file: string }): Promise<Pace> {
  const started = performance.now();
  const [main] = await chrome.scripting.executeScript({
    target: { tabId },
    files: [file] as never,
    injectImmediately: true,
  });
  const { inPage } = JSON.parse(String(main?.result)) as { inPage: number };
  return { whole: performance.now() - started, inPage };
}

/**
 * Reads saved pages with the built extension and with defuddle, in the same tab of the same browser, injected the same
 * way into a page that was opened anew for each and has been painted, as it is when somebody presses the icon. Every
 * other page defuddle goes first. Out: a timing each; pages that one of them cannot read are named and left out.
 */
export async function measureSpeed(
  extension: string,
  files: string[],
): Promise<{ timings: Timing[]; leftOut: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'leadlight-bench-'));
  cpSync(extension, folder, { recursive: true });
  writeFileSync(join(folder, theirFile), await defuddleScript());
  const reader = new CaptureReader({ extension: folder, lanes: 1 });
  const timings: Timing[] = [];
  const leftOut: string[] = [];

  const timeOurs = async (file: string): Promise<Timing['ours']> => {
    const outcome = await reader.read(readInput(file, undefined), 0, true);
    if (!outcome.ok) throw new Error(outcome.refusal);
    return { whole: outcome.reading.ms, inPage: outcome.reading.msPage, held: await reader.longTasks(0) };
  };
  const timeTheirs = async (file: string): Promise<Pace> => {
    const { control, tabId } = await reader.open(readInput(file, undefined), 0);
    return control.evaluate(injectDefuddle, { tabId, file: `/${theirFile}` });
  };

  try {
    for (const [index, file] of files.entries()) {
      try {
        const early = index % 2 === 1 ? await timeTheirs(file) : undefined;
        const ours = await timeOurs(file);
        timings.push({ page: file, ours, theirs: early ?? (await timeTheirs(file)) });
      } catch (cause) {
        leftOut.push(`${file}: ${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)}`);
      }
    }
  } finally {
    await reader.close();
    rmSync(folder, { recursive: true, force: true });
  }
  return { timings, leftOut };
}

/** The value below which so many of the numbers lie. */
export function percentile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
