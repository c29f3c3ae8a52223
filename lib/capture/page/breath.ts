/** Work that may be interrupted: it stops where the page could be let in, and gives its answer at the end. */
export type Breathing<T> = Generator<undefined, T, undefined>;

/** The longest that the page is kept waiting at a time. */
const sliceMs = 30;

/** Lets the page work before we go on. A message is not slowed down in a background tab, a timer is. */
const yieldToPage = () =>
  new Promise<void>((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });

/** A page that never rests is read all the same, so long after it was asked for a rest. */
const longestWait = 500;

/** Whose time the work is done in: at once, for somebody waits for it; or in what time the page has left over. */
export type Pace = 'now' | 'idle';

/** What is left of the slice that the page is kept waiting for, and how long it was let in so far. */
export type Breath = { left(): number; waited(): number };

/**
 * Does work in slices. In: the work, which is told how much of the slice is left; its pace.
 * Out: its answer; a promise of it only where one slice was not enough or the page's rest is waited for.
 */
export function inSlices<T>(begin: (breath: Breath) => Breathing<T>, pace: Pace = 'now'): T | Promise<T> {
  let until = performance.now() + sliceMs;
  let waited = 0;
  const work = begin({ left: () => until - performance.now(), waited: () => waited });
  const slice = () => {
    let step = work.next();
    while (!step.done && performance.now() < until) step = work.next();
    return step;
  };
  if (pace === 'idle') {
    return new Promise<T>((resolve, reject) => {
      // The rest before the first slice is none that the work was interrupted for: its clock has not begun.
      let paused: number | undefined;
      const whenIdle = (deadline: IdleDeadline) => {
        const now = performance.now();
        waited += now - (paused ?? now);
        until = now + (deadline.didTimeout ? sliceMs : Math.min(sliceMs, deadline.timeRemaining()));
        try {
          const step = slice();
          if (step.done) return resolve(step.value);
        } catch (cause) {
          return reject(cause);
        }
        paused = performance.now();
        requestIdleCallback(whenIdle, { timeout: longestWait });
      };
      requestIdleCallback(whenIdle, { timeout: longestWait });
    });
  }
  const first = slice();
  if (first.done) return first.value;
  const goOn = async (): Promise<T> => {
    for (;;) {
      const paused = performance.now();
      await yieldToPage();
      const now = performance.now();
      waited += now - paused;
      until = now + sliceMs;
      const step = slice();
      if (step.done) return step.value;
    }
  };
  return goOn();
}
