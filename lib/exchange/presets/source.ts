import { domainOf, isFreeMailDomain } from '../../domain/normalize/domain.ts';
import { parseName } from '../../domain/normalize/name.ts';
import { phoneCell } from '../../domain/normalize/phone.ts';
import type { Company, Lead } from '../../domain/schema/lead.ts';
import type { ConsentChannel } from '../../domain/schema/privacy.ts';
import type { Address, Phone, PhoneKind } from '../../domain/schema/value.ts';
import type { ExportRow } from '../columns.ts';
import type { Target } from '../import/targets.ts';
import { isoDay } from '../iso-day.ts';

/** What of a lead another system's column can hold, with where it is read back to; `ignore`: it says nothing new. */
export const sources = {
  name: '~.name',
  givenName: 'person.givenName',
  familyName: 'person.familyName',
  honorific: 'person.honorific',
  jobTitle: 'person.jobTitle',
  department: 'person.department',
  email: '~.emails',
  email2: '~.emails',
  email3: '~.emails',
  workPhone: '~.phones:work',
  workPhone2: '~.phones:work',
  mobile: '~.phones:mobile',
  homePhone: '~.phones:home',
  fax: '~.phones:fax',
  mainPhone: '~.phones:switchboard',
  wechat: '~.wechat',
  whatsapp: '~.whatsapp',
  link: '~.links',
  companyName: 'company.name',
  companyDomain: 'company.domain',
  website: 'company.website',
  industry: 'company.industry',
  employees: 'company.employees',
  vatId: 'company.vatId',
  street: '~.addresses:street',
  city: '~.addresses:city',
  region: '~.addresses:region',
  postalCode: '~.addresses:postalCode',
  country: '~.addresses:country',
  list: 'lead.list',
  howWeMet: 'lead.howWeMet',
  tags: 'lead.tags',
  owner: 'lead.owner',
  note: 'lead.note',
  createdAt: 'lead.createdAt',
  emailOptOut: 'lead.optOutEmail',
  noCalls: 'lead.optOutCall',
  isCompany: 'ignore',
  workLabel: 'ignore',
  mobileLabel: 'ignore',
  /** Our own id, for systems that keep another's. */
  id: 'lead.id',
} as const satisfies Record<string, Target>;
export type Source = keyof typeof sources;

const firmOf = ({ lead, company }: ExportRow): Company | undefined => (lead.kind === 'company' ? lead : company);

const atWork = ['work', 'tollFree', 'other'] as const satisfies PhoneKind[];

/** The number of a lead that a source holds; undefined where there is none, or it holds no numbers. */
export function phoneAt(lead: Lead, source: Source): Phone | undefined {
  const of = (kinds: readonly PhoneKind[], at = 0) => lead.phones.filter(({ kind }) => kinds.includes(kind))[at];
  switch (source) {
    case 'workPhone':
      return of(lead.kind === 'person' ? atWork : [...atWork, 'switchboard']);
    case 'workPhone2':
      return of(atWork, 1);
    case 'mobile':
      return of(['mobile']);
    case 'homePhone':
      return of(['home']);
    case 'fax':
      return of(['fax']);
    case 'mainPhone':
      return of(['switchboard']);
    default:
      return undefined;
  }
}

const phoneSources: ReadonlySet<Source> = new Set([
  'workPhone',
  'workPhone2',
  'mobile',
  'homePhone',
  'fax',
  'mainPhone',
  'whatsapp',
]);
/** Whether a source holds numbers, whose plus sign stays in a CSV. */
export const isPhoneSource = (source: Source): boolean => phoneSources.has(source);

/** The columns of a row ask for both parts, one after the other. */
let lastParts: { lead: Lead; parts: { given: string; family: string } } | undefined;

function nameParts(lead: Lead): { given: string; family: string } {
  if (lastParts?.lead !== lead) lastParts = { lead, parts: takenApart(lead) };
  return lastParts.parts;
}

function takenApart(lead: Lead): { given: string; family: string } {
  if (lead.kind === 'company' || !lead.name) return { given: '', family: '' };
  const { given, middle, family, suffix, partial, isCompany } = parseName(lead.name);
  // What cannot be taken apart is the family name: every system wants one.
  if (partial || isCompany || !family) return { given: '', family: lead.name };
  return { given: [given, middle].filter(Boolean).join(' '), family: [family, suffix].filter(Boolean).join(' ') };
}

