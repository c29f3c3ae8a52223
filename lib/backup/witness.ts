import { browser } from 'wxt/browser';
import { type Book, onBookChange } from '../storage/book.ts';
import { countLeads } from '../storage/count-leads.ts';
import { knownOrigin, origin, setOrigin } from '../storage/settings.ts';
import { read } from '../storage/transact.ts';
import { timeOfName } from './file-name.ts';
import { ownFolder } from './folder.ts';
import { type BookLoss, bookLoss, type FoundBook, lossOf, witness } from './loss.ts';
import { changeBackupState, getBackupFolder, getBackupState } from './vault.ts';

/** Keys in `storage.local`, which the browser keeps apart from the database: what is known of the book, and what was lost. */
const witnessKey = 'bookWitness';
const lossKey = 'bookLoss';
/** Key in `storage.session`: the book was looked at in this life of the browser. */
const seenKey = 'bookSeen';
const lock = 'book-witness';
/** Whoever saves one after the other is not held up by it. */
const quietMs = 1500;
/** Counting goes through all keys and holds up what others read meanwhile (0.3 s for 100,000 leads): at most this share of the time. */
const mostOfTime = 0.02;
/** Whatever a look waited for: no later than this what was written is remembered. */
const longestMs = 15_000;

const valueIn = async (area: 'local' | 'session', key: string): Promise<unknown> =>
  (await browser.storage[area].get(key))[key];

/** What the browser was found to have lost and nobody has answered yet. */
export const getBookLoss = async (): Promise<BookLoss | undefined> =>
  bookLoss.safeParse(await valueIn('local', lossKey)).data;

/** Calls the listener whenever a loss is found or answered. Out: the way to stop. */
export function onBookLoss(listener: () => void): () => void {
  const onChange = (changes: Record<string, unknown>) => {
    if (lossKey in changes) listener();
  };
  browser.storage.local.onChanged.addListener(onChange);
  return () => browser.storage.local.onChanged.removeListener(onChange);
}

/**
 * Looks whether the book is the one that was there before, and remembers how it stands now. What is missing is kept as a loss
 * until it is answered. In: the book, the time, whether to count only where something speaks for a loss. Throws `BookError`.
 */
export function lookAtBook(book: Book, now: number, isQuick = false): Promise<void> {
  return navigator.locks.request(lock, async () => {
    const [before, standing, seen] = await Promise.all([
      valueIn('local', witnessKey),
      standingOf(book),
      valueIn('session', seenKey),
    ]);
    // Rows that are not published yet are of nobody: what becomes of them would look like a loss.
    if (!standing) return;
    const known = witness.safeParse(before).data;
    // Whoever opens a page wants to read: a book whose history is as it was left has lost nothing.
    if (
      isQuick &&
      known?.origin === standing.origin &&
      known?.newestChange === standing.newestChange &&
      known?.folder === standing.folder
    )
      return await browser.storage.session.set({ [seenKey]: true });
    const found = await findBook(book, standing);
    const loss = lossOf(known, found, seen !== true);
    const { people, companies, newestChange, folder } = found;
    const isWorthIt = known !== undefined || people + companies > 0;
    const next = isWorthIt && {
      [witnessKey]: { people, companies, newestChange, folder, at: now, origin: await origin(book) },
    };
    // A loss that nobody answered yet stays: what was lost first is more. In one: a browser that dies in between must not forget the one for the other.
    const isNews = loss !== undefined && (await getBookLoss()) === undefined;
    if (isNews || next) await browser.storage.local.set({ ...next, ...(isNews && { [lossKey]: loss }) });
    await browser.storage.session.set({ [seenKey]: true });
  });
}

/** Goes on looking after every write, from this page. In: the way to the book. Out: the way to stop. */
export function watchBook(open: () => Promise<Book>, now: () => number): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let next = Number.NEGATIVE_INFINITY;
  // A book that cannot be opened says so itself, where somebody sees it.
  const look = async (isQuick: boolean) => {
    timer = undefined;
    const begun = performance.now();
    next = begun + quietMs;
    try {
      await lookAtBook(await open(), now(), isQuick);
    } catch (cause) {
      console.warn('The book could not be looked at', cause);
    }
    next = begun + Math.min(longestMs, Math.max(quietMs, (performance.now() - begun) / mostOfTime));
  };
  void look(true);
  const stop = onBookChange(({ stores }) => {
    if (!stores.some((store) => store === 'people' || store === 'companies' || store === 'meta')) return;
    timer ??= setTimeout(() => void look(false), Math.max(0, next - performance.now()));
  });
  return () => {
    stop();
    clearTimeout(timer);
  };
}

/** The loss is answered, if there is one: made good or let go. In: the install whose book this now is again, if it is one's. */
export async function settleLoss(book: Book, backOf: string | undefined): Promise<void> {
  const loss = await getBookLoss();
  if (!loss) return;
  if (backOf !== undefined && (loss.origin ?? backOf) === backOf) await setOrigin(book, backOf);
  await changeBackupState(book, (state) => ({ ...state, begun: true }));
  await browser.storage.local.remove([lossKey, witnessKey]);
  await lookAtBook(book, Date.now());
}

type Standing = Pick<FoundBook, 'newestChange' | 'folder' | 'origin'>;

/** What the book is by, without counting; undefined while a bulk write is under way. */
async function standingOf(book: Book): Promise<Standing | undefined> {
  const { staging, newestChange } = await read(book, ['actions', 'changes'], async (tx) => ({
    staging: await tx.objectStore('actions').index('staging').count('unpublished'),
    newestChange: (await tx.objectStore('changes').openKeyCursor(null, 'prev'))?.key ?? 0,
  }));
  if (staging > 0) return undefined;
  const [install, handle] = await Promise.all([knownOrigin(book), getBackupFolder(book)]);
  return { newestChange, origin: install, ...(handle && { folder: handle.name }) };
}

/** How the book stands, with how many are in it. */
async function findBook(book: Book, standing: Standing): Promise<FoundBook> {
  const [{ people, companies }, state] = await Promise.all([countLeads(book), getBackupState(book)]);
  const isNew = standing.origin === undefined && people + companies === 0 && !state.begun && state.last === undefined;
  return { ...standing, people, companies, isNew, ...(isNew && { backupAt: await newestBackupAt() }) };
}

async function newestBackupAt(): Promise<number | undefined> {
  const files = await (await ownFolder()).list();
  const times = files.flatMap(({ name, size }) => (size === 0 ? [] : [timeOfName(name) ?? []])).flat();
  return times.length > 0 ? Math.max(...times) : undefined;
}
