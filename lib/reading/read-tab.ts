import { browser } from 'wxt/browser';
import { z } from 'zod';
import { assemble } from '../capture/assemble.ts';
import { beUnhurried } from '../capture/page/unhurried.ts';
import type { Reading } from '../domain/schema/draft.ts';
import type { Recipe } from '../domain/schema/recipe.ts';
import { type PageSnapshot, pageSnapshot } from '../domain/schema/snapshot.ts';
import type { ReadOutcome, Refusal } from '../messaging/protocol.ts';
import { trayKey } from '../storage/tray-key.ts';
import { getLastShown, isStale, type LastShown, setLastShown, whatIsShown } from './last-shown.ts';
import type { ReadMailboxRequest } from './read-mailbox.ts';
import { whileReading } from './reading-lock.ts';
import { setReadingState } from './reading-state.ts';
import { isPdfUrl, refusalByError, refusalByUrl } from './refuse.ts';
import { TimeLimitError, withinTime } from './time-limit.ts';

export type ReadTabRequest = {
  tabId: number;
  country?: string | undefined;
  keep: boolean;
  /** Nobody asked: how it went is told to nobody either, unless it gave something. */
  quiet?: boolean;
  /** Nobody waits for it: it is done in what time the page has left over. */
  unhurried?: boolean;
  /** When the user pressed the icon, the key or the menu. */
  askedAt?: number;
};

/** What reading needs from outside: the tray, a clock, what the user taught. */
export type ReadTabDeps = {
  keep(reading: Reading): Promise<void>;
  now(): number;
  /** What the user taught for the site of an address. */
  recipes?(url: string): Promise<readonly Recipe[]>;
  /** Reads the message that is open in a mail client; undefined where the tab shows none. */
  mail?(request: ReadMailboxRequest): Promise<Reading | undefined>;
};

/** A page that is still loading is waited for so long; then what is there is read. */
const settleLimit = 2500;
/** The page script stops itself long before; this is for a page that holds its own thread. */
const readLimit = 10_000;
/** Frames are asked after the page and waited for this long. */
const framesLimit = 3000;
/** Between a press and the page's process knowing of it. */
const grantDelay = 150;
/** A page that changed its address within itself and still shows what it showed before: looked at again so often, so long. */
const staleStep = 250;
const staleLimit = 3000;

class Refused extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal, detail = '') {
    super(detail);
    this.refusal = refusal;
  }
}

/** What the page script answers with: JSON in one string, which browsers hand over far faster than many small objects. */
const answer = z
  .string()
  .transform((text, context): unknown => {
    try {
      return JSON.parse(text);
    } catch (cause) {
      context.addIssue(`no JSON: ${String(cause)}`);
      return z.NEVER;
    }
  })
  .pipe(pageSnapshot);

/** Address of the tab as far as the browser tells it. Throws `gone`. */
async function addressOf(tabId: number): Promise<{ url: string | undefined; loading: boolean }> {
  try {
    const tab = await browser.tabs.get(tabId);
    return { url: tab.url, loading: tab.status === 'loading' };
  } catch (cause) {
    throw new Refused('gone', String(cause));
  }
}

/** Waits until the main frame has its document, but not longer than a salesperson would. */
async function settle(tabId: number): Promise<void> {
  try {
    await withinTime(browser.scripting.executeScript({ target: { tabId }, func: () => true }), settleLimit);
  } catch (cause) {
    if (!(cause instanceof TimeLimitError)) throw cause;
  }
}

/** What the page itself shows, and the browser's name of the document. */
async function takeSnapshot(tabId: number, unhurried: boolean): Promise<{ snapshot: PageSnapshot; document?: string }> {
  if (unhurried)
    await browser.scripting.executeScript({ target: { tabId }, injectImmediately: true, func: beUnhurried });
  const [main] = await withinTime(
    browser.scripting.executeScript({ target: { tabId }, files: ['/capture.js'], injectImmediately: true }),
    readLimit,
  );
  if (!main) throw new Refused('gone');
  if ('error' in main && main.error) throw main.error;
  const parsed = answer.safeParse(main.result);
  if (!parsed.success) throw new Refused('failed', parsed.error.issues[0]?.message ?? 'snapshot not understood');
  return { snapshot: parsed.data, ...(main.documentId !== undefined && { document: main.documentId }) };
}

