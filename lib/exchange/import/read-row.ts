import type { ImportRow } from '../../domain/import-row.ts';
import { countryToIso } from '../../domain/normalize/country.ts';
import { normalizeEmail } from '../../domain/normalize/email.ts';
import { parseName } from '../../domain/normalize/name.ts';
import { toE164 } from '../../domain/normalize/phone.ts';
import { isOwnOf, readOwnValue } from '../../domain/own-values.ts';
import {
  type CompanyField,
  type CompanyValues,
  companyFields,
  type PersonField,
  type PersonValues,
  personFields,
} from '../../domain/schema/field.ts';
import type { OwnFieldDefinition } from '../../domain/schema/own-field.ts';
import type { Address, Phone, PhoneKind } from '../../domain/schema/value.ts';
import { phoneKind } from '../../domain/schema/value.ts';
import type { Mapping } from './guess.ts';
import { addAll, type KeptReading, readKept } from './read-kept.ts';
import type { SheetRow } from './sheet.ts';
import { type ColumnMapping, fitsKind, type ParsedTarget, parseTarget } from './targets.ts';
import { phoneKindOf } from './words.ts';

/** What rows are read by, worked out once for a file. */
export type RowReader = (row: SheetRow) => ImportRow;

type Plan = { column: number; mapping: ColumnMapping; target: ParsedTarget };
type Reading = KeptReading & {
  person: PersonValues & { partial: boolean };
  company: CompanyValues;
  names: { given: string[]; family: string[] };
  parts: Record<'person' | 'company', Partial<Address>>;
};

/** Longest text of a cell that is taken. Notes are as long as they were written; own fields as when they are typed. */
const longest = 2000;
const longestNote = 100_000;
const longestOwn = 4000;
const longestOf = ({ target }: Plan): number => {
  if (target.of === 'own') return longestOwn;
  return target.of === 'lead' && target.field === 'note' ? longestNote : longest;
};
const isEmail = (text: string) => /^[^\s@<>;,]+@[^\s@<>;,]+\.[^\s@<>;,.]{2,}$/.test(text);

/**
 * Makes the reader of a file's rows. In: the mapping, the definitions that its own fields have, the ISO country of numbers
 * without a code (an address in the row goes first), a name for rows where no column has one (`undefined`: such rows are refused), the
 * stage in which everybody stands who was never moved.
 */
export function rowReader(
  mapping: Mapping,
  definitions: readonly OwnFieldDefinition[],
  defaults: { country?: string; nameless?: (at: number) => string; firstStage?: string },
): RowReader {
  const plans = mapping.columns.flatMap((column, index): Plan[] => {
    const target = parseTarget(column.to);
    if (target.of === 'ignore' || !fitsKind(column.to, mapping.kind)) return [];
    return [{ column: index, mapping: column, target }];
  });
  // The country first, since national numbers are read by it; a number's kind right after its number.
  const numberOf = numbersOfKinds(plans);
  const order = (plan: Plan) => {
    if ('part' in plan.target && plan.target.part === 'country') return -1;
    return Math.max(plan.column, (numberOf.get(plan.column) ?? -1) + 0.5);
  };
  plans.sort((a, b) => order(a) - order(b));
  const own = new Map(definitions.map((definition) => [definition.key, definition]));

  return ({ at, cells, wrong }) => {
    const row: ImportRow = { at, common: { tags: [] }, ownPerson: {}, ownCompany: {}, unread: [] };
    if (wrong) return { ...row, refused: wrong };
    const reading: Reading = {
      row,
      person: { emails: [], phones: [], links: [], addresses: [], partial: false },
      company: { emails: [], phones: [], addresses: [], representatives: [], links: [] },
      names: { given: [], family: [] },
      parts: { person: {}, company: {} },
      outcome: {},
      need: {},
      firstStage: defaults.firstStage,
    };
    for (const plan of plans) {
      const number = numberOf.get(plan.column);
      if (number !== undefined && !cells[number]) continue;
      const whole = cells[plan.column] ?? '';
      const cell = whole.slice(0, longestOf(plan));
      if (cell && !readCell(reading, plan, cell, mapping, own, defaults.country))
        row.unread.push({ column: plan.column, text: cell.slice(0, 200) });
      else if (cell.length < whole.length)
        row.unread.push({ column: plan.column, text: whole.slice(cell.length, cell.length + 200), isCut: true });
    }
    return finish(reading, mapping, defaults.nameless);
  };
}

