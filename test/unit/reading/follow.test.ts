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
  Object.assign(browser, {
    permissions: {
      getAll: async () => ({ origins: ['https://firm.example/*'] }),
      onAdded: { addListener: () => undefined },
    },
  });
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
