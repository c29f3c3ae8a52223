import { openBook } from '../../lib/storage/book.ts';
import { logTouch, type Touch } from '../../lib/storage/touches.ts';

export type { Touch };

/** Keeps a touch with a lead; resolves once it is stored, with the action that undo takes back, else it rejects. */
export const keepTouch = async (leadId: string, touch: Touch) => logTouch(await openBook(), leadId, touch, Date.now());
