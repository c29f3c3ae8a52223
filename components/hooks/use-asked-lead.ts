import { useEffect } from 'react';
import { browser } from 'wxt/browser';
import { onAskedLead } from '../../lib/mailbox/asked-lead.ts';
import { fixedTabId } from './use-active-tab.ts';

/** What was asked for longer ago than this was meant for a panel that is gone. */
const justNow = 5000;

/** Calls back with a lead that the user asked to see from inside a page of this window. */
export function useAskedLead(onAsked: (leadId: string) => void): void {
  useEffect(() => {
    let last = 0;
    return onAskedLead(async ({ leadId, windowId, at }) => {
      if (at === last || Date.now() - at > justNow) return;
      last = at;
      const { id } = await browser.windows.getCurrent();
      // A small window of ours shows the panel of another window's tab.
      if (id === windowId || fixedTabId() !== undefined) onAsked(leadId);
    });
  }, [onAsked]);
}
