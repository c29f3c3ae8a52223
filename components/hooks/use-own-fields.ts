import { useCallback, useEffect, useState } from 'react';
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
import { type BookFailure, bookFailure, useBookChange } from './use-book.ts';

export type { NewOwnField, OwnFieldDefinition };

const none: OwnFieldsKept = { fields: [], deleted: [] };

/** The user's own fields, kept up to date with the book. Out: the definitions, those deleted lately, whether they were read, what went wrong. */
export function useOwnFields() {
  const [kept, setKept] = useState<OwnFieldsKept>();
  const [failure, setFailure] = useState<BookFailure>();
  const load = useCallback(async () => {
    try {
      setKept(await getOwnFields(await openBook()));
      setFailure(undefined);
    } catch (cause) {
      setFailure(bookFailure(cause));
    }
  }, []);
  useEffect(() => void load(), [load]);
  useBookChange(
    useCallback(
      (event) => {
        if (event.stores.includes('meta')) void load();
      },
      [load],
    ),
  );
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
