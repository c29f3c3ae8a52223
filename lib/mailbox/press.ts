import { browser } from 'wxt/browser';
import type { Reading } from '../domain/schema/draft.ts';
import type { MailPerson } from '../messaging/protocol.ts';
import type { Sender } from '../messaging/transport.ts';
import { readGivenText } from '../reading/read-text.ts';
import { setReadingState } from '../reading/reading-state.ts';
import type { Book } from '../storage/book.ts';
import { lookUpSenders } from '../storage/senders.ts';
import { getSelf } from './answers.ts';
import { askForLead } from './asked-lead.ts';

export type PressDeps = {
  book(): Promise<Book>;
  now(): number;
  /** Reads what is open in the tab, as a press of the icon does. */
  readTab(tabId: number, askedAt: number): Promise<unknown>;
  /** Puts drafts beside those that the page has. */
  keep(reading: Reading): Promise<void>;
};

/** `Name <address>` of somebody of whom only that is on the page: a row of the list, a recipient. */
const lineOf = ({ name, address }: MailPerson): string =>
  name && name.toLowerCase() !== address ? `${name.replace(/[<>"]/g, ' ')} <${address}>` : address;

/**
 * What a press of a chip asks for: somebody who is kept is shown in the panel; a stranger becomes a draft, from the open mail where it
 * is theirs, else from name and address. In: the person, who sent the message. Throws `BookError`.
 */
export async function pressed(person: MailPerson, { tab }: Sender, deps: PressDeps): Promise<void> {
  if (tab?.id === undefined || tab.windowId === undefined) return;
  const at = deps.now();
  const book = await deps.book();
  const [sender] = await lookUpSenders(book, [person], await getSelf(book), at);
  if (sender?.is === 'known') {
    await askForLead({ leadId: sender.leadId, windowId: tab.windowId, at });
    return;
  }
  if (person.where === 'message') {
    await deps.readTab(tab.id, at);
    return;
  }
  const { url = '' } = await browser.tabs.get(tab.id);
  const reading = await readGivenText(
    { text: lineOf(person), as: 'text', binary: false, name: '', keep: false, url },
    { now: deps.now, keep: deps.keep },
  );
  if (!reading.ok) throw new Error(reading.detail);
  const here = { ...reading.reading, url, title: tab.title ?? '' };
  await deps.keep(here);
  await setReadingState(tab.id, { state: 'read', url, at: deps.now(), askedAt: at });
}
