import type { MailAdapter } from './adapters/adapter.ts';
import { mailAdapters } from './adapters/registry.ts';
import { addressCarriers, asAddress, partiesIn, partyByAttribute, partyOf, plain } from './address.ts';
import { dateIn, readGeneral } from './general.ts';
import { readCompose as readComposeGeneral, readRowsGeneral } from './general-lists.ts';
import { isHidden, type Parties, partiesOf, readHeader, same } from './header.ts';
import type { ComposeField, MailParty, MailRow, MailSender, OpenMessage, Recipient } from './message.ts';
import { bodyAfter, headingFor, headingsIn } from './places.ts';
import { isSentView } from './sent.ts';

const mostRows = 500;
/** Of a field with recipients. */
const mostText = 20_000;

/** The client of each document, once it is known: no page turns into another client's. */
const clients = new WeakMap<Document, { host: string; adapter: MailAdapter }>();

function adapterAt(doc: Document, host: string): MailAdapter | undefined {
  const known = clients.get(doc);
  if (known?.host === host) return known.adapter;
  const adapter = mailAdapters.find((one) => one.isAt(doc, host.toLowerCase()));
  if (adapter) clients.set(doc, { host, adapter });
  return adapter;
}

/** What may be read of a frame's document: everything, what a client's own frame shows, or nothing as it is a mail's own words. */
function access(doc: Document, adapter: MailAdapter | undefined): 'all' | 'described' | 'nothing' {
  const view = doc.defaultView;
  if (!view || view === view.top) return 'all';
  return adapter?.frames?.test(doc.URL) ? 'described' : 'nothing';
}

/** Selected elements outside the body, in their order. */
function all(root: ParentNode, selector: string | undefined, body?: Element | null): Element[] {
  if (!selector) return [];
  return [...root.querySelectorAll(selector)].filter((element) => !body?.contains(element) && !isHidden(element));
}

function unique<P extends MailParty>(parties: P[]): P[] {
  return parties.filter((p, i) => parties.findIndex((q) => same(q.address, p.address)) === i);
}

const selected = (root: ParentNode, selector: string | undefined, body?: Element | null): MailParty[] =>
  unique(all(root, selector, body).flatMap((element) => partyOf(element) ?? []));

/** The boxes of open messages: the outermost that are told, or what holds a body with a sender before it. */
function boxesOf(doc: Document, adapter: MailAdapter): { box: Element; body?: Element }[] {
  if (adapter.message) {
    const boxes = [...doc.querySelectorAll(adapter.message)].filter((box) => !hiddenAbove(box));
    return boxes
      .filter((box) => !boxes.some((other) => other !== box && other.contains(box)))
      .map((box) => withBody(box, adapter));
  }
  if (!adapter.body) return [];
  const bodies = [...doc.querySelectorAll(adapter.body)].filter((body) => !hiddenAbove(body));
  const outer = bodies.filter((body) => !bodies.some((other) => other !== body && other.contains(body)));
  return outer.flatMap((body) => {
    for (let box = body.parentElement; box; box = box.parentElement) {
      if (outer.some((other) => other !== body && box.contains(other))) return [];
      if (adapter.row && all(box, adapter.row.element, body).length > 0) return [];
      const isFound = all(box, adapter.from, body).some((element) => precedes(element, body) && partyOf(element));
      if (isFound || (box !== doc.body && headerOf(box, body).from)) return [{ box, body }];
      if (box.matches(wholePage)) return [];
    }
    return [];
  });
}

/** Beyond the part of the page that shows messages stand names that are nobody's sender: the owner's, those of rows. */
const wholePage = 'body,main,[role="main"]';

function withBody(box: Element, adapter: MailAdapter): { box: Element; body?: Element } {
  const body = adapter.body ? box.querySelector(adapter.body) : null;
  return { box, ...(body && { body }) };
}

const precedes = (element: Element, other: Element): boolean => (element.compareDocumentPosition(other) & 4) !== 0;

/** A message that the client keeps but does not show. Where styles can be asked (not in tests), classes that hide count too. */
function hiddenAbove(element: Element): boolean {
  if (typeof element.checkVisibility === 'function' && !element.checkVisibility()) return true;
  for (let at: Element | null = element; at; at = at.parentElement) if (isHidden(at)) return true;
  return false;
}

const isOutside = (body: Element | undefined) => (element: Element) =>
  body !== undefined && (element === body || precedes(body, element));

const headerOf = (box: Element, body: Element | undefined) => partiesOf(readHeader(box, isOutside(body)));

const recipientsIn = ({ to, cc }: MailAdapter, box: Element, body: Element | undefined): Recipient[] =>
  [...all(box, to, body), ...all(box, cc, body)].flatMap((element) => {
    const party = partyOf(element);
    return party ? [{ ...party, element }] : [];
  });