/**
 * Which column has the number that a column of kinds is of: the one to its left, or, as address books have it, the one to its right
 * where the left one has its kind already or is none. In: the columns in their order.
 */
function numbersOfKinds(plans: readonly Plan[]): Map<number, number> {
  const numbers = new Set<number>();
  const kinds: number[] = [];
  for (const { column, target } of plans)
    if ('field' in target && target.field === 'phones') {
      if (target.part === 'kind') kinds.push(column);
      else numbers.add(column);
    }
  const found = new Map<number, number>();
  for (const kind of kinds) {
    const number = [kind - 1, kind + 1].find((column) => numbers.has(column));
    if (number === undefined) continue;
    found.set(kind, number);
    numbers.delete(number);
  }
  return found;
}

/** Puts a cell where its column goes. Out: false where it cannot be read as what the column is. */
function readCell(
  reading: Reading,
  { mapping, target }: Plan,
  cell: string,
  { kind, spelling }: Mapping,
  own: Map<string, OwnFieldDefinition>,
  country: string | undefined,
): boolean {
  switch (target.of) {
    case 'lead':
      return readKept(reading, target.field, cell, mapping, spelling);
    case 'own': {
      const definition = own.get(target.key);
      if (!definition) return false;
      const value = readOwnValue(definition.type, cell, spelling);
      if (!value.ok) return false;
      const isCompany = kind === 'company' || (kind === 'both' && definition.of === 'company');
      const into = isCompany && isOwnOf(definition, 'company') ? reading.row.ownCompany : reading.row.ownPerson;
      into[target.key] = value.value;
      return true;
    }
    case 'person':
    case 'company':
      return readField(reading, target, cell, country);
    default:
      return true;
  }
}

function readField(
  reading: Reading,
  { of, field, part }: Extract<ParsedTarget, { of: 'person' | 'company' }>,
  cell: string,
  country: string | undefined,
): boolean {
  if (field === 'givenName' || field === 'middleName') return reading.names.given.push(cell) > 0;
  if (field === 'familyName') return reading.names.family.push(cell) > 0;
  const values = of === 'person' ? reading.person : reading.company;
  if (field === 'phones') {
    const place = reading.parts[of].country ?? reading.parts.company.country ?? reading.parts.person.country ?? country;
    return part === 'kind' ? kindOfLast(values.phones, cell) : addPhones(values.phones, cell, part, place);
  }
  if (field === 'addresses') return addAddress(reading, of, values.addresses, cell, part);
  if (field === 'emails') return addEmails(values.emails, cell);
  if (field === 'links') return addAll(values.links, cell.split(/\s*[;\n]\s*|[\s,]+(?=https?:)/));
  if (field === 'representatives') return addAll(reading.company.representatives, cell.split(/\s*[;\n、；]\s*/));
  const single = values as Record<string, unknown>;
  const spec = of === 'person' ? personFields[field as PersonField] : companyFields[field as CompanyField];
  if (spec.many) return false;
  single[field] ??= cell;
  return true;
}

function addEmails(list: string[], cell: string): boolean {
  const parts = cell.split(/[;,\n]+|\s+(?=\S+@)/).map((part) => normalizeEmail(/<([^>]+)>/.exec(part)?.[1] ?? part));
  const good = parts.filter(isEmail);
  addAll(list, good);
  return good.length > 0 && good.length === parts.filter(Boolean).length;
}