type FrameSnapshot = { id: number; snapshot: PageSnapshot };

/** What the frames show that may be entered and hold something. Frames that do not answer in time are left out: the page itself is read. */
async function takeFrames(tabId: number, unhurried: boolean): Promise<FrameSnapshot[]> {
  const target = { tabId, allFrames: true };
  if (unhurried) await browser.scripting.executeScript({ target, injectImmediately: true, func: beUnhurried });
  const results = await withinTime(
    // Without injectImmediately one frame that never finishes loading would keep the whole page unread.
    browser.scripting.executeScript({ target, files: ['/frames.js'], injectImmediately: true }),
    framesLimit,
  ).catch((cause: unknown) => {
    if (cause instanceof TimeLimitError) return [];
    throw cause;
  });
  return results.flatMap(({ frameId, result }) => {
    const frame = frameId === 0 ? undefined : answer.safeParse(result);
    return frame?.success && frame.data.outline.lines.length > 0 ? [{ id: frameId, snapshot: frame.data }] : [];
  });
}

/** The page as its frames leave it: those that were entered are not closed. */
function withFrames(page: PageSnapshot, frames: readonly FrameSnapshot[]): PageSnapshot[] {
  const entered = new Set(frames.map(({ snapshot }) => snapshot.url));
  const closedFrames = page.closedFrames.filter((url) => !entered.has(url));
  return [{ ...page, closedFrames }, ...frames.map(({ snapshot }) => snapshot)];
}

/** The document's own word for what it is, asked only where nothing was read. */
async function showsPdf(tabId: number, url: string): Promise<boolean> {
  if (isPdfUrl(url)) return true;
  const [main] = await browser.scripting.executeScript({ target: { tabId }, func: () => document.contentType });
  return main?.result === 'application/pdf';
}

