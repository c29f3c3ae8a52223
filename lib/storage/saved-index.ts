import { ownKeyOf } from '../domain/flat-lead.ts';
import type { Lead } from '../domain/schema/lead.ts';
import { isSavedValues, type SavedValues } from './column-values.ts';
import { columnsOf, type KeyColumn, ownColumn } from './search-columns.ts';
import { isSavedText, type SavedText } from './text-search.ts';

/** An index as it is kept: its ids, a line each, and what it holds of each lead but the scores. */
export type SavedIndex = {
  ids: string;
  companyIds: SavedValues;
  text: SavedText;
  columns: Record<string, SavedValues>;
};

/** The company of a person, which has their score. */
export const companyIdColumn: KeyColumn = { id: 'companyId', of: 'person', as: 'choice', read: () => '' };

/** The columns that a kind has, and those that an index was kept with. */
export function specsOf(kind: Lead['kind'] | undefined, saved: SavedIndex | undefined): KeyColumn[] {
  const own = Object.keys(saved?.columns ?? {}).flatMap((id) => ownKeyOf(id) ?? []);
  const specs = kind
    ? columnsOf(kind)
    : [...columnsOf('person'), ...columnsOf('company').filter(({ of }) => of === 'company')];
  return [...specs, ...own.map(ownColumn)];
}

/** Whether something read from the disk is an index of this kind: of the same columns, all of it there. */
export function isSavedIndex(kind: Lead['kind'], value: unknown): value is SavedIndex {
  const { ids, companyIds, text, columns } = (value ?? {}) as Record<string, unknown>;
  if (typeof ids !== 'string' || !isSavedValues(companyIdColumn, companyIds) || !isSavedText(text)) return false;
  const held = columns as SavedIndex['columns'] | null | undefined;
  if (typeof held !== 'object' || held === null) return false;
  const specs = specsOf(kind, value as SavedIndex);
  return specs.length === Object.keys(held).length && specs.every((spec) => isSavedValues(spec, held[spec.id]));
}
