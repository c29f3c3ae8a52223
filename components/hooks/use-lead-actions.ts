import { openBook } from '../../lib/storage/book.ts';
import type { BulkPatch, LeadPatch } from '../../lib/storage/edit.ts';

export type { BulkPatch, LeadPatch };

/** What changes leads is no part of what a list waits for: it comes with the page of a lead, which is loaded ahead, or with the first change. */
const edits = () => import('../../lib/storage/edit.ts');

/** What can be done to kept leads. Each resolves once it is stored, with the action that `undo` takes back; else it rejects. */
export const leadActions = {
  edit: async (id: string, patch: LeadPatch) => (await edits()).editLead(await openBook(), id, patch, Date.now()),
  bulkEdit: async (ids: string[], patch: BulkPatch) =>
    (await edits()).bulkEdit(await openBook(), ids, patch, Date.now()),
  remove: async (ids: string[]) => (await edits()).deleteLeads(await openBook(), ids, Date.now()),
  restore: async (ids: string[]) => (await edits()).restoreLeads(await openBook(), ids, Date.now()),
  note: async (id: string, text: string) => (await edits()).addNote(await openBook(), id, text, Date.now()),
  undo: async (actionId: string) =>
    (await import('../../lib/storage/undo.ts')).undoAction(await openBook(), actionId, Date.now()),
};
