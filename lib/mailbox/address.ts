import type { MailParty } from './message.ts';

const whole =
  /^[^\s@<>()[\]{},;:"“”«»]{1,64}@[^\s@<>()[\]{},;:"'“”«»/\\]{1,253}\.[^\s@<>()[\]{},;:"'“”«»/\\.\d][^\s@<>()[\]{},;:"'“”«»/\\.]*$/u;
const bracketed =
  /[<＜‹〈(（[]\s*(?:mailto:)?([^\s<>()[\]＜＞（）‹›〈〉]+@[^\s<>()[\]＜＞（）‹›〈〉]+)\s*[>＞›〉)）\]]/gu;
const separators = /[,;，；、]/u;
/** Signs that turn the direction of text or show nothing. */
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;

/** White space folded, signs that nobody sees taken out. */
export const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .slice(0, 2000)
    .replace(unseen, '')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();

/** An address as written, or nothing. In: a text. */
export function asAddress(text: string | null | undefined): string | undefined {
  const said = plain(text)
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/s, '')
    .replace(/^["'<＜]+|["'>＞,;.]+$/g, '');
  return whole.test(said) ? said : undefined;
}

/** A name without the quotes, brackets and separators around it. */
export const asName = (text: string): string =>
  plain(text)
    .replace(/^[\s"'“”„«»‘’,;:：，；、<＜‹〈|•·-]+|[\s"'“”„«»‘’,;:：，；、<＜‹〈>＞›〉|•·-]+$/gu, '')
    .replace(/^\((.*)\)$/u, '$1')
    .replace(/<[^<>]*$/, '$&>')
    .slice(0, 300);

/**
 * Everybody a text names: `Name <address>, …` or bare addresses. What stands in brackets counts; what stands before it is a
 * name, though it look like an address. In: a text. Out: in their order.
 */
export function partiesIn(text: string): MailParty[] {
  const said = plain(text);
  const found: MailParty[] = [];
  const addBare = (piece: string) => {
    for (const part of piece.split(separators)) {
      const address = asAddress(part) ?? part.split(' ').map(asAddress).find(Boolean);
      if (address) found.push({ name: asName(part.replace(address, '')), address });
    }
  };
  let at = 0;
  let from = 0;
  for (const m of said.matchAll(bracketed)) {
    const address = asAddress(m[1]);
    if (!address) continue;
    let before = said.slice(at, m.index);
    const first = /^\s*([^,;，；、]+)[,;，；、]\s*(\S.*)$/su.exec(before.replace(/^[\s,;，；、]+/u, ''));
    if (first && asAddress(first[1])) {
      addBare(first[1] ?? '');
      before = first[2] ?? '';
    }
    // Two in brackets without a separator between: the first is part of the name that somebody gave themselves.
    const isNamed = at > 0 && before.trim() === '' && found.length > 0;
    if (isNamed) found.pop();
    else from = at;
    found.push({ name: asName(isNamed ? said.slice(from, m.index) : before), address });
    at = m.index + m[0].length;
  }
  addBare(said.slice(at));
  return found;
}

/** Attributes for machines, in which mail clients keep an address. */
const kept = ['email', 'data-hovercard-id', 'data-email', 'data-address', 'data-mail', 'data-addr', 'e', 'addr'];
/** Attributes that are shown or read out: they may only repeat the words. */
const shown = ['title', 'aria-label', 'data-tooltip', 'data-title', 'data-original-title'];
/** Selector of every element that may carry an address by an attribute. */
export const addressCarriers = `${[...kept, ...shown].map((a) => `[${a}*="@"]`).join(',')},a[href^="mailto:" i]`;

export type Carried = { party: MailParty; proof: 'attribute' | 'words' };
/** An element with more words than this is no one's name: what its attribute says is of all that stands in it. */
const mostWords = 320;

/** What an element itself tells by its attributes. Out: who, and whether that is more than its words say again. */
export function partyByAttribute(element: Element): Carried | undefined {
  for (const attribute of kept) {
    const address = asAddress(element.getAttribute(attribute));
    if (address) return { party: { name: nameBeside(element, address), address }, proof: 'attribute' };
  }
  const href = element.getAttribute('href');
  const linked = href && /^mailto:/i.test(href) ? asAddress(decoded(href)) : undefined;
  if (linked) return { party: { name: nameBeside(element, linked), address: linked }, proof: 'attribute' };
  for (const attribute of shown) {
    const said = element.getAttribute(attribute);
    if (!said?.includes('@')) continue;
    const [party, more] = partiesIn(said.replace(/^[^:：@<]{1,30}[:：]\s*/u, ''));
    if (!party || more || (element.textContent ?? '').length > mostWords) continue;
    const words = plain(element.textContent);
    const mirrored = words !== '' && plain(said) === words;
    const name = party.name || nameBeside(element, party.address);
    return { party: { name, address: party.address }, proof: mirrored ? 'words' : 'attribute' };
  }
  return undefined;
}

function decoded(href: string): string {
  const rest = href.replace(/^mailto:/i, '').replace(/\?.*$/s, '');
  try {
    return decodeURIComponent(rest);
  } catch {
    // a stray per cent sign: the address is as it stands
    return rest;
  }
}

/** The name shown for an address: an attribute, or the element's words without the address. */
function nameBeside(element: Element, address: string): string {
  for (const attribute of ['name', 'data-name', 'n']) {
    const named = asName(element.getAttribute(attribute) ?? '');
    if (named && named.toLowerCase() !== address.toLowerCase()) return named;
  }
  const words = plain(element.textContent);
  if (words.length > mostWords) return '';
  const at = words.toLowerCase().lastIndexOf(address.toLowerCase());
  const name = asName(at < 0 ? words : `${words.slice(0, at)} ${words.slice(at + address.length)}`);
  return name;
}

/** Whom one element names: by attribute, else by its words. */
export const partyOf = (element: Element): MailParty | undefined =>
  partyByAttribute(element)?.party ?? partiesIn((element.textContent ?? '').slice(0, mostWords * 2)).at(-1);
