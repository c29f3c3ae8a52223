import { browser } from 'wxt/browser';
import { mailClientOf } from './hosts.ts';

/** Addresses at which people run their own webmail. */
const sounds =
  /mail|owa|sogo|zimbra|horde|roundcube|squirrel|snappy|rainloop|cypht|postfach|posta|poczta|posteingang|inbox/i;

/** Whether an address may be that of a webmail: a known one, or one that sounds like it. In: a page's address. */
export function maybeWebmail(url: string): boolean {
  if (mailClientOf(url)) return true;
  const address = URL.parse(url);
  if (!address || !/^https?:$/.test(address.protocol)) return false;
  // Newsletters mark their links with `utm_medium=email`: of what is asked only Roundcube's own words count.
  return sounds.test(address.hostname + address.pathname) || /[?&]_task=mail\b/.test(address.search);
}

/**
 * Whether a tab shows a webmail: a known one by its address, any other by a look at the page, where its address sounds like one
 * and we may look. In: the tab, its address. Never throws: where we can't look, it is none.
 */
export async function isWebmail(tabId: number, url: string): Promise<boolean> {
  if (mailClientOf(url)) return true;
  if (!maybeWebmail(url)) return false;
  try {
    const results = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: ['/mailprobe.js'],
    });
    return results.some(({ result }) => result === true);
  } catch {
    // No grant for this page, or it went away: then nothing is offered.
    return false;
  }
}
