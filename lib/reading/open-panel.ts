import { browser } from 'wxt/browser';

/** Firefox's side bar, which the types of Chromium's calls don't know. */
type SidebarBrowser = { sidebarAction: { open(): Promise<void> } };

/**
 * Opens the panel of a window. Must be called in the very tick of the user's action: both browsers refuse it later.
 * Firefox's sidebar is that of the window in front, which is the one just clicked in.
 */
export function openPanel(windowId: number): Promise<void> {
  if (browser.sidePanel) return browser.sidePanel.open({ windowId });
  return (browser as unknown as SidebarBrowser).sidebarAction.open();
}
