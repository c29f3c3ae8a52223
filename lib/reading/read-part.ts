import { type Browser, browser } from 'wxt/browser';
import { assemble } from '../capture/assemble.ts';
import { readText } from '../capture/paste.ts';
import type { ReadOutcome } from '../messaging/protocol.ts';
import { linkSnapshot } from './link-text.ts';
import type { ReadTabDeps } from './read-tab.ts';
import { setReadingState } from './reading-state.ts';
import { refusalByError } from './refuse.ts';
import { rehome } from './rehome.ts';

/** Runs in the page: its address and title, the selection with its line breaks, and the words of the link that goes there. */
function partOfPage(href: string) {
  const link = [...document.links].find((candidate) => candidate.href === href);
  return {
    url: location.href,
    title: String(document.title),
    selection: String(getSelection() ?? '').slice(0, 20_000),
    linkWords: String(link?.textContent ?? '').slice(0, 300),
  };
}

/**
 * Reads what the user right-clicked: the selected text, or one link. The drafts belong to the page they stand on.
 * In: the click and its tab. Out: the reading, or why there is none; never throws on page data.
 */
export async function readPart(
  click: Pick<Browser.contextMenus.OnClickData, 'selectionText' | 'linkUrl' | 'frameId'>,
  tabId: number,
  deps: ReadTabDeps,
): Promise<ReadOutcome> {
  const now = deps.now();
  const started = performance.now();
  try {
    const target = { tabId, frameIds: [click.frameId ?? 0] };
    const [result] = await browser.scripting.executeScript({ target, func: partOfPage, args: [click.linkUrl ?? ''] });
    const page = result?.result;
    if (!page) return await refuse(tabId, now, new Error('the tab was closed'));
    const assembled = click.linkUrl
      ? assemble([linkSnapshot({ href: click.linkUrl, words: page.linkWords }, page)], { now })
      : readText(page.selection || (click.selectionText ?? ''), { now });
    const tab = await browser.tabs.get(tabId);
    const home = rehome(assembled, { url: tab.url ?? page.url, title: page.title });
    const reading = { ...home, msPage: 0, ms: performance.now() - started };
    await deps.keep(reading);
    await setReadingState(tabId, { state: 'read', url: reading.url, at: now });
    return { ok: true, reading };
  } catch (cause) {
    return await refuse(tabId, now, cause);
  }
}

async function refuse(tabId: number, at: number, cause: unknown): Promise<ReadOutcome> {
  const refusal = refusalByError(cause, undefined);
  const detail = cause instanceof Error ? cause.message : String(cause);
  await setReadingState(tabId, { state: 'refused', url: '', refusal, detail, at });
  return { ok: false, refusal, detail };
}
