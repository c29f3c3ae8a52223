import type { CardAnchor } from '../../domain/schema/recipe.ts';
import type { Page } from '../lines.ts';
import { type Card, hintWords } from './segments.ts';

const mostGroups = 4000;
const mostCards = 2000;

/** Leaves out blocks that stand within another one of the group. In: ids in page order. */
function outermost(page: Page, ids: number[]): number[] {
  const out: number[] = [];
  let reach = -1;
  for (const id of ids) {
    const block = page.blocks[id];
    if (!block || block.first < 0 || block.first <= reach) continue;
    out.push(id);
    reach = block.last;
  }
  return out;
}

/** Entries that begin with a block and go on until the next one of its kind; the last as far as what is around it, but no longer than the longest before. */
function runsOf(page: Page, ids: number[]): Card[] {
  const cards = ids.map((id, k): Card => {
    const block = page.blocks[id];
    const parent = page.blocks[block?.p ?? -1];
    const next = page.blocks[ids[k + 1] ?? -1];
    const from = block?.first ?? 0;
    const end = parent?.last ?? block?.last ?? from;
    return { block: id, from, to: next && next.first <= end ? next.first - 1 : end };
  });
  const longest = Math.max(1, ...cards.slice(0, -1).map((card) => card.to - card.from + 1));
  return cards.map((card) => ({ ...card, to: Math.min(card.to, card.from + longest - 1) }));
}

/** In: the page and block ids in page order. Out: the entries, as blocks or as runs. */
export function cardsOf(page: Page, ids: number[], reach: CardAnchor['reach']): Card[] {
  const kept = outermost(page, ids).slice(0, mostCards);
  if (reach === 'run') return runsOf(page, kept);
  return kept.map((id) => ({ block: id, from: page.blocks[id]?.first ?? 0, to: page.blocks[id]?.last ?? 0 }));
}

/**
 * Every set of blocks that stand alike: of one parent, of one grandparent by the same way, or with the same class anywhere.
 * In: the page. Out: sets of block ids in page order, each set once, smaller than some thousand.
 */
export function alikeBlocks(page: Page): number[][] {
  const groups = new Map<string, number[]>();
  const add = (key: string, id: number): void => {
    const known = groups.get(key);
    if (known) known.push(id);
    else if (groups.size < mostGroups) groups.set(key, [id]);
  };
  page.blocks.forEach((block, id) => {
    if (block.first < 0 || block.p < 0) return;
    let way = block.t;
    let at = block.p;
    for (let up = 1; up <= 3 && at >= 0; up++) {
      add(`${at} ${way}`, id);
      const around = page.blocks[at];
      way = `${around?.t ?? ''}>${way}`;
      at = around?.p ?? -1;
    }
    for (const token of hintWords(block.h)) add(`.${token} ${block.t}`, id);
  });
  const seen = new Set<string>();
  return [...groups.values()].filter((ids) => {
    const key = ids.length > 40 ? `${ids.length} ${ids.slice(0, 20).join()} ${ids.slice(-20).join()}` : ids.join();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Words of class names that most of the blocks share. */
export function sharedHints(page: Page, ids: readonly number[]): string[] {
  const counts = new Map<string, number>();
  const sample = ids.slice(0, 60);
  for (const id of sample)
    for (const token of hintWords(page.blocks[id]?.h ?? '')) counts.set(token, (counts.get(token) ?? 0) + 1);
  return [...counts].filter(([, n]) => n >= sample.length * 0.6).map(([token]) => token);
}

/** Tags around a block, the nearest first. */
export function pathAround(page: Page, id: number): string[] {
  const path: string[] = [];
  for (let at = page.blocks[id]?.p ?? -1; at >= 0 && path.length < 6; at = page.blocks[at]?.p ?? -1)
    path.push(page.blocks[at]?.t ?? '');
  return path;
}

/** The heading over a block's first line, outside of the block. */
export function headingOver(page: Page, card: Card): string | undefined {
  for (let h = page.heading[card.from] ?? -1, hops = 0; h >= 0 && hops < 5; h = page.heading[h] ?? -1, hops++)
    if (h < card.from) return page.lines[h]?.s.toLowerCase().slice(0, 120);
  return undefined;
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
