import type { CardAnchor, FieldAnchor, Recipe, RecipeField } from '../../domain/schema/recipe.ts';
import type { PageSnapshot, PointedSpot } from '../../domain/schema/snapshot.ts';
import { type Page, pageOf } from '../lines.ts';
import { type Labels, labelsOf } from '../lines-tables.ts';
import { alikeProfiles, meanProfile, profileOf } from './content.ts';
import { alikeBlocks, cardsOf, headingOver, median, pathAround, sharedHints } from './groups.ts';
import { type Card, hintWords, type Segment } from './segments.ts';
import { type CardSegments, labelsIn, segmentsIn } from './slots.ts';

/** A page made ready to learn from, and to try what was learnt on. */
export type Lesson = { page: Page; labels: Labels };

/** In: what the page script saw when something was pointed at. Out: the page as lessons need it. */
export function lessonOf(snapshot: PageSnapshot): Lesson {
  const page = pageOf(snapshot);
  return { page, labels: labelsOf(page) };
}

const linesOf = (card: Card): number => card.to - card.from + 1;

/** Whether elements stand between these siblings: then each is only the beginning of its entry. */
function reachOf(page: Page, ids: readonly number[]): CardAnchor['reach'] {
  const sizes = ids.map((id) => (page.blocks[id]?.last ?? 0) - (page.blocks[id]?.first ?? 0) + 1);
  if (median(sizes) > 2) return 'self';
  let apart = 0;
  let pairs = 0;
  for (let k = 0; k + 1 < ids.length; k++) {
    const here = page.blocks[ids[k] ?? -1];
    const next = page.blocks[ids[k + 1] ?? -1];
    if (!here || !next || here.p !== next.p) continue;
    pairs++;
    if (next.first > here.last + 1) apart++;
  }
  return pairs > 0 && apart >= pairs * 0.6 ? 'run' : 'self';
}

/**
 * The list that a pointed entry belongs to: the blocks that stand as it does, are about as long, and are most.
 * In: the lesson and the entry's block. Out: the entries, in page order; the one alone where nothing is like it.
 */
function listOf({ page }: Lesson, block: number): { cards: Card[]; ids: number[]; reach: CardAnchor['reach'] } {
  const own = page.blocks[block];
  const mine = hintWords(own?.h ?? '');
  const size = own ? own.last - own.first + 1 : 1;
  let best: { ids: number[]; worth: number } = { ids: [block], worth: 1 };
  for (const all of alikeBlocks(page)) {
    if (!all.includes(block)) continue;
    // a heading row or an advertisement among the entries is none
    const ids = all.filter((id) => {
      const other = page.blocks[id];
      if (!other || other.t !== own?.t) return false;
      if (mine.length === 0) return true;
      return id === block || hintWords(other.h).some((token) => mine.includes(token));
    });
    const kept = cardsOf(page, ids, 'self').map((card) => card.block);
    if (!kept.includes(block)) continue;
    const sizes = kept.map((id) => (page.blocks[id]?.last ?? 0) - (page.blocks[id]?.first ?? 0) + 1);
    const alike = sizes.filter((n) => Math.min(n, size) / Math.max(n, size) >= 0.34).length;
    const worth = alike * (alike / kept.length);
    if (worth > best.worth + 0.01) best = { ids: kept, worth };
  }
  const reach = reachOf(page, best.ids);
  return { cards: cardsOf(page, best.ids, reach), ids: best.ids, reach };
}

/** In: the lesson and the block that was pointed at as one entry. Out: what tells entries like it. */
export function learnCard(lesson: Lesson, block: number): CardAnchor {
  const { page, labels } = lesson;
  const { cards, ids, reach } = listOf(lesson, block);
  const card = cards.find((one) => one.block === block) ?? cards[0] ?? { block, from: 0, to: 0 };
  const own = page.blocks[block];
  const heading = headingOver(page, card);
  const shared = sharedHints(page, ids);
  return {
    tag: own?.t ?? '',
    hints: ids.length > 1 ? shared : hintWords(own?.h ?? ''),
    around: hintWords(page.blocks[own?.p ?? -1]?.h ?? ''),
    path: pathAround(page, block),
    ...(own && own.r !== '' && ids.every((id) => page.blocks[id]?.r === own.r) && { role: own.r }),
    labels: labelsIn(segmentsIn(page, labels, cards, 'learn')).slice(0, 24),
    // a heading over one entry alone may be a name
    ...(heading !== undefined && heading !== '' && cards.length > 2 && { heading }),
    lines: median(cards.map(linesOf)),
    reach,
  };
}

