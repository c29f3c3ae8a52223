import type { PageSnapshotInput } from '../../domain/schema/snapshot.ts';
import { inSlices, type Pace } from './breath.ts';
import { body, defaultView, documentElement, findInDocument } from './dom.ts';
import { readMeta } from './meta.ts';
import { walkOutline } from './outline.ts';
import { caps, type Place, type Spot } from './outline-walk.ts';
import { readStructured } from './structured.ts';

export type TakenSnapshot = { snapshot: PageSnapshotInput; spots: Spot[]; placeOf: ReadonlyMap<Element, Place> };

function selectedText(doc: Document): string {
  const selection = defaultView(doc)?.getSelection();
  return selection && !selection.isCollapsed ? selection.toString().slice(0, 20_000) : '';
}

/** What is known of a document without any element. */
const nothing = {
  outline: { blocks: [], lines: [] },
  spots: [],
  closedFrames: [],
  frames: false,
  truncated: 'no' as const,
  lineOf: new Map<Element, number>(),
  placeOf: new Map<Element, Place>(),
};

/**
 * Reads a document into a snapshot. Changes nothing on the page, asks for nothing from the network.
 * In: the document, its address, elements whose places are wanted, the pace. Out: the snapshot and the nodes its lines stand at; as a promise where the page is so large that it must breathe in between.
 */
export function takeSnapshot(
  doc: Document,
  url: string,
  limits = caps,
  pointed: ReadonlySet<Element> = new Set(),
  pace: Pace = 'now',
): TakenSnapshot | Promise<TakenSnapshot> {
  return inSlices(function* (breath) {
    const began = performance.now();
    const root = body(doc) ?? documentElement(doc);
    const placed = yield* readStructured(doc);
    const watched = new Set(placed.flatMap(({ el }) => (el ? [el] : [])));
    const walk = root ? walkOutline(root, limits, watched, pointed) : undefined;
    while (walk && !walk.step(breath.left())) yield;
    const { outline, spots, closedFrames, frames, truncated, lineOf, placeOf } = walk?.result() ?? nothing;
    const selection = selectedText(doc);
    const meta = readMeta(doc, url, findInDocument(doc, 'meta, link[rel]'));
    const snapshot: PageSnapshotInput = {
      url: url.slice(0, 4000),
      meta,
      outline,
      structured: placed.map(({ item, el }) => {
        const line = el && lineOf.get(el);
        return line !== undefined && line < outline.lines.length ? { ...item, line } : item;
      }),
      ...(selection !== '' && { selection }),
      closedFrames,
      ...(frames && { frames }),
      truncated,
      msPage: performance.now() - began - breath.waited(),
    };
    return { snapshot, spots, placeOf };
  }, pace);
}