function domainFor(company: Company | undefined): string {
  const domain = company?.domain ?? (company?.website && domainOf(company.website));
  return domain && !isFreeMailDomain(domainOf(domain) ?? domain) ? domain : '';
}

/** A person's own address, else the firm's. */
const addressOf = (row: ExportRow): Address | undefined => row.lead.addresses[0] ?? firmOf(row)?.addresses[0];

/** One line where only one fits: street and town as far as they are known, else the address as written. */
function streetOf(address: Address | undefined): string {
  if (!address) return '';
  return address.street ?? (address.city || address.postalCode ? '' : address.text);
}

/** Whether they or their firm are not to be contacted at all. */
export const isBarred = ({ lead, company }: ExportRow): boolean => Boolean(lead.doNotContact || company?.doNotContact);

/** Whether one way to reach them is closed. Who does not refuse has no say in what the other system knows: that cell stays empty. */
export const isClosed = (row: ExportRow, channel: ConsentChannel): boolean =>
  isBarred(row) || row.lead.consent?.[channel]?.state === 'withdrawn';

/** Words of the interface that a value needs: the group of how we met. */
export type SourceWords = { group(row: ExportRow): string };

/** What a lead has of a source, as text. In: the row, the source, words for coded values. Out: '' where there is nothing. */
export function sourceText(row: ExportRow, source: Source, words: SourceWords): string {
  const { lead } = row;
  const person = lead.kind === 'person' ? lead : undefined;
  const company = firmOf(row);
  switch (source) {
    case 'name':
      return lead.name ?? '';
    case 'givenName':
      return nameParts(lead).given;
    case 'familyName':
      return nameParts(lead).family;
    case 'honorific':
      return person?.honorific ?? '';
    case 'jobTitle':
      return person?.jobTitle ?? '';
    case 'department':
      return person?.department ?? '';
    case 'email':
      return lead.emails[0] ?? '';
    case 'email2':
      return lead.emails[1] ?? '';
    case 'email3':
      return lead.emails[2] ?? '';
    case 'workPhone':
    case 'workPhone2':
    case 'mobile':
    case 'homePhone':
    case 'fax':
    case 'mainPhone': {
      // In spaced international form: a sheet neither runs nor rounds it.
      const phone = phoneAt(lead, source);
      return phone ? phoneCell(phone) : '';
    }
    case 'wechat':
      return lead.wechat ?? '';
    case 'whatsapp':
      return lead.whatsapp ?? '';
    case 'link':
      return lead.links[0] ?? '';
    case 'companyName':
      return person ? (person.companyName ?? company?.name ?? '') : (lead.name ?? '');
    case 'companyDomain':
      return domainFor(company);
    case 'website':
      return company?.website ?? domainFor(company);
    case 'industry':
      return company?.industry ?? '';
    case 'employees':
      return company?.employees ?? '';
    case 'vatId':
      return company?.vatId ?? '';
    case 'street':
      return streetOf(addressOf(row));
    case 'city':
      return addressOf(row)?.city ?? '';
    case 'region':
      return addressOf(row)?.region ?? '';
    case 'postalCode':
      return addressOf(row)?.postalCode ?? '';
    case 'country':
      return addressOf(row)?.country ?? '';
    case 'list':
      return lead.list ?? '';
    case 'howWeMet':
      return lead.leadSource ? lead.leadSource.name || words.group(row) : '';
    case 'tags':
      return lead.tags.join(', ');
    case 'owner':
      return lead.owner ?? '';
    case 'note':
      return lead.note ?? '';
    case 'createdAt':
      return isoDay(lead.createdAt);
    case 'emailOptOut':
      return isClosed(row, 'email') ? '1' : '';
    case 'noCalls':
      return isClosed(row, 'call') ? '1' : '';
    case 'isCompany':
      return person ? '0' : '1';
    case 'workLabel':
      return lead.phones.some(({ kind }) => atWork.some((one) => one === kind)) ? 'Work' : '';
    case 'mobileLabel':
      return lead.phones.some(({ kind }) => kind === 'mobile') ? 'Mobile' : '';
    case 'id':
      return lead.id;
  }
}
