import type { MailParty } from './message.ts';

const whole =
  /^[^\s@<>()[\]{},;:"'“”«»]{1,64}@[^\s@<>()[\]{},;:"'“”«»/\\]{1,253}\.[^\s@<>()[\]{},;:"'“”«»/\\.\d][^\s@<>()[\]{},;:"'“”«»/\\.]*$/u;
const inBrackets = /[<＜‹〈(（[]\s*([^\s<>()[\]＜＞（）‹›〈〉]+@[^\s<>()[\]＜＞（）‹›〈〉]+)\s*[>＞›〉)）\]]/gu;
/** Signs that turn the direction of text or show nothing. */
const unseen = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;

/** White space folded, signs that nobody sees taken out. */
export const plain = (text: string | null | undefined): string =>
  (text ?? '')
    .slice(0, 2000)
    .replace(unseen, '')
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim();

/** An address as written, or nothing. In: any text. */
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
    .replace(/^[\s"'“”„«»‘’,;:：<＜(（[]+|[\s"'“”„«»‘’,;:：<>＜＞(（[]+$/gu, '')
    .slice(0, 300);

/** Reads `Name <address>`, or a bare address. The last bracketed address counts: what stands before it is a name, though it look like an address. */
export function partyOf(text: string | null | undefined): MailParty | undefined {
  const said = plain(text);
  if (!said.includes('@')) return undefined;
  const last = [...said.matchAll(inBrackets)].at(-1);
  const address = asAddress(last?.[1]);
  if (last && address) return { name: asName(said.slice(0, last.index)), address };
  const bare = asAddress(said);
  return bare ? { name: '', address: bare } : undefined;
}

/** Attributes in which mail clients keep an address, the machine's own first. */
const kept = ['email', 'data-hovercard-id', 'data-email', 'data-address', 'data-mail', 'data-addr', 'data-recipient'];
const shown = ['title', 'aria-label', 'data-tooltip', 'data-title'];
export const addressCarriers = [
  ...kept.map((a) => `[${a}*="@"]`),
  'a[href^="mailto:" i]',
  ...shown.map((a) => `[${a}*="@"]`),
].join(',');

/** What an element itself tells: its address by attribute. Text is asked by whoever knows that it is the header's. */
export function partyByAttribute(element: Element): MailParty | undefined {
  for (const attribute of kept) {
    const address = asAddress(element.getAttribute(attribute));
    if (address) return { name: nameBeside(element, address), address };
  }
  const mailto = element.getAttribute('href');
  const linked = mailto && /^mailto:/i.test(mailto) ? asAddress(decoded(mailto)) : undefined;
  if (linked) return { name: nameBeside(element, linked), address: linked };
  for (const attribute of shown) {
    const party = partyOf(element.getAttribute(attribute));
    if (party) return { name: party.name || nameBeside(element, party.address), address: party.address };
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
  const named = asName(element.getAttribute('name') ?? element.getAttribute('data-name') ?? '');
  if (named && named !== address) return named;
  const said = plain(element.textContent);
  const party = partyOf(said);
  const words = party && party.address.toLowerCase() === address.toLowerCase() ? party.name : asName(said);
  return words.toLowerCase() === address.toLowerCase() ? '' : words;
}
