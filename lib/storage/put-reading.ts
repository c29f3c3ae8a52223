import { noteCoverage } from '../domain/adapter-coverage.ts';
import type { Draft, Reading } from '../domain/schema/draft.ts';
import { type TrayItem, type TrayPage, trayItem, trayPage } from '../domain/schema/tray.ts';
import type { Book } from './book.ts';
import { erasedIn, erasedStores } from './erased-list.ts';
import { withoutErased } from './erased-tray.ts';
import { pageFacts } from './facts.ts';
import { goneStores, withoutGone } from './gone.ts';
import { handledBefore } from './handled.ts';
import { noteReading } from './ledger.ts';
import { withKnownIds } from './namesakes.ts';
import { getSetting, setSetting } from './settings.ts';
import { isTouched } from './touched.ts';
import { read, tell, write } from './transact.ts';
import { listKeyOf, trayKey } from './tray-key.ts';

/**
 * How a reading stands to the page's drafts in the tray: all that the page shows (`whole`), the same page after it loaded
 * more (`grew`), or something that the user pointed at on it (`part`).
 */
export type ReadingExtent = 'whole' | 'grew' | 'part';

/**
 * Puts a reading in the tray under its page's address. A draft that was there keeps tick, edits, note and state; one that
 * the user worked on stays though the page no longer shows it, and so do the rows of a list that shows only those in view;
 * what was put aside or saved on another page of the same list comes as that. In: the reading, and of how much of the page
 * it is. Out: the page as it is now. Throws `BookError`.
 */
export async function putReading(book: Book, reading: Reading, extent: ReadingExtent = 'whole'): Promise<TrayPage> {
  const url = reading.key ?? trayKey(reading.url);
  const listKey = reading.list && listKeyOf(reading.url, reading.list);
  const siteChanged = extent !== 'part' && (await seemsChanged(book, reading.adapter));
  const page = await write(book, ['tray', 'ledger', ...erasedStores], async (tx) => {
    const [old, siblings, erased] = await Promise.all([
      tx.objectStore('tray').get(url),
      listKey ? tx.objectStore('tray').index('listKey').getAll(listKey) : [],
      erasedIn(tx),
    ]);
    const goesOn = old !== undefined && sameRun(old, reading, extent);
    const given: Draft[] = [...reading.people, ...reading.companies];
    const drafts = goesOn ? withKnownIds(old.items, given) : given;
    const known = new Map(old?.items.map((item) => [item.draft.id, item]));
    const fresh = drafts.map((draft) => ({ ...(known.get(draft.id) ?? trayItem.parse({ draft })), draft }));
    const before = handledBefore(siblings.filter((sibling) => sibling.url !== url));
    const facts = pageFacts(fresh);
    const items = fresh.map((item): TrayItem => {
      const own = facts.get(item.draft.id);
      const handled = !known.has(item.draft.id) && own ? before(own) : undefined;
      if (handled) return { ...item, ...handled };
      // Whoever points at one thing wants that one, also after the whole page is read again.
      return extent === 'part' && !known.has(item.draft.id) ? { ...item, ticked: true } : item;
    });
    const shown = new Set(drafts.map(({ id }) => id));
    // Of what the page no longer shows, work under way is kept. What is done with stays only where the list goes on: a mail
    // client shows the next message at the same address.
    const stays = (item: TrayItem): boolean =>
      goesOn || (item.state === 'open' ? isTouched(item) : reading.list !== undefined);
    const kept = old?.items.filter((item) => !shown.has(item.draft.id) && stays(item)) ?? [];
    const { title, at: readAt, closedFrames, truncated, list, codes } = reading;
    const head =
      extent === 'part' && old
        ? old
        : {
            url,
            title,
            readAt,
            closedFrames,
            truncated,
            ...(codes && { codes }),
            ...(list && { list }),
            ...(listKey && { listKey }),
            ...(reading.recipes && { recipes: reading.recipes }),
            ...(siteChanged && { siteChanged }),
            ...(reading.mailOpen && { mailOpen: reading.mailOpen }),
          };
    const next = withoutErased(
      trayPage.parse({ ...head, items: goesOn ? inOldOrder(old.items, items) : [...items, ...kept] }),
      erased,
    );
    await Promise.all([tx.objectStore('tray').put(next), noteReading(tx, reading)]);
    return next;
  });
  tell({ stores: ['tray'], urls: [url] });
  return read(book, goneStores, (tx) => withoutGone(tx, page));
}

/** Whether a site with a reader of its own looks changed: that finds nothing, or not what it used to find. Keeps count. */
async function seemsChanged(book: Book, adapter: Reading['adapter']): Promise<boolean> {
  if (!adapter) return false;
  if (adapter.seemsChanged) return true;
  const { histories, lost } = noteCoverage(await getSetting(book, 'adapterCoverage'), adapter);
  await setSetting(book, 'adapterCoverage', histories);
  return lost.length > 0;
}

/**
 * Whether a page only went on: it loaded more, or shows another stretch of the same list. Rows seen before then stay: a long
 * list takes those out of the page that are scrolled away.
 */
function sameRun(old: TrayPage, reading: Reading, extent: ReadingExtent): boolean {
  if (extent === 'part') return true;
  const before = new Set(old.items.filter(({ draft }) => isRow(draft)).map(({ draft }) => draft.id));
  const overlaps = [...reading.people, ...reading.companies].some((draft) => isRow(draft) && before.has(draft.id));
  const { list } = reading;
  const sameList =
    list !== undefined && old.list !== undefined && list.title === old.list.title && list.page === old.list.page;
  return extent === 'grew' ? overlaps || sameList : overlaps && sameList;
}

/** The page's own company is there on any page of a site: it says nothing of the list. */
const isRow = (draft: Draft) => draft.kind === 'person' || draft.role === 'listed';

/** What was there stays in its place, what is new follows. */
function inOldOrder(old: readonly TrayItem[], fresh: readonly TrayItem[]): TrayItem[] {
  const now = new Map(fresh.map((item) => [item.draft.id, item]));
  const before = new Set(old.map(({ draft }) => draft.id));
  return [...old.map((item) => now.get(item.draft.id) ?? item), ...fresh.filter(({ draft }) => !before.has(draft.id))];
}
