import { browser } from 'wxt/browser';

/**
 * Shows the workspace: a tab that is open already comes to the front, else a new one opens. In: the page of it to show, as
 * `icp` or `leads/ID`; without one an open workspace stays where it is. Rejects where the browser opens no tab.
 */
export async function openWorkspace(page?: string): Promise<void> {
  const url = browser.runtime.getURL('/workspace.html');
  const hash = page === undefined ? '' : `#/${page}`;
  const open = await browser.tabs.query({ url: `${url}*` });
  // The one that was looked at last, where somebody opened two.
  const [tab] = open.toSorted((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
  if (tab?.id === undefined) {
    await browser.tabs.create({ url: `${url}${hash}` });
    return;
  }
  await browser.tabs.update(tab.id, { active: true, ...(hash && { url: `${url}${hash}` }) });
  if (tab.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}
