import { phoneKey } from '../lead-keys.ts';
import { isPersonalLink, linkKey } from '../link-key.ts';
import { companyKey } from '../normalize/company.ts';
import { domainOf, isFreeMailDomain } from '../normalize/domain.ts';
import { emailKind, normalizeEmail } from '../normalize/email.ts';
import { fold, foldWords } from '../normalize/fold.ts';
import { isPlatformDomain } from '../platforms.ts';
import type { Company, Lead, Person } from '../schema/lead.ts';
import type { Address, Phone } from '../schema/value.ts';
import { type FirmName, firmName } from './firm-name.ts';
import { type NameFacts, nameFacts } from './name-facts.ts';

/** A number by its digits: without country where that is not known, so that both forms meet by their ends. */
export type KnownPhone = { digits: string; ext: string; hasCountry: boolean; use: 'mobile' | 'own' | 'shared' };
/** What of a firm its people are told by. */
type FirmOf = Pick<Company, 'name' | 'domain' | 'website'>;
type Places = { cities: string[]; codes: string[]; streets: string[]; countries: string[] };

type Common = { id: string; phones: KnownPhone[]; emails: string[]; links: string[]; chats: string[]; places: Places };
/** What a person is held against others by. `emails` are their own, never a role's. */
export type KnownPerson = Common & {
  kind: 'person';
  name: NameFacts;
  /** Tokens of the firm: its id in the book, its domains, its name. Two people are of one firm where one token meets. */
  firms: string[];
  firm: FirmName | undefined;
  title: string;
};
export type KnownCompany = Common & {
  kind: 'company';
  name: FirmName | undefined;
  domain: string | undefined;
  vatId: string | undefined;
  creditCode: string | undefined;
  register: string | undefined;
  court: string | undefined;
};
export type Known = KnownPerson | KnownCompany;

const code = (text: string | undefined) => (text && fold(text).replace(/[^\p{L}\p{N}]/gu, '')) || undefined;
const present = (values: (string | undefined)[]): string[] =>
  [...new Set(values.filter((one) => one !== undefined && one !== ''))] as string[];

function firmDomain(text: string | undefined): string | undefined {
  const domain = text ? domainOf(text)?.toLowerCase() : undefined;
  return domain && !isFreeMailDomain(domain) && !isPlatformDomain(domain) ? domain : undefined;
}

function knownPhone(phone: Phone): KnownPhone | undefined {
  const whole = phone.e164 ?? phoneKey({ ...phone, ext: undefined });
  if (!whole) return undefined;
  const hasCountry = whole.startsWith('+') || /^00/.test(whole);
  const digits = whole.replace(/\D/g, '').replace(/^0+/, '');
  if (digits.length < 6) return undefined;
  const isShared = phone.kind === 'switchboard' || phone.kind === 'fax' || phone.kind === 'tollFree';
  return {
    digits,
    ext: phone.ext ?? '',
    hasCountry,
    use: phone.kind === 'mobile' ? 'mobile' : isShared ? 'shared' : 'own',
  };
}

const street = (text: string) =>
  fold(text)
    .replace(/str(?:asse|eet|\.)?(?=\W|\d|$)/g, 'str')
    .replace(/[^\p{L}\p{N}]/gu, '');

const placesOf = (addresses: readonly Address[]): Places => ({
  cities: present(addresses.map(({ city }) => city && foldWords(city).replace(/([aou])e/g, '$1'))),
  codes: present(addresses.map(({ postalCode }) => code(postalCode))),
  streets: present(addresses.map((one) => one.street && street(one.street))),
  countries: present(addresses.map(({ country }) => country?.toUpperCase())),
});

/** What each lead is held against others by. In: the lead, and of a person the company of the book that is theirs. */
export function knownOf(lead: Lead, company?: FirmOf): Known {
  const phones = lead.phones.flatMap((phone) => knownPhone(phone) ?? []);
  const links = present(lead.links.map(linkKey));
  const chats = present([
    lead.wechat && `wechat ${fold(lead.wechat).replace(/\s/g, '')}`,
    lead.qq && `qq ${fold(lead.qq).replace(/\s/g, '')}`,
    lead.whatsapp && `whatsapp ${lead.whatsapp.replace(/\D/g, '')}`,
  ]);
  const common = { id: lead.id, phones, chats, places: placesOf(lead.addresses) };
  const emails = present(lead.emails.map(normalizeEmail));
  return lead.kind === 'person'
    ? {
        ...common,
        ...personOf(lead, company),
        emails: emails.filter((one) => emailKind(one) !== 'role'),
        links: links.filter(isPersonalLink),
      }
    : { ...common, ...companyOf(lead, emails), emails, links };
}

function personOf(lead: Person, company: FirmOf | undefined) {
  const named = lead.companyName ?? company?.name;
  const firm = named ? firmName(named) : undefined;
  const domains = present([
    ...lead.emails.map((one) => firmDomain(normalizeEmail(one))),
    firmDomain(company?.domain ?? company?.website),
  ]);
  const tokens = [
    lead.companyId && `id ${lead.companyId}`,
    ...domains.map((one) => `domain ${one}`),
    firm && `name ${firm.joined}`,
  ];
  return {
    kind: 'person' as const,
    name: nameFacts(lead.name, lead.partial),
    firms: present(tokens),
    firm,
    title: lead.jobTitle ? foldWords(lead.jobTitle) : '',
  };
}

function companyOf(lead: Company, emails: string[]) {
  const mail = present(emails.map(firmDomain));
  return {
    kind: 'company' as const,
    name: lead.name && companyKey(lead.name) ? firmName(lead.name, lead.legalForm) : undefined,
    domain: firmDomain(lead.domain) ?? firmDomain(lead.website) ?? (mail.length === 1 ? mail[0] : undefined),
    vatId: code(lead.vatId),
    creditCode: code(lead.creditCode),
    register: code(lead.registerNumber),
    court: lead.registerCourt
      ? foldWords(lead.registerCourt).replace(/^(?:amtsgericht|registergericht|handelsregister|ag)\s+/, '')
      : undefined,
  };
}
