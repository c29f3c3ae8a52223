import { attribute, attributeText, linkTarget, shortUrl } from './dom.ts';
import { hiddenMailto } from './hidden-mail.ts';
import type { Open } from './outline-walk.ts';

const words = (list: string) => new Set(list.split(' '));
/** Elements whose text nobody reads on the page. */
export const skipped = words(
  'script style noscript template svg math canvas video audio object embed applet head select option datalist optgroup rt rp progress meter map noframes noembed',
);
const markTags = words(
  'a b strong em i span time small label u font abbr cite code big button dfn mark tt address-line bdi bdo q var data output',
);
/** Elements that may show a document of their own. */
export const frameTags = words('iframe frame object');

/** White space as the eye sees it, without signs that nobody sees. Most text needs nothing done. */
export const fold = (text: string) =>
  /[^\S ]| {2}|[\u00ad\u200b\u200e\u200f\u2060]/.test(text)
    ? text.replace(/[\u00ad\u200b\u200e\u200f\u2060\ufeff]+/g, '').replace(/\s+/g, ' ')
    : text;

const hint = (el: Element) =>
  `${attribute(el, 'class') ?? ''} ${attribute(el, 'id') ?? ''}`.trim().toLowerCase().slice(0, 80);
/** Class and id of an element, where it has any. */
export const withHint = (el: Element) => {
  const h = hint(el);
  return h === '' ? {} : { h };
};

/** What the mark of an inline element says; undefined for elements that get none. In: the element, its tag. */
export function markOf(el: Element, tag: string): Open['mark'] {
  if (!markTags.has(tag)) return undefined;
  const h = withHint(el);
  if (!(el instanceof HTMLAnchorElement)) {
    const l = tag === 'abbr' ? attributeText(el, 'title').slice(0, 300) : '';
    return { t: tag, ...h, ...(l !== '' && { l }) };
  }
  const written = attributeText(el, 'href');
  const u =
    hiddenMailto(el, written) ?? (written === '' || written.startsWith('#') ? undefined : shortUrl(linkTarget(el)));
  const l = (attributeText(el, 'aria-label') || attributeText(el, 'title')).slice(0, 300);
  return { t: tag, ...h, ...(u !== undefined && { u }), ...(l !== '' && { l }) };
}