/** A message's sender with what else was read on the way to them. */
type Headed = { box: Element; header: ReturnType<typeof readHeader>; read: Parties; who: MailSender };

function senderIn(adapter: MailAdapter, box: Element, told: Element | undefined): Headed[] {
  const described = all(box, adapter.from, told).find((element) => partyOf(element));
  const body = told ?? (described && bodyAfter(described, box));
  const header = readHeader(box, isOutside(body));
  const read = partiesOf(header);
  const element = described ?? read.from?.element;
  const own = described && partyOf(described);
  if (!element || (!own && !read.from)) return [];
  const named = plain(all(box, adapter.fromName, body)[0]?.textContent);
  const from = own
    ? { address: own.address, name: nameFor(own, named, read.from?.party) }
    : (read.from?.party as MailParty);
  const sender = selected(box, adapter.sender, body)[0] ?? read.sender;
  const replyTo = unique([...selected(box, adapter.replyTo, body), ...read.replyTo]).filter(
    (p) => !same(p.address, from.address),
  );
  const who: MailSender = {
    element,
    ...(body && { bodyElement: body }),
    from,
    ...(sender && !same(sender.address, from.address) && { sender }),
    ...(replyTo.length > 0 && { replyTo }),
    recipients: unique(adapter.to ? recipientsIn(adapter, box, body) : read.recipients),
    // Two addresses that both claim to be the sender's leave it open, unless the client's own place for it tells.
    certain: body !== undefined && (own !== undefined || !read.contested),
  };
  return [{ box, header, read, who }];
}

function messageOf(doc: Document, adapter: MailAdapter, { box, header, read, who }: Headed): OpenMessage {
  const body = who.bodyElement;
  const cc = adapter.cc ? selected(box, adapter.cc, body) : unique(read.cc);
  const to = (adapter.to ? selected(box, adapter.to, body) : unique(read.to)).filter(
    (p) => !cc.some((c) => same(c.address, p.address)),
  );
  const subject = subjectOf(doc, adapter, box, body, who.element) || (header.values.subject ?? '');
  const dated = all(box, adapter.date, body)[0];
  const date = dated?.getAttribute('title') || plain(dated?.textContent) || dateIn(box, body) || header.values.date;
  return { ...who, to, cc, subject, ...(date && { date }), sent: false };
}

