import { useCallback } from 'react';
import { browser } from 'wxt/browser';
import type { Provenance } from '../../lib/domain/schema/value.ts';
import { sendMessage } from '../../lib/messaging/transport.ts';
import type { ActiveTab } from './use-active-tab.ts';

const samePage = (a: string, b: string) => a.replace(/#(?![!/]).*$/, '') === b.replace(/#(?![!/]).*$/, '');

/** The address with a text fragment that scrolls to the words; as it is where it goes by its own fragment. */
export function textFragment(url: string, words: string): string {
  if (words === '' || /#[!/]/.test(url)) return url;
  const escaped = encodeURIComponent(words).replace(/-/g, '%2D');
  return `${url.replace(/#.*$/, '')}#:~:text=${escaped}`;
}

/**
 * The way back to where a value was read, and the words now selected on the page. `showSpot` scrolls in the same tab while it
 * still shows that address, else opens a new tab; `selection` answers '' where nothing is selected or the page can't be asked.
 */
export function useSpot(tab: ActiveTab | undefined) {
  const showSpot = useCallback(
    async (place: Provenance): Promise<void> => {
      if (tab?.url !== undefined && samePage(tab.url, place.url)) {
        const { shown } = await sendMessage('spot.show', {
          tabId: tab.id,
          snippet: place.snippet,
          ...(place.line !== undefined && { line: place.line }),
          ...(place.frameId !== undefined && { frameId: place.frameId }),
        });
        if (shown) return;
      }
      if (/^https?:/.test(place.url)) await browser.tabs.create({ url: textFragment(place.url, place.snippet) });
    },
    [tab?.id, tab?.url],
  );
  const selection = useCallback(async (): Promise<string> => {
    if (tab === undefined) return '';
    const { text } = await sendMessage('selection.get', { tabId: tab.id });
    return text.replace(/\s+/g, ' ').trim();
  }, [tab]);
  return { showSpot, selection };
}
