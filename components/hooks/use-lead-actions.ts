import { openBook } from '../../lib/storage/book.ts';
import {
  addNote,
  type BulkPatch,
  bulkEdit,
  deleteLeads,
  editLead,
  type LeadPatch,
  restoreLeads,
  undoAction,
} from '../../lib/storage/leads.ts';

export type { BulkPatch, LeadPatch };

/** What can be done to kept leads. Each resolves once it is stored, with the action that `undo` takes back; else it rejects. */
export const leadActions = {
  edit: async (id: string, patch: LeadPatch) => editLead(await openBook(), id, patch, Date.now()),
  bulkEdit: async (ids: string[], patch: BulkPatch) => bulkEdit(await openBook(), ids, patch, Date.now()),
  remove: async (ids: string[]) => deleteLeads(await openBook(), ids, Date.now()),
  restore: async (ids: string[]) => restoreLeads(await openBook(), ids, Date.now()),
  note: async (id: string, text: string) => addNote(await openBook(), id, text, Date.now()),
  undo: async (actionId: string) => undoAction(await openBook(), actionId, Date.now()),
};
