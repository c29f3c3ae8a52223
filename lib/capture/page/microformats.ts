import type { Breathing } from './breath.ts';
import {
  absoluteUrl,
  attribute,
  attributeText,
  childElements,
  data,
  elementById,
  firstChild,
  hasAttribute,
  localName,
  nextSibling,
  nodeType,
  ownerDocument,
} from './dom.ts';
import { classesOf, classicProps, type Kind, modernProp, rootTypes } from './microformat-roots.ts';
import { thingCaps } from './thing.ts';

/** A microformat as the microformats2 parsing rules give it. */
export type Microformat = {
  types: string[];
  props: Map<string, (string | Microformat)[]>;
  /** What stands for the whole where only a text is wanted. */
  value: string;
  children: Microformat[];
  el: Element;
  /** Written with the old class names (`vcard`, `adr`). */
  classic: boolean;
};

const unread = new Set(['script', 'style', 'template']);

/** The text of an element: without script and style, images by their alternative text (or address). */
function plainText(el: Element, base: string, imageAddress = true): string {
  const out: string[] = [];
  const walk: (Node | null)[] = [firstChild(el)];
  let size = 0;
  while (walk.length > 0 && size < 20_000) {
    const node = walk.pop();
    if (!node) continue;
    walk.push(nextSibling(node));
    if (nodeType(node) === 3) {
      const text = data(node);
      size += text.length;
      out.push(text);
    } else if (nodeType(node) === 1) {
      const inner = node as Element;
      const tag = localName(inner);
      if (unread.has(tag)) continue;
      if (tag === 'img')
        out.push(
          hasAttribute(inner, 'alt')
            ? attributeText(inner, 'alt')
            : imageAddress
              ? ` ${absoluteUrl(attribute(inner, 'src') ?? '', base) ?? ''} `
              : '',
        );
      else if (tag === 'br') out.push(' ');
      else walk.push(firstChild(inner));
    }
  }
  return out.join('').replace(/\s+/g, ' ').trim();
}

/** The value-class pattern: a property's value may be put together from parts marked `value`. */
function valueClass(el: Element, base: string): string | undefined {
  const parts: string[] = [];
  const waiting = childElements(el).reverse();
  for (let next = waiting.pop(); next && parts.length < 50; next = waiting.pop()) {
    const classes = classesOf(next);
    if (unread.has(localName(next))) continue;
    if (classes.includes('value-title')) parts.push(attribute(next, 'title') ?? '');
    else if (classes.includes('value')) {
      const tag = localName(next);
      if (tag === 'img' || tag === 'area') parts.push(attribute(next, 'alt') ?? '');
      else if (tag === 'data') parts.push(attribute(next, 'value') ?? plainText(next, base));
      else if (tag === 'abbr') parts.push(attribute(next, 'title') ?? plainText(next, base));
      else parts.push(plainText(next, base));
    } else if (rootTypes(next).types.length === 0 && !classes.some((c) => modernProp.test(c)))
      for (const child of childElements(next).reverse()) waiting.push(child);
  }
  return parts.length > 0 ? parts.join('').trim() : undefined;
}

function textProperty(el: Element, base: string): string {
  const tag = localName(el);
  const value = valueClass(el, base);
  if (value !== undefined) return value;
  if (tag === 'abbr' || tag === 'link') {
    const title = attribute(el, 'title');
    if (title !== null) return title.trim();
  }
  if (tag === 'data' || tag === 'input') {
    const given = attribute(el, 'value');
    if (given !== null) return given.trim();
  }
  if (tag === 'img' || tag === 'area') return attributeText(el, 'alt');
  return plainText(el, base);
}

function urlProperty(el: Element, base: string): string {
  const tag = localName(el);
  const from = {
    a: 'href',
    area: 'href',
    link: 'href',
    img: 'src',
    audio: 'src',
    video: 'src',
    source: 'src',
    iframe: 'src',
    object: 'data',
  }[tag];
  const written = from === undefined ? null : attribute(el, from);
  if (written !== null) return absoluteUrl(written, base) ?? (written === '' ? base : written);
  const value = valueClass(el, base);
  if (value !== undefined) return value;
  if (tag === 'abbr') return attribute(el, 'title') ?? plainText(el, base);
  if (tag === 'data' || tag === 'input') return attribute(el, 'value') ?? plainText(el, base);
  return plainText(el, base);
}

/** Properties that an element is, under the rules of the microformat around it. */
function propertiesOf(el: Element, around: Microformat): [Kind, string][] {
  const found: [Kind, string][] = [];
  for (const name of classesOf(el)) {
    if (around.classic) {
      for (const type of [...around.types, ...(around.types.includes('h-card') ? ['h-adr'] : [])]) {
        const table = classicProps[type];
        const known = table && Object.hasOwn(table, name) ? table[name] : undefined;
        if (known && !found.some(([, n]) => n === known[1])) found.push(known);
      }
    } else {
      const parts = modernProp.exec(name);
      if (parts?.[1] && parts[2]) found.push([parts[1] as Kind, parts[2]]);
    }
  }
  return found;
}

/** What an old-style include (`a.include`, `object.include`, `itemref`) brings into a microformat from elsewhere in the page. */
function included(el: Element): Element[] {
  const doc = ownerDocument(el);
  const byId = (id: string) => (doc && id !== '' ? elementById(doc, id) : null);
  const classes = classesOf(el);
  const address = classes.includes('include') ? (attribute(el, 'href') ?? attribute(el, 'data') ?? '') : '';
  const target = address.startsWith('#') ? byId(address.slice(1)) : null;
  return target ? [target] : [];
}

