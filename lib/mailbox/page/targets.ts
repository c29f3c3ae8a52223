import type { MailPerson } from '../../messaging/protocol.ts';
import type { MailParty } from '../message.ts';
import { mailboxOwner, readCompose, readRows, readSenders } from '../reader.ts';

/** A place for a chip, and whose it is. */
export type Target = {
  /** The element that tells the person; the chip stands beside it. */
  anchor: Element;
  person: MailPerson;
  /** What the anchor told when it was read: when that changes, the chip may not stay. */
  print: string;
  replyTo?: string;
};

const telling = ['title', 'href', 'email', 'data-email', 'data-hovercard-id', 'data-address', 'aria-label'];

/** What an element tells by its words and attributes, for noticing that it tells something else now. */
export function printOf(anchor: Element): string {
  return `${anchor.textContent ?? ''}|${telling.map((name) => anchor.getAttribute(name) ?? '').join('|')}`;
}

const shown = ({ name, address }: MailParty) => (name ? `${name} <${address}>` : address);

/** Keeps what does not fit the message's limits out of it: the page may hold anything. */
function target(anchor: Element, address: string, name: string, where: MailPerson['where']): Target[] {
  const kept = address.trim().toLowerCase();
  if (kept.length < 3 || kept.length > 320) return [];
  return [{ anchor, person: { address: kept, name: name.slice(0, 300), where }, print: printOf(anchor) }];
}

/** All places of one document where a chip belongs. In: the document of one frame, its host, whether rows get chips. */
export function findTargets(doc: Document, host: string, rows: boolean): Target[] {
  const messages = readSenders(doc, host);
  const bodies = messages.flatMap(({ bodyElement }) => (bodyElement ? [bodyElement] : []));
  const found = [
    ...messages.flatMap((message) => {
      if (!message.certain) return [];
      const { element, from, replyTo = [], sender } = message;
      const elsewhere = [...(sender ? [sender] : []), ...replyTo].map(shown).join(', ').slice(0, 700);
      return target(element, from.address, from.name, 'message').map((one) =>
        elsewhere ? { ...one, replyTo: elsewhere } : one,
      );
    }),
    ...(rows ? readRows(doc, host) : []).flatMap((row) => target(row.addressElement, row.address, row.name, 'row')),
    ...readCompose(doc, host).flatMap((field) => target(field.element, field.address, '', 'compose')),
  ];
  const anchors = new Set<Element>();
  return found.filter(({ anchor }) => {
    // Nothing of ours is ever drawn inside the words of a mail, whatever an adapter found there.
    if (anchors.has(anchor) || bodies.some((body) => body.contains(anchor))) return false;
    anchors.add(anchor);
    return true;
  });
}

/** The mailbox's own address where the page shows it, within the message's limits. */
export function findOwner(doc: Document, host: string): string | undefined {
  const owner = mailboxOwner(doc, host)?.toLowerCase();
  return owner && owner.length <= 320 ? owner : undefined;
}
