import { addressCarriers, partiesIn, plain } from './address.ts';
import { type Header, isHidden, type Named, partiesOf, readHeader } from './header.ts';
import { labelOf, splitLabel } from './header-words.ts';
import type { OpenMessage } from './message.ts';
import { bodyAfter, headingFor, headingsIn, isAside, isAsideItself, isBodyNamed, rowOf, shapeOf } from './places.ts';

/** A place where a header seems to be. */
type Anchor = { element: Element; labelled: boolean };

const mostNodes = 60_000;
const mostAnchors = 60;
/** A page without a header among its first places is none of a mail. */
const mostTries = 12;
const skipped = /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|SVG|SELECT|TEXTAREA)$/i;
const forwarded =
  /forwarded message|original message|weitergeleitete nachricht|ursprüngliche nachricht|message transféré|message d'origine|mensaje reenviado|messaggio inoltrato|原始邮件|转发邮件|原始郵件|転送メッセージ/i;

/** Every place with the label of a sender, or with an address, in the order of the page. */
function anchorsIn(doc: Document): Anchor[] {
  const anchors: Anchor[] = [];
  const root = doc.body;
  if (!root) return anchors;
  const walker = doc.createTreeWalker(root, 5, (node) => {
    if (node.nodeType === 3) return 1;
    const element = node as Element;
    return skipped.test(element.tagName) || isAsideItself(element) || isHidden(element) ? 2 : 1;
  });
  let unlabelled = 0;
  const add = (element: Element) => {
    if (unlabelled++ < mostAnchors) anchors.push({ element, labelled: false });
  };
  for (let n = 0, node = walker.nextNode(); node && n < mostNodes; n++, node = walker.nextNode()) {
    if (node.nodeType === 1) {
      if ((node as Element).matches(addressCarriers)) add(node as Element);
      continue;
    }
    const text = node.nodeValue ?? '';
    const element = node.parentElement;
    if (!element || text.length > 600 || !/[\p{L}@]/u.test(text)) continue;
    const words = plain(text);
    if (labelOf(words) === 'from' || splitLabel(words)?.kind === 'from') {
      if (anchors.length < mostAnchors * 2) anchors.push({ element, labelled: true });
    } else if (words.includes('@') && /[<＜(]/.test(words) && partiesIn(words).length > 0) add(element);
  }
  return anchors;
}

/** Reads one message whose header seems to be at a place. In: the document, what may be its subject, the place. */
function messageAt(
  doc: Document,
  headings: readonly Element[],
  { element: anchor, labelled }: Anchor,
): OpenMessage | undefined {
  let header: Header | undefined;
  let from: Named | undefined;
  let root: Element | null = anchor;
  for (let steps = 0; root && root !== doc.body && steps < 6; steps++, root = root.parentElement) {
    header = readHeader(root, () => false);
    from = partiesOf(header).from;
    if (from && (labelled ? from.kind === 'from' : anchor.contains(from.element) || from.element.contains(anchor)))
      break;
    from = undefined;
  }
  if (!from || !root || root === doc.body) return undefined;
  const body = bodyAfter(from.element, doc.documentElement);
  const region = regionOf(from.element, body) ?? root;
  const whole = readHeader(
    region,
    (element) => body !== undefined && (element === body || (body.compareDocumentPosition(element) & 4) !== 0),
  );
  const parties = partiesOf(whole);
  const sender = parties.from ?? from;
  const heading = headingFor(headings, sender.element, body);
  const subject = whole.values.subject ?? plain(heading?.textContent);
  const date = dateIn(region, body) ?? whole.values.date;
  const shownWithBrackets = whole.named.filter((n) => n.party.name !== '' && n.proof === 'words').length > 1;
  const proven = sender.proof !== 'words' || (shownWithBrackets && sender.party.name !== '');
  return {
    element: sender.element,
    ...(body && { bodyElement: body }),
    from: sender.party,
    ...(parties.sender && { sender: parties.sender }),
    ...(parties.replyTo.length > 0 && { replyTo: parties.replyTo }),
    recipients: parties.recipients,
    to: parties.to,
    cc: parties.cc,
    subject,
    ...(date && { date }),
    sent: false,
    certain: labelled && proven && !parties.contested && body !== undefined && subject !== '' && whole.named.length > 1,
  };
}

/** The smallest element that holds sender and body; the whole header is in it, before the body. */
function regionOf(sender: Element, body: Element | undefined): Element | undefined {
  for (let at: Element | null = body?.parentElement ?? null; at; at = at.parentElement)
    if (at.contains(sender)) return at;
  return undefined;
}

/** The date in a header: a machine's own form first. In: header, body. */
export function dateIn(region: Element, body: Element | undefined): string | undefined {
  for (const time of region.querySelectorAll('time[datetime]'))
    if (!body?.contains(time)) return time.getAttribute('datetime') ?? undefined;
  return undefined;
}

/** Whether an element is in the words of a mail, as far as names tell; what holds the subject too is the whole message. */
function isInBody(element: Element, heading: Element | undefined): boolean {
  for (let at: Element | null = element; at && at.tagName !== 'BODY'; at = at.parentElement) {
    if (heading && at.contains(heading)) return false;
    if (isBodyNamed(at)) return true;
  }
  return false;
}

function isForwarded(element: Element): boolean {
  let at: Element | null = element;
  for (let steps = 0; at && steps < 4; steps++, at = at.parentElement) {
    const before = at.previousElementSibling ?? at.previousSibling;
    if (before && forwarded.test((before.textContent ?? '').slice(-200))) return true;
  }
  return false;
}

/** From a common ancestor down to an element: the kinds of elements passed. */
function pathTo(element: Element, ancestor: Element): string {
  const path: string[] = [];
  for (let at: Element | null = element; at && at !== ancestor; at = at.parentElement) path.push(shapeOf(at));
  return path.reverse().join('>');
}

/** Whether two headers belong to messages of one conversation: they stand alike in boxes that the client made alike. */
function isAlike(a: Element, b: Element): boolean {
  let common: Element | null = a;
  while (common && !common.contains(b)) common = common.parentElement;
  if (!common) return false;
  const [x, y] = [pathTo(a, common), pathTo(b, common)];
  const [box] = x.split('>');
  return x === y && box !== undefined && (/^(?:ARTICLE|LI|SECTION)/.test(box) || !/^\w+\.\.$/.test(box));
}

/**
 * Reads open messages of a client nobody described: the first header on the page, and those of the same conversation. A
 * header further down is a mail's own words, unless it stands just as the first does. In: a document, elements that are somebody else's
 * (recipients being written to), what its rows are where that is known. Out: messages.
 */
export function readGeneral(doc: Document, taken: readonly Element[], rows?: string): OpenMessage[] {
  const anchors = anchorsIn(doc);
  const headings = anchors.length > 0 ? headingsIn(doc) : [];
  const found: OpenMessage[] = [];
  let tries = 0;
  let last: Anchor | undefined;
  for (const anchor of anchors) {
    const isRead = found.some(
      (m) =>
        m.bodyElement?.contains(anchor.element) ||
        (m.bodyElement && !(m.bodyElement.compareDocumentPosition(anchor.element) & 4)),
    );
    if (
      isRead ||
      isAside(anchor.element) ||
      (rows && anchor.element.closest(rows)) ||
      taken.some((t) => t.contains(anchor.element)) ||
      (!anchor.labelled && rowOf(anchor.element))
    )
      continue;
    if (last && !isAlike(last.element, anchor.element)) continue;
    const heading = headingFor(headings, anchor.element, undefined);
    if (isInBody(anchor.element, heading) || isForwarded(anchor.element)) continue;
    tries += 1;
    if (tries > mostTries + found.length) break;
    const message = messageAt(doc, headings, anchor);
    if (!message || (!anchor.labelled && !(message.bodyElement && message.subject))) continue;
    found.push(message);
    last ??= anchor;
    if (!message.bodyElement) break;
  }
  return found;
}
