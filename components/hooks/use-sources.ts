import type { LeadSource } from '../../lib/domain/schema/lead.ts';
import { openBook } from '../../lib/storage/book.ts';
import { type Action, bulkEdit } from '../../lib/storage/edit.ts';
import { idsOfSource } from '../../lib/storage/sources.ts';

/** Gives all leads of a source another one. Out: the action, for undo; undefined where no lead had it. Rejects where it could not be stored. */
export async function renameSource(from: LeadSource, to: LeadSource): Promise<Action | undefined> {
  const book = await openBook();
  const ids = await idsOfSource(book, from);
  return ids.length > 0 ? bulkEdit(book, ids, { leadSource: to }, Date.now()) : undefined;
}
