import { companyKey } from '../../domain/normalize/company.ts';
import { countryToIso } from '../../domain/normalize/country.ts';
import { findAddresses } from '../detectors/address.ts';
import { isCreditCode } from '../detectors/company-ids.ts';
import type { Page } from '../lines.ts';
import { addEvidence, type CompanyEvidence, type PersonEvidence } from '../subjects.ts';
import type { Range } from './adapter.ts';
import { giveContacts, giveWebsite, isTitle, personOf, type Stamp } from './evidence.ts';
import { labelled, linesIn } from './parts.ts';

/** Facts of a firm as supplier directories and registers label them, in the languages they are written in. */
type FactField =
  | 'industry'
  | 'employees'
  | 'founded'
  | 'registeredCapital'
  | 'products'
  | 'scope'
  | 'creditCode'
  | 'vatId'
  | 'registerNumber'
  | 'legalForm'
  | 'stand';
type Fact = { label: RegExp; fits: RegExp };

const facts: Record<FactField, Fact> = {
  industry: { label: /^(?:industry|branche|secteur(?: d'activité)?|所属行业|行业|国标行业)/i, fits: /^[^:：]{2,80}$/ },
  employees: {
    label:
      /^(?:number of employees|no\. of employees|employees|headcount|company size|mitarbeiter(?:zahl|anzahl)?|anzahl (?:der )?mitarbeiter|beschäftigte|effectifs?|员工人数|人员规模|参保人数|员工数)/i,
    fits: /\d/,
  },
  founded: {
    label:
      /^(?:year of establishment|year established|established|founded|founding year|gründungsjahr|gegründet|année de création|成立日期|成立时间|成立年份)/i,
    fits: /(?:18|19|20)\d\d/,
  },
  registeredCapital: { label: /^(?:registered capital|注册资本|注册资金)/i, fits: /\d/ },
  products: {
    label: /^(?:main products|products|hauptprodukte|produkte|produits principaux|主营产品|主要产品|主营|经营产品)/i,
    fits: /^.{2,300}$/,
  },
  scope: { label: /^(?:business scope|经营范围)/i, fits: /^.{6,}/ },
  creditCode: { label: /^(?:统一社会信用代码|社会信用代码|unified social credit code)/i, fits: /^[0-9A-Z]{18}/ },
  vatId: {
    label: /^(?:vat(?: id| number| reg\.? no)?\.?|ust-?id(?:-?nr)?\.?|umsatzsteuer-id|n° tva)/i,
    fits: /^[A-Z]{2}[A-Z\d .-]{7,15}$/,
  },
  registerNumber: { label: /^(?:工商注册号|注册号|register number|handelsregister(?:nummer)?)/i, fits: /\d{4}/ },
  legalForm: { label: /^(?:企业类型|公司类型|legal form|rechtsform|forme juridique)/i, fits: /^[^:：]{2,60}$/ },
  stand: {
    label:
      /^(?:stand(?:nummer| number)?|booths?(?: number)?|hall ?\/ ?(?:booth|stand)|halle ?\/ ?stand|展位(?:号)?|展位號)/i,
    fits: /\d/,
  },
};
const addressLabel =
  /^(?:(?:company |registered |street )?address|(?:firmen)?anschrift|adresse|注册地址|企业地址|通信地址|经营地址|详细地址|地址)/i;
const websiteLabel = /^(?:web ?site|homepage|internet|site web|官网|网址|企业官网|公司主页)/i;
const contactLabel = /^(?:contact(?: person| name)?|ansprechpartner(?:in)?|interlocuteur|联系人)/i;
const leaderLabel = /^(?:法定代表人|法人代表|负责人|经营者|legal representative)/i;

/** What stands behind a value and is the site's, not the firm's: buttons, counts, "more". */
const behind =
  /\s*(?:复制|查看(?:地图|更多|详情)?|更多\s*\d*|附近(?:企业|公司)|关联\s*\d+.*|任职\s*\d+.*|他有\s*\d+.*|TA有\s*\d+.*|展开|copy|show (?:map|more)|view map|route|karte anzeigen|mehr anzeigen)(?:\s*[>›»])?\s*$/iu;
export function bare(value: string): string {
  let text = value.trim();
  for (let before = ''; before !== text; ) {
    before = text;
    text = text.replace(behind, '').trim();
  }
  return text;
}

const isoDate = (value: string): string => {
  const m = /((?:18|19|20)\d\d)(?:\s?[-/.年]\s?(\d{1,2}))?(?:\s?[-/.月]\s?(\d{1,2}))?/.exec(value);
  return m ? [m[1], m[2], m[3]].flatMap((p) => (p ? [p.padStart(2, '0')] : [])).join('-') : value;
};

/** How a value is kept, where not as written. */
const shape: Partial<Record<FactField, (value: string) => string>> = {
  creditCode: (value) => value.slice(0, 18),
  vatId: (value) => value.replace(/[\s.-]/g, ''),
  founded: isoDate,
};

/** Reads labelled facts, address and site of a firm. In: where to look. Adds to the firm's fields. */
export function giveFacts(
  page: Page,
  ranges: Range[],
  e: Stamp,
  { fields }: CompanyEvidence,
  country: string | undefined,
): void {
  for (const range of ranges) {
    for (const [field, { label, fits }] of Object.entries(facts) as [FactField, Fact][]) {
      const fact = fields[field] && field !== 'legalForm' ? undefined : labelled(page, range, label);
      const value = fact && bare(fact.value);
      if (!fact || !value || !fits.test(value) || /^[-—–]+$/.test(value) || /\*{2,}/.test(value)) continue;
      if (field === 'creditCode' && !isCreditCode(value.slice(0, 18))) continue;
      const plain = shape[field]?.(value) ?? value;
      addEvidence(fields, field, e(plain.slice(0, 1500), fact.line));
    }
    const place = fields.addresses ? undefined : labelled(page, range, addressLabel);
    if (place) {
      const words = linesIn(page, { from: place.line, to: Math.min(range.to, place.line + 3) }).map((l) => l.s);
      const [over] = findAddresses([place.value, ...words.slice(1)], { country });
      const last = over && !over.value.postalCode && !over.value.city ? 0 : (over?.lines[1] ?? 0);
      giveAddress(e, fields, bare([place.value, ...words.slice(1, last + 1)].join(', ')), place.line, country);
    }
    const site = fields.website ? undefined : labelled(page, range, websiteLabel);
    if (site && /^[\w./:-]+\.[a-z]{2,}\S*$/i.test(site.value)) giveWebsite(e, fields, site.value, site.line);
    for (const leader of [labelled(page, range, leaderLabel)]) {
      const name = leader && bare(leader.value).split(/[\s（(]/)[0];
      if (leader && name && name.length <= 12 && !fields.representatives && /^[\p{Script=Han}·]{2,12}$/u.test(name))
        addEvidence(fields, 'representatives', e(name, leader.line));
    }
  }
}

/** An address that the page calls one. In: its words; taken apart as far as that goes. */
export function giveAddress(
  e: Stamp,
  fields: CompanyEvidence['fields'],
  text: string,
  line: number,
  country: string | undefined,
): void {
  if (text.length < 5 || text.length > 250 || /[<>{}]|\*{2,}/.test(text)) return;
  const [read] = findAddresses([text], { country });
  const last = text.split(/,\s*/).at(-1) ?? '';
  const iso = read?.value.country ?? countryToIso(last);
  addEvidence(fields, 'addresses', e({ ...read?.value, ...(iso && { country: iso }), text }, line));
}

const honorific = /^(?:mr|mrs|ms|miss|herr|frau|m|mme)\.?\s+|\s*(?:先生|女士|小姐)(?=$|[\s（(])/i;
const roleBehind = /\s*[（(]([^）)]{2,30})[）)]\s*$/;

/** The contact person behind a label: "王小明 女士 （经理）", "Mr. Lee (Sales Manager)". Out: the person, tied to the firm, or undefined. */
export function contactPerson(
  page: Page,
  range: Range,
  e: Stamp,
  company: CompanyEvidence,
  label: RegExp = contactLabel,
): PersonEvidence | undefined {
  const said = labelled(page, range, label);
  if (!said || said.value.length > 60) return undefined;
  const role = roleBehind.exec(said.value)?.[1];
  const words = said.value.replace(roleBehind, '').trim();
  const title = honorific.exec(words)?.[0].trim();
  const name = words.replace(honorific, ' ').trim();
  if (name.length < 2 || companyKey(name) === companyKey(company.fields.name?.[0]?.value ?? '')) return undefined;
  const person = personOf(e, name, said.line, { from: said.line, to: said.line });
  if (!person) return undefined;
  if (title && !person.fields.honorific) addEvidence(person.fields, 'honorific', e(title, said.line, 0.9));
  if (role && isTitle(role)) addEvidence(person.fields, 'jobTitle', e(role, said.line, 0.92));
  person.company = company;
  return person;
}

const mobileLabel = /^(?:mobile(?: phone)?|mobil(?:telefon)?|移动电话|手机)/i;

/** A labelled mobile number beside a contact person is theirs; every other number on the page is the firm's. */
export function giveNumbers(
  page: Page,
  ranges: Range[],
  e: Stamp,
  company: CompanyEvidence,
  person: PersonEvidence | undefined,
  country: string | undefined,
): void {
  for (const range of ranges) giveContacts(page, range, e, company.fields, { country, company: true });
  if (!person) return;
  for (const range of ranges) {
    const mobile = labelled(page, range, mobileLabel);
    const own = mobile && company.fields.phones?.filter((p) => p.line === mobile.line);
    if (!own?.length) continue;
    for (const phone of own)
      addEvidence(person.fields, 'phones', { ...phone, value: { ...phone.value, kind: 'mobile' } });
    company.fields.phones = (company.fields.phones ?? []).filter((p) => !own.includes(p));
  }
}
