import type { ListInfo } from '../domain/schema/draft.ts';

const trackingParameter = /^(?:utm_.*|fbclid|gclid|dclid|msclkid|yclid|mc_cid|mc_eid|igshid|_hsenc|_hsmi)$/i;

/** The address under which a page's drafts are kept: without tracking parameters, and without a fragment that routes nothing. */
export function trayKey(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return url;
  dropParameters(parsed, (name) => trackingParameter.test(name));
  if (!/^#(?:!|\/)/.test(parsed.hash)) parsed.hash = '';
  return parsed.href;
}

const pageParameter =
  /^(?:p|pg|page|page_?no|page_?num(?:ber)?|paged|pagina|seite|start|offset|from|skip|pn|currentpage)$/i;
const pageSegment = /\/(?:(?:page|seite|pagina)[-/_]?|p)\d+(?=\/|$)/gi;

/** The address that all pages of one list share: without the number of the page. In: the page's address, what it says of the list. */
export function listKeyOf(url: string, list: ListInfo): string {
  const parsed = URL.parse(trayKey(url));
  if (!parsed) return url;
  dropParameters(parsed, (name) => pageParameter.test(name));
  if (/[?&=/]/.test(parsed.hash))
    parsed.hash = parsed.hash.replace(/([?&](?:p|page|seite|offset)=)\d+/gi, '').replace(pageSegment, '');
  parsed.pathname = parsed.pathname.replace(pageSegment, '');
  // exhibitors-3.html, list3: only where that is the page's own number, and the first page may do without.
  if (list.page !== undefined) {
    parsed.pathname = parsed.pathname.replace(new RegExp(`[-_]?0*${list.page}(?=\\.[a-z]+$|/?$)`, 'i'), '');
  }
  parsed.pathname = parsed.pathname.replace(/\/(?:index\.[a-z]+)?$/, '') || '/';
  return parsed.href;
}

/** Touching searchParams writes the query anew in its own encoding: what has nothing to drop stays byte for byte. */
function dropParameters(url: URL, isDropped: (name: string) => boolean): void {
  for (const name of [...url.searchParams.keys()].filter(isDropped)) url.searchParams.delete(name);
}
