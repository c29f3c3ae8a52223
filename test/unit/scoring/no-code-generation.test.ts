import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isWhole } from '../runs.ts';

const root = resolve(import.meta.dirname, '../../..');
const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const refusing = '--disallow-code-generation-from-strings';
const files = ['rules', 'properties', 'table', 'profile-file', 'json-logic'].map(
  (name) => `test/unit/scoring/${name}.test.ts`,
);

// The same tests a second time: in `npm test` only.
describe.skipIf(!isWhole || process.execArgv.includes(refusing))('where code generation is refused', () => {
  it('all rule tests pass too', { timeout: 120_000 }, () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [vitest, 'run', '--pool=forks', `--execArgv=${refusing}`, '--maxWorkers=1', '--reporter=default', ...files],
      { cwd: root, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } },
    );
    expect(status, stderr + stdout.slice(-2000)).toBe(0);
    expect(Number(/Tests\s+(\d+) passed/.exec(stdout)?.[1])).toBeGreaterThan(90);
  });

  it('the flag really refuses', () => {
    const { status } = spawnSync(process.execPath, [refusing, '-e', 'new Function("return 1")()']);
    expect(status).not.toBe(0);
  });
});
