// Every npm script goes through here, so that each works on a fresh clone with git and Node 20 alone.
// Plain JavaScript without dependencies: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findChromium, installTestTools } from './machine.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bin = join(root, 'node_modules/.bin');

/** What each command needs and runs; arguments of the command line go to its last step. */
const commands = {
  start: { browser: true, steps: [['node', 'test/start/start.ts']] },
  test: { browser: true, tools: true, steps: [['node', 'test/start/run-tests.ts']] },
  dev: { browser: true, steps: [['wxt']] },
  build: {
    steps: [
      ['wxt', 'build'],
      ['wxt', 'build', '-b', 'edge'],
      ['wxt', 'build', '-b', 'firefox', '--mv3'],
    ],
  },
  // WXT's own Thunderbird target writes a worker where Thunderbird wants scripts.
  'build:thunderbird': { steps: [['wxt', 'build', '-b', 'firefox', '--mode', 'thunderbird']] },
  // Packages for all stores with what goes along, into .output/release; `-- --rebuild` also builds the sources anew and compares.
  release: {
    steps: [
      ['wxt', 'build'],
      ['wxt', 'build', '-b', 'edge'],
      ['wxt', 'build', '-b', 'firefox', '--mv3'],
      ['wxt', 'build', '-b', 'firefox', '--mode', 'thunderbird'],
      ['node', 'test/release/run.ts'],
    ],
  },
  check: {
    steps: [
      ['wxt', 'prepare'],
      ['tsc', '--noEmit'],
      ['biome', 'check', '.'],
      ['vitest', 'run'],
    ],
  },
  types: {
    steps: [
      ['wxt', 'prepare'],
      ['tsc', '--noEmit'],
    ],
  },
  lint: { steps: [['biome', 'check', '.']] },
  fix: { steps: [['biome', 'check', '--write', '.']] },
  unit: {
    steps: [
      ['wxt', 'prepare'],
      ['vitest', 'run'],
    ],
  },
  e2e: {
    browser: true,
    steps: [
      ['wxt', 'build'],
      ['playwright', 'test', '-c', 'test/e2e/playwright.config.ts'],
    ],
  },
  // Says so and is done where there is no Firefox (on Debian, as root, it is installed).
  firefox: {
    tools: true,
    steps: [
      ['wxt', 'build', '-b', 'firefox', '--mv3'],
      ['node', 'test/firefox/run.ts'],
    ],
  },
  // Real webmails, installed and started where that can be done (root on Debian); says what it leaves out elsewhere.
  'test:mail': {
    browser: true,
    tools: true,
    steps: [
      ['wxt', 'build'],
      ['wxt', 'build', '-b', 'firefox', '--mv3'],
      ['wxt', 'build', '-b', 'firefox', '--mode', 'thunderbird'],
      ['node', 'test/mail/run.ts'],
    ],
  },
  // Everything that reads what others made, tried with 20,000 odd cases.
  fuzz: {
    steps: [
      ['wxt', 'prepare'],
      ['node', 'test/fuzz/run.ts'],
    ],
  },
  // The browser killed at random moments of saves, imports, merges, restores and backups; `-- --rounds N --what …`.
  'test:kill': {
    browser: true,
    steps: [
      ['wxt', 'build'],
      ['node', 'test/kill/run.ts'],
    ],
  },
  capture: { browser: true, quiet: true, steps: [['node', 'test/capture/run.ts']] },
  bench: { browser: true, steps: [['node', 'test/bench/run.ts']] },
  screenshots: {
    browser: true,
    steps: [
      ['wxt', 'build'],
      ['node', 'test/start/screenshots.ts'],
    ],
  },
  eval: { browser: true, quiet: true, steps: [['node', 'test/eval/run.ts']] },
  fields: { quiet: true, steps: [['node', 'test/eval/fields.ts']] },
  score: { quiet: true, steps: [['node', 'test/score/run.ts']] },
  value: { quiet: true, steps: [['node', 'test/value/run.ts']] },
  knip: { steps: [['knip']] },
  /** Draws public/icon from assets/icon. */
  icons: { browser: true, steps: [['node', 'test/icons/draw.ts']] },
  // What LibreOffice, Thunderbird, Radicale and Roundcube make of our files; they are installed where that may be done (root on
  // Debian), and what is missing elsewhere is left out with a word.
  'test:exchange': { tools: true, steps: [['node', 'test/exchange/run.ts']] },
};

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

/** Whether what is installed is what the lockfile asks for; packages for other platforms may be missing. */
function isInstalled() {
  const installedFile = join(root, 'node_modules/.package-lock.json');
  if (!existsSync(installedFile) || !existsSync(bin)) return false;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  return Object.entries(wanted).every(([path, { version, optional }]) => {
    if (path === '') return true;
    return installed[path] === undefined ? optional === true : installed[path].version === version;
  });
}

function run(command, args, { quiet = false, env = {} } = {}) {
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: quiet ? ['ignore', 'ignore', 'pipe'] : 'inherit',
    env: { ...process.env, ...env, PATH: `${bin}${delimiter}${process.env.PATH}` },
    shell: process.platform === 'win32',
  });
  if (quiet && result.status !== 0) process.stderr.write(result.stderr ?? '');
  return result.status ?? 1;
}

const [name, ...args] = process.argv.slice(2);
const command = commands[name];
if (!command) fail(`Unknown command "${name}". There are: ${Object.keys(commands).join(', ')}.`);
const [major] = process.versions.node.split('.').map(Number);
if (major < 20) fail(`Leadlight needs Node 20 or newer; this is ${process.versions.node}. See https://nodejs.org.`);

if (!isInstalled()) {
  console.error('Installing dependencies …');
  const options = ['--loglevel=error', '--no-fund', '--no-audit'];
  // A registry without the packages of some other platform makes `npm ci` refuse; plain installing keeps to the lockfile too.
  const installed =
    run('npm', ['ci', ...options], { quiet: true }) === 0 ||
    run('npm', ['install', '--no-save', ...options], { quiet: true }) === 0;
  if (!installed) fail('The packages could not be installed. Is the registry reachable? (npm config get registry)');
}
const env = {};
if (command.tools) installTestTools();
if (command.browser) {
  const found = findChromium(join(bin, 'playwright'));
  if (!found) {
    fail(
      'No Chromium found. Install one (Debian and Ubuntu: apt install chromium; others: npx playwright install chromium) ' +
        'or set CHROMIUM_PATH to its program. Google Chrome itself will not do: it no longer loads unpacked extensions.',
    );
  }
  env.CHROMIUM_PATH = found;
}
for (const [index, [program, ...rest]] of command.steps.entries()) {
  const last = index === command.steps.length - 1;
  const status = run(program, last ? [...rest, ...args] : rest, { quiet: command.quiet && !last, env });
  if (status !== 0) process.exit(status);
}
