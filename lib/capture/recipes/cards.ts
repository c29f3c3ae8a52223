import type { CardAnchor, Recipe } from '../../domain/schema/recipe.ts';
import type { Page } from '../lines.ts';
import type { Labels } from '../lines-tables.ts';
import { alikeBlocks, cardsOf, headingOver, median, pathAround, sharedHints } from './groups.ts';
import { type Card, hintWords } from './segments.ts';
import { alikePaths, choose, type Filled, fill, labelsIn, segmentsIn, shareOf, slotsOf } from './slots.ts';

export type Found = { cards: Filled[]; score: number };

const sampled = 12;
const candidates = 30;
/** What a group must reach to be taken for the list that was taught, and the share of its entries that may have no name. */
const accepted = 0.58;
const nameless = 0.4;

/** Some of many, evenly over all. */
function sample<T>(all: readonly T[]): T[] {
  if (all.length <= sampled) return [...all];
  return Array.from({ length: sampled }, (_, k) => all[Math.floor((k * all.length) / sampled)] as T);
}

/** What can be said of a group without reading its entries. Weighted sum and its most. */
function looks(page: Page, cards: readonly Card[], anchor: CardAnchor, named: ReadonlySet<string>): [number, number] {
  let sum = 0;
  let most = 0;
  const say = (weight: number, agrees: number): void => {
    sum += weight * agrees;
    most += weight;
  };
  const [first] = cards;
  if (!first) return [0, 1];
  const few = sample(cards);
  const ids = few.map((card) => card.block);
  const block = page.blocks[first.block];
  say(1, few.filter((card) => page.blocks[card.block]?.t === anchor.tag).length / few.length);
  const known = (words: readonly string[]): boolean => words.some((word) => named.has(word));
  if (anchor.hints.length > 0) say(known(anchor.hints) ? 3 : 0.5, shareOf(anchor.hints, sharedHints(page, ids)));
  if (anchor.around.length > 0)
    say(known(anchor.around) ? 1 : 0.25, shareOf(anchor.around, hintWords(page.blocks[block?.p ?? -1]?.h ?? '')));
  say(1, alikePaths(anchor.path, pathAround(page, first.block)));
  if (anchor.role !== undefined) say(1, block?.r === anchor.role ? 1 : 0);
  if (anchor.heading !== undefined) say(1, headingOver(page, first) === anchor.heading ? 1 : 0);
  const lines = median(few.map((card) => card.to - card.from + 1));
  say(2, Math.min(lines, anchor.lines) / Math.max(lines, anchor.lines, 1));
  return [sum, most];
}

/** All words of class names on the page. */
function namedOn(page: Page): Set<string> {
  const named = new Set<string>();
  const hints = new Set<string>(page.blocks.map((block) => block.h));
  for (const line of page.lines) for (const mark of line.m) if (mark.h) hints.add(mark.h);
  for (const hint of hints) for (const word of hintWords(hint)) named.add(word);
  return named;
}

/** What a group's entries say: labels and the places of the fields. */
function reads(
  page: Page,
  labels: Labels,
  cards: readonly Card[],
  anchor: CardAnchor,
  recipe: Recipe,
  named: ReadonlySet<string>,
) {
  const cut = segmentsIn(page, labels, sample(cards));
  const slots = slotsOf(cut);
  const choices = choose(recipe.fields, slots, named);
  const filled = cut.map((card) => fill(card, choices));
  let sum = 0;
  let most = 0;
  for (const { field } of recipe.fields) {
    const got = filled.flatMap(({ values }) => values.get(field)?.score ?? []);
    const weight = field === 'name' ? 2 : 1;
    // a field that many entries lack says little where it is missing, much where it is found
    const mean = got.length === 0 ? 0 : got.reduce((a, b) => a + b, 0) / got.length;
    sum += weight * mean * Math.min(1, 0.5 + got.length / filled.length);
    most += weight;
  }
  const withName = filled.filter(({ values }) => values.has('name')).length / Math.max(1, filled.length);
  const labelled = anchor.labels.length === 0 ? undefined : shareOf(anchor.labels, labelsIn(cut));
  return { fields: sum / most, withName, labelled };
}

/**
 * Finds the entries of the list that a recipe was taught on. The group of alike blocks with the best agreeing anchors wins.
 * In: the page, its labels, the recipe. Out: the entries with what each field is in them, or undefined where no list agrees enough.
 */
export function findCards(page: Page, labels: Labels, recipe: Recipe): Found | undefined {
  const named = namedOn(page);
  const ranked = alikeBlocks(page)
    .flatMap((ids) =>
      recipe.cards.map((anchor) => {
        const cards = cardsOf(page, ids, anchor.reach);
        const [sum, most] = looks(page, cards, anchor, named);
        return { cards, anchor, sum, most };
      }),
    )
    .filter(({ cards, sum, most }) => cards.length > 1 || (cards.length === 1 && sum / most > 0.75))
    .sort((a, b) => b.sum / b.most - a.sum / a.most || b.cards.length - a.cards.length)
    .slice(0, candidates);
  let best: { cards: Card[]; score: number } | undefined;
  for (const { cards, anchor, sum, most } of ranked) {
    const { fields, withName, labelled } = reads(page, labels, cards, anchor, recipe, named);
    if (withName < 1 - nameless) continue;
    const spoken = sum + fields * 8 + (labelled ?? 0) * 3;
    const score = spoken / (most + 8 + (labelled === undefined ? 0 : 3));
    if (score < accepted) continue;
    // of two that agree alike the one with more entries is the whole list
    if (!best || score > best.score + 0.04 || (score > best.score - 0.04 && cards.length > best.cards.length))
      best = { cards, score: Math.max(score, best && score > best.score - 0.04 ? best.score : 0) };
  }
  if (!best) return undefined;
  const cut = segmentsIn(page, labels, best.cards);
  const choices = choose(recipe.fields, slotsOf(cut), named);
  const cards = cut.map((card) => fill(card, choices)).filter(({ values }) => values.has('name'));
  return cards.length === 0 ? undefined : { cards, score: best.score };
}

/**
 * The entries among which a spot stands, while no field is known yet. In: the page, what was learnt of its entries, the lines
 * pointed at. Out: the entries of the list that agrees best and has the spot in one of them; none where it is outside.
 */
export function entriesAround(page: Page, anchors: readonly CardAnchor[], spot: { from: number; to: number }): Card[] {
  const named = namedOn(page);
  let best: { cards: Card[]; score: number } | undefined;
  for (const ids of alikeBlocks(page))
    for (const anchor of anchors) {
      const cards = cardsOf(page, ids, anchor.reach);
      if (!cards.some((card) => spot.from >= card.from && spot.to <= card.to)) continue;
      const [sum, most] = looks(page, cards, anchor, named);
      const score = sum / most;
      if (!best || score > best.score + 0.001 || (score > best.score - 0.001 && cards.length > best.cards.length))
        best = { cards, score };
    }
  return best && best.score > 0.6 ? best.cards : [];
}
