import { z } from 'zod';
import type { Lead } from '../../lib/domain/schema/lead.ts';

/** The ids that stood first in a view: nothing in them tells of a lead. */
const top = z.object({ view: z.string(), ids: z.array(z.string()) });
const nameOf = (kind: Lead['kind']) => `table.top.${kind}`;

/** Remembers in this browser who stood first in the view last seen. In: the kind, the view as text, the ids of the first rows. */
export function keepTop(kind: Lead['kind'], view: string, ids: readonly string[]): void {
  localStorage.setItem(nameOf(kind), JSON.stringify({ view, ids }));
}

/** Who stood first when this view was last seen. In: the kind, the view as text. Out: ids; none where the last view was another. */
export function lastTop(kind: Lead['kind'], view: string): string[] {
  const kept = localStorage.getItem(nameOf(kind));
  if (kept === null) return [];
  const { success, data } = top.safeParse(JSON.parse(kept));
  return success && data.view === view ? data.ids : [];
}
