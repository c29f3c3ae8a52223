export type EmailKind = 'personal' | 'role' | 'free' | 'disposable';

/** An address in the form it is compared and kept in: no mailto:, no query, lower case. In: as written. Out: the address. */
export function normalizeEmail(text: string): string {
  return text
    .trim()
    .replace(/^mailto:/i, '')
    .replace(/\?.*$/, '')
    .toLowerCase();
}

/** What kind of address it is. In: an address. Out: a person's at their firm, a role account, a free-mail or a throw-away one. */
export function emailKind(address: string): EmailKind {
  return /^(?:info|office|contact|sales|support|kontakt|mail)@/.test(address) ? 'role' : 'personal';
}
