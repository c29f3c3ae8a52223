import { disposableDomains, freeMailDomains, roleAccounts } from '../lexicon/email-words.ts';

export type EmailKind = 'personal' | 'role' | 'free' | 'disposable';

/** What nothing below changes. */
const isPlain = /^[a-z0-9_+-]+(?:\.[a-z0-9_+-]+)*@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

/** An address in the form it is compared and kept in: no mailto:, no query, no dot behind it, lower case. In: as written. Out: the address. */
export function normalizeEmail(text: string): string {
  // Lists of 100,000 leads ask again and again, and what is kept is in this form already.
  if (isPlain.test(text)) return text;
  let plain = text.trim().replace(/^<+|>+$/g, '');
  while (/^mailto:/i.test(plain)) plain = plain.slice(7).trim();
  if (/%[0-9a-f]{2}/i.test(plain)) {
    try {
      plain = decodeURIComponent(plain);
    } catch (cause) {
      // a per cent sign that codes nothing is part of the address; anything else is not ours to hide
      if (!(cause instanceof URIError)) throw cause;
    }
  }
  return plain
    .replace(/(@[^?]*)\?.*$/s, '$1')
    .normalize('NFC')
    .replace(/\s+/g, '')
    .replace(/[.,;:>)\]]+$/, '')
    .toLowerCase();
}

/** What kind of address it is. In: an address. Out: a person's at their firm, a role account, a free-mail or a throw-away one. */
export function emailKind(address: string): EmailKind {
  const plain = normalizeEmail(address);
  const at = plain.lastIndexOf('@');
  const name = at < 0 ? plain : plain.slice(0, at);
  const domain = at < 0 ? '' : plain.slice(at + 1);
  if (disposableDomains.has(domain)) return 'disposable';
  const tag = name.indexOf('+');
  const box = tag < 0 ? name : name.slice(0, tag);
  if (isRole(box)) return 'role';
  return freeMailDomains.has(domain) ? 'free' : 'personal';
}

/** `sales`, `info-de`, `sales2`, `team.vertrieb`, `hrd_jw`: a role by itself or with a place or number behind it. */
function isRole(box: string): boolean {
  if (roleAccounts.has(box)) return true;
  let end = box.length;
  while (isDigit(box.charCodeAt(end - 1))) end -= 1;
  if (end < box.length && roleAccounts.has(box.slice(0, end))) return true;
  const at = box.search(/[._-]/);
  if (at < 0) return false;
  const first = box.slice(0, at);
  const second = box.slice(at + 1);
  if (!second || /[._-]/.test(second)) return false;
  return (
    (first.length <= 3 && roleAccounts.has(second)) ||
    (roleAccounts.has(first) && (second.length <= 3 || roleAccounts.has(second)))
  );
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
