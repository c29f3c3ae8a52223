import type { Draft } from '../domain/schema/draft.ts';
import type { TrayItem, TrayPage } from '../domain/schema/tray.ts';
import type { ErasedList } from './erased-list.ts';
import { pageFacts } from './facts.ts';

/**
 * A page without those who were erased: their drafts are not kept, only since when, and firms do not name them. In: the page,
 * the list. Out: the very page where nobody of it was erased.
 */
export function withoutErased(page: TrayPage, list: ErasedList): TrayPage {
  if (list.isEmpty) return page;
  const { items, erased } = itemsWithoutErased(page.items, list);
  if (items === page.items) return page;
  // One for each of them; a part of the page read again tells of some once more.
  const all = [page.erased ?? [], erased].reduce((a, b) => (a.length > b.length ? a : b));
  return { ...page, items, ...(all.length > 0 && { erased: all }) };
}

/** The items that may be kept, and since when the others were erased. The very items where all may. */
export function itemsWithoutErased(items: TrayItem[], list: ErasedList): { items: TrayItem[]; erased: number[] } {
  if (list.isEmpty) return { items, erased: [] };
  const facts = pageFacts(items);
  const erased: number[] = [];
  let changed = false;
  const kept = items.flatMap((item): TrayItem[] => {
    const own = facts.get(item.draft.id);
    if (own?.kind === 'person') {
      const at = list.person(own.values, own.partial, own.keys.domains[0]);
      if (at === undefined) return [item];
      erased.push(at);
      changed = true;
      return [];
    }
    const draft = own?.kind === 'company' ? firmWithoutErased(item.draft, own.keys.domain, list) : item.draft;
    if (draft !== item.draft) changed = true;
    return [draft === item.draft ? item : { ...item, draft }];
  });
  return changed ? { items: kept, erased } : { items, erased };
}

function firmWithoutErased(draft: Draft, domain: string | undefined, list: ErasedList): Draft {
  if (draft.kind !== 'company' || draft.fields.representatives.length === 0) return draft;
  const firm = draft.fields.name[0]?.value;
  const representatives = draft.fields.representatives.filter(
    ({ value }) => list.representative(value, firm, domain) === undefined,
  );
  if (representatives.length === draft.fields.representatives.length) return draft;
  return { ...draft, fields: { ...draft.fields, representatives } };
}
