import { useCallback, useEffect, useRef, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Refusal } from '../../lib/messaging/protocol.ts';
import { sendMessage } from '../../lib/messaging/transport.ts';
import { onReadingDied } from '../../lib/reading/reading-lock.ts';
import { getReadingState, type ReadingState, readingKey, setReadingState } from '../../lib/reading/reading-state.ts';
import { allowedOrigins, isAllowed, originPattern } from '../../lib/reading/sites.ts';

export type { ReadingState, Refusal };

/** The tab in front in this panel's own window, as far as the browser tells. */
export type ActiveTab = {
  id: number;
  /** Absent where no grant covers the page. */
  url: string | undefined;
  title: string;
  reading: ReadingState | undefined;
  /** Under what its drafts are kept: its address, or the key of the message that was read there. */
  trayKey: string | undefined;
  /** Whether the site is allowed for good, not only for this once. */
  allowed: boolean;
};

/** The tab that a small window of ours shows the panel of (`?tab=ID`), where the browser opens no side panel. */
export function fixedTabId(): number | undefined {
  const id = Number(new URLSearchParams(location.search).get('tab') ?? Number.NaN);
  return Number.isInteger(id) ? id : undefined;
}

async function tabShown(windowId: number) {
  const id = fixedTabId();
  if (id !== undefined) return browser.tabs.get(id).catch(() => undefined);
  const [tab] = await browser.tabs.query({ active: true, windowId });
  return tab;
}

async function lookUp(windowId: number): Promise<ActiveTab | undefined> {
  const tab = await tabShown(windowId);
  if (tab?.id === undefined) return undefined;
  const [reading, origins] = await Promise.all([getReadingState(tab.id), allowedOrigins()]);
  const url = tab.url === '' ? undefined : tab.url;
  return {
    id: tab.id,
    url,
    title: tab.title ?? '',
    reading,
    trayKey: (reading?.url === url && reading?.key) || url,
    allowed: url !== undefined && isAllowed(url, origins),
  };
}

/**
 * Follows the tab in front of the panel's own window. Out: the tab (undefined until known or where there is none), a way
 * to read it again, and one to allow its site (to be called in the very click).
 */
export function useActiveTab() {
  const [tab, setTab] = useState<ActiveTab>();
  const [failure, setFailure] = useState<string>();

  useEffect(() => {
    let windowId: number | undefined;
    let turn = 0;
    let stopped = false;
    const refresh = async () => {
      if (windowId === undefined) return;
      turn += 1;
      const mine = turn;
      const found = await lookUp(windowId);
      if (!stopped && mine === turn) {
        setFailure(undefined);
        setTab(found);
      }
    };
    const isFixed = fixedTabId() !== undefined;
    const onActivated = (info: { windowId: number }) => {
      if (!isFixed && info.windowId === windowId) void refresh();
    };
    const onUpdated = (_id: number, _change: unknown, changed: { active: boolean; windowId?: number | undefined }) => {
      if (isFixed || (changed.active && changed.windowId === windowId)) void refresh();
    };
    const onStorage = (changes: Record<string, unknown>) => {
      if (Object.keys(changes).some((key) => key.startsWith(readingKey(0).slice(0, -1)))) void refresh();
    };
    const onGrant = () => void refresh();
    browser.tabs.onActivated.addListener(onActivated);
    browser.tabs.onUpdated.addListener(onUpdated);
    browser.tabs.onRemoved.addListener(onGrant);
    browser.tabs.onAttached.addListener(onGrant);
    browser.storage.session.onChanged.addListener(onStorage);
    browser.permissions.onAdded.addListener(onGrant);
    browser.permissions.onRemoved.addListener(onGrant);
    void browser.windows.getCurrent().then((window) => {
      windowId = window.id;
      return refresh();
    });
    return () => {
      stopped = true;
      browser.tabs.onActivated.removeListener(onActivated);
      browser.tabs.onUpdated.removeListener(onUpdated);
      browser.tabs.onRemoved.removeListener(onGrant);
      browser.tabs.onAttached.removeListener(onGrant);
      browser.storage.session.onChanged.removeListener(onStorage);
      browser.permissions.onAdded.removeListener(onGrant);
      browser.permissions.onRemoved.removeListener(onGrant);
    };
  }, []);

  const tabId = tab?.id;
  const url = tab?.url;
  const readAgain = useCallback(async () => {
    if (tabId === undefined) return;
    try {
      // How it went comes back through the session's storage, as for every other way of reading.
      await sendMessage('page.read', { tabId, reason: 'user' });
    } catch (cause) {
      setFailure(cause instanceof Error ? cause.message : String(cause));
    }
  }, [tabId]);

  // The browser may end the background in the middle of a reading: it is begun again, once.
  const reading = tab?.reading;
  const begunAgain = useRef<number>(undefined);
  useEffect(() => {
    if (tabId === undefined || !reading) return undefined;
    if (reading.state !== 'reading') {
      begunAgain.current = undefined;
      return undefined;
    }
    return onReadingDied(tabId, () => {
      if (begunAgain.current === tabId)
        return void setReadingState(tabId, { ...reading, state: 'refused', refusal: 'failed', at: Date.now() });
      begunAgain.current = tabId;
      void readAgain();
    });
  }, [tabId, reading, readAgain]);

  const allowSite = useCallback(async (): Promise<boolean> => {
    const pattern = url === undefined ? undefined : originPattern(url);
    return pattern !== undefined && browser.permissions.request({ origins: [pattern] });
  }, [url]);

  return { tab, failure, readAgain, allowSite };
}
