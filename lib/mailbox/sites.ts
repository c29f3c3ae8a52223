import { browser } from 'wxt/browser';
import { allowedOrigins, isAllowed, originPattern } from '../reading/sites.ts';
import { openBook } from '../storage/book.ts';
import { getSetting, setSetting } from '../storage/settings.ts';
import { mailClientOf } from './hosts.ts';
import { mailChanged } from './page/wire.ts';

const scriptId = 'mailbox';
const file = 'webmail.js';

/** An address that falls under a match pattern, for asking whether a grant covers it. */
const sampleOf = (pattern: string): string =>
  pattern.replace(/^\*/, 'https').replace('://*.', '://').replace(/\*$/, '');

/** The mailboxes that the user switched on and the browser still lets us into. Throws `BookError`. */
export async function activeMailboxes(): Promise<string[]> {
  const [wanted, origins] = await Promise.all([
    openBook().then((book) => getSetting(book, 'mailboxes')),
    allowedOrigins(),
  ]);
  return wanted.filter((pattern) => isAllowed(sampleOf(pattern), origins));
}

/** Whether an address (of a page or a frame) belongs to a mailbox that is switched on. Throws `BookError`. */
export async function isMailboxOn(url: string | undefined): Promise<boolean> {
  return url !== undefined && isAllowed(url, await activeMailboxes());
}

/**
 * The patterns to ask for so that chips show at an address: all hosts of a known webmail that it may move between, else its own.
 * In: a page's address, or what was typed as one. Out: undefined where no grant opens it.
 */
export function mailboxPatterns(typed: string): string[] | undefined {
  const text = typed.trim();
  const own = originPattern(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  if (!own || !/\/\/[^/*]+\.[^/*.]+\/|\/\/localhost\//.test(own)) return undefined;
  return [own];
}

/** Asks the browser for a mailbox and switches it on. To be called in the very click. Out: whether the user agreed. Throws `BookError`. */
export async function addMailbox(patterns: readonly string[]): Promise<boolean> {
  const granted = await browser.permissions.request({ origins: [...patterns] });
  if (!granted) return false;
  const book = await openBook();
  const before = await getSetting(book, 'mailboxes');
  await setSetting(book, 'mailboxes', [...new Set([...before, ...patterns])]);
  await setMailboxScripts();
  return true;
}

/** Switches a mailbox off and gives the permission back. Throws `BookError`. */
export async function removeMailbox(pattern: string): Promise<void> {
  const book = await openBook();
  const before = await getSetting(book, 'mailboxes');
  await setSetting(
    book,
    'mailboxes',
    before.filter((other) => other !== pattern),
  );
  const { origins = [] } = await browser.permissions.getAll();
  // What was granted for all sites is not this mailbox's to give back.
  if (origins.includes(pattern)) await browser.permissions.remove({ origins: [pattern] });
  await setMailboxScripts();
  await tellMailboxes();
}

/** Tells every page that may carry chips that they may no longer hold: the book, the settings or a permission changed. */
export async function tellMailboxes(): Promise<void> {
  const tabs = await browser.tabs.query({});
  await Promise.all(
    tabs.map(({ id }) =>
      // Most tabs have no script of ours: that nobody listens there is the usual answer.
      id === undefined ? undefined : browser.tabs.sendMessage(id, { type: mailChanged }).catch(() => undefined),
    ),
  );
}

/**
 * Has the browser run our script in exactly the mailboxes that are on: at start, after an update, and whenever a permission or
 * the choice changes. Tabs that are open get it at once. One page of the extension at a time.
 */
export function setMailboxScripts(): Promise<void> {
  return navigator.locks.request('mailbox scripts', async () => {
    const patterns = (await activeMailboxes()).toSorted();
    const [now] = await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] });
    const before = (now?.matches ?? []).toSorted();
    if (before.join(' ') === patterns.join(' ')) return;
    if (now) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
    if (patterns.length === 0) return;
    await browser.scripting.registerContentScripts([
      {
        id: scriptId,
        js: [file],
        matches: patterns,
        allFrames: true,
        matchOriginAsFallback: true,
        runAt: 'document_idle',
      },
    ]);
    await injectInto(patterns.filter((pattern) => !before.includes(pattern)));
  });
}

async function injectInto(patterns: string[]): Promise<void> {
  if (patterns.length === 0) return;
  const tabs = await browser.tabs.query({ url: patterns });
  await Promise.all(
    tabs.map(async ({ id, discarded }) => {
      if (id === undefined || discarded) return;
      const target = { tabId: id, allFrames: true };
      try {
        await browser.scripting.executeScript({ target, files: [`/${file}`], injectImmediately: true });
      } catch {
        // The tab was closed or moved on meanwhile: its next page gets the script by itself.
      }
    }),
  );
}

/** The name of a mailbox for its list: that of a known webmail with its host, else the host. In: a pattern. */
export function mailboxName(pattern: string): string {
  const sample = sampleOf(pattern);
  const host = URL.parse(sample)?.hostname ?? pattern;
  const known = mailClientOf(sample);
  return known ? `${known.name} (${host})` : host;
}
