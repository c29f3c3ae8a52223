import { browser } from 'wxt/browser';
import { openBook } from '../storage/book.ts';
import { compareDrafts } from '../storage/leads.ts';
import { getTrayPage } from '../storage/tray.ts';
import { getReadingState } from './reading-state.ts';
import { iconState, showIcon } from './toolbar-icon.ts';

/** Sets a tab's icon by its last reading and how its drafts stand to the book now; neutral where nothing was read. */
export async function refreshIcon(tabId: number): Promise<void> {
  const last = await getReadingState(tabId);
  if (last?.state !== 'read') return showIcon(tabId, 'neutral');
  const book = await openBook();
  const page = await getTrayPage(book, last.key ?? last.url);
  const items = page?.items.filter((item) => item.state !== 'skipped') ?? [];
  const standings = await compareDrafts(book, items);
  const notYours = standings.filter(({ state }) => state === 'new' || state === 'check').length;
  await showIcon(tabId, iconState(items.length, notYours), notYours);
}

/** The same for the tab in front of every window, after the book changed. */
export async function refreshFrontIcons(): Promise<void> {
  const tabs = await browser.tabs.query({ active: true });
  await Promise.all(tabs.flatMap((tab) => (tab.id === undefined ? [] : [refreshIcon(tab.id)])));
}
