import type { Draft, Reading } from '../domain/schema/draft.ts';
import { type TrayItem, type TrayPage, trayItem, trayPage } from '../domain/schema/tray.ts';
import type { Book } from './book.ts';
import { pageFacts } from './facts.ts';
import { goneStores, withoutGone } from './gone.ts';
import { handledBefore } from './handled.ts';
import { isTouched } from './touched.ts';
import { read, tell, write } from './transact.ts';
import { listKeyOf, trayKey } from './tray-key.ts';

/**
 * Puts a reading in the tray under its page's address. A draft that was there keeps tick, edits, note and state; one that
 * the user worked on stays though the page no longer shows it; what was put aside or saved on another page of the same list
 * comes as that. In: the reading. Out: the page as it is now. Throws `BookError`.
 */
export async function putReading(book: Book, reading: Reading): Promise<TrayPage> {
  const url = trayKey(reading.url);
  const listKey = reading.list && listKeyOf(reading.url, reading.list);
  const page = await write(book, ['tray'], async (tx) => {
    const [old, siblings] = await Promise.all([
      tx.objectStore('tray').get(url),
      listKey ? tx.objectStore('tray').index('listKey').getAll(listKey) : [],
    ]);
    const drafts: Draft[] = [...reading.people, ...reading.companies];
    const known = new Map(old?.items.map((item) => [item.draft.id, item]));
    const fresh = drafts.map((draft) => ({ ...(known.get(draft.id) ?? trayItem.parse({ draft })), draft }));
    const before = handledBefore(siblings.filter((sibling) => sibling.url !== url));
    const facts = pageFacts(fresh);
    const items = fresh.map((item): TrayItem => {
      const own = facts.get(item.draft.id);
      const handled = !known.has(item.draft.id) && own ? before(own) : undefined;
      return handled ? { ...item, ...handled } : item;
    });
    const shown = new Set(drafts.map(({ id }) => id));
    // Of what the page no longer shows, work under way is kept. What is done with stays only where the list goes on: a mail
    // client shows the next message at the same address.
    const stays = (item: TrayItem): boolean => (item.state === 'open' ? isTouched(item) : reading.list !== undefined);
    const kept = old?.items.filter((item) => !shown.has(item.draft.id) && stays(item)) ?? [];
    const { title, at: readAt, closedFrames, truncated, list } = reading;
    const next = trayPage.parse({
      url,
      title,
      readAt,
      closedFrames,
      truncated,
      ...(list && { list }),
      ...(listKey && { listKey }),
      items: [...items, ...kept],
    });
    await tx.objectStore('tray').put(next);
    return next;
  });
  tell({ stores: ['tray'], urls: [url] });
  return read(book, goneStores, (tx) => withoutGone(tx, page));
}
