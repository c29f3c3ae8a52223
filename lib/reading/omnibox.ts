import { browser } from 'wxt/browser';
import type { Lead } from '../domain/schema/lead.ts';
import { type Book, openBook } from '../storage/book.ts';
import { findByBeginning } from '../storage/find-by-beginning.ts';
import { openWorkspace } from './workspace-tab.ts';

/** As many as an address line shows. */
const most = 6;

/** Words of a lead for the address line; Chromium reads them as XML, Firefox as they stand. */
function wordsOf(lead: Lead, asXml: boolean): string {
  const firm = lead.kind === 'person' ? [lead.jobTitle, lead.companyName] : [lead.industry, lead.domain];
  const words = [lead.name ?? lead.emails[0] ?? '', ...firm].filter(Boolean).join(' · ');
  return asXml ? words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;') : words;
}

/** What was found, as the address line takes it. In: the book, what was typed, whether words are read as XML. */
export async function suggestionsFor(book: Book, typed: string, asXml: boolean) {
  const leads = await findByBeginning(book, typed, most);
  return leads.map((lead) => ({ content: `lead:${lead.id}`, description: wordsOf(lead, asXml) }));
}

/** "ll name" in the address line finds somebody of the book and opens them in the workspace. Thunderbird has no such line. */
export function serveOmnibox(): void {
  const { omnibox } = browser;
  if (!omnibox) return;
  omnibox.onInputChanged.addListener((typed, suggest) => {
    void openBook()
      .then((book) => suggestionsFor(book, typed, !import.meta.env.FIREFOX))
      .then(suggest)
      // A book that cannot be opened is told of where one works with it, not here.
      .catch(() => suggest([]));
  });
  omnibox.onInputEntered.addListener((chosen) => {
    void (async () => {
      const id = /^lead:(.+)$/.exec(chosen)?.[1] ?? (await findByBeginning(await openBook(), chosen, 1))[0]?.id;
      await openWorkspace(id === undefined ? 'leads' : `leads/${id}`);
    })();
  });
}
