import type { PageSnapshotInput } from '../../domain/schema/snapshot.ts';
import { buildOutline } from './outline.ts';

/** Reads a document into a snapshot. Changes nothing on the page. In: the document and its address. Out: the snapshot, and the nodes its lines start at. */
export function takeSnapshot(doc: Document, url: string): { snapshot: PageSnapshotInput; nodes: Node[] } {
  const started = performance.now();
  const { outline, nodes } = buildOutline(doc.body ?? doc.documentElement);
  const snapshot: PageSnapshotInput = {
    url,
    meta: { title: doc.title.slice(0, 500), lang: doc.documentElement.lang.slice(0, 20) },
    outline,
    structured: [],
    closedFrames: [],
    truncated: 'no',
    msPage: performance.now() - started,
  };
  return { snapshot, nodes };
}
