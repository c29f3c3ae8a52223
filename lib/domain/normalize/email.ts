import { disposableDomains, freeMailDomains, roleAccounts } from '../lexicon/email-words.ts';

export type EmailKind = 'personal' | 'role' | 'free' | 'disposable';

/** An address in the form it is compared and kept in: no mailto:, no query, no dot behind it, lower case. In: as written. Out: the address. */
export function normalizeEmail(text: string): string {
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
  const [name = '', domain = ''] = normalizeEmail(address).split(/@(?=[^@]*$)/);
  if (disposableDomains.has(domain)) return 'disposable';
  const box = name.replace(/\+.*$/, '');
  if (isRole(box)) return 'role';
  return freeMailDomains.has(domain) ? 'free' : 'personal';
}

/** `sales`, `info-de`, `sales2`, `team.vertrieb`, `hrd_jw`: a role by itself or with a place or number behind it. */
function isRole(box: string): boolean {
  if (roleAccounts.has(box) || roleAccounts.has(box.replace(/\d+$/, ''))) return true;
  const [first = '', second = '', third] = box.split(/[._-]/);
  if (third !== undefined || !second) return false;
  return (
    (roleAccounts.has(first) && (second.length <= 3 || roleAccounts.has(second))) ||
    (roleAccounts.has(second) && first.length <= 3)
  );
}
