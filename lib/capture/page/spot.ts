import { data, firstChild, nextSibling, nodeType, parentElement } from './dom.ts';
import type { Spot } from './outline-walk.ts';

/** Name of the custom highlight; its colours come from the extension's side, so the page's own styles stay as they are. */
export const highlightName = 'leadlight';
const shownMs = 2000;

const fold = (text: string) => text.replace(/[\s\u00a0]+/g, ' ');

/** The text nodes from the first to the last of a line, in order. */
function textNodes({ first, last }: Spot): Text[] {
  const found: Text[] = [];
  let node: Node | null = first;
  for (let steps = 0; node && steps < 5000; steps++) {
    if (nodeType(node) === 3) found.push(node as Text);
    if (node === last) break;
    const inside: Node | null = firstChild(node);
    let next: Node | null = inside ?? nextSibling(node);
    for (let up: Node | null = node; !next && up; up = parentElement(up)) next = nextSibling(up);
    node = next;
  }
  return found;
}

/** The words of a snippet within a line, else the whole line. */
function rangeOf(spot: Spot, snippet: string): Range {
  const range = new Range();
  const nodes = textNodes(spot);
  const [head] = nodes;
  const tail = nodes.at(-1);
  if (!head || !tail) {
    if (nodeType(spot.first) === 1) range.selectNode(spot.first);
    else range.selectNodeContents(spot.first);
    return range;
  }
  range.setStart(head, 0);
  range.setEnd(tail, data(tail).length);
  const wanted = fold(snippet).trim();
  for (const node of nodes) {
    const words = fold(data(node)).trim();
    // Only where the text stands in one piece can its place be told without counting folded white space.
    const at = wanted === '' ? -1 : data(node).indexOf(wanted);
    if (at >= 0) {
      range.setStart(node, at);
      range.setEnd(node, at + wanted.length);
      break;
    }
    if (words !== '' && words === wanted) {
      range.selectNodeContents(node);
      break;
    }
  }
  return range;
}

/**
 * Scrolls to a line of the last reading and marks its words for two seconds, without touching an element of the page.
 * In: the spot and the words. Out: whether it is still in the page.
 */
export function showSpot(spot: Spot | undefined, snippet: string): boolean {
  if (!spot?.first.isConnected || !spot.last.isConnected) return false;
  const range = rangeOf(spot, snippet);
  const around = nodeType(spot.first) === 1 ? (spot.first as Element) : parentElement(spot.first);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  around?.scrollIntoView({ block: 'center', behavior: still ? 'auto' : 'smooth' });
  if ('highlights' in CSS) {
    CSS.highlights.set(highlightName, new Highlight(range));
    setTimeout(() => CSS.highlights.delete(highlightName), shownMs);
    return true;
  }
  const selection = getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
  return true;
}
