import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import type { Page } from 'playwright';
import { builtExtension, type ExtensionBrowser, launchExtension } from '../browser/extension-browser.ts';
import type { Surface } from './surface.ts';
import type { Memory, Said } from './trial.ts';

const kinds = ['saves', 'imports', 'merges', 'restores', 'backups'];
/** The longest that a browser lives on after the first operation of a round began, in ms: they take 20 to 500. */
const longest = 700;
/** What an operation may need before it begins. */
const patience = 15_000;

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '20' },
    what: { type: 'string', default: kinds.join(',') },
    seed: { type: 'string', default: '1' },
    /** So many kinds at the same time. */
    at: { type: 'string', default: '2' },
  },
});
const rounds = Number(options.rounds);
const wanted = options.what.split(',');
const unknown = wanted.find((what) => !kinds.includes(what));
if (unknown !== undefined || !(rounds > 0)) {
  console.error(`Usage: --rounds N --what ${kinds.join(',')} --seed N${unknown ? `; there is no "${unknown}"` : ''}`);
  process.exit(1);
}

/** Numbers that look random, the same for the same text. */
function momentOf(text: string): number {
  let hash = 2166136261;
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16777619) >>> 0;
  hash = Math.imul(hash ^ (hash >>> 15), 2246822519) >>> 0;
  return ((hash ^ (hash >>> 13)) >>> 0) / 4294967296;
}

const bundle = async (): Promise<string> => {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'surface.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    target: 'es2022',
    platform: 'browser',
    logLevel: 'error',
  });
  return outputFiles[0]?.text ?? '';
};

type Alive = {
  browser: ExtensionBrowser;
  page: Page;
  begun: Said[];
  done: Said[];
  failed: Said[];
  /** Once anything was said. */
  heard: Promise<void>;
};

async function live(profile: string, code: string): Promise<Alive> {
  const extension = process.env.LEADLIGHT_EXTENSION ?? builtExtension;
  const browser = await launchExtension({ profile, extension });
  const page = await browser.controlPage();
  const said = { begun: [] as Said[], done: [] as Said[], failed: [] as Said[] };
  const heard = Promise.withResolvers<void>();
  await page.exposeFunction('tell', (phase: 'begun' | 'done' | 'failed', what: Said) => {
    said[phase].push(what);
    heard.resolve();
  });
  await page.evaluate(code);
  return { browser, page, ...said, heard: heard.promise };
}

declare const surface: Surface;
type Result = { what: string; rounds: number; begun: number; done: number; cut: number; wrong: string[] };

/** Lives and deaths of one profile: each life begins with a look at what the last one left. */
async function tryOut(what: string, code: string): Promise<Result> {
  const profile = mkdtempSync(join(tmpdir(), `leadlight-kill-${what}-`));
  const result: Result = { what, rounds: 0, begun: 0, done: 0, cut: 0, wrong: [] };
  let memory: Memory = {};
  let last: Pick<Alive, 'begun' | 'done'> = { begun: [], done: [] };
  try {
    // One life more than deaths: the last one only looks.
    for (let round = 0; round <= rounds; round++) {
      const alive = await live(profile, code);
      const { page } = alive;
      if (round === 0) memory = await page.evaluate((kind) => surface.seed(kind), what);
      else {
        const { wrong, memory: next } = await page.evaluate(
          ([kind, known, begun, done]) => surface.check(kind, known, begun, done),
          [what, memory, last.begun, last.done] as const,
        );
        memory = next;
        for (const one of wrong) result.wrong.push(`round ${round}, seed ${options.seed}: ${one}`);
      }
      if (round === rounds) {
        await alive.browser.close();
        break;
      }
      const seed = Math.floor(momentOf(`${options.seed} ${what} ${round} seed`) * 2 ** 32);
      page
        .evaluate(([kind, known, at, from]) => surface.run(kind, known, at, from), [what, memory, round, seed] as const)
        .catch(() => undefined);
      const given = new AbortController();
      await Promise.race([alive.heard, sleep(patience, undefined, { signal: given.signal }).catch(() => undefined)]);
      given.abort();
      await sleep(momentOf(`${options.seed} ${what} ${round}`) * longest);
      await alive.browser.kill();
      for (const { why } of alive.failed) result.wrong.push(`round ${round}, seed ${options.seed}: ${String(why)}`);
      last = alive;
      result.rounds += 1;
      result.begun += alive.begun.length;
      result.done += alive.done.length;
      if (alive.begun.length > alive.done.length) result.cut += 1;
    }
  } catch (error) {
    result.wrong.push(`the trial itself failed after ${result.rounds} rounds: ${String(error)}`);
  } finally {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return result;
}

const started = Date.now();
const code = await bundle();
const waiting = [...wanted];
const results: Result[] = [];
const work = async (): Promise<void> => {
  for (let what = waiting.shift(); what !== undefined; what = waiting.shift()) {
    const result = await tryOut(what, code);
    results.push(result);
    const { rounds: kills, begun, done, cut, wrong } = result;
    console.log(
      `${wrong.length > 0 ? 'FAIL' : 'ok  '}  ${what}: ${kills} kills, ${cut} in the middle of one of ${begun}; ${done} acknowledged; ${wrong.length} wrong`,
    );
    for (const one of wrong.slice(0, 20)) console.log(`      ${one}`);
  }
};
await Promise.all(Array.from({ length: Math.max(1, Number(options.at)) }, work));
const failed = results.filter(({ wrong }) => wrong.length > 0).length;
console.log(
  `Kill: ${results.length - failed} passed, ${failed} failed (${Math.round((Date.now() - started) / 1000)} s)`,
);
process.exitCode = failed > 0 ? 1 : 0;
