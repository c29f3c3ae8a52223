import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** Tries every reader of what others made with many odd cases. `--cases N`, `--seed N` (to see a failure again), `--only NAME`. */
const { values } = parseArgs({
  options: { cases: { type: 'string', default: '20000' }, seed: { type: 'string' }, only: { type: 'string' } },
});
const { status } = spawnSync(
  'vitest',
  ['run', 'test/unit/fuzz/readers.test.ts', ...(values.only ? ['-t', values.only] : [])],
  {
    cwd: resolve(import.meta.dirname, '../..'),
    stdio: 'inherit',
    shell: process.platform === 'win32',
    env: { ...process.env, FUZZ_CASES: values.cases, ...(values.seed && { FUZZ_SEED: values.seed }) },
  },
);
process.exitCode = status ?? 1;
