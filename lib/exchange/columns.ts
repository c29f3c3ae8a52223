import { ownDomain } from '../domain/normalize/domain.ts';
import { phoneCell } from '../domain/normalize/phone.ts';
import { type Reading, type Readings, valuesOf } from '../domain/readings.ts';
import {
  type CompanyField,
  companyFields,
  type FieldSpec,
  type PersonField,
  personFields,
} from '../domain/schema/field.ts';
import type { Company, Lead, LeadSourceGroup } from '../domain/schema/lead.ts';
import type { OwnFieldDefinition } from '../domain/schema/own-field.ts';
import type { LawfulBasis } from '../domain/schema/privacy.ts';
import type { Address, Phone } from '../domain/schema/value.ts';
import { isoDay } from './iso-day.ts';
import { type KeptColumn, keptCell, keptColumns, keptColumnsOf, type OptOut, optOuts } from './kept-columns.ts';
import { ownColumns } from './own-columns.ts';
import { type ExportScore, type ScoreWords, scoreColumns } from './score-columns.ts';
import {
  type ExportValue,
  type ValueColumnWord,
  type ValueColumnWords,
  valueColumns,
  valueColumnWords,
} from './value-columns.ts';

/**
 * exchange: leads to and from files. One list of columns, made from the fields of the schema, that every format goes by.
 * No interface and no storage in here: what is exported is handed in.
 */

/** A lead as it is exported: with where its values were read, its score, and a person with the company it hangs on. */
export type ExportRow = {
  lead: Lead;
  /** Where the values that a sheet shows were read. */
  readings?: Readings | undefined;
  company?: Company | undefined;
  score?: ExportScore | undefined;
  /** What they are worth as a customer. */
  value?: ExportValue | undefined;
  /** Where the work with it stands: the stage's id, and the name that the user gave it. */
  stage?: { id: string; name: string } | undefined;
};

const addressParts = ['street', 'postalCode', 'city', 'region', 'country'] as const;
type AddressPart = (typeof addressParts)[number];

const otherWords = [
  'companyDomain',
  'tier',
  'fit',
  'engagement',
  'reasons',
  'buyingRole',
  'phoneKind',
  'readAtPage',
  'readAtDate',
] as const;
/** Every word a header is made of; the interface says them in the user's language. */
export type ColumnWord =
  | PersonField
  | CompanyField
  | KeptColumn
  | OptOut
  | AddressPart
  | ValueColumnWord
  | (typeof otherWords)[number];
export const columnWords: readonly ColumnWord[] = [
  ...new Set<ColumnWord>([
    ...(Object.keys(personFields) as PersonField[]),
    ...(Object.keys(companyFields) as CompanyField[]),
    ...keptColumns,
    ...optOuts,
    ...addressParts,
    ...valueColumnWords,
    ...otherWords,
  ]),
];

export type Column = {
  /** Stable name of the column: `emails.2`, `phones.1.kind`, `emails.2.page`. */
  id: string;
  /** What the header says: a word, its number among several, and what of it. */
  word: ColumnWord;
  number?: number;
  part?: ColumnWord;
  /** The user's own name for it, in place of a word. */
  title?: string;
  /** Phones keep their plus sign in CSV; every other text that a sheet would run is disarmed. */
  isPhone?: boolean;
  read(row: ExportRow): string;
  /** For sheets that know more than text: the number or day that the cell is. */
  typed?(row: ExportRow): number | Date | undefined;
};

/** Lists longer than this share the last column, so that one lead with forty numbers does not widen the whole sheet. */
const mostColumnsOfOneField = 4;

/** Words for the values that the user did not type: the group of how we met, the kind of a number. */
export type ValueWords = {
  group: Record<LeadSourceGroup, string>;
  phoneKind: Record<Phone['kind'], string>;
  outcome: Record<'won' | 'lost', string>;
  /** Without them consent and the ground of keeping stand as they are kept. */
  consent?: Record<'given' | 'withdrawn', string>;
  basis?: Record<LawfulBasis['basis'], string>;
  /** The word for a stage that the user gave no name. */
  stage?: (id: string) => string;
  /** Without them an export says nothing of scores. */
  score?: ScoreWords;
  /** Without them an export says nothing of customers' values. */
  value?: ValueColumnWords;
};

function cellOf(value: string | Phone | Address, spec: FieldSpec, field: string): string {
  if (typeof value === 'string') return field === 'domain' || field === 'website' ? ownDomain(value) : value;
  return spec.of === 'phone' ? phoneCell(value as Phone) : value.text;
}

/** The values that go into the n-th column of a field: one, or in the last column all that are left. */
function shareOf<T>(values: T[], index: number, width: number): T[] {
  return index === width - 1 ? values.slice(index) : values.slice(index, index + 1);
}

