import type { Breathing } from './breath.ts';
import { itemsOfMicroformats } from './cards.ts';
import { baseUri, findInDocument } from './dom.ts';
import { readJsonLd } from './jsonld.ts';
import { readMicrodata } from './microdata.ts';
import { rootSelector } from './microformat-roots.ts';
import { readMicroformats } from './microformats.ts';
import { readRdfa } from './rdfa.ts';
import { itemsOfThings, type PlacedItem } from './things.ts';

/**
 * All structured data of a page that speaks of people and organisations.
 * In: the document. Out: items, the JSON-LD ones first, and the elements of those that are written over visible text.
 */
export function* readStructured(doc: Document): Breathing<PlacedItem[]> {
  const base = baseUri(doc);
  const found: PlacedItem[] = [];
  /** Items point to each other by place in their own list: moved to the place in the common one. */
  const add = (placed: PlacedItem[]) => {
    const offset = found.length;
    for (const { item, el } of placed) {
      if (item.organizationItem !== undefined) item.organizationItem += offset;
      found.push({ item, el });
    }
  };
  const scripts = findInDocument(doc, 'script[type*="ld+json" i]');
  if (scripts.length > 0) add(yield* itemsOfThings(yield* readJsonLd(scripts), 'jsonld', base));
  const scopes = findInDocument(doc, '[itemscope]');
  if (scopes.length > 0) add(yield* itemsOfThings(yield* readMicrodata(scopes, base), 'microdata', base));
  if (findInDocument(doc, '[typeof]').length > 0) {
    const elements = findInDocument(doc, '[typeof],[property],[rel],[about],[resource]');
    add(yield* itemsOfThings(yield* readRdfa(elements, base), 'rdfa', base));
  }
  // One class at a time is a look-up for the browser; all the names at once are a walk over the page.
  if (findInDocument(doc, '.h-card').length + findInDocument(doc, '.vcard').length > 0)
    add(yield* itemsOfMicroformats(yield* readMicroformats(findInDocument(doc, rootSelector), base), base));
  return found.slice(0, 2000);
}