/**
 * Reads the microformats of a page, new and old, by the microformats2 parsing rules.
 * In: elements that may be roots, in document order. Out: the outermost ones, the others inside them.
 */
export function* readMicroformats(candidates: Iterable<Element>, base: string): Breathing<Microformat[]> {
  const seen = new Set<Element>();
  const top: Microformat[] = [];
  let count = 0;

  const parse = function* (el: Element, types: string[], classic: boolean, depth: number): Breathing<Microformat> {
    seen.add(el);
    count++;
    const card: Microformat = { types, props: new Map(), value: '', children: [], el, classic };
    const add = (name: string, value: string | Microformat) => {
      const had = card.props.get(name);
      if (had) had.push(value);
      else card.props.set(name, [value]);
    };
    const within = new Set<Element>();
    let explicitText = false;
    let explicitUrl = false;
    let nested = false;
    const doc = ownerDocument(el);
    const extra = classic
      ? (attribute(el, 'itemref') ?? '')
          .split(/\s+/)
          .flatMap((id) => (doc && id !== '' ? (elementById(doc, id) ?? []) : []))
      : [];
    const waiting = [...childElements(el), ...extra].reverse();
    for (let next = waiting.pop(); next && within.size < 20_000; next = waiting.pop()) {
      if (within.has(next)) continue;
      within.add(next);
      yield;
      const tag = localName(next);
      if (unread.has(tag)) continue;
      const inner = rootTypes(next);
      const properties = propertiesOf(next, card);
      for (const [kind] of properties) {
        if (kind === 'p' || kind === 'e') explicitText = true;
        if (kind === 'u') explicitUrl = true;
      }
      if (inner.types.length > 0 && depth < thingCaps.depth && count < thingCaps.things) {
        nested = true;
        const child = yield* parse(next, inner.types, inner.classic, depth + 1);
        if (properties.length === 0) card.children.push(child);
        for (const [kind, name] of properties) {
          child.value =
            kind === 'u'
              ? (firstText(child, 'url') ?? urlProperty(next, base))
              : (firstText(child, 'name') ?? textProperty(next, base));
          add(name, child);
        }
        continue;
      }
      for (const [kind, name] of properties) {
        const value = kind === 'u' ? urlProperty(next, base) : textProperty(next, base);
        if (value !== '') add(name, value.slice(0, 2000));
      }
      if (classic) for (const target of included(next)) waiting.push(target);
      for (const child of childElements(next).reverse()) waiting.push(child);
    }
    if (!classic) imply(card, base, { explicitText, explicitUrl, nested });
    return card;
  };

  for (const el of candidates) {
    if (seen.has(el) || count >= thingCaps.things) continue;
    const { types, classic } = rootTypes(el);
    if (types.length > 0) top.push(yield* parse(el, types, classic, 0));
  }
  return top;
}

export const firstText = (card: Microformat, name: string): string | undefined => {
  const value = card.props.get(name)?.[0];
  return typeof value === 'string' ? value : value?.value;
};

/** Name and url that a microformat means without saying so. */
function imply(
  card: Microformat,
  base: string,
  has: { explicitText: boolean; explicitUrl: boolean; nested: boolean },
): void {
  const { el } = card;
  const only = (tag: string): Element | undefined => {
    const fits = (e: Element) => localName(e) === tag && rootTypes(e).types.length === 0;
    const children = childElements(el);
    const direct = children.filter((e) => localName(e) === tag);
    if (direct.length === 1 && direct[0] && fits(direct[0])) return direct[0];
    const [child] = children;
    if (children.length !== 1 || !child || rootTypes(child).types.length > 0) return undefined;
    const inner = childElements(child).filter((e) => localName(e) === tag);
    return inner.length === 1 && inner[0] && fits(inner[0]) ? inner[0] : undefined;
  };
  const onlyChild = (tag: string): Element | undefined => {
    const children = childElements(el);
    const [child] = children;
    if (children.length !== 1 || !child || rootTypes(child).types.length > 0) return undefined;
    if (localName(child) === tag) return child;
    const inner = childElements(child);
    return inner.length === 1 && inner[0] && localName(inner[0]) === tag && rootTypes(inner[0]).types.length === 0
      ? inner[0]
      : undefined;
  };
  if (!card.props.has('name') && !has.explicitText && !has.nested) {
    const tag = localName(el);
    const own = tag === 'img' || tag === 'area' ? attribute(el, 'alt') : tag === 'abbr' ? attribute(el, 'title') : null;
    const image = onlyChild('img') ?? onlyChild('area');
    const abbr = onlyChild('abbr');
    const fromChild = (image && attribute(image, 'alt')) || (abbr && attribute(abbr, 'title'));
    const name = (own ?? (fromChild || plainText(el, base, false))).replace(/\s+/g, ' ').trim();
    if (name !== '') card.props.set('name', [name.slice(0, 500)]);
  }
  if (!card.props.has('url') && !has.explicitUrl && !has.nested) {
    const tag = localName(el);
    const link = tag === 'a' || tag === 'area' ? el : (only('a') ?? only('area'));
    const url = link && absoluteUrl(attribute(link, 'href') ?? '', base);
    if (url) card.props.set('url', [url]);
  }
}