function fieldColumns(
  field: PersonField | CompanyField,
  spec: FieldSpec,
  rows: ExportRow[],
  words: ValueWords,
): Column[] {
  if (spec.of === 'address') return addressColumns(field, rows);
  const most = rows.reduce((n, { lead }) => Math.max(n, valuesOf(lead, field).length), 1);
  const width = spec.many ? Math.min(most, mostColumnsOfOneField) : 1;
  return Array.from({ length: width }, (_, index): Column[] => {
    const share = (row: ExportRow) => shareOf(valuesOf(row.lead, field), index, width);
    const number = spec.many && width > 1 ? { number: index + 1 } : {};
    const id = spec.many ? `${field}.${index + 1}` : field;
    const isPhone = spec.of === 'phone';
    const value: Column = {
      id,
      word: field,
      ...number,
      ...(isPhone && { isPhone }),
      read: (row) =>
        share(row)
          .map((v) => cellOf(v, spec, field))
          .filter(Boolean)
          .join('; '),
    };
    if (!isPhone) return [value];
    const kind = (row: ExportRow) =>
      share(row)
        .map((v) => words.phoneKind[(v as Phone).kind])
        .join('; ');
    return [value, { id: `${id}.kind`, word: field, ...number, part: 'phoneKind', read: kind }];
  }).flat();
}

/** The first address in its parts, which a CRM wants; the others as written, in one column. */
function addressColumns(field: PersonField | CompanyField, rows: ExportRow[]): Column[] {
  const addresses = (row: ExportRow) => valuesOf(row.lead, field) as Address[];
  const columns: Column[] = [{ id: `${field}.1`, word: field, read: (row) => addresses(row)[0]?.text ?? '' }];
  for (const part of addressParts)
    columns.push({ id: `${field}.1.${part}`, word: part, read: (row) => addresses(row)[0]?.[part] ?? '' });
  if (rows.some((row) => addresses(row).length > 1))
    columns.push({
      id: `${field}.2`,
      word: field,
      number: 2,
      read: (row) =>
        addresses(row)
          .slice(1)
          .map((a) => a.text)
          .join('; '),
    });
  return columns;
}

/** Two columns for each field: the page its values were read from, and the day. Left out where no lead has any. */
function readingColumns(field: PersonField | CompanyField, rows: ExportRow[]): Column[] {
  if (!rows.some(({ readings }) => readings?.[field])) return [];
  const said = (row: ExportRow, of: (reading: Reading) => string): string => {
    const found = row.readings?.[field];
    if (!found) return '';
    return found.length === 1 ? of(found[0] as Reading) : [...new Set(found.map(of))].join('; ');
  };
  return [
    { id: `${field}.page`, word: field, part: 'readAtPage', read: (row) => said(row, ({ url }) => url) },
    { id: `${field}.date`, word: field, part: 'readAtDate', read: (row) => said(row, ({ at }) => isoDay(at)) },
  ];
}

/**
 * The columns of a sheet of people or of companies: every field of the schema in its order, the score, what is kept of every
 * lead, the user's own fields, then where each field was read.
 * In: the kind, the rows (lists get as many columns as the longest needs), words for coded values, own fields. Out: the columns.
 */
export function exportColumns(
  kind: Lead['kind'],
  rows: ExportRow[],
  words: ValueWords,
  own: readonly OwnFieldDefinition[] = [],
): Column[] {
  const fields = Object.entries(kind === 'person' ? personFields : companyFields) as [
    PersonField | CompanyField,
    FieldSpec,
  ][];
  const columns = fields.flatMap(([field, spec]) => {
    const own = fieldColumns(field, spec, rows, words);
    return field === 'companyName' ? [...own, companyDomainColumn] : own;
  });
  const rest = keptColumnsOf(rows).map(
    (column): Column => ({ id: column, word: column, read: (row) => keptCell(column, row, words) }),
  );
  const readings = fields.flatMap(([field]) => readingColumns(field, rows));
  return [
    ...columns,
    ...scoreColumns(kind, rows, words.score),
    ...valueColumns(rows, words.value),
    ...rest,
    ...ownColumns(kind, own),
    ...readings,
  ];
}

/** Of the company the person hangs on: never worked out from an e-mail address. */
const companyDomainColumn: Column = {
  id: 'companyDomain',
  word: 'companyDomain',
  read: (row) => ownDomain(row.company?.domain),
};

/** The header of a column: `E-mail 2`, `Phone: kind`, `Phone 2: kind`, `Job title: read at`. In: the column, the words. */
export function columnHeader(column: Column, word: (word: ColumnWord) => string): string {
  if (column.title !== undefined) return column.title;
  const base = column.number ? `${word(column.word)} ${column.number}` : word(column.word);
  return column.part ? `${base}: ${word(column.part)}` : base;
}
