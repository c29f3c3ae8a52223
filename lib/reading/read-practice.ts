import { assemble } from '../capture/assemble.ts';
import { takeSnapshot } from '../capture/page/snapshot.ts';
import { showSpot } from '../capture/page/spot.ts';
import { practiceUrl } from '../domain/practice.ts';
import type { Reading } from '../domain/schema/draft.ts';
import { pageSnapshot } from '../domain/schema/snapshot.ts';

export type PracticeReading = {
  reading: Reading;
  /** Shows where a line of it stands. Out: whether it is still there. */
  show(line: number, snippet: string): boolean;
};

/**
 * Reads the practice page as every page is read: the same walk over the document, the same schemas, the same assembly. Only the
 * way in differs, as the browser lets no script into pages of an extension. In: the document, the time. Throws ZodError.
 */
export async function readPractice(page: Document, now: number): Promise<PracticeReading> {
  const started = performance.now();
  const { snapshot, spots } = await takeSnapshot(page, practiceUrl);
  const parsed = pageSnapshot.parse(snapshot);
  const reading = assemble([parsed], { now });
  return {
    reading: { ...reading, msPage: parsed.msPage, ms: performance.now() - started },
    show: (line, snippet) => showSpot(spots[line], snippet),
  };
}
