import { addressCarriers, asAddress, asName, partiesIn, partyByAttribute, plain } from './address.ts';
import { type HeaderKind, hintOf, labelOf, onBehalf, sentBy, splitLabel } from './header-words.ts';
import type { MailParty, Recipient } from './message.ts';

/** Somebody named in a header: under which label, in which element, and whether the address is the machine's own. */
export type Named = {
  kind: HeaderKind | undefined;
  party: MailParty;
  element: Element;
  /** By an attribute for machines, or in an element of its own beside the name. Words alone may be a name that looks like an address. */
  proof: 'attribute' | 'element' | 'words';
  /** The words between the one before and this. */
  between: string;
};

export type Header = { named: Named[]; values: Partial<Record<HeaderKind, string>> };

const skipped = /^(?:SCRIPT|STYLE|TEMPLATE|NOSCRIPT|SVG|SELECT|TEXTAREA|INPUT|IFRAME|OBJECT|CANVAS)$/i;
const mostNodes = 4000;

export const isHidden = (element: Element): boolean =>
  element.hasAttribute('hidden') || /display:\s*none/i.test(element.getAttribute('style') ?? '');

/**
 * Reads a header from its beginning to its end: labels, names, addresses, in the order in which they stand.
 * In: the element that holds it, and what is not part of it (the body). Out: who is named under which label, and what other labels say.
 */
export function readHeader(root: Element, isOutside: (element: Element) => boolean): Header {
  const named: Named[] = [];
  const values: Header['values'] = {};
  let kind: HeaderKind | undefined;
  let pending = '';
  let seen = 0;

  const add = (party: MailParty, element: Element, proof: Named['proof']) => {
    const last = named.findLast((n) => n.kind === kind && same(n.party.address, party.address));
    if (last) {
      if (party.name.length > last.party.name.length) last.party = { ...last.party, name: party.name };
      if (last.proof === 'words' && proof !== 'words') last.proof = proof;
    } else {
      const name = party.name || asName(pending.replace(/^.*(?:[,;，；、]|[(（]\s*由\s)/su, ''));
      named.push({
        kind,
        party: { name: asAddress(name) === party.address ? '' : name, address: party.address },
        element,
        proof,
        between: pending,
      });
    }
    pending = '';
  };

  const onText = (raw: string, element: Element) => {
    let text = plain(raw);
    if (!text) return;
    const label = labelOf(text);
    if (label) {
      kind = label;
      pending = '';
      return;
    }
    const split = splitLabel(text);
    if (split) {
      kind = split.kind;
      pending = '';
      text = split.rest;
    }
    const parties = text.includes('@') ? partiesIn(text) : [];
    // A name that is itself an address, in an element of its own, stands before the address that counts.
    for (const party of parties) {
      const alone = parties.length === 1 && !party.name && plain(element.textContent) === text && element !== root;
      add(party, element, alone && asName(pending) !== '' ? 'element' : 'words');
    }
    if (parties.length === 0) {
      if ((kind === 'date' || kind === 'subject') && values[kind] === undefined) values[kind] = text.slice(0, 500);
      pending = `${pending} ${text}`.slice(-300);
    }
  };

  const visit = (node: Node) => {
    seen += 1;
    if (seen > mostNodes) return;
    if (node.nodeType === 3) {
      if (node.parentElement) onText(node.nodeValue ?? '', node.parentElement);
      return;
    }
    if (node.nodeType !== 1) return;
    const element = node as Element;
    if (skipped.test(element.tagName) || isOutside(element) || isHidden(element)) return;
    const before = kind;
    const hint = hintOf(element);
    const isInOwn = hint !== undefined && hint !== kind;
    if (isInOwn) {
      kind = hint;
      pending = '';
    }
    const own = partyByAttribute(element);
    // Where a smaller element in it carries an address too, that one counts.
    if (own && !element.querySelector(addressCarriers)) add(own.party, element, own.proof);
    else for (const child of element.childNodes) visit(child);
    if (isInOwn) kind = before;
  };
  visit(root);
  return { named, values };
}

export const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

export type Parties = {
  from?: Named;
  sender?: MailParty;
  replyTo: MailParty[];
  to: MailParty[];
  cc: MailParty[];
  recipients: Recipient[];
  /** More than one address claims to be the sender's. */
  contested: boolean;
};

/** Who is who in a header that was read. */
export function partiesOf({ named }: Header): Parties {
  const of = (kind: HeaderKind) => named.filter((n) => n.kind === kind);
  const unlabelled = named.filter((n) => n.kind === undefined);
  const labelled = of('from');
  const [first, second, ...more] =
    labelled.length > 0 ? labelled : unlabelled.length > 0 ? unlabelled.slice(0, 1) : of('sender');
  const list = (kind: HeaderKind) => of(kind).map((n) => n.party);
  let from = first;
  let sender = list('sender').find((p) => !first || !same(p.address, first.party.address));
  let contested = false;
  if (first && second) {
    if (onBehalf.test(second.between)) {
      from = second;
      sender = first.party;
      contested = more.length > 0;
    } else if (sentBy.test(second.between)) {
      sender = second.party;
      contested = more.length > 0;
    } else if (first.proof === 'words' && second.proof === 'element') {
      // the name looks like an address: what stands in an element of its own behind it is the address
      from = { ...second, party: { name: first.party.address, address: second.party.address } };
      contested = true;
    } else contested = true;
  }
  return {
    ...(from && { from }),
    ...(sender && { sender }),
    replyTo: list('replyTo'),
    to: list('to'),
    cc: [...list('cc')],
    recipients: [...of('to'), ...of('cc')].map(({ party, element }) => ({ ...party, element })),
    contested,
  };
}
