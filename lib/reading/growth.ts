import { browser } from 'wxt/browser';
import type { Response } from '../messaging/protocol.ts';
import type { Sender } from '../messaging/transport.ts';
import { trayKey } from '../storage/tray-key.ts';
import { type ReadTabDeps, readTab } from './read-tab.ts';
import { getReadingState } from './reading-state.ts';
import { allowedOrigins, isAllowed } from './sites.ts';
import { watchGrowth, watchTimes } from './watch-growth.ts';

export type GrowthDeps = ReadTabDeps & {
  /** How many entries the tray has of a page. */
  count(url: string): Promise<number>;
  /** Whether the user said never to read this address by itself. */
  isNever(url: string): Promise<boolean>;
};

/** Has the page of a tab that was just read tell when more came to it. Where it can't be entered any more, nothing is watched. */
export async function watchTab(tabId: number): Promise<void> {
  const target = { tabId, allFrames: true };
  try {
    await browser.scripting.executeScript({ target, injectImmediately: true, func: watchGrowth, args: [watchTimes] });
  } catch {
    // The tab moved on or was closed since it was read: what shows there now is read when the user asks.
  }
}

/** Whether a panel is open, in whichever window: Chromium does not say in which. Where the browser can't tell, it is taken to be. */
export async function isPanelOpen(): Promise<boolean> {
  // Firefox knows the call, but not the side panel as a kind of context.
  if (!browser.runtime.getContexts || !browser.sidePanel) return true;
  return (await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length > 0;
}

/**
 * A page says that it shows more: it is read again, quietly, and what is new joins its drafts. Only in front, only while the
 * panel is open or the site is allowed, and only what was read before and still shows the same address.
 * In: who says so, as the browser tells it. Out: whether to go on watching, and how many entries came.
 */
export async function readGrown({ tab }: Sender, deps: GrowthDeps): Promise<Response<'page.grew'>> {
  const ended = { watch: false, added: 0 };
  if (tab?.id === undefined) return ended;
  const now = await browser.tabs.get(tab.id).catch(() => undefined);
  const last = await getReadingState(tab.id);
  if (!now || now.url === undefined || last?.state === 'refused') return ended;
  const waits = { watch: true, added: 0 };
  if (!now.active || last?.state === 'reading') return waits;
  // What comes to a mailbox is the next message: that is for the user to read.
  if (last && (last.key || trayKey(last.url) !== trayKey(now.url))) return ended;
  if (await deps.isNever(now.url)) return ended;
  if (!(await isPanelOpen()) && !isAllowed(now.url, await allowedOrigins())) return ended;
  const before = await deps.count(now.url);
  const outcome = await readTab({ tabId: tab.id, keep: true, quiet: true }, deps);
  if (!outcome.ok) return { watch: outcome.refusal === 'tooSlow', added: 0 };
  return { watch: true, added: Math.max(0, (await deps.count(now.url)) - before) };
}
