import type { PersonKeys } from '../lead-keys.ts';
import { personKeys, phoneKey } from '../lead-keys.ts';
import { isPersonalLink } from '../link-key.ts';
import { companyKey } from '../normalize/company.ts';
import { domainOf } from '../normalize/domain.ts';
import { emailKind } from '../normalize/email.ts';
import { fold } from '../normalize/fold.ts';
import type { PersonValues } from '../schema/field.ts';
import type { Phone } from '../schema/value.ts';

/** Of these the user's firm may have one for many: with the name beside it, it is still theirs. */
const sharedPhones = new Set<Phone['kind']>(['switchboard', 'fax', 'tollFree']);

/**
 * What somebody is known again by, each in one spelling: every address, number and link of their own; the name with the
 * firm, with the firm's domain, and with each address or number that others may share. In: their values, whether the name is
 * only a part, the domain of their firm, keys that others of the book have too (`emails …`, `phones …`, `links …`).
 */
export function identifiersOf(
  values: PersonValues,
  partial: boolean,
  companyDomain?: string,
  shared: ReadonlySet<string> = new Set(),
): string[] {
  const keys: PersonKeys = personKeys(values, partial, companyDomain);
  const kinds = new Map(values.phones.map((phone) => [phoneKey(phone), phone.kind]));
  const own: string[] = [];
  const beside: string[] = [];
  const put = (kind: string, key: string, isOwn: boolean) => {
    if (isOwn && !shared.has(`${kind} ${key}`)) own.push(`${kind} ${key}`);
    beside.push(`${kind} ${key}`);
  };
  for (const email of keys.emails) put('emails', email, emailKind(email) !== 'role');
  for (const number of keys.phones) put('phones', number, !sharedPhones.has(kinds.get(number) ?? 'other'));
  for (const link of keys.links) put('links', link, isPersonalLink(link));
  if (keys.wechat) put('wechat', keys.wechat, true);
  if (keys.qq) put('qq', keys.qq, true);
  const whatsapp = values.whatsapp?.replace(/\D/g, '');
  if (whatsapp) put('phones', `+${whatsapp}`, true);
  const firm = values.companyName && companyKey(values.companyName);
  if (firm) beside.push(`firm ${firm}`);
  for (const domain of keys.domains) beside.push(`domain ${domain}`);
  const name = nameOf(values, partial);
  return [...new Set([...own, ...(name ? beside.map((other) => `name ${name} ${other}`) : [])])];
}

/** The name, whatever the order and case of its words; undefined for a part of one. */
function nameOf({ name }: PersonValues, partial: boolean): string | undefined {
  if (!name || partial) return undefined;
  const words = fold(name)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .sort();
  return words.join(' ') || undefined;
}

/** What a name alone with its firm is known by: for lists of representatives. In: the name, the firm's name and domain. */
export const representativeOf = (name: string, firm: string | undefined, domain: string | undefined): string[] =>
  identifiersOf(
    { name, companyName: firm, emails: [], phones: [], links: [], addresses: [] },
    false,
    domain && domainOf(domain),
  );
