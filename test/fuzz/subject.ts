import fc from 'fast-check';

/** Something that reads what others made. `run` throws where what it found out is wrong; any other exception is wrong too. */
export type Subject = {
  name: string;
  /** Its part of all cases, in thousandths. */
  share: number;
  /** What is made of one roll of the dice: a case, told by its text where it fails. */
  cases: fc.Arbitrary<unknown>;
  run(one: unknown): unknown;
};

/** Binds a subject's cases to what reads them. */
export const subject = <T>(name: string, share: number, cases: fc.Arbitrary<T>, run: (one: T) => unknown): Subject => ({
  name,
  share,
  cases,
  run: (one) => run(one as T),
});

/** Processor time that one case may take, in milliseconds: what a user would feel as a hang. */
const mostMs = 1000;

export type Fuzzed = { name: string; cases: number; longestMs: number; failure?: string };

/** Milliseconds of this thread's processor time: the wall clock tells of other work too. */
function cpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

/**
 * Tries a subject. In: how often, the seed. Out: how many cases passed, the longest in processor time, and where one failed
 * the smallest that still does.
 */
export async function fuzz({ name, cases, run }: Subject, times: number, seed: number): Promise<Fuzzed> {
  let longestMs = 0;
  const property = fc.asyncProperty(cases, async (one) => {
    const began = cpuMs();
    await run(one);
    const lasted = cpuMs() - began;
    longestMs = Math.max(longestMs, lasted);
    if (lasted > mostMs) throw new Error(`held for ${Math.round(lasted)} ms`);
  });
  const details = await fc.check(property, { numRuns: times, seed, interruptAfterTimeLimit: 3_600_000 });
  const cause = details.errorInstance;
  const failure = details.failed
    ? `${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}\n${fc.defaultReportMessage(details) ?? ''}`
    : undefined;
  return { name, cases: details.numRuns, longestMs, ...(failure && { failure: failure.slice(0, 6000) }) };
}
