import { browser } from 'wxt/browser';
import { z } from 'zod';
import type { Reading } from '../domain/schema/draft.ts';
import type { PageSnapshot } from '../domain/schema/snapshot.ts';
import { trayKey } from '../storage/tray-key.ts';

/** What a tab showed when it was last read. Kept for the session: a page that changes its address within itself may be read at once. */
const lastShown = z.object({
  url: z.string(),
  /** By what one sees whether it shows something else now: who is on it, or its words where that is nobody. */
  what: z.string(),
  /** The browser's name of the document; Firefox has none. */
  document: z.string().optional(),
});
export type LastShown = z.infer<typeof lastShown>;

const key = (tabId: number) => `shown:${tabId}`;

/** In: a reading, the snapshots it is of, the document's name. Out: what is remembered of it. */
export function whatIsShown(reading: Reading, snapshots: readonly PageSnapshot[], document?: string): LastShown {
  const { url, people, companies } = reading;
  const rows = [...people, ...companies.filter(({ role }) => role === 'listed')];
  const names = rows.map(({ fields }) => fields.name[0]?.value ?? '').join(' | ');
  const words = snapshots[0]?.outline.lines.map(({ s }) => s).join('\n') ?? '';
  const what = rows.length > 0 ? names.slice(0, 4000) : `${words.length} ${words.slice(0, 1000)}`;
  return { url, what, ...(document !== undefined && { document }) };
}

/** Whether a document has a new address but still shows what it showed at the one before. */
export const isStale = (last: LastShown | undefined, now: LastShown): boolean =>
  last !== undefined &&
  last.document === now.document &&
  trayKey(last.url) !== trayKey(now.url) &&
  last.what === now.what;

export async function getLastShown(tabId: number): Promise<LastShown | undefined> {
  const stored = await browser.storage.session.get(key(tabId));
  return lastShown.optional().catch(undefined).parse(stored[key(tabId)]);
}

export async function setLastShown(tabId: number, shown: LastShown): Promise<void> {
  await browser.storage.session.set({ [key(tabId)]: shown });
}

/** Forgets a closed tab. */
export async function forgetLastShown(tabId: number): Promise<void> {
  await browser.storage.session.remove(key(tabId));
}

/** Forgets tabs that were closed while nobody listened. */
export async function forgetClosedTabs(): Promise<void> {
  const open = new Set((await browser.tabs.query({})).map(({ id }) => key(id ?? -1)));
  const kept = Object.keys(await browser.storage.session.get(null));
  await browser.storage.session.remove(kept.filter((one) => one.startsWith('shown:') && !open.has(one)));
}

/** A tab loads. Chromium says so of moves within a page too, and knows documents apart; where it doesn't, the document is new. */
export async function forgetIfNewDocument(tabId: number): Promise<void> {
  if ((await getLastShown(tabId))?.document === undefined) await forgetLastShown(tabId);
}
