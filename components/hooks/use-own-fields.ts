import type { OwnFieldDefinition } from '../../lib/domain/schema/own-field.ts';
import { openBook } from '../../lib/storage/book.ts';
import {
  addOwnField,
  changeOwnField,
  deleteOwnField,
  getOwnFields,
  moveOwnField,
  type NewOwnField,
  type OwnFieldsKept,
  restoreOwnField,
  rulesUsing,
} from '../../lib/storage/own-fields.ts';
import type { Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

export type { NewOwnField, OwnFieldDefinition };

const meta: readonly Store[] = ['meta'];
const none: OwnFieldsKept = { fields: [], deleted: [] };

/** The user's own fields, kept up to date with the book. Out: the definitions, those deleted lately, whether they were read, what went wrong. */
export function useOwnFields() {
  const { value: kept, failure } = useFromBook<OwnFieldsKept>('', getOwnFields, meta);
  return { ...(kept ?? none), isRead: kept !== undefined, failure };
}

/** What can be done to the definitions. Each resolves once it is stored, else it rejects. */
export const ownFieldActions = {
  add: async (field: NewOwnField) => addOwnField(await openBook(), field),
  change: async (key: string, patch: Partial<Pick<OwnFieldDefinition, 'name' | 'of'>>) =>
    changeOwnField(await openBook(), key, patch),
  move: async (key: string, place: number) => moveOwnField(await openBook(), key, place),
  remove: async (key: string) => deleteOwnField(await openBook(), key, Date.now()),
  restore: async (key: string) => restoreOwnField(await openBook(), key),
  rulesUsing: async (key: string) => rulesUsing(await openBook(), key),
};