/** How well a segment covers what was pointed at: all of it and nothing more is 1. */
function coverage(segment: Segment, spot: PointedSpot): number {
  if (segment.from !== spot.from || segment.to !== spot.to) {
    const both = Math.min(segment.to, spot.to) - Math.max(segment.from, spot.from) + 1;
    return both <= 0 ? 0 : (0.8 * both) / (Math.max(segment.to, spot.to) - Math.min(segment.from, spot.from) + 1);
  }
  if (segment.from !== segment.to) return 1;
  const both = Math.min(segment.z, spot.z) - Math.max(segment.a, spot.a);
  const all = Math.max(segment.z, spot.z) - Math.min(segment.a, spot.a);
  if (all === 0) return 1;
  return both < 0 ? 0 : both / all;
}

/**
 * In: the lesson, the entries found on it, and the spot that was pointed at as one field of one entry.
 * Out: the anchor and the words there, or undefined where the spot is in no entry or nothing is there.
 */
export function learnField(
  { page, labels }: Lesson,
  cards: readonly Card[],
  spot: PointedSpot,
): { anchor: FieldAnchor; text: string } | undefined {
  const inside = cards.find((card) => spot.from >= card.from && spot.to <= card.to);
  if (!inside) return undefined;
  const cut = segmentsIn(page, labels, cards, 'learn');
  const mine = cut.find(({ card }) => card.block === inside.block)?.segments ?? [];
  const ranked = mine.map((segment) => ({ segment, fits: coverage(segment, spot) })).sort((a, b) => b.fits - a.fits);
  const [best] = ranked;
  if (!best || best.fits <= 0.2) return undefined;
  const { segment } = best;
  return { anchor: anchorOf(segment, alike(cut, segment)), text: segment.text || (segment.url ?? '') };
}

/** The same place in the other entries, where what stands there is of the kind pointed at: an entry may lack something. */
function alike(cut: readonly CardSegments[], { key, text }: Segment & { key: string }): Segment[] {
  const pointed = profileOf(text);
  return cut
    .flatMap(({ segments }) => segments.find((s) => s.key === key) ?? [])
    .filter((s) => alikeProfiles(profileOf(s.text), pointed) >= 0.5);
}

function anchorOf(segment: Segment, all: readonly Segment[]): FieldAnchor {
  const { how, tag, hints, path, link, label, strong, at, end, part } = segment;
  return {
    how,
    tag,
    hints,
    path,
    link,
    ...(label !== undefined && { label }),
    strong,
    at: all.length > 2 ? median(all.map((s) => s.at)) : at,
    end: all.length > 2 ? median(all.map((s) => s.end)) : end,
    part,
    content: meanProfile((all.length > 0 ? all : [segment]).slice(0, 24).map((s) => profileOf(s.text))),
  };
}

/** The entries as taught so far, before any field is known. In: the lesson and the anchors of the pointed entries' blocks. */
export function entriesLike(lesson: Lesson, blocks: readonly number[]): Card[] {
  const cards = blocks.flatMap((block) => listOf(lesson, block).cards);
  const seen = new Set<number>();
  return cards.filter((card) => !seen.has(card.block) && seen.add(card.block)).sort((a, b) => a.from - b.from);
}

/** In: which anchors were learnt for which field. Out: them as a recipe has them. */
export const fieldsOf = (learnt: ReadonlyMap<RecipeField, readonly FieldAnchor[]>): Recipe['fields'] =>
  [...learnt].flatMap(([field, anchors]) => (anchors.length > 0 ? { field, anchors: anchors.slice(0, 4) } : []));
