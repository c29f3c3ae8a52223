import { linkContact } from '../../../capture/lines-links.ts';
import { type Property, properties, splitVcards, unescaped, writtenParts } from '../../../capture/mail/vcard.ts';
import type { SheetRow } from '../sheet.ts';
import type { Target } from '../targets.ts';
import { cellText, type Table } from './format.ts';

const mostCards = 200_000;
/** Signs that are read of a value as it is written, up to nine for one: far more than a row takes, which says so where it takes less. */
const mostOf = (name: string): number =>
  name === 'NOTE' ? 1_000_000 : /^(?:PHOTO|LOGO|SOUND|KEY)$/.test(name) ? 0 : 20_000;

/** The columns that cards are laid out in, and where each goes. `~` is the person, or the firm on a card of a firm. */
const columns = {
  FN: 'person.name',
  Prefix: 'person.honorific',
  Title: 'person.jobTitle',
  Department: 'person.department',
  Organization: 'company.name',
  Email: 'person.emails',
  Phone: 'person.phones:work',
  Mobile: 'person.phones:mobile',
  Fax: 'person.phones:fax',
  'Home phone': 'person.phones:home',
  'Main phone': 'person.phones:switchboard',
  'Other phone': 'person.phones:other',
  WeChat: 'person.wechat',
  QQ: 'person.qq',
  WhatsApp: 'person.whatsapp',
  Links: 'person.links',
  Website: 'company.website',
  Address: 'person.addresses',
  Street: 'person.addresses:street',
  'Postal code': 'person.addresses:postalCode',
  City: 'person.addresses:city',
  Region: 'person.addresses:region',
  Country: 'person.addresses:country',
  'More addresses': 'person.addresses',
  'Work address': 'company.addresses',
  'Work street': 'company.addresses:street',
  'Work postal code': 'company.addresses:postalCode',
  'Work city': 'company.addresses:city',
  'Work region': 'company.addresses:region',
  'Work country': 'company.addresses:country',
  'Company email': 'company.emails',
  'Company phone': 'company.phones',
  Note: 'lead.note',
  Categories: 'lead.tags',
  // No field of ours: it goes to an own one of that name, or is offered to become one.
  Birthday: 'ignore',
  'Leadlight ID': 'lead.id',
} as const satisfies Record<string, Target>;
type Column = keyof typeof columns;
const order = Object.keys(columns) as Column[];

const textOf = (value: string) => cellText(unescaped(value));
const parts = (value: string) => writtenParts(value).map((part) => textOf(part).replace(/\s+/g, ' '));
const isNothing = (value: string) => /^[\s;,.\-_?]*$/u.test(value);
const isUuid = /^(?:urn:uuid:)?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})$/i;

function phoneColumn(types: string): Column {
  if (types.includes('fax')) return 'Fax';
  if (/cell|mobile|iphone/.test(types)) return 'Mobile';
  if (/main|company/.test(types)) return 'Main phone';
  if (types.includes('home')) return 'Home phone';
  return /work|voice|pref|^$/.test(types) ? 'Phone' : 'Other phone';
}

/** A birthday as own fields have days, `--05-03` where the year is not said; other words stay as they are. */
function birthdayOf(said: string, types: string): string {
  const found = /^(\d{4}|--)-?(\d{2})-?(\d{2})(?:T.*)?$/.exec(said);
  if (!found) return said;
  const [, year = '', month, day] = found;
  const isLeftOut = year === '--' || types.includes(`x-apple-omit-year=${year}`);
  return `${isLeftOut ? '-' : year}-${month}-${day}`;
}

type Laid = Partial<Record<Column, string[]>>;
const add = (laid: Laid, column: Column, value: string | undefined): void => {
  if (!value || isNothing(value)) return;
  laid[column] ??= [];
  if (!laid[column].includes(value)) laid[column].push(value);
};

function addAddress(laid: Laid, types: string, value: string): void {
  const [box = '', extra = '', street = '', city = '', region = '', postalCode = '', country = ''] = parts(value);
  const lines = [box, extra, street].filter((part) => !isNothing(part)).join(', ');
  const text = [lines, [postalCode, city].filter(Boolean).join(' '), region, country].filter(Boolean).join(', ');
  if (isNothing(text)) return;
  const isHome = types.includes('home');
  if (laid[isHome ? 'Address' : 'Work address']) {
    add(laid, 'More addresses', text);
    return;
  }
  const said = {
    Address: text,
    Street: lines,
    'Postal code': postalCode,
    City: city,
    Region: region,
    Country: country,
  };
  for (const [name, part] of Object.entries(said))
    add(laid, (isHome ? name : `Work ${name.charAt(0).toLowerCase()}${name.slice(1)}`) as Column, part);
}

