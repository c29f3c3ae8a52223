const trackingParameter = /^(utm_.*|fbclid|gclid|dclid|msclkid|yclid|mc_cid|mc_eid|igshid|_hsenc|_hsmi)$/i;

/** The address under which a page's drafts are kept: without tracking parameters, and without a fragment that routes nothing. */
export function trayKey(url: string): string {
  const parsed = URL.parse(url);
  if (!parsed) return url;
  const tracking = [...parsed.searchParams.keys()].filter((name) => trackingParameter.test(name));
  // Touching searchParams writes the query anew in its own encoding: leave untracked addresses byte for byte.
  for (const name of tracking) parsed.searchParams.delete(name);
  if (!/^#!?\//.test(parsed.hash) && !parsed.hash.startsWith('#!')) parsed.hash = '';
  return parsed.href.replace(/#$/, '');
}
