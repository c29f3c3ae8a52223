import { browser } from 'wxt/browser';
import { forgetClosedTabs, forgetIfNewDocument, forgetLastShown } from './last-shown.ts';
import { forgetReadingState, getReadingState, hasReadings, isReadingKey } from './reading-state.ts';
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
 * they come to the front unread. Elsewhere the browser tells no address and nothing is done. Where no site is allowed and no tab
 * was read it does not even listen: waking up for every page of somebody's day takes time from the page that loads.
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

  const forget = async (tabId: number) => {
    await forgetReadingState(tabId);
    void restIfNotNeeded();
  };
  const onUpdated = (tabId: number, change: { status?: string; url?: string }) => {
    // A loaded page is a new one even at the same address: its last reading is of before.
    if (change.status === 'loading') {
      void forget(tabId);
      void forgetIfNewDocument(tabId);
    }
    if (change.url !== undefined) void neutral(tabId);
    if (change.url !== undefined || change.status === 'complete') soon(tabId);
  };
  const onActivated = ({ tabId }: { tabId: number }) => {
    void shown(tabId);
    soon(tabId);
  };
  const onRemoved = (tabId: number) => {
    clearTimeout(waiting.get(tabId));
    waiting.delete(tabId);
    void forget(tabId);
    void forgetLastShown(tabId);
  };

  let listens = false;
  /** How often somebody wanted us to listen: who asks whether that is still so must not be overtaken. */
  let wanted = 0;
  const listen = () => {
    wanted += 1;
    if (listens) return;
    listens = true;
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.tabs.onActivated.addListener(onActivated);
    browser.tabs.onRemoved.addListener(onRemoved);
  };
  /** Removing them by hand is what keeps the browser from waking us for them. */
  const restIfNotNeeded = async () => {
    const before = wanted;
    const [origins, readings] = await Promise.all([allowedOrigins(), hasReadings()]);
    if (origins.length > 0 || readings || wanted !== before || !listens) return;
    listens = false;
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onRemoved.removeListener(onRemoved);
    await forgetClosedTabs();
  };

  // What woke us may be one of these events: they are listened to first and left alone after.
  listen();
  void restIfNotNeeded();
  browser.storage.onChanged.addListener((changes, area) => {
    if (area !== 'session') return;
    if (Object.entries(changes).some(([key, { newValue }]) => isReadingKey(key) && newValue !== undefined)) listen();
  });
  browser.permissions.onAdded.addListener(async () => {
    listen();
    for (const tab of await browser.tabs.query({ active: true })) if (tab.id !== undefined) soon(tab.id);
  });
  browser.permissions.onRemoved.addListener(() => void restIfNotNeeded());
}
