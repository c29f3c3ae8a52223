import type { Reading } from '../domain/schema/draft.ts';

export { trayKey } from './tray-key.ts';

import type { TrayItem, TrayPage } from '../domain/schema/tray.ts';
import type { Book } from './book.ts';

const notYet = (): Promise<never> => Promise.reject(new Error('not built yet'));

/** What the user did to a draft. `ticked: null` goes back to the default of its state; `edits` replaces the whole map of edits. */
export type TrayPatch = {
  ticked?: boolean | null;
  edits?: TrayItem['edits'];
  note?: string;
  state?: TrayItem['state'];
  sameAs?: string | null;
};
export type ListProgress = { seen: number; saved: number; total?: number };

export const putReading: (book: Book, reading: Reading) => Promise<TrayPage> = notYet;
export const getTrayPage: (book: Book, url: string) => Promise<TrayPage | undefined> = notYet;
export const updateTrayItem: (book: Book, url: string, draftId: string, patch: TrayPatch) => Promise<TrayPage> = notYet;
export const updateTrayItems: (book: Book, url: string, patches: Record<string, TrayPatch>) => Promise<TrayPage> =
  notYet;
export const listProgress: (book: Book, listKey: string) => Promise<ListProgress> = notYet;
export const clearTrayPage: (book: Book, url: string) => Promise<void> = notYet;
