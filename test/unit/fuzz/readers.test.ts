// @vitest-environment jsdom
import { expect, test, vi } from 'vitest';
import { fuzz } from '../../fuzz/subject.ts';
import { subjects } from '../../fuzz/subjects/all.ts';
import { tries } from '../runs.ts';

const all = Number(process.env.FUZZ_CASES ?? tries(500));
const seed = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));
const sum = subjects.reduce((total, { share }) => total + share, 0);

const asked = vi.fn(() => {
  throw new Error('a reader asked for something from the network');
});
for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource']) vi.stubGlobal(name, asked);

test.each(subjects)(
  '$name',
  async (one) => {
    const { cases, longestMs, failure } = await fuzz(one, Math.max(1, Math.round((all * one.share) / sum)), seed);
    expect(failure, `seed ${seed}`).toBeUndefined();
    if (process.env.FUZZ_CASES) console.log(`fuzzed ${one.name}: ${cases} cases, longest ${Math.round(longestMs)} ms`);
    expect(asked).not.toHaveBeenCalled();
  },
  3_600_000,
);
