import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { cpus, platform, release, totalmem } from 'node:os';
import { resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

const said = (program: string, args: string[]): string =>
  (spawnSync(program, args, { cwd: root, encoding: 'utf8' }).stdout ?? '').trim();

/** The version of this project and the commit that it stands at, with a `+` where files were changed since; empty without git. */
export function whatIsMeasured(): { version: string; commit: string } {
  const { version } = JSON.parse(readFileSync(resolve(root, 'package.json'), 'utf8')) as { version: string };
  const commit = said('git', ['rev-parse', '--short', 'HEAD']);
  const changed =
    commit !== '' && said('git', ['status', '--porcelain', '--', 'lib', 'components', 'entrypoints']) !== '';
  return { version, commit: changed ? `${commit}+` : commit };
}

/** The machine in a line: cores, memory, system, browser, Node. */
export function machineInWords(): string {
  const cores = cpus();
  const model = (cores[0]?.model ?? 'unknown')
    .replace(/\(R\)|\(TM\)|\bCPU\b|@.*|\bProcessor\b/g, '')
    .replace(/\s+/g, ' ');
  const words = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const [, system = `${platform()} ${release()}`] = /^PRETTY_NAME="(\S+(?: \S+)*?)(?: \(.*\))?"$/m.exec(words) ?? [];
  const browser = said(process.env.CHROMIUM_PATH ?? 'chromium', ['--version']);
  const [, chromium = 'unknown'] = /(\d+)\./.exec(browser) ?? [];
  const [node] = process.versions.node.split('.');
  return [
    `${cores.length} cores (${model.trim()})`,
    `${Math.round(totalmem() / 2 ** 30)} GB`,
    system.replace('GNU/Linux ', ''),
    `Chromium ${chromium}`,
    `Node ${node}`,
  ].join(', ');
}
