// The one door for the interface; each of these loads without the others where it is imported from its own file.
export type { DraftStanding } from '../domain/standing.ts';
export { compareDrafts } from './compare.ts';
export { countLeads } from './count-leads.ts';
export {
  type Action,
  addNote,
  type BulkPatch,
  bulkEdit,
  deleteLeads,
  editLead,
  type LeadPatch,
  restoreLeads,
} from './edit.ts';
export { type FullLead, getLead, getLeads, readRows } from './read-leads.ts';
export { type SaveResult, saveItems } from './save.ts';
export type { Outcome } from './save-one.ts';
export type { SaveRequest } from './save-run.ts';
export { type UndoResult, undoAction } from './undo.ts';
