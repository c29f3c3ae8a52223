import type { Lead } from '../../lib/domain/schema/lead.ts';
import { openBook } from '../../lib/storage/book.ts';
import { countLeads } from '../../lib/storage/count-leads.ts';

/** Long enough for a search that was kept; one that reads the whole book takes seconds. */
const patience = 1500;

/**
 * How many leads of a kind there are, for a list that waits for the search. Counting goes through all keys (0.3 s for 100,000)
 * and holds up whatever else is read, so it begins only where the search takes long. In: the kind, who is told the number, who
 * is told why there is none. Out: the way to call it off.
 */
export function totalMeanwhile(
  kind: Lead['kind'],
  tell: (total: number) => void,
  onFailure: (cause: unknown) => void,
): () => void {
  let stopped = false;
  const count = async () => {
    const { people, companies } = await countLeads(await openBook());
    if (!stopped) tell(kind === 'person' ? people : companies);
  };
  const timer = setTimeout(() => void count().catch((cause: unknown) => !stopped && onFailure(cause)), patience);
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
