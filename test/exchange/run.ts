import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';

/** Runs what real programs make of our files, one program after the other, and says what was left out. */
const root = resolve(import.meta.dirname, '../..');
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts'));
const total = { passed: 0, failed: 0 };
for (const file of files) {
  const args = ['--test', '--test-reporter=tap', `test/exchange/${file}`];
  const { status, stdout } = spawnSync(process.execPath, args, {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const number = (what: string) => Number(new RegExp(`^# ${what} (\\d+)$`, 'm').exec(stdout)?.[1] ?? 0);
  const failed = Math.max(number('fail'), status === 0 ? 0 : 1);
  if (failed > 0) console.log(stdout);
  total.passed += number('pass');
  total.failed += failed;
  console.log(`${file.replace('.test.ts', '')}: ${number('pass')} passed, ${failed} failed`);
  for (const [, what = '', why = ''] of stdout.matchAll(/^\s*ok \d+ - (.+?) # SKIP ?(.*)$/gm))
    console.log(`Left out: ${what} (${why})`);
}
console.log(`Exchange: ${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
