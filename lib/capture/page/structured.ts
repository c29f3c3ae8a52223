import type { PageSnapshotInput } from '../../domain/schema/snapshot.ts';
import { itemsOfMicroformats } from './cards.ts';
import { baseUri, comparePosition, findInDocument } from './dom.ts';
import { readJsonLd } from './jsonld.ts';
import { readMicrodata } from './microdata.ts';
import { readMicroformats, rootSelector } from './microformats.ts';
import type { Spot } from './outline.ts';
import { readRdfa } from './rdfa.ts';
import { itemsOfThings, type PlacedItem } from './things.ts';

/** The line that an element begins at: the first whose text stands inside or after it. Lines stand in the order of the page. */
function lineAt(el: Element, spots: Spot[]): number | undefined {
  let low = 0;
  let high = spots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const node = spots[middle]?.first;
    const before = node !== undefined && (comparePosition(el, node) & (2 | 8)) !== 0;
    if (before) low = middle + 1;
    else high = middle;
  }
  const found = spots[low]?.first;
  return found && (found === el || (comparePosition(el, found) & 16) !== 0) ? low : undefined;
}

/**
 * All structured data of a page that speaks of people and organisations.
 * In: the document and the spots of its outline's lines. Out: items, the JSON-LD ones first; those over visible text with their line.
 */
export function readStructured(doc: Document, spots: Spot[]): PageSnapshotInput['structured'] {
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
  if (scripts.length > 0) add(itemsOfThings(readJsonLd(scripts), 'jsonld', base));
  const scopes = findInDocument(doc, '[itemscope]');
  if (scopes.length > 0) add(itemsOfThings(readMicrodata(scopes, base), 'microdata', base));
  if (findInDocument(doc, '[typeof]').length > 0)
    add(
      itemsOfThings(readRdfa(findInDocument(doc, '[typeof],[property],[rel],[about],[resource]'), base), 'rdfa', base),
    );
  const roots = findInDocument(doc, rootSelector);
  if (roots.length > 0) add(itemsOfMicroformats(readMicroformats(roots, base), base));
  return found.slice(0, 2000).map(({ item, el }) => {
    const line = el && lineAt(el, spots);
    return line === undefined ? item : { ...item, line };
  });
}
