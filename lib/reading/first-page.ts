import { browser } from 'wxt/browser';

const path = '/welcome.html';
/** In `storage.local`: that the page after install was shown. */
const shownKey = 'firstPageShown';
/** In `storage.session`: when the icon or the key was pressed on it. */
export const askedKey = 'firstPageAsked';

/** Whether an address is that of the page after install, on which the icon and the key read its practice page. */
export const isFirstPage = (url: string | undefined): boolean =>
  url?.split(/[?#]/, 1)[0] === browser.runtime.getURL(path);

/** Opens it in a tab of its own; one that is open comes to the front. Rejects where the browser opens no tab. */
export async function openFirstPage(): Promise<void> {
  const url = browser.runtime.getURL(path);
  const [open] = await browser.tabs.query({ url });
  if (open?.id === undefined) await browser.tabs.create({ url });
  else await browser.tabs.update(open.id, { active: true });
}

/** Tells the page that is open that it is to be read. */
export async function askFirstPage(at: number): Promise<void> {
  await browser.storage.session.set({ [askedKey]: at });
}

/** Firefox's own word for what a developer loads for one session; the types of Chromium's calls don't know it. */
const isTemporary = (details: object): boolean => 'temporary' in details && details.temporary === true;

/** Opens the page once, after the install. Chromium calls each start with an extension from a folder an install. */
export function serveFirstPage(): void {
  browser.runtime.onInstalled.addListener((details) => {
    if (details.reason !== 'install' || isTemporary(details)) return;
    void (async () => {
      const { [shownKey]: shown } = await browser.storage.local.get(shownKey);
      if (shown === true) return;
      await browser.storage.local.set({ [shownKey]: true });
      await openFirstPage();
    })();
  });
}
