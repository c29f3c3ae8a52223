import { linkKey } from './link-key.ts';
import { companyKey } from './normalize/company.ts';
import { domainOf, isFreeMailDomain } from './normalize/domain.ts';
import { normalizeEmail } from './normalize/email.ts';
import { fold } from './normalize/fold.ts';
import { nameKey, parseName } from './normalize/name.ts';
import { isPlatformDomain } from './platforms.ts';
import type { CompanyValues, PersonValues } from './schema/field.ts';
import type { Phone } from './schema/value.ts';

/** What a person is looked up by. */
export type PersonKeys = {
  emails: string[];
  phones: string[];
  links: string[];
  names: string[];
  domains: string[];
  wechat?: string;
  qq?: string;
};

/** What a company is looked up by. */
export type CompanyKeys = {
  emails: string[];
  phones: string[];
  links: string[];
  domain?: string;
  firm?: string;
  register?: string;
  vatId?: string;
  creditCode?: string;
  wechat?: string;
  qq?: string;
};

const present = <T>(values: (T | undefined)[]): T[] => [...new Set(values.filter((v) => v !== undefined))];
const idKey = (id: string | undefined) => id && fold(id).replace(/[^\p{L}\p{N}_-]/gu, '');
const codeKey = (code: string | undefined) => code && fold(code).replace(/[^\p{L}\p{N}]/gu, '');
const defined = <T extends object>(keys: { [K in keyof T]: T[K] | undefined }): T =>
  Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined && value !== '')) as T;

/** A domain that says which firm it is, or undefined. In: an address, host or e-mail. */
function firmDomain(text: string | undefined): string | undefined {
  const domain = text ? domainOf(text)?.toLowerCase() : undefined;
  return domain && !isFreeMailDomain(domain) && !isPlatformDomain(domain) ? domain : undefined;
}

/** The number itself: E.164 where known, else its digits if they are enough to tell numbers apart. In: a phone. */
export function phoneKey(phone: Phone): string | undefined {
  const digits = phone.text.replace(/\D/g, '');
  const number = phone.e164 ?? (digits.length >= 6 ? digits : undefined);
  return number && (phone.ext ? `${number}x${phone.ext}` : number);
}

/** Keys of numbers. In: phones. */
const phoneKeys = (phones: Phone[]): string[] => present(phones.map(phoneKey));

/** Keys of a full name: order-free, and family name with initial. A part of a name is no key. In: the name. */
function nameKeys(name: string | undefined, partial: boolean): string[] {
  if (!name || partial) return [];
  const parts = parseName(name);
  if (parts.partial) return [];
  const [family, given] = [fold(parts.family).trim(), fold(parts.given).trim()];
  const initial = family.length > 1 && given && /^\p{Script=Latin}/u.test(given) ? `~${family} ${given.charAt(0)}` : '';
  return present([nameKey(name) || undefined, initial || undefined]);
}

/** Keys of a person. In: values, whether the name is partial, the domain of the firm they belong to. */
export function personKeys(values: PersonValues, partial: boolean, companyDomain?: string): PersonKeys {
  return defined<PersonKeys>({
    emails: present(values.emails.map(normalizeEmail)),
    phones: phoneKeys(values.phones),
    links: present(values.links.map(linkKey)),
    names: nameKeys(values.name, partial),
    domains: present([...values.emails.map((e) => firmDomain(normalizeEmail(e))), firmDomain(companyDomain)]),
    wechat: idKey(values.wechat),
    qq: idKey(values.qq),
  });
}

/** Keys of a company. In: its values. Its domain comes from domain, website or the one domain of its addresses. */
export function companyKeys(values: CompanyValues): CompanyKeys {
  const mailDomains = present(values.emails.map((email) => firmDomain(normalizeEmail(email))));
  const domain = firmDomain(values.domain) ?? firmDomain(values.website);
  return defined<CompanyKeys>({
    emails: present(values.emails.map(normalizeEmail)),
    phones: phoneKeys(values.phones),
    links: present(values.links.map(linkKey)),
    domain: domain ?? (mailDomains.length === 1 ? mailDomains[0] : undefined),
    firm: values.name ? companyKey(values.name) : undefined,
    register: codeKey(values.registerNumber),
    vatId: codeKey(values.vatId),
    creditCode: codeKey(values.creditCode),
    wechat: idKey(values.wechat),
    qq: idKey(values.qq),
  });
}
