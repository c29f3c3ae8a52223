import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { builtExtension } from './extension-browser.ts';

const root = resolve(import.meta.dirname, '../..');
const sources = ['lib', 'entrypoints', 'components', 'public', 'wxt.config.ts', 'package-lock.json'];

function newest(path: string): number {
  if (!existsSync(path)) return 0;
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  return Math.max(info.mtimeMs, ...readdirSync(path).map((name) => newest(join(path, name))));
}

/**
 * Builds the extension for Chromium unless the build is newer than every source. LEADLIGHT_EXTENSION names a built
 * folder to use as it is. Out: the folder. Throws with the builder's words when it fails.
 */
export function ensureBuilt(): string {
  const given = process.env.LEADLIGHT_EXTENSION;
  if (given) return resolve(given);
  const built = newest(join(builtExtension, 'manifest.json'));
  if (built > Math.max(...sources.map((source) => newest(join(root, source))))) return builtExtension;
  const wxt = join(root, 'node_modules/.bin/wxt');
  const result = spawnSync(wxt, ['build'], { cwd: root, encoding: 'utf8', shell: process.platform === 'win32' });
  if (result.status !== 0) throw new Error(`the extension could not be built:\n${result.stdout}\n${result.stderr}`);
  return builtExtension;
}
