import type { BrowserContext } from 'playwright';

/** An event of Chromium's trace; times in microseconds, `tdur` of the thread's own clock. */
type TraceEvent = {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  ts: number;
  dur?: number;
  tdur?: number;
  args: { frame?: string; data?: { url?: string; documentLoaderURL?: string; frame?: string } };
};

/** A stretch of JavaScript on the main thread of a page: where it came from, and whether an idle callback called it. Milliseconds from the start of the navigation. */
export type Stretch = { at: number; ms: number; url: string; idle: boolean };
/** One load of a page, in milliseconds from the start of its navigation. */
export type Load = { url: string; parsed: number; loaded: number; scripts: Stretch[] };

type Session = {
  send(method: string, params?: object): Promise<unknown>;
  once(event: string, listener: (params: { stream: string }) => void): void;
};

const script = new Set(['EvaluateScript', 'FunctionCall', 'v8.compile']);

/** Follows what a browser's pages run, until the answer is called. Out: all events. Throws where the browser can't trace. */
export async function startTrace(context: BrowserContext): Promise<() => Promise<TraceEvent[]>> {
  const session = (await context.browser()?.newBrowserCDPSession()) as unknown as Session | undefined;
  if (!session) throw new Error('no browser to trace');
  const ended = new Promise<{ stream: string }>((done) => session.once('Tracing.tracingComplete', done));
  const includedCategories = ['devtools.timeline', 'blink.user_timing'];
  await session.send('Tracing.start', {
    transferMode: 'ReturnAsStream',
    traceConfig: { recordMode: 'recordContinuously', includedCategories, excludedCategories: ['*'] },
  });
  return async () => {
    await session.send('Tracing.end');
    const { stream: handle } = await ended;
    const pieces: Buffer[] = [];
    for (let eof = false; !eof; ) {
      const part = (await session.send('IO.read', { handle, size: 4_000_000 })) as {
        data: string;
        eof: boolean;
        base64Encoded?: boolean;
      };
      pieces.push(Buffer.from(part.data, part.base64Encoded ? 'base64' : 'utf8'));
      eof = part.eof;
    }
    return (JSON.parse(Buffer.concat(pieces).toString('utf8')) as { traceEvents: TraceEvent[] }).traceEvents;
  };
}

/** Outermost stretches of script among the events of one thread, by the thread's own clock: what other programs took of the machine does not count. */
function stretchesOf(events: readonly TraceEvent[], from: number): Stretch[] {
  const idle = events
    .filter(({ name }) => name === 'FireIdleCallback')
    .map(({ ts, dur = 0 }) => [ts, ts + dur] as const);
  const found: Stretch[] = [];
  let end = 0;
  for (const { ts, dur = 0, tdur = dur, args } of events.filter(({ name }) => script.has(name))) {
    if (ts < end) continue;
    end = ts + dur;
    const isIdle = idle.some(([begin, over]) => ts >= begin && ts <= over);
    found.push({ at: (ts - from) / 1000, ms: tdur / 1000, url: args.data?.url ?? '', idle: isIdle });
  }
  return found;
}

/**
 * Cuts a trace into the loads of top pages. In: events; only loads of these addresses are wanted. Out: loads that came to their
 * load event, in order.
 */
export function loadsOf(events: readonly TraceEvent[], wanted: ReadonlySet<string>): Load[] {
  const sorted = events.filter(({ ph }) => ph !== 'M').toSorted((a, b) => a.ts - b.ts);
  const starts = sorted.filter(
    ({ name, args }) => name === 'navigationStart' && wanted.has(args.data?.documentLoaderURL ?? ''),
  );
  return starts.flatMap((start, index) => {
    const until = starts[index + 1]?.ts ?? Number.POSITIVE_INFINITY;
    const own = sorted.filter(
      ({ pid, tid, ts }) => pid === start.pid && tid === start.tid && ts >= start.ts && ts < until,
    );
    const mark = (what: string) => own.findLast(({ name, args }) => name === what && args.frame === start.args.frame);
    const [parsed, loaded] = [mark('domContentLoadedEventEnd'), mark('loadEventEnd')];
    if (!parsed || !loaded) return [];
    const since = (event: TraceEvent) => (event.ts - start.ts) / 1000;
    const url = start.args.data?.documentLoaderURL ?? '';
    return [{ url, parsed: since(parsed), loaded: since(loaded), scripts: stretchesOf(own, start.ts) }];
  });
}
