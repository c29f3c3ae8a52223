import type { Draft } from '../domain/schema/draft.ts';
import { type TrayItem, type TrayPage, trayItem } from '../domain/schema/tray.ts';
import type { Book } from './book.ts';
import { BookError } from './book-error.ts';
import { goneStores, withoutGone } from './gone.ts';
import { read, tell, write } from './transact.ts';
import { trayKey } from './tray-key.ts';

export { trayKey } from './tray-key.ts';

/** What the user did to a draft. `ticked: null` goes back to the default of its state; `edits` replaces the whole map of edits. */
export type TrayPatch = {
  ticked?: boolean | null;
  edits?: TrayItem['edits'];
  note?: string;
  state?: TrayItem['state'];
  sameAs?: string | null;
};
export type ListProgress = { seen: number; saved: number; total?: number };

/** The drafts of a page as they were left. In: the page's address as the tab has it. Throws `BookError`. */
export function getTrayPage(book: Book, url: string): Promise<TrayPage | undefined> {
  return read(book, goneStores, async (tx) => {
    const page = await tx.objectStore('tray').get(trayKey(url));
    return page && withoutGone(tx, page);
  });
}

/** Keeps what the user did to one draft. Out: the page. Throws `BookError` where the page or draft is not in the tray. */
export function updateTrayItem(book: Book, url: string, draftId: string, patch: TrayPatch): Promise<TrayPage> {
  return updateTrayItems(book, url, { [draftId]: patch });
}

/** Keeps what the user did to several drafts of a page, by draft id. Out: the page. Throws `BookError`. */
export async function updateTrayItems(book: Book, url: string, patches: Record<string, TrayPatch>): Promise<TrayPage> {
  const key = trayKey(url);
  const page = await write(book, ['tray'], async (tx) => {
    const old = await tx.objectStore('tray').get(key);
    const missing = Object.keys(patches).find((id) => !old?.items.some((item) => item.draft.id === id));
    if (!old || missing !== undefined) throw new BookError('unknown', `Not in the tray: ${missing ?? key}`);
    const items = old.items.map((item) => {
      const patch = patches[item.draft.id];
      return patch ? patched(item, patch) : item;
    });
    const next = { ...old, items };
    await tx.objectStore('tray').put(next);
    return next;
  });
  tell({ stores: ['tray'], urls: [key] });
  return read(book, goneStores, (tx) => withoutGone(tx, page));
}

function patched(item: TrayItem, patch: TrayPatch): TrayItem {
  const { ticked, sameAs, ...rest } = patch;
  const next: Record<string, unknown> = { ...item, ...rest };
  if (ticked === null) delete next.ticked;
  else if (ticked !== undefined) next.ticked = ticked;
  if (sameAs === null) delete next.sameAs;
  else if (sameAs !== undefined) next.sameAs = sameAs;
  return trayItem.parse(next);
}

/** How far one is with a list over all its pages. Out: drafts seen, drafts saved, the list's own total if it says one. Throws `BookError`. */
export function listProgress(book: Book, listKey: string): Promise<ListProgress> {
  return read(book, ['tray'], async (tx) => {
    const pages = await tx.objectStore('tray').index('listKey').getAll(listKey);
    const items = pages.flatMap((page) => page.items).filter(({ draft }) => isEntry(draft, pages));
    const total = pages.map(({ list }) => list?.total ?? 0).reduce((a, b) => Math.max(a, b), 0);
    const saved = items.filter(({ state }) => state === 'saved');
    return { seen: countOnce(items), saved: countOnce(saved), ...(total > 0 && { total }) };
  });
}

/** An entry that several pages of the list show counts once, by its name. */
const countOnce = (items: TrayItem[]): number =>
  new Set(items.map(({ draft }) => draft.fields.name[0]?.value.trim().toLowerCase() ?? draft.id)).size;

/** A list of firms counts its firms, a list of people its people: not the organiser, not a firm's contact. */
function isEntry(draft: Draft, pages: TrayPage[]): boolean {
  const listed = pages.some((page) =>
    page.items.some((item) => item.draft.kind === 'company' && item.draft.role === 'listed'),
  );
  return draft.kind === 'company' ? draft.role === 'listed' : !listed;
}

/** Takes a page's drafts out of the tray. Throws `BookError`. */
export async function clearTrayPage(book: Book, url: string): Promise<void> {
  const key = trayKey(url);
  await write(book, ['tray'], (tx) => tx.objectStore('tray').delete(key));
  tell({ stores: ['tray'], urls: [key] });
}
