// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { watchGrowth } from '../../../lib/reading/watch-growth.ts';

const times = { quiet: 100, longest: 500, between: 1000 };
let answer: unknown;
const sendMessage = vi.fn(async () => answer);

const rows = (count: number) =>
  document.body.append(...Array.from({ length: count }, () => document.createElement('p')));
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
const show = (state: DocumentVisibilityState) => {
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: state });
  document.dispatchEvent(new Event('visibilitychange'));
};

beforeEach(() => {
  vi.useFakeTimers();
  answer = { ok: true, response: { watch: true, added: 3 } };
  sendMessage.mockClear();
  vi.stubGlobal('browser', { runtime: { sendMessage } });
  Object.defineProperty(document, 'visibilityState', { configurable: true, value: 'visible' });
  watchGrowth(times);
});
afterEach(() => {
  dispatchEvent(new Event('pagehide'));
  document.body.replaceChildren();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('a page that was read', () => {
  it('tells once that rows came, when it stands still, and nothing else', async () => {
    rows(2);
    await pass(50);
    rows(2);
    await pass(50);
    expect(sendMessage).not.toHaveBeenCalled();
    await pass(100);
    expect(sendMessage.mock.calls).toEqual([[{ type: 'page.grew', request: {} }]]);
    await pass(60_000);
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });

  it('waits no longer than it may where the page never stands still, and lets time pass between', async () => {
    for (let ms = 0; ms < 2400; ms += 50) {
      rows(1);
      await pass(50);
    }
    expect(sendMessage.mock.calls.length).toBeGreaterThanOrEqual(2);
    expect(sendMessage.mock.calls.length).toBeLessThanOrEqual(3);
  });

  it('takes replaced rows for more only where one scrolled', async () => {
    rows(5);
    await pass(2000);
    sendMessage.mockClear();
    document.body.replaceChildren(...Array.from({ length: 5 }, () => document.createElement('p')));
    await pass(5000);
    expect(sendMessage).not.toHaveBeenCalled();
    document.dispatchEvent(new Event('scroll'));
    await pass(2000);
    expect(sendMessage).toHaveBeenCalledTimes(1);
    document.body.firstElementChild?.append('words');
    document.dispatchEvent(new Event('scroll'));
    await pass(2000);
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('is let be longer each time that nothing new came of it', async () => {
    answer = { ok: true, response: { watch: true, added: 0 } };
    for (let ms = 0; ms < 15_000; ms += 100) {
      rows(3);
      await pass(100);
    }
    // after 0.5, 2, 4 and 8 seconds more
    expect(sendMessage.mock.calls.length).toBeLessThanOrEqual(5);
  });

  it('pauses while nobody sees it', async () => {
    show('hidden');
    rows(5);
    await pass(5000);
    expect(sendMessage).not.toHaveBeenCalled();
    show('visible');
    rows(5);
    await pass(2000);
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['says so', { ok: true, response: { watch: false, added: 0 } }],
    ['fails', { ok: false }],
    ['is not there', undefined],
  ])('stops when the background %s', async (_what, said) => {
    answer = said;
    rows(5);
    await pass(2000);
    rows(5);
    await pass(5000);
    expect(sendMessage).toHaveBeenCalledTimes(1);
    answer = { ok: true, response: { watch: true, added: 1 } };
    watchGrowth(times);
    rows(5);
    await pass(2000);
    expect(sendMessage).toHaveBeenCalledTimes(2);
  });

  it('is watched once, however often it is read', async () => {
    watchGrowth(times);
    watchGrowth(times);
    rows(5);
    await pass(3000);
    expect(sendMessage).toHaveBeenCalledTimes(1);
  });
});
