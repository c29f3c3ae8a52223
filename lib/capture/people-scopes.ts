import type { Page } from './lines.ts';

/** Lines that belong to one of several subjects: from first to last, both included. */
export type Scope = { from: number; to: number };

/** No card of one person or firm is longer; beyond that a lone name would swallow the page. */
const longest = 16;

/**
 * How far each subject reaches: the largest block that holds just that one. Where several share a block, each reaches to just before
 * the next one. In: the page and the subjects' lines in page order (two of one line share a scope). Out: a scope for each, in order.
 */
export function scopesOf(page: Page, at: number[], limit = longest): Scope[] {
  const lines = [...new Set(at)].sort((a, b) => a - b);
  const scopes = new Map<number, Scope>();
  lines.forEach((line, k) => {
    const previous = lines[k - 1] ?? -1;
    const next = lines[k + 1] ?? page.lines.length;
    const block = page.lines[line]?.b ?? 0;
    let from = line;
    let to = line;
    for (let b = block; b >= 0; b = page.blocks[b]?.p ?? -1) {
      const here = page.blocks[b];
      if (!here) break;
      const holdsOthers = here.first <= previous || here.last >= next;
      const tooLong = here.last - here.first + 1 > limit;
      const page_ = /^(?:body|html|main)$/.test(here.t);
      if (!holdsOthers && !tooLong && !page_) {
        from = here.first;
        to = here.last;
        continue;
      }
      if (page_ && here.last - here.first + 1 > limit) break;
      // flat mark-up: what follows within this block, up to the next subject or the next heading of the same kind, is this one's
      // … but where each stands in a box of their own, what follows the boxes is all of theirs
      if (to > from && holdsOthers) break;
      const end = Math.min(here.last, next - 1, from + limit - 1);
      const startBlock = page.lines[line]?.b ?? 0;
      for (let i = to + 1; i <= end; i++) {
        if (stopsAt(page, i, line, startBlock)) break;
        to = i;
      }
      break;
    }
    scopes.set(line, { from, to });
  });
  // a card that begins before its name (picture, title above): never reach into the card before
  return at.map((line) => scopes.get(line) ?? { from: line, to: line });
}

const ordinal = /^\s*[（(]?(?:\d{1,2}|[一二三四五六七八九十]{1,2})[、.．)）](?!\d)/;

/** A following line that starts something else: a real heading, or a block of another part of the page. */
function stopsAt(page: Page, i: number, anchor: number, anchorBlock: number): boolean {
  const tag = page.blocks[page.lines[i]?.b ?? 0]?.t ?? '';
  const own = page.blocks[anchorBlock]?.t ?? '';
  if (/^h[1-6]$/.test(tag)) return !/^h[1-6]$/.test(own) || tag <= own;
  if (/^(?:footer|nav|aside|summary)$/.test(tag)) return true;
  // 1、… 2、…: each point of a list is a matter of its own
  if (ordinal.test(page.lines[anchor]?.s ?? '') && ordinal.test(page.lines[i]?.s ?? '')) return true;
  return page.isHeading[i] === 1 && page.isHeading[anchor] === 0 && !/[:：]$/.test(page.lines[i]?.s ?? '');
}
