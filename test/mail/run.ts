import { spawn, spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { firefox } from '../firefox/launch.ts';
import { startLab } from './lab.ts';
import { type MailServer, whyNoServer } from './machine.ts';
import { whyNoThunderbird } from './thunderbird.ts';

const root = resolve(import.meta.dirname, '../..');
const names: Record<MailServer, string> = { roundcube: 'Roundcube', sogo: 'SOGo' };

/** Runs the tests in Thunderbird and says how many passed. Out: whether all did. */
function runThunderbird(): boolean {
  const args = ['--test', '--test-reporter=tap', 'test/mail/thunderbird.test.ts'];
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const number = (what: string) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(stdout)?.[1] ?? 0);
  if (status !== 0) console.log(stdout);
  console.log(`Thunderbird mail: ${number('pass')} passed, ${Math.max(number('fail'), status === 0 ? 0 : 1)} failed`);
  return status === 0;
}

/** Starts the real webmails that can run here, and runs the tests of mail in them. Arguments go to Playwright. */
const leftOut: string[] = [];
const servers = (Object.keys(names) as MailServer[]).filter((server) => {
  const why = whyNoServer(server);
  if (why) leftOut.push(`${names[server]} (${why})`);
  return why === undefined;
});
const noThunderbird = whyNoThunderbird();
if (noThunderbird) leftOut.push(`chip, card and capture in Thunderbird (${noThunderbird})`);
if (!firefox) leftOut.push('chip, card and capture in Firefox (no Firefox here)');

const lab = servers.length > 0 ? await startLab(servers) : undefined;
const addresses = lab?.addresses ?? {};
let failed = false;
try {
  // Not waited for in one breath: what stands before SOGo is served by this very process.
  const run = (program: string, args: string[]) =>
    new Promise<boolean>((done) => {
      const child = spawn(program, args, {
        cwd: root,
        stdio: 'inherit',
        env: { ...process.env, LEADLIGHT_WEBMAIL: JSON.stringify(addresses) },
        shell: process.platform === 'win32',
      });
      child.once('error', () => done(false));
      child.once('close', (status) => done(status === 0));
    });
  failed = !(await run('playwright', ['test', '-c', 'test/mail/playwright.config.ts', ...process.argv.slice(2)]));
  if (firefox && addresses.elastic && !(await run(process.execPath, ['test/mail/firefox.ts', addresses.elastic])))
    failed = true;
  if (!noThunderbird && !runThunderbird()) failed = true;
} finally {
  await lab?.stop();
}
for (const what of leftOut) console.log(`Left out: ${what}`);
process.exitCode = failed ? 1 : 0;
