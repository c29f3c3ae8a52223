import { i18n } from '#i18n';
import { ownFieldPath } from '../../lib/domain/flat-lead.ts';
import { isOwnOf } from '../../lib/domain/own-values.ts';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import type { ColumnWord } from '../../lib/exchange/columns.ts';
import type { OwnFieldDefinition } from '../hooks/use-own-fields.ts';
import { sortableColumns } from '../hooks/use-table.ts';
import { fieldWord } from '../leads/words.ts';

/** A column as the table offers it. */
export type TableColumn = {
  id: string;
  label: string;
  width: number;
  /** What it holds: which conditions can be set on it, and whether one can group by it. */
  as: 'text' | 'choice' | 'many' | 'number' | 'date' | 'tier';
  own?: OwnFieldDefinition;
};

/** Columns whose word is another one than their name. */
const words: Record<string, ColumnWord> = {
  company: 'companyName',
  source: 'howWeMet',
  nextDue: 'nextStepDue',
  reason: 'outcomeReason',
};
const ownWords = ['seniority', 'stage', 'sourceName', 'doNotContact', 'sales', 'need', 'share', 'potential'] as const;
const isOwnWord = (id: string): id is (typeof ownWords)[number] => (ownWords as readonly string[]).includes(id);

/** The word for a column that every book has. */
const columnLabel = (id: string): string =>
  isOwnWord(id) ? i18n.t(`table.column.${id}`) : fieldWord(words[id] ?? (id as ColumnWord));

const widths: Record<string, number> = {
  name: 220,
  company: 190,
  jobTitle: 180,
  tier: 90,
  emails: 220,
  phones: 150,
  country: 130,
  nextStep: 190,
  nextDue: 110,
  note: 240,
  products: 240,
  website: 190,
  links: 190,
  createdAt: 110,
  updatedAt: 110,
  employees: 110,
};
const usualWidth = 140;

const ownKinds = { text: 'choice', list: 'choice', number: 'number', date: 'choice', yesNo: 'choice' } as const;

/** Every column for a kind of lead, the user's own fields at the end. */
export function tableColumns(kind: Lead['kind'], own: readonly OwnFieldDefinition[]): TableColumn[] {
  const fixed = sortableColumns(kind)
    // A company's own name is its name.
    .filter(({ id }) => kind === 'person' || id !== 'company')
    .map(({ id, as }) => ({ id, label: columnLabel(id), width: widths[id] ?? usualWidth, as }));
  const [name, ...rest] = fixed;
  const tier: TableColumn = { id: 'tier', label: fieldWord('tier'), width: 108, as: 'tier' };
  const added = own
    .filter((field) => isOwnOf(field, kind))
    .map((field) => ({
      id: ownFieldPath(field.key),
      label: field.name,
      width: usualWidth,
      as: ownKinds[field.type],
      own: field,
    }));
  return [...(name ? [name] : []), tier, ...rest, ...added];
}

/** What a new table shows, from the left. */
export const firstColumns: Record<Lead['kind'], string[]> = {
  person: [
    'name',
    'tier',
    'company',
    'jobTitle',
    'stage',
    'emails',
    'phones',
    'country',
    'nextStep',
    'nextDue',
    'owner',
    'list',
    'updatedAt',
  ],
  company: [
    'name',
    'tier',
    'stage',
    'industry',
    'employees',
    'country',
    'city',
    'phones',
    'website',
    'nextStep',
    'nextDue',
    'owner',
    'list',
    'updatedAt',
  ],
};

/** One can group by what many leads share. */
export const canGroup = ({ as }: TableColumn): boolean => as === 'choice' || as === 'tier';
