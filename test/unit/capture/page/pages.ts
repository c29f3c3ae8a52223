import { takeSnapshot } from '../../../../lib/capture/page/snapshot.ts';
import { type PageSnapshot, pageSnapshot } from '../../../../lib/domain/schema/snapshot.ts';

/** Puts invented markup into the test's document and reads it, as the receiving side would get it. */
export async function readPage(markup: string, head = ''): Promise<PageSnapshot> {
  document.head.innerHTML = head;
  document.body.innerHTML = markup;
  const { snapshot } = await takeSnapshot(document, 'https://birch.example/team');
  return pageSnapshot.parse(JSON.parse(JSON.stringify(snapshot)));
}

export const linesOf = (snapshot: PageSnapshot): string[] => snapshot.outline.lines.map((line) => line.s);
