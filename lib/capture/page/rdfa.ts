import type { Breathing } from './breath.ts';
import { absoluteUrl, attribute, attributeText, closest, hasAttribute, localName, parentElement } from './dom.ts';
import { elementValue } from './microdata.ts';
import { addValue, newThing, type Thing, thingCaps } from './thing.ts';
import { propertyName } from './vocabulary.ts';

/** Prefixes of page descriptions (Open Graph and the like), which say nothing of people and firms. */
const elsewhere =
  /^(?:og|fb|article|twitter|al|music|video|book|profile|product|place|business|dc|dcterms|dct|sioc|rdf|rdfs|cc|xhv):/i;
const terms = (el: Element, name: string) => (attribute(el, name) ?? '').split(/\s+/).filter(Boolean);

/** What an element is about or points to, where it says so by name. */
function namedResource(el: Element, base: string, ...attributes: string[]): string | undefined {
  for (const name of attributes) {
    const written = attribute(el, name)?.trim();
    if (written === undefined) continue;
    if (/^\[?_:/.test(written)) return written.replace(/^\[|\]$/g, '');
    return absoluteUrl(written.replace(/^\[|\]$/g, ''), base) ?? written;
  }
  return undefined;
}

/**
 * Reads RDFa Lite, and of full RDFa `about`, `rel` and `content`. In: the elements with `typeof`, `property`, `rel` or
 * `about`, in order. Out: the typed things that are no other thing's property.
 */
export function* readRdfa(elements: Iterable<Element>, base: string): Breathing<Thing[]> {
  const bySubject = new Map<string, Thing>();
  const byElement = new Map<Element, Thing>();
  const all = new Set<Thing>();

  const thingFor = (id: string | undefined, types: string[], el: Element): Thing => {
    const known = id === undefined ? undefined : bySubject.get(id);
    const thing = known ?? newThing([], el);
    for (const type of types) if (!thing.types.includes(type)) thing.types.push(type);
    if (id !== undefined) {
      thing.id = id;
      bySubject.set(id, thing);
    }
    all.add(thing);
    return thing;
  };

  /** The thing that an element's properties are said of: set by the nearest element around it. */
  const subjectAround = (el: Element): Thing | undefined => {
    const parent = parentElement(el);
    let around = parent ? closest(parent, '[typeof],[about],[resource]') : null;
    for (let i = 0; around && i < thingCaps.depth; i++) {
      const known = byElement.get(around);
      if (known) return known;
      const up = parentElement(around);
      around = up ? closest(up, '[typeof],[about],[resource]') : null;
    }
    return undefined;
  };

  /** `rel` on an element around, whose object the next thing inside is (full RDFa's chaining). */
  const hangingRel = (el: Element, subject: Thing): string[] => {
    const parent = parentElement(el);
    const around = parent ? closest(parent, '[rel],[typeof],[about]') : null;
    if (!around || !hasAttribute(around, 'rel') || hasAttribute(around, 'href')) return [];
    return byElement.get(around) === subject || subjectAround(around) === subject ? terms(around, 'rel') : [];
  };

  /** Only what is written inside is a part of it; what is referred to by name stands on its own. */
  const link = (subject: Thing, property: string, object: Thing, inside: boolean) => {
    if (subject === object) return;
    if (inside) object.nested = true;
    addValue(subject, propertyName(property), object);
  };

  for (const el of elements) {
    if (all.size >= thingCaps.things) break;
    yield;
    const tag = localName(el);
    const properties = terms(el, 'property').filter((p) => !elsewhere.test(p));
    const rels = terms(el, 'rel').filter((r) => !elsewhere.test(r));
    const around = subjectAround(el);
    const about = hasAttribute(el, 'about') ? thingFor(namedResource(el, base, 'about'), [], el) : undefined;
    const subject = about ?? around;
    if (hasAttribute(el, 'typeof')) {
      const types = terms(el, 'typeof');
      const isObject = properties.length > 0 || rels.length > 0;
      const id =
        isObject || !about
          ? namedResource(el, base, 'resource', ...(isObject || tag === 'a' ? ['href', 'src'] : []))
          : undefined;
      const typed = about && !isObject ? thingFor(about.id, types, el) : thingFor(id, types, el);
      byElement.set(el, typed);
      if (subject) {
        for (const property of properties) if (!hasAttribute(el, 'content')) link(subject, property, typed, true);
        for (const rel of rels) link(subject, rel, typed, true);
        if (!isObject && !about) for (const rel of hangingRel(el, subject)) link(subject, rel, typed, true);
      }
      if (tag === 'a' && properties.length > 0) addValue(typed, 'url', elementValue(el, 'url', base));
      continue;
    }
    if (about) byElement.set(el, about);
    if (!subject) continue;
    for (const property of properties) {
      const name = propertyName(property);
      const resource = namedResource(el, base, 'resource');
      const known = resource === undefined ? undefined : bySubject.get(resource);
      if (known && known !== subject) link(subject, property, known, false);
      else if (resource !== undefined && !hasAttribute(el, 'content')) {
        if (/^https?:|^mailto:|^tel:/.test(resource)) addValue(subject, name, resource);
        else link(subject, property, thingFor(resource, [], el), false);
      } else {
        const value = elementValue(el, name, base);
        if (value !== '') addValue(subject, name, value.slice(0, 2000));
      }
    }
    for (const rel of rels) {
      const target = namedResource(el, base, 'resource', 'href', 'src');
      if (target === undefined) continue;
      if (!rel.includes(':') && tag !== 'a' && tag !== 'link' && !hasAttribute(el, 'resource')) continue;
      const known = bySubject.get(target);
      if (known) link(subject, rel, known, false);
      else if (/^(?:https?|mailto|tel):/.test(target) && (rel.includes(':') || closest(el, '[vocab]')))
        addValue(subject, propertyName(rel), target);
    }
    if (
      hasAttribute(el, 'resource') &&
      properties.length === 0 &&
      rels.length === 0 &&
      attributeText(el, 'resource') !== ''
    )
      byElement.set(el, thingFor(namedResource(el, base, 'resource'), [], el));
  }
  return [...all].filter((thing) => !thing.nested && thing.types.length > 0);
}
