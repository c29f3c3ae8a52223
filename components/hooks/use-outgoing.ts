import { useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import { z } from 'zod';
import { openWorkspace } from '../../lib/reading/workspace-tab.ts';

const outgoing = z.object({ kind: z.enum(['person', 'company']), ids: z.array(z.string()).min(1) });
/** Leads that were selected to be sent. */
export type Outgoing = z.infer<typeof outgoing>;

/** The pages that leads are sent from. */
export type SendingPage = 'packs' | 'import/out';

/** Key in `storage.session`: panel and workspace are pages of their own. */
const keyOf = (page: SendingPage) => `outgoing:${page}`;

/** Opens the page that sends leads, with these chosen. Rejects where the browser opens no tab. */
export async function sendOut(what: Outgoing, page: SendingPage): Promise<void> {
  await browser.storage.session.set({ [keyOf(page)]: what });
  await openWorkspace(page);
}

/** The leads that this page was opened to send; each is told once, and stays as long as the page. */
export function useOutgoing(page: SendingPage): Outgoing | undefined {
  const [shown, setShown] = useState<Outgoing>();
  useEffect(() => {
    const key = keyOf(page);
    const take = async () => {
      const stored = await browser.storage.session.get(key);
      const asked = outgoing.safeParse(stored[key]);
      if (!asked.success) return;
      setShown(asked.data);
      await browser.storage.session.remove(key);
    };
    const onChange = (changes: Record<string, { newValue?: unknown }>) => {
      if (changes[key]?.newValue !== undefined) void take();
    };
    browser.storage.session.onChanged.addListener(onChange);
    void take();
    return () => browser.storage.session.onChanged.removeListener(onChange);
  }, [page]);
  return shown;
}
