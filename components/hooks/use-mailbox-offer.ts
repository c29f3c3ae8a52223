import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { isWebmail } from '../../lib/mailbox/recognise.ts';
import { addMailbox, isMailboxOn, mailboxPatterns } from '../../lib/mailbox/sites.ts';
import { useBookChange } from './use-book.ts';

/** Mailboxes for which the user said "not now", as long as the panel lives. */
const putOff = new Set<string>();

/**
 * Whether the page in front is a mailbox and shows tiers. In: the tab. Out: `offer` where it is one and does not, `on` where it
 * does; `switchOn` (to be called in the very click) answers whether the user agreed, `later` puts the offer away.
 */
export function useMailboxOffer(tab: { id: number; url: string | undefined } | undefined) {
  const [state, setState] = useState<'none' | 'offer' | 'on'>('none');
  const id = tab?.id;
  const url = tab?.url;
  const host = url && URL.parse(url)?.host;
  const load = useCallback(async () => {
    if (id === undefined || !url || !host) return setState('none');
    if (await isMailboxOn(url)) return setState('on');
    setState(!putOff.has(host) && (await isWebmail(id, url)) ? 'offer' : 'none');
  }, [id, url, host]);
  useEffect(() => {
    const refresh = () => void load();
    refresh();
    browser.permissions.onRemoved.addListener(refresh);
    return () => browser.permissions.onRemoved.removeListener(refresh);
  }, [load]);
  useBookChange(
    useCallback(
      ({ stores }) => {
        if (stores.includes('meta')) void load();
      },
      [load],
    ),
  );
  const switchOn = useCallback(async () => {
    const patterns = url && mailboxPatterns(url);
    const done = patterns ? await addMailbox(patterns) : false;
    if (done) setState('on');
    return done;
  }, [url]);
  const later = useCallback(() => {
    if (host) putOff.add(host);
    setState('none');
  }, [host]);
  return { state, switchOn, later };
}
