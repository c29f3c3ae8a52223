import { beforeEach, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type FollowHooks, followTabs } from '../../../lib/reading/follow.ts';
import { getReadingState, setReadingState } from '../../../lib/reading/reading-state.ts';

const home = 'https://firm.example/';
type Listener<E> = E extends { addListener(listener: infer L): void } ? L : never;
const listeners = {
  updated: undefined as Listener<typeof browser.tabs.onUpdated> | undefined,
  activated: undefined as Listener<typeof browser.tabs.onActivated> | undefined,
  removed: undefined as Listener<typeof browser.tabs.onRemoved> | undefined,
};
let removed: unknown[];
let origins: string[];
let tab: { id: number; url?: string; active: boolean; status: string };

function follow(never: string[] = []) {
  const hooks = {
    read: vi.fn<FollowHooks['read']>(async () => undefined),
    shown: vi.fn<FollowHooks['shown']>(async () => undefined),
    neutral: vi.fn<FollowHooks['neutral']>(async () => undefined),
    isNever: async (url: string) => never.includes(url),
  };
  followTabs(hooks);
  return hooks;
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.useFakeTimers();
  tab = { id: 1, url: home, active: true, status: 'complete' };
  origins = ['https://firm.example/*'];
  removed = [];
  Object.assign(browser, {
    permissions: {
      getAll: async () => ({ origins }),
      onAdded: { addListener: () => undefined },
      onRemoved: { addListener: () => undefined },
    },
  });
  for (const event of [browser.tabs.onUpdated, browser.tabs.onActivated, browser.tabs.onRemoved])
    vi.spyOn(event, 'removeListener').mockImplementation((listener: unknown) => void removed.push(listener));
  vi.spyOn(browser.tabs, 'get').mockImplementation((async () => tab) as never);
  vi.spyOn(browser.tabs.onUpdated, 'addListener').mockImplementation((listener) => {
    listeners.updated = listener;
  });
  vi.spyOn(browser.tabs.onActivated, 'addListener').mockImplementation((listener) => {
    listeners.activated = listener;
  });
  vi.spyOn(browser.tabs.onRemoved, 'addListener').mockImplementation((listener) => {
    listeners.removed = listener;
  });
});

const loaded = async () => {
  listeners.updated?.(1, { status: 'loading', url: home } as never, tab as never);
  listeners.updated?.(1, { status: 'complete' } as never, tab as never);
  await vi.advanceTimersByTimeAsync(1000);
};

it('reads a page of an allowed site once it stands still', async () => {
  const { read, neutral } = follow();
  await loaded();
  expect(read).toHaveBeenCalledExactlyOnceWith(1);
  expect(neutral).toHaveBeenCalled();
});

it('reads nothing of other sites, of sites never to be read, or behind the front', async () => {
  tab.url = 'https://other.example/';
  const { read } = follow([home]);
  await loaded();
  delete tab.url;
  await loaded();
  tab.url = home;
  await loaded();
  const second = follow();
  tab.active = false;
  await loaded();
  expect(read).not.toHaveBeenCalled();
  expect(second.read).not.toHaveBeenCalled();
});

it('reads anew after a move within the page, and not when it only comes back to the front', async () => {
  const { read, shown } = follow();
  await setReadingState(1, { state: 'read', url: home, at: 1 });
  listeners.activated?.({ tabId: 1, windowId: 1 } as never);
  await vi.advanceTimersByTimeAsync(1000);
  expect(read).not.toHaveBeenCalled();
  expect(shown).toHaveBeenCalledWith(1);
  tab.url = `${home}team`;
  listeners.updated?.(1, { url: tab.url } as never, tab as never);
  await vi.advanceTimersByTimeAsync(1000);
  expect(read).toHaveBeenCalledExactlyOnceWith(1);
});

it('forgets a tab that was closed or loads anew', async () => {
  follow();
  await setReadingState(1, { state: 'read', url: home, at: 1 });
  listeners.updated?.(1, { status: 'loading' } as never, tab as never);
  await vi.advanceTimersByTimeAsync(1);
  expect(await getReadingState(1)).toBeUndefined();
  await setReadingState(1, { state: 'read', url: home, at: 1 });
  listeners.removed?.(1, { windowId: 1, isWindowClosing: false } as never);
  await vi.advanceTimersByTimeAsync(1);
  expect(await getReadingState(1)).toBeUndefined();
});

it('listens to no tab where no site is allowed and nothing was read, so that no page wakes it', async () => {
  origins = [];
  follow();
  expect(browser.tabs.onUpdated.addListener).toHaveBeenCalledTimes(1);
  await vi.advanceTimersByTimeAsync(1);
  expect(removed).toEqual([listeners.updated, listeners.activated, listeners.removed]);
});

it('listens while a page that was read is open, and no longer', async () => {
  origins = [];
  follow();
  await vi.advanceTimersByTimeAsync(1);
  await setReadingState(1, { state: 'read', url: home, at: 1 });
  await vi.advanceTimersByTimeAsync(1);
  expect(browser.tabs.onUpdated.addListener).toHaveBeenCalledTimes(2);
  removed = [];
  listeners.updated?.(1, { status: 'loading' } as never, tab as never);
  await vi.advanceTimersByTimeAsync(1);
  expect(removed).toHaveLength(3);
});

it('goes on listening where the worker was woken on an allowed site', async () => {
  follow();
  await vi.advanceTimersByTimeAsync(1);
  expect(removed).toEqual([]);
});
