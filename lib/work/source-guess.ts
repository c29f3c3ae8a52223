import type { LeadSource, LeadSourceGroup } from '../domain/schema/lead.ts';
import type { SourceName } from '../domain/schema/source.ts';

/** Sites whose very purpose says how one met whom one finds there; subdomains count. */
const sites: Partial<Record<LeadSourceGroup, string>> = {
  directory:
    'gelbeseiten.de 11880.com dasoertliche.de wlw.de wlw.at wlw.ch europages.com europages.de europages.co.uk herold.at local.ch search.ch yellowpages.com yell.com pagesjaunes.fr paginegialle.it paginasamarillas.es kompass.com dnb.com thomasnet.com northdata.com northdata.de unternehmensregister.de handelsregister.de companieshouse.gov.uk opencorporates.com made-in-china.com globalsources.com alibaba.com 1688.com qcc.com tianyancha.com aiqicha.baidu.com b2b.baidu.com hc360.com yelp.com indiamart.com',
  tradeFair:
    'hannovermesse.de messefrankfurt.com koelnmesse.com messe-muenchen.de messe-duesseldorf.de medica.de interpack.com nuernbergmesse.de cantonfair.org.cn ciie.org ces.tech gulfood.com arabhealthonline.com expodatabase.com auma.de tsnn.com 10times.com',
};

const siteGroups = new Map(
  Object.entries(sites).flatMap(([group, hosts]) => hosts.split(' ').map((host) => [host, group as LeadSourceGroup])),
);

/** The host and all that it lies under: `a.b.c`, `b.c`, `c`. */
function parents(host: string): string[] {
  const labels = host.split('.');
  return labels.map((_label, at) => labels.slice(at).join('.'));
}

/** Words in an address that fairs use for the list of their exhibitors. */
const fairWords =
  /(?:^|[/.-])(?:exhibitors?|aussteller(?:verzeichnis|liste)?|expositores|exposants|espositori|zhanshang)(?:[/.?-]|$)/i;

/**
 * How one met whoever is found on a page, guessed from its address: by the user's own sources first. In: the address, the
 * user's sources, whether it is an open mail. Out: undefined where nothing tells.
 */
export function guessSource(url: string, sources: readonly SourceName[], isMail: boolean): LeadSource | undefined {
  let host: string;
  let path: string;
  try {
    const parsed = new URL(url);
    host = parsed.hostname.replace(/^www\./, '').toLowerCase();
    path = parsed.pathname;
  } catch {
    // A pasted text has no address.
    return undefined;
  }
  const places = parents(host);
  const own = sources.find(({ hosts }) => hosts.some((one) => places.includes(one)));
  if (own) return { group: own.group, name: own.name };
  if (isMail) return { group: 'inbound', name: '' };
  const group = places.map((place) => siteGroups.get(place)).find((one) => one !== undefined);
  if (group) return { group, name: '' };
  return fairWords.test(`${host}${path}`) ? { group: 'tradeFair', name: '' } : undefined;
}