/** The name beside the sender's address; one that is only the address again is none. */
function nameFor(own: MailParty, told: string, read: MailParty | undefined): string {
  const name = told || own.name || (read && same(read.address, own.address) ? read.name : '');
  return same(name, own.address) ? '' : name.replace(/^["'“”]+|["'“”]+$/g, '');
}

function subjectOf(
  doc: Document,
  adapter: MailAdapter,
  box: Element,
  body: Element | undefined,
  sender: Element,
): string {
  const inBox = all(box, adapter.subject, body)[0];
  if (inBox) return plain(inBox.textContent);
  const described = all(doc, adapter.subject, body).findLast((element) => precedes(element, sender));
  return plain((described ?? headingFor(headingsIn(doc), sender, body))?.textContent);
}

/** What an adapter tells of open messages, and whether the general reader may look where it tells none. */
function described(doc: Document, host: string): { adapter?: MailAdapter; headed: Headed[]; general: boolean } {
  const adapter = adapterAt(doc, host);
  const may = access(doc, adapter);
  if (may === 'nothing' || !doc.body) return { headed: [], general: false };
  if (!adapter) return { headed: [], general: true };
  const headed = boxesOf(doc, adapter).flatMap(({ box, body }) => senderIn(adapter, box, body));
  // A list of a client that is known, and no message: then none is open.
  const opened = adapter.message ?? adapter.body;
  const isList = adapter.row && !(opened && doc.querySelector(opened)) && doc.querySelector(adapter.row.element);
  return { adapter, headed, general: headed.length === 0 && may !== 'described' && !isList };
}

const generally = (doc: Document, host: string, adapter: MailAdapter | undefined): OpenMessage[] =>
  readGeneral(doc, writtenTo(doc, host), adapter?.row ? adapter.row.element : undefined);

/**
 * Who wrote the messages that are open in one frame, in their order. What a mail's own words say of a sender never counts. In: the
 * frame's document, its host. Out: senders; `certain` only where the address is surely the header's. Never throws on page data.
 */
export function readSenders(doc: Document, host: string): MailSender[] {
  const { adapter, headed, general } = described(doc, host);
  return general ? generally(doc, host, adapter) : headed.map(({ who }) => who);
}

/** Whether the owner of the mailbox wrote a message: then it is its recipients that count. In: the frame, the sender's address. */
export function isFromOwner(doc: Document, host: string, address: string): boolean {
  const owner = mailboxOwner(doc, host);
  return (owner !== undefined && same(owner, address)) || isSentView(doc);
}

/** The messages that are open in one frame, as `readSenders` finds them, with all that their headers tell. */
export function readOpenMessages(doc: Document, host: string): OpenMessage[] {
  const { adapter, headed, general } = described(doc, host);
  const found = general
    ? generally(doc, host, adapter)
    : headed.flatMap((one) => (adapter ? messageOf(doc, adapter, one) : []));
  if (found.length === 0) return [];
  const owner = mailboxOwner(doc, host);
  const isOwn = ({ from }: OpenMessage) => owner !== undefined && same(owner, from.address);
  // In a conversation that shows in the folder of sent mail the answers are others'.
  const isAllSent = !found.some(isOwn) && isSentView(doc);
  return found.map((message) => ({
    ...message,
    sent: isOwn(message) || isAllSent,
  }));
}

const writtenTo = (doc: Document, host: string): Element[] => readCompose(doc, host).map(({ element }) => element);

/** The rows of the list that surely carry an address. In: the document of one frame, its host. */
export function readRows(doc: Document, host: string): MailRow[] {
  const adapter = adapterAt(doc, host);
  const may = access(doc, adapter);
  if (may === 'nothing' || adapter?.row === false || !doc.body) return [];
  if (!adapter?.row) return may === 'all' ? readRowsGeneral(doc) : [];
  const { element: selector, address, isSure, isLast } = adapter.row;
  const owner = isLast ? mailboxOwner(doc, host) : undefined;
  return [...doc.querySelectorAll(selector)].slice(0, mostRows).flatMap((element) => {
    const candidates = isLast ? [...element.querySelectorAll(address)].reverse() : [element.querySelector(address)];
    const addressElement =
      candidates.find((c) => c && !same(partyByAttribute(c)?.party.address ?? '', owner ?? ' ')) ?? candidates[0];
    const carried = addressElement && partyByAttribute(addressElement);
    if (!addressElement || !carried || (carried.proof === 'words' && !isSure)) return [];
    return [{ element, addressElement, ...carried.party }];
  });
}

/** The recipients in compose windows. In: the document of one frame, its host. */
export function readCompose(doc: Document, host: string): ComposeField[] {
  const adapter = adapterAt(doc, host);
  const may = access(doc, adapter);
  if (may === 'nothing' || !doc.body) return [];
  if (!adapter?.compose) return may === 'all' ? readComposeGeneral(doc) : [];
  const single = all(doc, adapter.compose).flatMap((element) => {
    const party = partyOf(element);
    return party ? [{ element, address: party.address }] : [];
  });
  return [...single, ...all(doc, adapter.composeText).flatMap(inText)];
}

function inText(element: Element): ComposeField[] {
  const parties = partiesIn((element as HTMLTextAreaElement).value.slice(0, mostText));
  return parties.map(({ address }) => ({ element, address, ...(parties.length > 1 && { shared: true }) }));
}

/** Whether an element is a field that holds recipients as text: what is typed there changes no element of the page. */
export function isRecipientText(doc: Document, host: string, element: Element): boolean {
  const selector = adapterAt(doc, host)?.composeText;
  return selector !== undefined && element.matches(selector);
}

/** Whether a page is a mailbox of a client that is known by its host or its page. Cheap: asked for each page that may be one. */
export function isMailbox(doc: Document, host: string): boolean {
  const adapter = adapterAt(doc, host);
  return adapter !== undefined && access(doc, adapter) !== 'nothing';
}

const accountParts =
  'header, [role="banner"], [class*="account" i], [id*="account" i], [class*="user" i], [id*="user" i], [class*="profile" i]';

/** The owner's own address, where the page shows it in the client's frame (never in a mail). In: document, host. */
export function mailboxOwner(doc: Document, host: string): string | undefined {
  const adapter = adapterAt(doc, host);
  for (const element of adapter?.owner ? doc.querySelectorAll(adapter.owner) : []) {
    const own = ownerIn(element);
    if (own) return own;
  }
  if (adapter?.owner) return undefined;
  for (const element of [...doc.querySelectorAll(accountParts)].slice(0, 40)) {
    if (element.closest('main,[role="main"],article,table,ul,ol,form')) continue;
    const carrier = element.matches(addressCarriers) ? element : element.querySelector(addressCarriers);
    const own =
      (carrier && ownerIn(carrier)) ?? ((element.textContent ?? '').length < 200 ? ownerIn(element) : undefined);
    if (own) return own;
  }
  return undefined;
}

const ownerIn = (element: Element): string | undefined =>
  asAddress(element.textContent) ??
  partyByAttribute(element)?.party.address ??
  partiesIn((element.textContent ?? '').slice(0, 400))[0]?.address;
