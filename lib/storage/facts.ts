import { companyFacts, type Facts, personFacts } from '../domain/dedupe.ts';
import { readFields, valuesOf } from '../domain/draft-values.ts';
import { parseName } from '../domain/normalize/name.ts';
import type { TrayItem } from '../domain/schema/tray.ts';

const nowhere = { url: '', now: 0 };

/**
 * What each draft of a page is compared by, the user's edits taken in; a person knows the domain of their firm on the page.
 * In: all items of the page that are known. Out: facts by draft id.
 */
export function pageFacts(items: TrayItem[]): Map<string, Facts> {
  const facts = new Map<string, Facts>();
  for (const { draft, edits } of items) {
    if (draft.kind !== 'company') continue;
    facts.set(draft.id, companyFacts(draft.id, valuesOf('company', readFields(draft, edits, nowhere))));
  }
  for (const { draft, edits } of items) {
    if (draft.kind !== 'person') continue;
    const values = valuesOf('person', readFields(draft, edits, nowhere));
    const firm = draft.companyDraftId ? facts.get(draft.companyDraftId) : undefined;
    const partial = typeof edits.name === 'string' ? parseName(edits.name).partial : draft.partial;
    facts.set(
      draft.id,
      personFacts(draft.id, values, partial, firm?.kind === 'company' ? firm.keys.domain : undefined),
    );
  }
  return facts;
}
