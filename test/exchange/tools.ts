import { spawnSync } from 'node:child_process';
import { must } from '../mail/machine.ts';

const isThere = (program: string) => spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined;

/**
 * Installs a Debian package where that can be done unasked. In: the program that is wanted, its package. Out: why it cannot run
 * here, for the tests that are left out; false where it can.
 */
export function whyNo(program: string, name: string): string | false {
  if (isThere(program)) return false;
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return `${name} is not installed`;
  console.error(`Installing ${name} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    must('apt-get', ['update', '-qq'], { env });
    must('apt-get', ['install', '-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=600', name], {
      env,
    });
  } catch (cause) {
    return `${name} could not be installed: ${cause instanceof Error ? cause.message.slice(-300) : ''}`;
  }
  return isThere(program) ? false : `${name} is not installed`;
}
