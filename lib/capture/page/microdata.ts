import type { Breathing } from './breath.ts';
import {
  absoluteUrl,
  attribute,
  attributeText,
  childElements,
  elementById,
  hasAttribute,
  localName,
  ownerDocument,
  textContent,
} from './dom.ts';
import { addValue, newThing, type Thing, thingCaps } from './thing.ts';
import { propertyName } from './vocabulary.ts';

/** Properties that are addresses: for all others a link's words count, not where it leads (as authors mean it). */
const addressed = /^(?:url|sameAs|image|logo|photo|email|telephone|faxNumber|mainEntityOfPage|hasMap|significantLink)$/;
const sources: Record<string, string> = {
  a: 'href',
  area: 'href',
  link: 'href',
  img: 'src',
  audio: 'src',
  embed: 'src',
  iframe: 'src',
  source: 'src',
  track: 'src',
  video: 'src',
  object: 'data',
};

/** The value of a property as its element gives it (microdata's rules, mended where authors commonly mean otherwise). */
export function elementValue(el: Element, property: string, base: string): string {
  const tag = localName(el);
  const content = attribute(el, 'content');
  if (content !== null) return content;
  const text = () => (textContent(el) ?? '').replace(/\s+/g, ' ').trim();
  const source = Object.hasOwn(sources, tag) ? sources[tag] : undefined;
  if (source) {
    if (tag === 'img' && !addressed.test(property)) return attributeText(el, 'alt');
    if (!addressed.test(property) && tag !== 'link' && text() !== '') return text();
    return absoluteUrl(attribute(el, source) ?? '', base) ?? text();
  }
  if (tag === 'time') return attribute(el, 'datetime') ?? text();
  if (tag === 'data' || tag === 'meter') return attribute(el, 'value') ?? text();
  return text();
}

/**
 * Reads the microdata of a page. In: its `[itemscope]` elements in order. Out: items that are no other item's property.
 */
export function* readMicrodata(scopes: Iterable<Element>, base: string): Breathing<Thing[]> {
  const things = new Map<Element, Thing>();
  const top: Thing[] = [];

  const itemOf = function* (scope: Element, depth: number): Breathing<Thing> {
    const known = things.get(scope);
    if (known) return known;
    const thing = newThing((attribute(scope, 'itemtype') ?? '').split(/\s+/).filter(Boolean), scope);
    const id = attributeText(scope, 'itemid');
    if (id !== '') thing.id = id;
    things.set(scope, thing);
    const seen = new Set<Element>([scope]);
    const waiting = childElements(scope).reverse();
    const doc = ownerDocument(scope);
    for (const ref of (attribute(scope, 'itemref') ?? '').split(/\s+/).filter(Boolean)) {
      const referred = doc && elementById(doc, ref);
      if (referred) waiting.unshift(referred);
    }
    let el = waiting.pop();
    while (el && seen.size < 20_000) {
      if (!seen.has(el)) {
        seen.add(el);
        const scoped = hasAttribute(el, 'itemscope');
        const names = (attribute(el, 'itemprop') ?? '').split(/\s+/).filter(Boolean);
        if (!scoped) for (const child of childElements(el).reverse()) waiting.push(child);
        for (const name of names) {
          const property = propertyName(name);
          if (scoped && things.size < thingCaps.things && depth < thingCaps.depth) {
            const inner = yield* itemOf(el, depth + 1);
            inner.nested = true;
            addValue(thing, property, inner);
          } else if (!scoped) {
            const value = elementValue(el, property, base);
            yield;
            if (value !== '') addValue(thing, property, value.slice(0, 2000));
          }
        }
      }
      el = waiting.pop();
    }
    return thing;
  };

  for (const scope of scopes) {
    if (things.size >= thingCaps.things) break;
    top.push(yield* itemOf(scope, 0));
    yield;
  }
  return top.filter((thing) => !thing.nested);
}
