/** Queries that name the profile; any other query only says how one came there. */
const identifyingQuery: Record<string, string> = { 'facebook.com': 'id', 'scholar.google.com': 'user' };

/** Paths at the usual networks that are a firm's or nobody's own, never one person's. */
const sharedPath =
  /^\/(?:company|companies|school|pages|groups|showcase|share|sharer|intent|hashtag|search|jobs)(?:\/|$)/;

/**
 * Key under which two spellings of a profile's address meet: no scheme, www, mobile host, query or trailing slash.
 * In: an address as kept. Out: the key; undefined for a bare home page and for what is no web address.
 */
export function linkKey(link: string): string | undefined {
  const url = URL.parse(link.includes('://') ? link : `https://${link}`);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const host = url.hostname.toLowerCase().replace(/^(?:www|m|mobile|[a-z]{2}(?=\.linkedin\.com$))\./, '');
  const query = identifyingQuery[host];
  const id = query && url.searchParams.get(query);
  const path = decoded(url.pathname).replace(/\/+$/, '').toLowerCase();
  if (!path && !id) return undefined;
  return `${host}${path}${id ? `?${query}=${id}` : ''}`;
}

/** Whether an address can be the profile of one person. In: a key from `linkKey`. */
export function isPersonalLink(key: string): boolean {
  return !sharedPath.test(key.slice(key.indexOf('/')));
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // A stray % sign is part of the path as it is.
    return path;
  }
}
