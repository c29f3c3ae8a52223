import { addressCarriers, partyByAttribute, plain } from './address.ts';
import { isHidden, same } from './header.ts';
import type { ComposeField, MailRow } from './message.ts';
import { isBodyNamed, rowOf } from './places.ts';

const most = 500;

/**
 * The rows of a list in a client nobody described: alike, three or more, each with one address for machines. An address that
 * only repeats the words shown may be a name that looks like one. In: a document. Out: rows.
 */
export function readRowsGeneral(doc: Document): MailRow[] {
  const rows = new Map<Element, MailRow | undefined>();
  for (const addressElement of [...doc.querySelectorAll(addressCarriers)].slice(0, most * 2)) {
    const carried = partyByAttribute(addressElement);
    if (!carried || addressElement.closest('[contenteditable="true"]')) continue;
    const element = rowOf(addressElement);
    if (!element || element.closest('nav,[role="navigation"],[role="menu"]') || isInWords(element)) continue;
    const known = rows.get(element);
    const { party, proof } = carried;
    if (rows.has(element)) {
      // Two addresses in one row: whose row it is nobody can say.
      if (!known || !same(known.address, party.address)) rows.set(element, undefined);
      continue;
    }
    if (proof === 'words') continue;
    rows.set(element, { element, addressElement, ...party });
    if (rows.size >= most) break;
  }
  const found = [...rows.values()].filter((row) => row !== undefined);
  return found.length >= 3 ? found : [];
}

function isInWords(element: Element): boolean {
  for (let at: Element | null = element.parentElement; at && at.tagName !== 'BODY'; at = at.parentElement) {
    if (at.matches('[role="grid"],[role="listbox"],[role="list"],[role="table"]')) return false;
    if (isBodyNamed(at) && at.querySelector('h1,h2,iframe') === null && (at.textContent ?? '').length > 0)
      return !at.matches('main,[role="main"]');
  }
  return false;
}

const subjectField = 'input[name*="subject" i],input[id*="subject" i],input[aria-label],input[placeholder]';
const subjectWord =
  /subject|betreff|objet|asunto|oggetto|assunto|onderwerp|emne|ämne|aihe|temat|předmět|tárgy|тема|konu|θέμα|الموضوع|נושא|主题|主旨|標題|标题|件名|제목/i;
const writing = '[contenteditable="true"],[contenteditable=""],textarea,iframe';

/** The recipients in compose windows of a client nobody described: beside a field for the subject and one to write in. */
export function readCompose(doc: Document): ComposeField[] {
  const found = new Map<Element, ComposeField>();
  for (const field of doc.querySelectorAll(subjectField)) {
    const words = ['name', 'id', 'aria-label', 'placeholder'].map((a) => field.getAttribute(a) ?? '').join(' ');
    if (!subjectWord.test(words) || isHidden(field)) continue;
    let box: Element | null = field.parentElement;
    for (let steps = 0; box && steps < 8 && !box.querySelector(writing); steps++) box = box.parentElement;
    for (const element of box?.querySelectorAll(addressCarriers) ?? []) {
      if (element.closest('textarea,iframe') || isWritten(element) || !precedesBody(element, box)) continue;
      const address = partyByAttribute(element)?.party.address;
      if (address && !found.has(element) && plain(address)) found.set(element, { element, address });
    }
  }
  return [...found.values()];
}

const isWritten = (element: Element): boolean =>
  element.parentElement?.closest('[contenteditable]:not([role="textbox"]):not([role="combobox"])') !== null;

/** Recipients stand before the words that are being written. */
function precedesBody(element: Element, box: Element | null): boolean {
  const last = [...(box?.querySelectorAll(writing) ?? [])].at(-1);
  return !last || (element.compareDocumentPosition(last) & 4) !== 0;
}
