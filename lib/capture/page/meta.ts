import type { PageMeta } from '../../domain/schema/snapshot.ts';
import { absoluteUrl, attribute, attributeText, documentElement, documentTitle, localName } from './dom.ts';

/**
 * What the head of the page says of itself.
 * In: the document, its address, and its meta and link elements. Out: title, language, description, site name, author …
 */
export function readMeta(doc: Document, url: string, elements: Iterable<Element>): PageMeta {
  const named = new Map<string, string>();
  let canonical: string | undefined;
  for (const el of elements) {
    if (localName(el) === 'link') {
      if (/(^|\s)canonical(\s|$)/i.test(attribute(el, 'rel') ?? ''))
        canonical ??= absoluteUrl(attribute(el, 'href') ?? '', url);
      continue;
    }
    const key = (attribute(el, 'property') ?? attribute(el, 'name') ?? '').trim().toLowerCase();
    const content = attributeText(el, 'content');
    if (key !== '' && content !== '' && !named.has(key)) named.set(key, content);
  }
  const pick = (max: number, ...keys: string[]) => {
    for (const key of keys) {
      const value = named.get(key);
      if (value !== undefined) return value.slice(0, max);
    }
    return undefined;
  };
  const root = documentElement(doc);
  const lang = (
    (root && (attribute(root, 'lang') ?? attribute(root, 'xml:lang'))) ||
    pick(20, 'og:locale') ||
    ''
  ).slice(0, 20);
  const rest = {
    description: pick(1000, 'og:description', 'description', 'twitter:description', 'dc.description'),
    siteName: pick(300, 'og:site_name', 'application-name', 'apple-mobile-web-app-title'),
    author: pick(300, 'author', 'article:author_name', 'article:author', 'dc.creator', 'dcterms.creator', 'byl'),
    ogType: pick(60, 'og:type'),
    canonical,
    generator: pick(200, 'generator'),
    title: documentTitle(doc).replace(/\s+/g, ' ').trim().slice(0, 500) || pick(500, 'og:title') || '',
    ...(lang !== '' && { lang }),
  };
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined)) as PageMeta;
}
