import type { MailPerson } from '../../messaging/protocol.ts';
import type { MailParty } from '../message.ts';
import { isFromOwner, mailboxOwner, readCompose, readRows, readSenders } from '../reader.ts';

/** A place for a chip, and whose it is. */
export type Target = {
  /** The element that tells the person; the chip stands beside it. */
  anchor: Element;
  person: MailPerson;
  /** What the anchor told when it was read: when that changes, the chip may not stay. */
  print: string;
  replyTo?: string;
  /** One of several in one field of text: a chip stands there only to warn. */
  shared?: boolean;
};

const mostRecipients = 20;

const telling = ['title', 'href', 'email', 'data-email', 'data-hovercard-id', 'data-address', 'aria-label'];

/** What an element tells by its words and attributes, for noticing that it tells something else now. */
export function printOf(anchor: Element): string {
  const typed = anchor.tagName === 'TEXTAREA' ? (anchor as HTMLTextAreaElement).value : (anchor.textContent ?? '');
  return `${typed}|${telling.map((name) => anchor.getAttribute(name) ?? '').join('|')}`;
}

const shown = ({ name, address }: MailParty) => (name ? `${name} <${address}>` : address);

/** Keeps what does not fit the message's limits out of it: the page may hold anything. */
function target(anchor: Element, address: string, name: string, where: MailPerson['where']): Target[] {
  const kept = address.trim().toLowerCase();
  if (kept.length < 3 || kept.length > 320) return [];
  return [{ anchor, person: { address: kept, name: name.slice(0, 300), where }, print: printOf(anchor) }];
}

/**
 * All places of one document where a chip belongs. In: the document of one frame, its host, whether rows get chips, which senders get
 * none: where such a one is the owner of the mailbox, the recipients count.
 */
export function findTargets(
  doc: Document,
  host: string,
  rows: boolean,
  isNobody: (sender: MailPerson) => boolean,
): Target[] {
  const messages = readSenders(doc, host);
  const bodies = messages.flatMap(({ bodyElement }) => (bodyElement ? [bodyElement] : []));
  const found = [
    ...messages.flatMap((message) => {
      if (!message.certain) return [];
      const { element, from, replyTo = [], sender } = message;
      const elsewhere = [...(sender ? [sender] : []), ...replyTo].map(shown).join(', ').slice(0, 700);
      const own = target(element, from.address, from.name, 'message').map((one) =>
        elsewhere ? { ...one, replyTo: elsewhere } : one,
      );
      if (!own.some(({ person }) => isNobody(person)) || !isFromOwner(doc, host, from.address)) return own;
      const to = message.recipients.slice(0, mostRecipients);
      return [...own, ...to.flatMap((one) => target(one.element, one.address, one.name, 'message'))];
    }),
    ...(rows ? readRows(doc, host) : []).flatMap((row) => target(row.addressElement, row.address, row.name, 'row')),
    ...readCompose(doc, host).flatMap(({ element, address, shared }) =>
      target(element, address, '', 'compose').map((one) => (shared ? { ...one, shared } : one)),
    ),
  ];
  // Nothing of ours is ever drawn inside the words of a mail, whatever an adapter found there.
  return found.filter(({ anchor }) => !bodies.some((body) => body.contains(anchor)));
}

/** The mailbox's own address where the page shows it, within the message's limits. */
export function findOwner(doc: Document, host: string): string | undefined {
  const owner = mailboxOwner(doc, host)?.toLowerCase();
  return owner && owner.length <= 320 ? owner : undefined;
}
