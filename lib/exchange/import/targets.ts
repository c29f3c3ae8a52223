import { type CompanyField, companyFields, type PersonField, personFields } from '../../domain/schema/field.ts';
import type { OwnFieldDefinition } from '../../domain/schema/own-field.ts';
import { type PhoneKind, phoneKind } from '../../domain/schema/value.ts';
import type { ColumnWord } from '../columns.ts';
import { type KeptColumn, keptColumns, type OptOut, optOuts } from '../kept-columns.ts';

/** What each row of a file is. `both`: a person and the company they belong to. */
export type RowKind = 'person' | 'company' | 'both';

const addressParts = ['street', 'postalCode', 'city', 'region', 'country'] as const;

/** What is kept of every lead beside its fields, as far as a file may say it. */
export type LeadTarget = Exclude<KeptColumn, 'updatedAt'> | OptOut;
export const leadTargets: readonly LeadTarget[] = [
  ...keptColumns.filter((column): column is Exclude<KeptColumn, 'updatedAt'> => column !== 'updatedAt'),
  ...optOuts,
];

/**
 * Where a column goes: `person.emails`, `person.phones:mobile`, `company.addresses:city`, `person.phones:kind` (of the
 * number beside it, `numbersOfKinds`), `lead.tags`, `own.KEY`, `new` (a field yet to be made) or `ignore`.
 */
export type Target = string;

export type ColumnMapping = {
  to: Target;
  /** For `new`: the field to make. */
  field?: Omit<OwnFieldDefinition, 'key'>;
  /** For `lead.outcome`: what each of its values means. */
  outcomes?: Record<string, 'won' | 'lost' | 'open'>;
  /** For `lead.stage`: the stage that each of its values means, `won` or `lost`, or '' for none. */
  stages?: Record<string, string>;
};

export type ParsedTarget =
  | { of: 'person'; field: PersonField | 'givenName' | 'familyName' | 'middleName'; part?: string }
  | { of: 'company'; field: CompanyField; part?: string }
  | { of: 'lead'; field: LeadTarget }
  | { of: 'own'; key: string }
  | { of: 'new' | 'ignore' };

const nameParts = ['givenName', 'middleName', 'familyName'] as const;

/** A target taken apart; what nobody knows (a field that is gone, a mapping from elsewhere) is to be ignored. */
export function parseTarget(target: Target): ParsedTarget {
  const dot = target.indexOf('.');
  const [of, rest] = [target.slice(0, dot), target.slice(dot + 1)];
  if (target === 'new') return { of: 'new' };
  if (of === 'own' && rest) return { of: 'own', key: rest };
  const [name = '', part] = rest.split(':');
  const parts = part === undefined ? {} : { part };
  if (of === 'person' && (Object.hasOwn(personFields, name) || nameParts.includes(name as 'givenName')))
    return { of, field: name as PersonField, ...parts };
  if (of === 'company' && Object.hasOwn(companyFields, name)) return { of, field: name as CompanyField, ...parts };
  if (of === 'lead' && leadTargets.includes(name as LeadTarget)) return { of, field: name as LeadTarget };
  return { of: 'ignore' };
}

/** Whether a target says something of rows of this kind. A person's rows may name the firm without making it. */
export function fitsKind(target: Target, kind: RowKind): boolean {
  const { of } = parseTarget(target);
  if (kind === 'company') return of !== 'person';
  return kind === 'both' || of !== 'company' || target === 'company.name';
}

export type TargetChoice = { id: Target; word: ColumnWord; part?: ColumnWord; phoneKind?: PhoneKind };

function choicesOf(of: 'person' | 'company', fields: readonly (PersonField | CompanyField)[]): TargetChoice[] {
  return fields.flatMap((field): TargetChoice[] => {
    const own: TargetChoice = { id: `${of}.${field}`, word: field };
    const specs = of === 'person' ? personFields : companyFields;
    const spec = Object.hasOwn(specs, field) ? specs[field as keyof typeof specs] : undefined;
    if (spec?.of === 'phone')
      return [
        own,
        ...phoneKind.options.map((kind) => ({ id: `${of}.${field}:${kind}`, word: field, phoneKind: kind })),
        { id: `${of}.${field}:kind`, word: field, part: 'phoneKind' },
      ];
    if (spec?.of === 'address')
      return [own, ...addressParts.map((part) => ({ id: `${of}.${field}:${part}`, word: field, part }))];
    return [own];
  });
}

/** Targets of a person, in order: the name, its parts, then the other fields. The firm's name is the company's target. */
export const personTargets: readonly TargetChoice[] = choicesOf(
  'person',
  (Object.keys(personFields) as PersonField[]).filter((field) => field !== 'companyName'),
);
export const companyTargets: readonly TargetChoice[] = choicesOf(
  'company',
  Object.keys(companyFields) as CompanyField[],
);
/** The parts of a name, which stand in no export. */
export const namePartTargets: readonly Target[] = nameParts.map((part) => `person.${part}`);
