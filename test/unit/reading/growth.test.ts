import { beforeEach, describe, expect, it, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { type GrowthDeps, readGrown } from '../../../lib/reading/growth.ts';
import { setReadingState } from '../../../lib/reading/reading-state.ts';

const { readTab } = vi.hoisted(() => ({ readTab: vi.fn() }));
vi.mock('../../../lib/reading/read-tab.ts', () => ({ readTab }));

const url = 'https://fair.example/speakers';
const sender = { id: 'own', url, tab: { id: 4 } };

type Stage = {
  tab?: object | undefined;
  panel?: boolean;
  origins?: string[];
  last?: string | undefined;
  never?: boolean;
};

async function grown({ tab, panel = true, origins = [], last = url, never = false }: Stage) {
  vi.spyOn(browser.tabs, 'get').mockImplementation((async () => {
    if (tab === undefined) throw new Error('No tab with id: 4.');
    return { id: 4, active: true, url, windowId: 1, ...tab };
  }) as never);
  Object.assign(browser, { sidePanel: {}, permissions: { getAll: async () => ({ origins }) } });
  Object.assign(browser.runtime, { getContexts: async () => (panel ? [{}] : []) });
  await setReadingState(4, { state: 'read', url: last, at: 1 });
  let count = 12;
  const deps: GrowthDeps = {
    now: () => 7,
    keep: async () => undefined,
    count: async () => count,
    isNever: async () => never,
  };
  readTab.mockImplementation(async () => {
    count = 24;
    return { ok: true };
  });
  return readGrown(sender, deps);
}

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
  readTab.mockReset();
});

describe('a page that says it grew', () => {
  it.each([
    ['in front with the panel open', { tab: {} }],
    ['on an allowed site with the panel shut', { tab: {}, panel: false, origins: ['https://fair.example/*'] }],
    ['at another spot of the same page', { tab: { url: `${url}#k` } }],
  ] as [string, Stage][])('is read again %s', async (_what, stage) => {
    expect(await grown(stage)).toEqual({ watch: true, added: 12 });
    expect(readTab).toHaveBeenCalledWith({ tabId: 4, keep: true, quiet: true }, expect.anything());
  });

  it.each([
    ['with the panel shut', { tab: {}, panel: false }, false],
    ['where no grant tells the address', { tab: { url: undefined } }, false],
    ['where another page is shown', { tab: { url: 'https://fair.example/other' } }, false],
    ['that the user wants never read', { tab: {}, never: true }, false],
    ['whose tab is gone', { tab: undefined }, false],
    ['behind another tab', { tab: { active: false } }, true],
  ] as [string, Stage, boolean][])('is not read %s', async (_what, stage, watch) => {
    expect(await grown(stage)).toEqual({ watch, added: 0 });
    expect(readTab).not.toHaveBeenCalled();
  });
});
