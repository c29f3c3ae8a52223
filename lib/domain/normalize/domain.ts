import { getDomain, parse } from 'tldts';
import { freeMailDomains } from '../lexicon/email-words.ts';

/** The registrable domain of a web address, host or e-mail address. In: one of them. Out: `example.co.uk`, or undefined. */
export function domainOf(text: string): string | undefined {
  const host = text.includes('@') && !text.includes('://') ? text.slice(text.lastIndexOf('@') + 1) : text;
  return getDomain(host.trim()) ?? undefined;
}

/** Whether a domain belongs to a provider of mailboxes for everybody. In: a domain. */
export function isFreeMailDomain(domain: string): boolean {
  return freeMailDomains.has(domain.toLowerCase());
}

/** Reserved for examples and tests (RFC 2606): on no public list, and read like any other. */
const reserved = /[^.]\.(?:example|test)$/i;

/** Whether a host ends in a suffix of the public list or a reserved one, with a name before it. In: a host. */
export function hasKnownSuffix(host: string): boolean {
  if (reserved.test(host)) return true;
  const parsed = parse(host.toLowerCase(), { extractHostname: false });
  return Boolean(parsed.domain && (parsed.isIcann || parsed.isPrivate));
}

/** A company's own domain: one at a provider of mailboxes says nothing about the firm. In: a domain or website, or nothing. Out: it, or ''. */
export function ownDomain(text: string | undefined): string {
  if (!text) return '';
  const domain = domainOf(text) ?? text;
  return isFreeMailDomain(domain) ? '' : text;
}
