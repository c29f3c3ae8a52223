import { browser } from 'wxt/browser';
import { forgetIfNewDocument, forgetLastShown } from './last-shown.ts';
import { forgetReadingState, getReadingState } from './reading-state.ts';
import { allowedOrigins, isAllowed } from './sites.ts';

/** How long a page must stand still after it loaded or changed its address within itself. */
const quietMs = 400;

export type FollowHooks = {
  /** Reads the tab without being asked, because its site is allowed. */
  read(tabId: number): Promise<void>;
  /** A tab came to the front: what its icon says may be of before the book changed. */
  shown(tabId: number): Promise<void>;
  /** Shows nothing of the tab any more: it went to another page. */
  neutral(tabId: number): Promise<void>;
  /** Whether the user said never to read this address. */
  isNever(url: string): Promise<boolean>;
};

/**
 * Follows the tabs of allowed sites: reads them when loaded, when they change their address within the page, and when
 * they come to the front unread. Elsewhere the browser tells no address and nothing is done.
 */
export function followTabs({ read, shown, neutral, isNever }: FollowHooks): void {
  const waiting = new Map<number, ReturnType<typeof setTimeout>>();

  const readIfAllowed = async (tabId: number) => {
    const tab = await browser.tabs.get(tabId).catch(() => undefined);
    if (!tab?.active || tab.url === undefined || tab.status === 'loading') return;
    if (!isAllowed(tab.url, await allowedOrigins()) || (await isNever(tab.url))) return;
    const last = await getReadingState(tabId);
    if (last && last.state !== 'refused' && last.url === tab.url) return;
    await read(tabId);
  };
  const soon = (tabId: number) => {
    clearTimeout(waiting.get(tabId));
    waiting.set(
      tabId,
      setTimeout(() => {
        waiting.delete(tabId);
        void readIfAllowed(tabId);
      }, quietMs),
    );
  };

  browser.tabs.onUpdated.addListener((tabId, change) => {
    // A loaded page is a new one even at the same address: its last reading is of before.
    if (change.status === 'loading') {
      void forgetReadingState(tabId);
      void forgetIfNewDocument(tabId);
    }
    if (change.url !== undefined) void neutral(tabId);
    if (change.url !== undefined || change.status === 'complete') soon(tabId);
  });
  browser.tabs.onActivated.addListener(({ tabId }) => {
    void shown(tabId);
    soon(tabId);
  });
  browser.permissions.onAdded.addListener(async () => {
    for (const tab of await browser.tabs.query({ active: true })) if (tab.id !== undefined) soon(tab.id);
  });
  browser.tabs.onRemoved.addListener((tabId) => {
    clearTimeout(waiting.get(tabId));
    waiting.delete(tabId);
    void forgetReadingState(tabId);
    void forgetLastShown(tabId);
  });
}
