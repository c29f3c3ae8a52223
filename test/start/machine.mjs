// What the machine must have beside Node: Chromium, and for the tests a few Debian packages. Plain JavaScript, no dependencies.
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const isProgram = (path) => {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Full path of a program on the PATH; undefined where there is none. */
export function which(name) {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find(isProgram);
}

/** Chromium as Playwright downloads it, newest first. */
function playwrightChromium() {
  const caches = {
    darwin: join(homedir(), 'Library/Caches/ms-playwright'),
    win32: join(process.env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
    linux: join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'ms-playwright'),
  };
  const cache = process.env.PLAYWRIGHT_BROWSERS_PATH ?? caches[process.platform] ?? caches.linux;
  if (!existsSync(cache)) return undefined;
  const inside = [
    'chrome-linux64/chrome',
    'chrome-linux/chrome',
    'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    'chrome-win64/chrome.exe',
    'chrome-win/chrome.exe',
  ];
  return readdirSync(cache)
    .filter((folder) => /^chromium-\d+$/.test(folder))
    .sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)))
    .flatMap((folder) => inside.map((path) => join(cache, folder, path)))
    .find(isProgram);
}

const systemChromium = () =>
  which('chromium') ??
  which('chromium-browser') ??
  ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/usr/lib/chromium/chromium'].find(isProgram);

const mayInstall = () => process.getuid?.() === 0 && which('apt-get') !== undefined;

function aptInstall(packages) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  return spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet).status === 0;
}

/**
 * The Chromium to use: CHROMIUM_PATH, the system's, Playwright's (downloaded if that works), Debian's package when root.
 * In: Playwright's program. Out: a path; undefined where none could be had.
 */
export function findChromium(playwright) {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (isProgram(given)) return given;
    console.error(`CHROMIUM_PATH is set to ${given}, which is no program.`);
    return undefined;
  }
  const present = systemChromium() ?? playwrightChromium();
  if (present) return present;
  console.error('No Chromium here: trying to download one …');
  spawnSync(playwright, ['install', 'chromium'], { stdio: 'ignore', timeout: 120_000 });
  const downloaded = playwrightChromium();
  if (downloaded) return downloaded;
  if (!mayInstall()) return undefined;
  console.error('The download failed: installing the Debian package …');
  aptInstall(['chromium', 'fonts-noto-cjk', 'fonts-liberation']);
  return systemChromium();
}

/** Installs what the full test run needs, where that can be done unasked (root on Debian). What is missing is left out and named later. */
export function installTestTools() {
  if (!mayInstall()) return;
  const wanted = [
    ['Xvfb', 'xvfb'],
    ['xdotool', 'xdotool'],
    ['firefox-esr', 'firefox-esr'],
    ['chromium', 'chromium'],
  ].filter(([program]) => which(program) === undefined);
  if (!existsSync('/usr/share/fonts/opentype/noto')) wanted.push(['', 'fonts-noto-cjk']);
  if (wanted.length === 0) return;
  const packages = wanted.map(([, name]) => name);
  console.error(`Installing ${packages.join(', ')} …`);
  if (aptInstall(packages)) return;
  // One that this system does not have must not keep the others out.
  for (const name of packages) aptInstall([name]);
}
