import { browser } from 'wxt/browser';
import { z } from 'zod';
import { refusal } from '../messaging/protocol.ts';

/** How the last reading of a tab stands. Kept for the session, so that a panel that opens later knows. */
export const readingState = z.object({
  state: z.enum(['reading', 'read', 'refused']),
  /** Address that was read (as the tray knows it); empty where the browser does not tell it. */
  url: z.string(),
  /** Key of the tray's page, where the address alone does not tell it: a message in a mail client. */
  key: z.string().optional(),
  refusal: refusal.optional(),
  detail: z.string().optional(),
  /** When the user asked for it outside the panel: then the panel shows it, unless they chose another view since. */
  askedAt: z.number().optional(),
  at: z.number(),
});
export type ReadingState = z.infer<typeof readingState>;

/** Key in `storage.session` under which a tab's reading stands. */
export const readingKey = (tabId: number) => `reading:${tabId}`;

/** Whether a key of `storage.session` is that of a tab's reading. */
export const isReadingKey = (key: string) => key.startsWith('reading:');

/** Notes how the reading of a tab stands. */
export async function setReadingState(tabId: number, state: ReadingState): Promise<void> {
  await browser.storage.session.set({ [readingKey(tabId)]: state });
}

/** How the last reading of a tab stands; undefined where there was none. */
export async function getReadingState(tabId: number): Promise<ReadingState | undefined> {
  const key = readingKey(tabId);
  const stored = await browser.storage.session.get(key);
  return readingState.optional().catch(undefined).parse(stored[key]);
}

/** Whether any tab was read since it loaded. */
export async function hasReadings(): Promise<boolean> {
  return Object.keys(await browser.storage.session.get(null)).some(isReadingKey);
}

/** Forgets a closed tab. */
export async function forgetReadingState(tabId: number): Promise<void> {
  await browser.storage.session.remove(readingKey(tabId));
}
