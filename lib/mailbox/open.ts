import { browser } from 'wxt/browser';
import type { Sender } from '../messaging/transport.ts';
import { openPanel } from '../reading/open-panel.ts';

/** Firefox's side bar, which the types of Chromium's calls don't know. */
type SidebarBrowser = { sidebarAction: { isOpen(details: { windowId?: number }): Promise<boolean> } };

/**
 * Opens the panel for a press inside a page. Must be called in the very tick of its message: Chromium counts that press for less
 * than a third of a second. Firefox never opens its sidebar on a message: where it is shut, a small window of ours shows the
 * panel of that tab. In: who sent the message. Rejects where the browser refuses.
 */
export function openFromPage({ tab }: Sender): Promise<void> {
  if (tab?.id === undefined || tab.windowId === undefined) return Promise.resolve();
  return browser.sidePanel ? openPanel(tab.windowId) : openBeside(tab.id, tab.windowId);
}

async function openBeside(tabId: number, windowId: number): Promise<void> {
  if (await (browser as unknown as SidebarBrowser).sidebarAction.isOpen({ windowId })) return;
  const panel = browser.runtime.getURL('/sidepanel.html');
  const open = await browser.tabs.query({ url: `${panel}?*` });
  const known = open.find(({ url }) => url === `${panel}?tab=${tabId}`);
  if (known?.windowId !== undefined) {
    await browser.windows.update(known.windowId, { focused: true });
    return;
  }
  await browser.windows.create({ type: 'popup', url: `${panel}?tab=${tabId}`, width: 400, height: 720 });
}
