import { absoluteUrl, attribute, body, firstChild } from './dom.ts';

/** What an object shows that is no document with words. */
const noWords = /^(image|audio|video|font)\/|flash|java|pdf|silverlight|media/i;

/** The document that stands in an element: undefined where the element shows none, null where it is closed to us. */
function documentIn(el: Element): Document | null | undefined {
  if (el instanceof HTMLIFrameElement || el instanceof HTMLFrameElement) return el.contentDocument;
  if (!(el instanceof HTMLObjectElement) || noWords.test(attribute(el, 'type') ?? '')) return undefined;
  return hasSource(el) ? el.contentDocument : undefined;
}

const sourceOf = (el: Element) => attribute(el, el instanceof HTMLObjectElement ? 'data' : 'src') ?? '';
const hasSource = (el: Element) => sourceOf(el).trim() !== '';

/**
 * What is to be known of a frame. In: the element, the address of the page around it.
 * Out: its address where that is a page of another site, and whether something may stand in it: a document that is open to us is looked into. Undefined for what is no frame or one that nobody sees.
 */
export function frameOf(el: Element, base: string): { foreign?: string; holds: boolean } | undefined {
  if (['width', 'height'].some((side) => /^[012](px)?$/.test(attribute(el, side) ?? ''))) return undefined;
  const inside = documentIn(el);
  if (inside === undefined) return undefined;
  const root = inside && body(inside);
  const holds = !inside || (!!root && firstChild(root) !== null);
  const source = absoluteUrl(sourceOf(el), base);
  const isForeign = source !== undefined && /^https?:/.test(source) && new URL(base).origin !== new URL(source).origin;
  return { holds, ...(isForeign && { foreign: source.slice(0, 300) }) };
}
