import { browser } from 'wxt/browser';
import type { MailPerson } from '../messaging/protocol.ts';
import { onMessage, type Sender } from '../messaging/transport.ts';
import { onBookChange } from '../storage/book-event.ts';
import { type AnswerDeps, answerCard, answerLookup } from './answers.ts';
import { openFromPage } from './open.ts';
import { setMailboxScripts, tellMailboxes } from './sites.ts';

export type ServeDeps = AnswerDeps & {
  /** Reads or shows the person whose chip was pressed; the panel is open by then. */
  pressed(person: MailPerson, sender: Sender): Promise<void>;
};

/** Serves the mailboxes from the background: their script where it may run, its questions, and word of what changed. */
export function serveMailboxes(deps: ServeDeps): void {
  onMessage({
    'mail.lookup': (request, sender) => answerLookup(request, sender, deps),
    'mail.card': (request, sender) => answerCard(request, sender, deps),
    'mail.open': async ({ person }, sender) => {
      // First of all: the press counts only now.
      const opening = openFromPage(sender);
      await Promise.all([opening, deps.pressed(person, sender)]);
      return { opened: true };
    },
  });
  const again = () => void setMailboxScripts().then(tellMailboxes);
  browser.runtime.onInstalled.addListener(again);
  browser.runtime.onStartup.addListener(again);
  browser.permissions.onAdded.addListener(again);
  browser.permissions.onRemoved.addListener(again);
  void setMailboxScripts();
  // Writes of the panel are told by the panel, for the background may be asleep; those while it is awake are told twice.
  onBookChange(({ stores }) => {
    if (stores.some((store) => store !== 'tray')) void tellMailboxes();
  });
}
