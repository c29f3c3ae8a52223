import type { PageSnapshot } from '../domain/schema/snapshot.ts';

/**
 * A link as the smallest page that holds it: one line with the link's own words, so that capture reads it as it would in place.
 * In: where the link goes, what it says, and the page it stands on. Out: a snapshot to assemble.
 */
export function linkSnapshot(
  link: { href: string; words: string },
  page: { url: string; title: string },
): PageSnapshot {
  const words = link.words.replace(/\s+/g, ' ').trim().slice(0, 300);
  const shown = words === '' ? readable(link.href) : words;
  return {
    url: page.url,
    meta: { title: page.title.slice(0, 500) },
    outline: {
      blocks: [{ p: -1, t: 'body' }],
      lines: [{ b: 0, s: shown, m: [{ a: 0, z: shown.length, t: 'a', u: link.href.slice(0, 2000) }] }],
    },
    structured: [],
    closedFrames: [],
    truncated: 'no',
    msPage: 0,
  };
}

/** What a bare mail or phone link would say. */
function readable(href: string): string {
  const bare = href.replace(/^(mailto|tel|sms):/i, '').replace(/\?.*$/, '');
  try {
    return decodeURIComponent(bare).slice(0, 300);
  } catch {
    return bare.slice(0, 300);
  }
}
