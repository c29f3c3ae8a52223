import type { MailAdapter } from './adapters/adapter.ts';
import { mailAdapters } from './adapters/registry.ts';
import { addressCarriers, asAddress, partyByAttribute, partyOf, plain } from './address.ts';
import type { ComposeField, MailParty, MailRow, OpenMessage } from './message.ts';

const mostRows = 500;

const adapterAt = (doc: Document, host: string): MailAdapter | undefined =>
  mailAdapters.find((adapter) => adapter.isAt(doc, host.toLowerCase()));

/** The party an element of the header tells, by attribute first, else by its words. */
const partyIn = (element: Element): MailParty | undefined => partyByAttribute(element) ?? partyOf(element.textContent);

function all(root: ParentNode, selector: string | undefined, not?: Element | null): Element[] {
  if (!selector) return [];
  return [...root.querySelectorAll(selector)].filter((element) => !not?.contains(element));
}

function parties(root: ParentNode, selector: string | undefined, body?: Element | null): MailParty[] {
  const seen = new Set<string>();
  return all(root, selector, body).flatMap((element) => {
    const party = partyIn(element);
    if (!party || seen.has(party.address.toLowerCase())) return [];
    seen.add(party.address.toLowerCase());
    return [party];
  });
}

/** The messages that are open on a page, in their order. In: the document of one frame, its host. Never throws on what the page holds. */
export function readOpenMessages(doc: Document, host: string): OpenMessage[] {
  const adapter = adapterAt(doc, host);
  if (!adapter?.from) return [];
  const { from: selector } = adapter;
  const boxes = adapter.message ? all(doc, adapter.message) : [doc.documentElement];
  return boxes.flatMap((box): OpenMessage[] => {
    const body = adapter.body ? box.querySelector(adapter.body) : null;
    const element = all(box, selector, body).find((candidate) => partyIn(candidate));
    const from = element && partyIn(element);
    if (!element || !from) return [];
    const replyTo = parties(box, adapter.replyTo, body).filter(
      (p) => p.address.toLowerCase() !== from.address.toLowerCase(),
    );
    const sender = parties(box, adapter.sender, body)[0];
    const date = plain(all(box, adapter.date, body)[0]?.textContent);
    return [
      {
        element,
        ...(body && { bodyElement: body }),
        from,
        ...(sender && { sender }),
        ...(replyTo.length > 0 && { replyTo }),
        to: parties(box, adapter.to, body),
        cc: parties(box, adapter.cc, body),
        subject: plain(all(box, adapter.subject, body)[0]?.textContent),
        ...(date && { date }),
        sent: adapter.isSent?.(doc) ?? false,
        certain: true,
      },
    ];
  });
}

/** The rows of the list that surely carry an address. In: the document of one frame, its host. */
export function readRows(doc: Document, host: string): MailRow[] {
  const adapter = adapterAt(doc, host);
  if (!adapter?.row) return [];
  const { element: selector, address } = adapter.row;
  const sent = adapter.isSent?.(doc) ?? false;
  return [...doc.querySelectorAll(selector)].slice(0, mostRows).flatMap((element) => {
    const addressElement = element.querySelector(address);
    const party = addressElement && partyByAttribute(addressElement);
    return addressElement && party ? [{ element, addressElement, ...party, sent }] : [];
  });
}

/** The recipients in compose windows. In: the document of one frame, its host. */
export function readCompose(doc: Document, host: string): ComposeField[] {
  const adapter = adapterAt(doc, host);
  return all(doc, adapter?.compose).flatMap((element) => {
    const party = partyIn(element);
    return party ? [{ element, address: party.address }] : [];
  });
}

/** Whether a page is a mailbox. Cheap: asked for each page that may be one. */
export function isMailbox(doc: Document, host: string): boolean {
  return adapterAt(doc, host) !== undefined;
}

/** The owner's own address, where the page shows it. */
export function mailboxOwner(doc: Document, host: string): string | undefined {
  const owner = adapterAt(doc, host)?.owner;
  const element = owner
    ? doc.querySelector(owner)
    : doc.querySelector(`[class*="username"], [class*="account"] ${addressCarriers.split(',')[0]}`);
  return element ? (partyIn(element)?.address ?? asAddress(element.textContent)) : undefined;
}