function addLink(laid: Laid, value: string): void {
  const contact = linkContact(value, '');
  if (contact?.kind === 'whatsapp') add(laid, 'WhatsApp', contact.value);
  else if (contact?.kind === 'wechat') add(laid, 'WeChat', contact.value);
  else if (contact?.kind === 'qq') add(laid, 'QQ', contact.value);
  else if (contact?.kind === 'profile') add(laid, 'Links', value);
  else if (/^https?:\/\//i.test(value)) add(laid, laid.Website ? 'Links' : 'Website', value);
  else if (/^www\.\S+$|^[\w-]+(?:\.[\w-]+)+(?:\/\S*)?$/.test(value)) add(laid, 'Website', value);
}

function addProperty(laid: Laid, { name, types, value }: Property): void {
  const said = textOf(value);
  if (!said || isNothing(said)) return;
  switch (name) {
    case 'FN':
      add(laid, 'FN', said.replace(/\s+/g, ' '));
      break;
    case 'N': {
      const [family = '', given = '', middle = '', prefix = ''] = parts(value);
      const isHan = /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(family + given);
      const whole = [given, middle, family].filter((part) => !isNothing(part)).join(' ');
      if (!laid.FN) add(laid, 'FN', isHan ? family + given : whole);
      add(laid, 'Prefix', prefix);
      break;
    }
    case 'TITLE':
      add(laid, 'Title', said);
      break;
    case 'ORG': {
      const [firm, ...departments] = parts(value);
      add(laid, 'Organization', firm);
      add(laid, 'Department', departments.filter((part) => !isNothing(part)).join(', '));
      break;
    }
    case 'EMAIL':
      add(laid, 'Email', said.replace(/^mailto:/i, ''));
      break;
    case 'TEL':
      add(laid, phoneColumn(types), said.replace(/^tel:/i, '').replace(/;ext=/i, ' ext. '));
      break;
    case 'ADR':
      addAddress(laid, types, value);
      break;
    case 'URL':
    case 'IMPP':
    case 'SOCIALPROFILE':
    case 'X-SOCIALPROFILE':
      addLink(laid, said);
      break;
    case 'X-WECHAT':
    case 'X-WEIXIN':
      add(laid, 'WeChat', said);
      break;
    case 'X-QQ':
      add(laid, 'QQ', said);
      break;
    case 'X-WHATSAPP':
      add(laid, 'WhatsApp', said);
      break;
    case 'NOTE':
      add(laid, 'Note', said);
      break;
    case 'CATEGORIES':
      add(laid, 'Categories', said);
      break;
    case 'BDAY':
      add(laid, 'Birthday', birthdayOf(said, types));
      break;
    case 'UID':
      add(laid, 'Leadlight ID', isUuid.exec(said)?.[1]?.toLowerCase());
      break;
  }
}

/** On a card of a firm what would be the person's is the firm's. */
function asFirm(laid: Laid): Laid {
  const { FN, Email, Phone, Mobile, Fax, Organization, ...rest } = laid;
  const phones = [...(Phone ?? []), ...(Mobile ?? []), ...(Fax ?? []), ...(rest['Main phone'] ?? [])];
  delete rest['Main phone'];
  const name = Organization ?? FN;
  return {
    ...rest,
    ...(name && { Organization: name }),
    ...(Email && { 'Company email': Email }),
    ...(phones.length > 0 && { 'Company phone': phones }),
  };
}

/** Where no firm is named, address and website are the person's. */
function belongToPerson(laid: Laid): void {
  for (const site of laid.Website ?? []) add(laid, 'Links', site);
  delete laid.Website;
  for (const part of ['address', 'street', 'postal code', 'city', 'region', 'country']) {
    const [work, own] = [`Work ${part}`, `${part.charAt(0).toUpperCase()}${part.slice(1)}`] as [Column, Column];
    const values = laid[work];
    delete laid[work];
    if (values && !laid[own]) laid[own] = values;
    else if (values && part === 'address') for (const value of values) add(laid, 'More addresses', value);
  }
}

function cardOf(text: string): Laid {
  const all = properties(text, mostOf);
  const laid: Laid = {};
  // The given name goes before the one put together of parts.
  const named = all.toSorted((a, b) => Number(b.name === 'FN') - Number(a.name === 'FN'));
  for (const property of named) addProperty(laid, property);
  const saysFirm = all.some(
    ({ name, value }) =>
      (name === 'KIND' && /^(?:org|group)/i.test(value)) || (name === 'X-ABSHOWAS' && /company/i.test(value)),
  );
  if (!laid.Organization) belongToPerson(laid);
  const isNamedAsFirm = laid.FN?.[0] !== undefined && laid.FN[0] === laid.Organization?.[0];
  return saysFirm || isNamedAsFirm ? asFirm(laid) : laid;
}

const separator: Partial<Record<Column, string>> = { FN: ' ', Note: '\n', Title: ', ', Categories: ',' };
/** Columns of one value each take the first. */
const single = new Set<Column>([
  'FN',
  'Prefix',
  'Organization',
  'Website',
  'WeChat',
  'QQ',
  'WhatsApp',
  'Birthday',
  'Leadlight ID',
]);

/** Reads a file of vCards, version 2.1 to 4.0, one row a card. In: its text. Pictures and keys are not read. Never throws. */
export function readVcardTable(text: string): Table {
  const rows: SheetRow[] = splitVcards(text, mostCards).map((source, index) => {
    const laid = cardOf(source);
    const cells = order.map((column) => {
      const values = laid[column] ?? [];
      return single.has(column) ? (values[0] ?? '') : values.join(separator[column] ?? '; ');
    });
    return { at: index + 1, cells };
  });
  const used = order.map((_column, at) => rows.some(({ cells }) => cells[at] !== ''));
  const keep = <T>(list: readonly T[]) => list.filter((_one, at) => used[at]);
  return {
    format: 'vcard',
    sheet: { heading: keep(order), rows: rows.map((row) => ({ ...row, cells: keep(row.cells) })) },
    hasHeading: true,
    targets: keep(order.map((column) => columns[column])),
  };
}
