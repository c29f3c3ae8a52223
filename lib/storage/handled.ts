import type { Facts } from '../domain/dedupe.ts';
import { companyKey } from '../domain/normalize/company.ts';
import type { TrayItem, TrayPage } from '../domain/schema/tray.ts';
import { pageFacts } from './facts.ts';

type Handled = Pick<TrayItem, 'state' | 'leadId'>;

/**
 * Remembers what was saved or put aside on other pages of a list, so that it is not offered as new again. In: those pages.
 * Out: for the facts of a draft, how it was handled, if it was.
 */
export function handledBefore(pages: TrayPage[]): (facts: Facts) => Handled | undefined {
  const handled = new Map<string, Handled>();
  for (const page of pages) {
    const facts = pageFacts(page.items);
    for (const { draft, state, leadId } of page.items) {
      const own = facts.get(draft.id);
      if (state === 'open' || !own) continue;
      for (const key of entryKeys(own)) handled.set(key, { state, ...(leadId && { leadId }) });
    }
  }
  return (facts) =>
    entryKeys(facts)
      .map((key) => handled.get(key))
      .find((found) => found !== undefined);
}

/** What an entry of a list is known by within that list: its page there, or its name (a person's with the firm). */
function entryKeys(facts: Facts): string[] {
  const links = facts.keys.links.map((link) => `${facts.kind} ${link}`);
  if (facts.kind === 'company') return facts.keys.firm ? [`company ${facts.keys.firm}`, ...links] : links;
  const [name] = facts.keys.names;
  if (!name) return links;
  const firm = facts.values.companyName ? companyKey(facts.values.companyName) : '';
  return firm || facts.keys.domains[0] ? [`person ${name} ${firm || facts.keys.domains[0]}`, ...links] : links;
}
