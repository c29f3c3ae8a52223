/** Parts of an address that are of one visit only: whoever has them could act for the user, and they lead nowhere later. */
const visit =
  /^(?:sid|ssid|_?session(?:id)?|jsessionid|phpsessid|_?token|csrf\w*|auth\w*|ticket|key|t|r|rand|_extwin|_framed|_remote|_unlock)$/i;

/**
 * The address at which the message that a frame shows is found again; undefined where it has none. In: the frame's document.
 * Out: without anything of the visit.
 */
export function linkOf(doc: Document): string | undefined {
  const url = URL.parse(doc.URL);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  // QQ's and NetEase's pages are bound to the visit.
  if (url.searchParams.has('sid') || /;jsessionid=/i.test(url.pathname)) return undefined;
  // Names from the text itself: in Firefox a page's script can't walk through the parameters of an address.
  const names = url.search
    .slice(1)
    .split('&')
    .map((pair) => pair.replace(/=.*$/s, ''));
  for (const name of names.filter((key) => visit.test(key))) url.searchParams.delete(name);
  if (url.searchParams.get('_action') === 'preview') url.searchParams.set('_action', 'show');
  const tells = url.pathname.length > 1 || url.search.length > 1 || url.hash.length > 1;
  return tells ? url.href : undefined;
}
