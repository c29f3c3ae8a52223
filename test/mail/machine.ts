import { spawnSync } from 'node:child_process';
import { existsSync, rmSync, writeFileSync } from 'node:fs';

const packages = {
  roundcube: [
    'dovecot-imapd',
    'roundcube-core',
    'roundcube-sqlite3',
    'roundcube-plugins',
    'roundcube-skin-larry',
    'php-cli',
  ],
  sogo: ['dovecot-imapd', 'sogo', 'memcached', 'postgresql'],
} as const;
export type MailServer = keyof typeof packages;

const isInstalled = (name: string): boolean => {
  const { status, stdout } = spawnSync('dpkg', ['-s', name], { encoding: 'utf8' });
  return status === 0 && stdout.includes('Status: install ok installed');
};

/** Runs a program to its end. Throws with what it said when it fails. */
export function must(program: string, args: string[], options: { env?: NodeJS.ProcessEnv; input?: string } = {}): void {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${error?.message ?? ''}${stderr}${stdout}`);
}

const policy = '/usr/sbin/policy-rc.d';

/** Keeps Debian from starting what is installed: the tests start their own, on ports of their own. */
function withoutServices(work: () => void): void {
  const had = existsSync(policy);
  if (!had) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    work();
  } finally {
    if (!had) rmSync(policy);
  }
}

/** Installs Debian's packages of a mail server where that can be done unasked. Out: why it cannot run here; undefined where it can. */
export function whyNoServer(server: MailServer): string | undefined {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return 'needs Debian';
  if (process.getuid?.() !== 0) return 'needs root, to run the mail servers under their own users';
  const missing = packages[server].filter((name) => !isInstalled(name));
  if (missing.length === 0) return undefined;
  console.error(`Installing ${missing.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    withoutServices(() => {
      if (server === 'roundcube') {
        must('debconf-set-selections', [], { input: 'roundcube-core roundcube/dbconfig-install boolean false\n' });
      }
      must('apt-get', ['update', '-qq'], { env });
      const quiet = ['-y', '-qq', '--no-install-recommends', '-o', 'DPkg::Lock::Timeout=600'];
      must('apt-get', ['install', ...quiet, ...missing], { env });
    });
  } catch (cause) {
    return `${missing.join(', ')} could not be installed: ${cause instanceof Error ? cause.message.slice(-300) : ''}`;
  }
  return undefined;
}
