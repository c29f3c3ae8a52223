import { browser } from 'wxt/browser';
import { z } from 'zod';

/** A lead that the user asked to see from inside a page; the panel of that window shows it. */
const askedLead = z.object({ leadId: z.string(), windowId: z.number(), at: z.number() });
export type AskedLead = z.infer<typeof askedLead>;

/** Key in `storage.session`: a panel that opens a moment later finds it. */
const askedKey = 'askedLead';

/** Notes that a lead is to be shown. */
export async function askForLead(asked: AskedLead): Promise<void> {
  await browser.storage.session.set({ [askedKey]: asked });
}

/** The lead asked for last; undefined where there is none. */
async function lastAsked(): Promise<AskedLead | undefined> {
  const stored = await browser.storage.session.get(askedKey);
  return askedLead.optional().catch(undefined).parse(stored[askedKey]);
}

/** Calls back with each lead asked for, also with the one asked for just before. Out: the way to stop. */
export function onAskedLead(listener: (asked: AskedLead) => void): () => void {
  const tell = () =>
    void lastAsked().then((asked) => {
      if (asked) listener(asked);
    });
  const onChange = (changes: Record<string, unknown>) => {
    if (askedKey in changes) tell();
  };
  browser.storage.session.onChanged.addListener(onChange);
  tell();
  return () => browser.storage.session.onChanged.removeListener(onChange);
}
