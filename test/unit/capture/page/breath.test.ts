// @vitest-environment jsdom
import { afterEach, describe, expect, test, vi } from 'vitest';
import { inSlices } from '../../../../lib/capture/page/breath.ts';
import { takeSnapshot } from '../../../../lib/capture/page/snapshot.ts';
import { readStructured } from '../../../../lib/capture/page/structured.ts';
import { pageSnapshot } from '../../../../lib/domain/schema/snapshot.ts';

afterEach(() => {
  vi.restoreAllMocks();
  document.body.replaceChildren();
});

const many = (n: number, of: (i: number) => string) => Array.from({ length: n }, (_, i) => of(i)).join('');
const graph = (i: number) => JSON.stringify({ '@type': 'Person', name: `Jane Roe ${i}`, telephone: `+49 30 12${i}` });

describe('a page is let in between', () => {
  test('work of many steps is cut where its slice ends, and says how long it waited', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const slices: number[] = [];
    let began = 0;
    const answer = inSlices(function* ({ left }) {
      for (let i = 0; i < 20; i++) {
        if (left() === 30) began = now;
        now += 7;
        slices.push(now - began);
        yield;
      }
      return 'done';
    });
    expect(answer).toBeInstanceOf(Promise);
    expect(await answer).toBe('done');
    expect(Math.max(...slices)).toBeLessThanOrEqual(35);
  });

  test('short work is done at once', () => {
    expect(
      inSlices(function* () {
        yield;
        return 1;
      }),
    ).toBe(1);
  });

  test('work that has time is done in what the page has left over, a slice at each rest', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const rests: IdleRequestCallback[] = [];
    vi.stubGlobal('requestIdleCallback', (callback: IdleRequestCallback) => rests.push(callback));
    let steps = 0;
    const answer = inSlices(function* ({ waited }) {
      while (steps < 6) {
        steps += 1;
        now += 4;
        yield;
      }
      return waited();
    }, 'idle');
    expect(steps).toBe(0);
    const rest = (left: number, didTimeout = false) => {
      now += 100;
      rests.shift()?.({ didTimeout, timeRemaining: () => left });
    };
    rest(8);
    expect(steps).toBe(2);
    rest(0);
    rest(0, true);
    expect(rests).toHaveLength(0);
    // The rest before the first slice is none that it waited in.
    expect(await answer).toBe(200);
    vi.unstubAllGlobals();
  });

  test('the time a page was read in is never below nothing, however long it let us wait', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    vi.stubGlobal('requestIdleCallback', (callback: IdleRequestCallback) => {
      queueMicrotask(() => {
        now += 400;
        callback({ didTimeout: false, timeRemaining: () => 20 });
      });
      return 1;
    });
    document.body.innerHTML = '<p>Jane Roe</p>';
    const { snapshot } = await takeSnapshot(document, 'https://firm.example/', undefined, undefined, 'idle');
    vi.unstubAllGlobals();
    expect(pageSnapshot.parse(snapshot).msPage).toBe(0);
  });

  test('what fails is told to whoever waits', async () => {
    let now = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => now);
    const work = inSlices(function* () {
      now += 100;
      yield;
      throw new Error('broken');
    });
    await expect(work).rejects.toThrow('broken');
  });

  // What stands between two breaths does not grow with the page: so no page holds its thread however much it says of itself.
  test.each([
    ['JSON-LD', (n: number) => many(n, (i) => `<script type="application/ld+json">${graph(i)}</script>`)],
    [
      'microdata, one in another',
      (n: number) =>
        `<div itemscope itemtype="https://schema.org/Organization">${many(n, (i) => `<p itemprop="employee" itemscope itemtype="https://schema.org/Person"><b itemprop="name">Jane Roe ${i}</b></p>`)}</div>`,
    ],
    [
      'RDFa',
      (n: number) =>
        `<div vocab="http://schema.org/">${many(n, (i) => `<p typeof="Person"><b property="name">Jane Roe ${i}</b></p>`)}</div>`,
    ],
    ['microformats', (n: number) => many(n, (i) => `<p class="h-card"><b class="p-name">Jane Roe ${i}</b></p>`)],
  ])('%s: ten times as much of it is read in ten times as many steps', (_, markup) => {
    const stepsFor = (n: number) => {
      document.body.innerHTML = markup(n);
      const work = readStructured(document);
      let steps = 0;
      let step = work.next();
      for (; !step.done; step = work.next()) steps++;
      expect(step.value.length).toBeGreaterThanOrEqual(n);
      return steps;
    };
    const few = stepsFor(10);
    expect(few).toBeGreaterThanOrEqual(20);
    expect(stepsFor(100)).toBeGreaterThanOrEqual(few * 8);
  });
});
