import { addressCarriers, partiesIn, plain } from './address.ts';
import { isHidden } from './header.ts';
import { hintOf, labelOf, splitLabel } from './header-words.ts';

/** Parts of a page that hold no message: the client's own frame, lists to choose from, what is being written. */
const asideParts =
  'nav,aside,footer,[role=banner],[role=navigation],[role=complementary],[role=search],[role=menu],[role=menubar],[role=toolbar],[role=tree],[role=listbox],[role=grid],[role=alert],[role=status],[contenteditable=""],[contenteditable=true],[aria-modal=true],form textarea';

const asideRole = /^(?:banner|navigation|complementary|search|menu|menubar|toolbar|tree|listbox|grid|alert|status)$/;

/** Whether an element is itself such a part, as far as its role or name tells: then nothing in it need be looked at. */
export const isAsideItself = (element: Element): boolean =>
  /^(?:NAV|ASIDE|FOOTER)$/.test(element.tagName) || asideRole.test(element.getAttribute('role') ?? '');

/** Whether an element is in a part of the page that holds no open message. */
export function isAside(element: Element): boolean {
  if (element.closest(asideParts)) return true;
  const header = element.closest('header');
  return header !== null && header.parentElement?.tagName === 'BODY';
}

const bodyName =
  /(?:^|[-_\s])(?:body|bodytext|msgbody|mailbody|messagebody|content|contents|mailcontent|rcmbody|readmsg|text|plaintext|plain|html|htmlpart|document|quote|quoted)(?:$|[-_\s])/;
const notBodyName =
  /header|head(?:$|[-_\s])|toolbar|action|recipient|subject|from|sender|attach|title|label|button|summary|preview|snippet|avatar/;

/** Whether an element's own names say that it is the box of a mail's words. */
export function isBodyNamed(element: Element): boolean {
  if (element.tagName === 'BLOCKQUOTE' || element.getAttribute('role') === 'document') return true;
  const names = ['class', 'id', 'data-testid', 'data-test-id', 'name']
    .map((a) => element.getAttribute(a) ?? '')
    .join(' ')
    .slice(0, 400)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();
  return bodyName.test(names) && !notBodyName.test(names);
}

const neverBody = /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|BUTTON|NAV|HR|BR|IMG|SVG|INPUT|SELECT)$/i;

function isBodyLike(element: Element): boolean {
  if (element.tagName === 'IFRAME') return true;
  if (isBodyNamed(element) && (element.textContent?.trim() || element.querySelector('iframe,img'))) return true;
  if (element.querySelector('iframe,p,br,pre,blockquote')) return true;
  return (element.textContent ?? '').trim().length > 200;
}

/** Whether the first words in an element are a header's label: then the rest of the header stands in it, perhaps with the body. */
function beginsWithLabel(element: Element): boolean {
  const walker = element.ownerDocument.createTreeWalker(element, 5);
  for (let n = 0, node = walker.nextNode(); node && n < 40; n++, node = walker.nextNode()) {
    if (node.nodeType === 1) {
      if (/^(?:to|cc|date|subject|replyTo)$/.test(hintOf(node as Element) ?? '')) return true;
      continue;
    }
    const words = plain(node.nodeValue);
    if (!words) continue;
    const label = labelOf(words) ?? splitLabel(words)?.kind;
    return label !== undefined && label !== 'other';
  }
  return false;
}

function bodyIn(element: Element, depth = 0): Element | undefined {
  if (neverBody.test(element.tagName) || isHidden(element) || element.closest('[role=toolbar],[role=menu]'))
    return undefined;
  if (!isBodyLike(element)) return undefined;
  if (element.tagName === 'IFRAME' || isBodyNamed(element) || !beginsWithLabel(element)) return element;
  if (depth < 4)
    for (const child of element.children) {
      const inner = bodyIn(child, depth + 1);
      if (inner) return inner;
    }
  return undefined;
}

/**
 * The box of a mail's words: the first thing behind the sender that looks like one. In: the sender's element, and where the
 * message ends. Out: the box, or undefined.
 */
export function bodyAfter(sender: Element, limit: Element): Element | undefined {
  let at = sender;
  for (let steps = 0; steps < 25 && at !== limit; steps++) {
    for (let next = at.nextElementSibling; next; next = next.nextElementSibling) {
      const body = bodyIn(next);
      if (body) return body;
    }
    if (!at.parentElement) return undefined;
    at = at.parentElement;
  }
  return undefined;
}

const rowParts = 'tr,li,[role=row],[role=option],[role=listitem],[role=treeitem],[role=gridcell]';

/** How an element is told from others of its kind. */
export const shapeOf = (element: Element): string =>
  `${element.tagName}.${element.getAttribute('role') ?? ''}.${element.classList[0] ?? ''}`;

/** The row of a list that an element stands in: one of three or more alike, each with an address. Out: the row, or undefined. */
export function rowOf(element: Element): Element | undefined {
  let at: Element | null = element;
  for (let steps = 0; at && steps < 12; steps++, at = at.parentElement) {
    const parent: Element | null = at.parentElement;
    if (!parent || parent.children.length < 3) continue;
    if (!at.matches(rowParts) && at.classList.length === 0) continue;
    const shape = shapeOf(at);
    let alike = 0;
    for (const sibling of parent.children) {
      if (shapeOf(sibling) === shape && sibling.querySelector(addressCarriers)) alike += 1;
      if (alike >= 3) break;
    }
    if (alike < 3) continue;
    if (beginsWithLabel(at) || at.querySelector('iframe,h1,h2') || (at.textContent ?? '').length > 600)
      return undefined;
    return at;
  }
  return undefined;
}

const headings =
  'h1,h2,h3,[role=heading],[class*="subject" i],[id*="subject" i],[data-testid*="subject" i],[data-test-id*="subject" i]';

const mostHeadings = 300;

/** What may be a message's subject, in the order of the page. */
export function headingsIn(doc: Document): Element[] {
  return [...doc.querySelectorAll(headings)].slice(0, mostHeadings).filter((heading) => {
    if (/^(?:INPUT|TEXTAREA)$/.test(heading.tagName) || isHidden(heading) || rowLike(heading) || isAside(heading))
      return false;
    const words = (heading.textContent ?? '').trim();
    if (!words || words.length > 1000 || heading.querySelector(addressCarriers)) return false;
    return !labelOf(words) && partiesIn(words).length === 0;
  });
}

/** The subject: the heading nearest before the sender or beside it. In: candidates, the sender's element, what is no part of the header. */
export function headingFor(all: readonly Element[], sender: Element, body: Element | undefined): Element | undefined {
  let best: Element | undefined;
  for (const heading of all) {
    if (body?.contains(heading) || heading.contains(sender) || sender.contains(heading)) continue;
    const isAfterBody = body !== undefined && (body.compareDocumentPosition(heading) & 4) !== 0;
    if (isAfterBody) break;
    best = heading;
  }
  return best;
}

const rowLike = (element: Element): boolean =>
  element.closest('[role=row],[role=option],[role=treeitem],tr.message') !== null;
