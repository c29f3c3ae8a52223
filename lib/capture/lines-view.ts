import { countryToIso } from '../domain/normalize/country.ts';
import type { PageSnapshot } from '../domain/schema/snapshot.ts';
import { countryOf } from './country.ts';
import { type Page, pageOf } from './lines.ts';
import { type Contact, contactsOf } from './lines-contacts.ts';
import { type Context, contextsOf } from './lines-context.ts';
import { type Labels, labelsOf } from './lines-tables.ts';

/** One page (or frame) with all that is read before anybody is found on it. */
export type View = {
  page: Page;
  labels: Labels;
  contexts: (Context | undefined)[];
  contacts: Contact[];
  country: string | undefined;
  /** The page is a report: people in it are named, not presented, and its own organisation only publishes it. */
  article: boolean;
};

/** The country that a table gives for each of its rows. */
function rowCountries(page: Page, labels: Labels): Map<number, string> {
  const countries = new Map<number, string>();
  page.lines.forEach((line, i) => {
    const row = labels.row[i] ?? -1;
    if (row < 0 || labels.meaning[i] !== 'country') return;
    const iso = countryToIso(line.s);
    if (iso) countries.set(row, iso);
  });
  return countries;
}

function isArticle(page: Page, snapshot: PageSnapshot): boolean {
  if (/article|blog/i.test(page.meta.ogType ?? '')) return true;
  if (snapshot.structured.some((s) => s.role === 'author')) return true;
  const opening = page.lines.slice(0, 80);
  const byline = opening.some(
    (l) =>
      l.s.length < 90 &&
      /^[^\p{L}\p{N}]*(?:(?:Von|By) \p{Lu}\p{L}+|(?:[本特]报)?记者\s*\p{Script=Han}{2,4}|(?:作者|来源|來源|编辑|編輯|责编|通讯员)[:：\s]|原创\s|文\s*[|｜/丨])/u.test(
        l.s,
      ),
  );
  const prose = page.lines.filter((l) => l.s.length > 180 || (/\p{Script=Han}/u.test(l.s) && l.s.length > 45)).length;
  const news =
    /\/(?:news|articles?|blog|story|stories|press(?:e|room)?|magazin\w*|aktuelles?|\d{4}\/\d{1,2})(?:\/|$|[?#-])/i.test(
      page.url,
    );
  return byline && prose >= (news ? 1 : 3);
}

/** In: a snapshot, the country that the user assumes, the frame. Out: its view. */
export function viewOf(snapshot: PageSnapshot, options: { country?: string; frameId?: number }): View {
  const page = pageOf(snapshot, options.frameId);
  const labels = labelsOf(page);
  const contexts = contextsOf(page);
  const country = countryOf(page, options.country);
  const rows = rowCountries(page, labels);
  const contacts = contactsOf(page, labels, contexts, (line) => rows.get(labels.row[line] ?? -1) ?? country);
  return { page, labels, contexts, contacts, country, article: isArticle(page, snapshot) };
}
