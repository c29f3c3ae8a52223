import type { LeadSource } from '../../lib/domain/schema/lead.ts';
import { openBook } from '../../lib/storage/book.ts';
import { moveSource, moveSourceBack } from '../../lib/storage/sources.ts';

/** What can be done to the user's sources. Each resolves once it is stored; else it rejects. */
export const sourceActions = {
  /** Another name or group for it and for all leads of it. Out: the action, for undo together with `moveBack`. */
  move: async (from: LeadSource, to: LeadSource) => moveSource(await openBook(), from, to, Date.now()),
  moveBack: async (from: LeadSource, to: LeadSource) => moveSourceBack(await openBook(), from, to),
};