function addPhones(list: Phone[], cell: string, part: string | undefined, country: string | undefined): boolean {
  const kind: PhoneKind = phoneKind.safeParse(part).data ?? 'work';
  let whole = true;
  for (const one of cell.split(/\s*[;\n]\s*|\s+(?:oder|or)\s+/)) {
    const [number = '', ext] = one.split(/\s*(?:ext\.?|x|#|分机|转)\s*(?=\d+$)/i);
    if ((number.match(/\d/g) ?? []).length < 3) {
      whole = false;
      continue;
    }
    const e164 = toE164(number, country) ?? toE164(number.replace(/^00/, '+'));
    const known = list.some((phone) => (e164 ? phone.e164 === e164 : phone.text === number) && phone.ext === ext);
    if (!known) list.push({ text: number.trim(), kind, ...(e164 && { e164 }), ...(ext && { ext }) });
  }
  return whole;
}

function kindOfLast(phones: Phone[], cell: string): boolean {
  const kinds = cell.split(/\s*;\s*/).map(phoneKindOf);
  // One kind for each number of the cell before.
  kinds.forEach((kind, index) => {
    const phone = phones.at(index - kinds.length);
    if (phone) phone.kind = kind;
  });
  return true;
}

function addAddress(
  reading: Reading,
  of: 'person' | 'company',
  list: Address[],
  cell: string,
  part: string | undefined,
): boolean {
  if (part === undefined) {
    const texts = list.length > 0 ? cell.split(/\s*;\s*/) : [cell.replace(/\s*\n\s*/g, ', ')];
    for (const text of texts) if (text && !list.some((one) => one.text === text)) list.push({ text });
    return true;
  }
  const parts = reading.parts[of];
  if (part === 'country') parts.country = countryToIso(cell) ?? cell;
  else if (part === 'street')
    parts.street = parts.street ? `${parts.street}, ${cell}` : cell.replace(/\s*\n\s*/g, ', ');
  else if (part === 'postalCode') parts.postalCode ??= cell;
  else if (part === 'city') parts.city ??= cell;
  else parts.region ??= cell;
  return true;
}

/** Families come first where they are written so. */
function nameOf({ given, family }: Reading['names']): string | undefined {
  const [first, last] = [given.join(' '), family.join(' ')];
  const isHan = /^[\p{Script=Han}\p{Script=Hangul}]+$/u.test(`${first}${last}`);
  return (isHan ? `${last}${first}` : `${first} ${last}`).trim() || undefined;
}

function withParts(list: Address[], parts: Partial<Address>): void {
  if (Object.keys(parts).length === 0) return;
  const town = [parts.postalCode, parts.city].filter(Boolean).join(' ');
  const made = [parts.street, town, parts.region, parts.country].filter(Boolean).join(', ');
  // The first whole address of the row is the one that the parts are of.
  list.splice(0, 1, { ...parts, text: list[0]?.text ?? made });
}

const isKnownBy = (values: PersonValues | CompanyValues) =>
  Boolean(values.name) ||
  values.emails.length + values.phones.length + values.links.length > 0 ||
  Boolean(values.wechat ?? values.qq ?? values.whatsapp);

function finish(reading: Reading, { kind }: Mapping, nameless: ((at: number) => string) | undefined): ImportRow {
  const { row, person, company, outcome, need, parts } = reading;
  const name = person.name ?? nameOf(reading.names);
  if (name) Object.assign(person, { name, partial: parseName(name).partial });
  withParts(person.addresses, parts.person);
  withParts(company.addresses, parts.company);
  const hasPerson = kind !== 'company' && isKnownBy(person);
  const hasCompany = kind !== 'person' && (isKnownBy(company) || Boolean(company.domain ?? company.website));
  if (hasPerson && company.name) person.companyName = company.name;
  if (outcome.result)
    row.outcome = {
      result: outcome.result,
      ...(outcome.at !== undefined && { at: outcome.at }),
      ...(outcome.reason && { reason: outcome.reason }),
    };
  const { amount, currency = '', ...dated } = need;
  if (amount !== undefined) row.need = { amount, currency, ...dated };
  if (hasPerson) row.person = person;
  if (hasCompany) row.company = company;
  if (!hasPerson && !hasCompany) {
    if (!nameless) return { ...row, refused: 'nothing' };
    if (kind === 'company') row.company = { ...company, name: nameless(row.at) };
    else row.person = { ...person, name: nameless(row.at) };
  }
  // What was meant for one of the two goes to the one there is.
  if (!row.person) Object.assign(row.ownCompany, row.ownPerson);
  if (!row.company) Object.assign(row.ownPerson, row.ownCompany);
  return row;
}
