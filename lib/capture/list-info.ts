import type { ListInfo } from '../domain/schema/draft.ts';
import type { View } from './lines-view.ts';

const pageInUrl =
  /(?:[?&/](?:page|seite|pg|p|pagina|pageno|pageindex|currentpage|paged)[=/_-]?|[_-](?:page|seite|p)[_-]?)(\d{1,4})(?=$|[&/.?#_-])/i;
const totals: readonly RegExp[] = [
  /(?:共|总计|總計|合计)\s*(\d{1,3}(?:[,.]\d{3})+|\d{1,7})\s*(?:家|条|條|个|個|位|项|筆|名)/,
  /\b(\d{1,3}(?:[.,' ]\d{3})+|\d{1,7})\s+(?:exhibitors|companies|members|results|entries|suppliers|dealers|firms|people|aussteller|firmen|unternehmen|mitglieder|treffer|ergebnisse|einträge|händler|lieferanten|personen|mitarbeiter(?:innen)?)\b/i,
  /\b(?:of|von|aus|sur|de|di)\s+(\d{1,3}(?:[.,' ]\d{3})+|\d{1,7})\s+(?:exhibitors|companies|results|entries|treffer|ergebnissen?|einträgen?|aussteller\w*|firmen|members|résultats)/i,
];
const pagers = /(?:page|seite|第)\s*(\d{1,4})\s*(?:页|頁)?\s*(?:of|von|\/|,?\s*共)\s*(\d{1,4})/i;

/** In: the view and how many subjects the page lists. Out: what it says of the whole list, or undefined if it is none. */
export function listInfoOf(view: View, listed: number): ListInfo | undefined {
  const { page } = view;
  if (listed < 3) return undefined;
  let number: number | undefined;
  let total: number | undefined;
  for (const line of page.lines) {
    if (line.s.length > 160) continue;
    if (number === undefined) {
      const m = pagers.exec(line.s);
      if (m) number = Number(m[1]);
    }
    if (total === undefined)
      for (const pattern of totals) {
        const m = pattern.exec(line.s);
        const n = m ? Number((m[1] ?? '').replace(/[.,' ]/g, '')) : 0;
        if (n >= listed * 0.8 && n > 2) {
          total = n;
          break;
        }
      }
    if (number !== undefined && total !== undefined) break;
  }
  const inUrl = pageInUrl.exec(page.url);
  if (inUrl) number = Number(inUrl[1]);
  const heading = page.lines.find((l) => page.blocks[l.b]?.t === 'h1' && l.s.length > 2);
  const title = (heading?.s ?? page.meta.title).slice(0, 300);
  return { title, ...(number !== undefined && number > 0 && { page: number }), ...(total !== undefined && { total }) };
}
