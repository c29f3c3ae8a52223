import { isLeftAlone, type Self } from '../mailbox/self.ts';
import type { MailPerson } from '../messaging/protocol.ts';
import { type TbMessage, thunderbird } from './api.ts';

/** The message that a tab shows, and whom it is about: who wrote it, or in sent mail who it was written to. */
export type Displayed = { message: TbMessage; person: MailPerson };

async function partiesOf(header: string | undefined): Promise<{ name: string; address: string }[]> {
  if (!header) return [];
  const found = await thunderbird().messengerUtilities.parseMailboxString(header);
  return found.flatMap(({ name = '', email = '' }) => {
    const address = email.trim().toLowerCase();
    return /^[^\s@]+@[^\s@]+$/.test(address) && address.length <= 320 ? [{ name: name.slice(0, 300), address }] : [];
  });
}

/** In: a message, who the user is. Out: undefined where nobody is sure: no address, several recipients of one's own mail. */
export async function displayedOf(message: TbMessage, self: Self): Promise<Displayed | undefined> {
  const [author, second] = await partiesOf(message.author);
  if (!author || second) return undefined;
  if (!isLeftAlone(author.address, { ...self, domains: [], never: [] }))
    return { message, person: { ...author, where: 'message' } };
  const [recipient, another] = (await Promise.all(message.recipients.slice(0, 2).map(partiesOf))).flat();
  return recipient && !another ? { message, person: { ...recipient, where: 'message' } } : undefined;
}

/** The one message that a tab shows. In: the tab, who the user is. Out: undefined where it shows none, or several at once. */
export async function displayedIn(tabId: number, self: Self): Promise<Displayed | undefined> {
  const { messages } = await thunderbird().messageDisplay.getDisplayedMessages(tabId);
  const [message, another] = messages;
  return message && !another ? displayedOf(message, self) : undefined;
}