async function read(
  { tabId, country, keep, quiet, askedAt, unhurried = false }: ReadTabRequest,
  deps: ReadTabDeps,
): Promise<Reading> {
  const before = await addressOf(tabId);
  const refused = refusalByUrl(before.url);
  if (refused) throw new Refused(refused);
  if (!quiet)
    await setReadingState(tabId, {
      state: 'reading',
      url: before.url ?? '',
      at: deps.now(),
      ...(askedAt !== undefined && { askedAt }),
    });
  let reading: Reading;
  let shown: LastShown;
  // Looked up while the page is read, not after it; a failure counts where the answer is awaited.
  const early = before.url === undefined ? undefined : deps.recipes?.(before.url);
  early?.catch(() => undefined);
  try {
    if (before.loading) await settle(tabId);
    let snapshots: PageSnapshot[] = [];
    // Counted from when it was first seen: a reading that has time may have waited for it.
    let until: number | undefined;
    const isLate = () => {
      until ??= performance.now() + staleLimit;
      return performance.now() > until;
    };
    for (;;) {
      const started = performance.now();
      const { url } = before;
      const open = url === undefined ? undefined : await granted(() => deps.mail?.({ tabId, url, country }));
      if (open) {
        reading = open;
        shown = { url: open.url, what: open.key ?? '' };
        if (!isStale(await getLastShown(tabId), shown) || isLate()) break;
        await sleep(staleStep);
        continue;
      }
      const { snapshot: page, document } = await granted(() => takeSnapshot(tabId, unhurried && until === undefined));
      const frames = page.frames ? takeFrames(tabId, unhurried) : undefined;
      // a failure counts where the answer is awaited
      frames?.catch(() => undefined);
      const recipes = (await (page.url === before.url ? early : deps.recipes?.(page.url))) ?? [];
      const options = { now: deps.now(), recipes, ...(country && { country }) };
      // Most frames have nothing to say: the page is assembled while they are asked.
      snapshots = [page];
      let assembled = assemble(snapshots, options);
      const entered = (await frames) ?? [];
      if (entered.length > 0) {
        snapshots = withFrames(page, entered);
        assembled = assemble(snapshots, { ...options, frameIds: [0, ...entered.map(({ id }) => id)] });
      }
      const msPage = Math.max(...snapshots.map((snapshot) => snapshot.msPage));
      reading = { ...assembled, msPage, ms: performance.now() - started };
      shown = whatIsShown(reading, snapshots, document);
      // The new address is there before the new person is: nobody of the page before may come under it. Asked only now, for somebody
      // may have read that page while this reading waited for its rest.
      if (!isStale(await getLastShown(tabId), shown) || isLate()) break;
      await sleep(staleStep);
    }
    const empty = snapshots.length > 0 && snapshots.every((snapshot) => snapshot.outline.lines.length === 0);
    if (empty && (await showsPdf(tabId, reading.url))) throw new Refused('pdf');
  } catch (cause) {
    if (cause instanceof Refused) throw cause;
    if (cause instanceof TimeLimitError) throw new Refused('tooSlow', cause.message);
    const refusal = refusalByError(cause, before.url);
    const pdf = refusal === 'failed' && before.url !== undefined && isPdfUrl(before.url);
    throw new Refused(pdf ? 'pdf' : refusal, String(cause));
  }
  // What was read belongs to the address it was read from: the tab may have moved on meanwhile.
  const after = await addressOf(tabId);
  const movedOn = after.url === undefined ? before.url !== undefined : trayKey(after.url) !== trayKey(reading.url);
  if (movedOn) throw new Refused('gone');
  if (keep) {
    await deps.keep(reading);
    await setLastShown(tabId, shown);
  }
  return reading;
}

/**
 * A press on a page that has only just come may reach us before the page's process heard that it may be entered: asked once
 * more. Throws what the second try throws.
 */
async function granted<T>(enter: () => Promise<T>): Promise<T>;
async function granted<T>(enter: () => Promise<T> | undefined): Promise<T | undefined>;
async function granted<T>(enter: () => Promise<T> | undefined): Promise<T | undefined> {
  try {
    return await enter();
  } catch (cause) {
    if (cause instanceof Refused || refusalByError(cause, undefined) !== 'noGrant') throw cause;
    await sleep(grantDelay);
    return enter();
  }
}

const sleep = (ms: number) => new Promise((done) => setTimeout(done, ms));

/**
 * Reads a tab: page script, assembly, tray. Notes in `storage.session` how it stands.
 * In: the tab, and whether to keep the drafts in the tray. Out: the reading, or why there is none; never throws on page data.
 */
export function readTab(request: ReadTabRequest, deps: ReadTabDeps): Promise<ReadOutcome> {
  return whileReading(request.tabId, () => readNow(request, deps));
}

async function readNow(request: ReadTabRequest, deps: ReadTabDeps): Promise<ReadOutcome> {
  const { tabId } = request;
  const asked = request.askedAt !== undefined && { askedAt: request.askedAt };
  try {
    const reading = await read(request, deps);
    const { url, key, at } = reading;
    await setReadingState(tabId, { state: 'read', url, ...(key && { key }), at, ...asked });
    return { ok: true, reading };
  } catch (cause) {
    const refusal = cause instanceof Refused ? cause.refusal : 'failed';
    const detail = cause instanceof Error ? cause.message : String(cause);
    const url = await addressOf(tabId).then(
      (tab) => tab.url ?? '',
      () => '',
    );
    if (!request.quiet)
      await setReadingState(tabId, { state: 'refused', url, refusal, detail, at: deps.now(), ...asked });
    return { ok: false, refusal, detail };
  }
}
