import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { linterReasons } from './lint.ts';
import type { Files } from './zip.ts';

/** Tests and their data do not go along: nothing of them is in the builds. What starts the build does. */
const isSource = (path: string): boolean => !path.startsWith('test/') || /^test\/start\/\w+\.mjs$/.test(path);

/**
 * What a reviewer needs to build the packages anew: the files that git knows, as they lie there, and how to build them.
 * In: the project's folder. Out also: what of them is not committed. Throws where there is no git.
 */
export function sourceFiles(root: string): { files: Files; uncommitted: string[] } {
  const git = (...args: string[]) =>
    execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\0').filter(Boolean);
  const paths = git('ls-files', '-z').filter(isSource);
  const files: Files = Object.fromEntries(
    paths.filter((path) => existsSync(join(root, path))).map((path) => [path, readFileSync(join(root, path))]),
  );
  const how = readFileSync(join(import.meta.dirname, 'BUILD.md'), 'utf8');
  files['BUILD.md'] = Buffer.from(`${how}\n${linterReasons()}\n`);
  const uncommitted = [
    ...git('diff', '--name-only', '-z', 'HEAD'),
    ...git('ls-files', '-z', '--others', '--exclude-standard'),
  ];
  return { files, uncommitted: uncommitted.filter(isSource) };
}
