import type { ContentProfile, FieldAnchor, Recipe, RecipeField } from '../../domain/schema/recipe.ts';
import type { Page } from '../lines.ts';
import type { Labels } from '../lines-tables.ts';
import { alikeProfiles, meanProfile, profileOf } from './content.ts';
import { median } from './groups.ts';
import { type Card, type Segment, segmentsOf } from './segments.ts';

/** A place that the entries of a list have in common. */
export type Slot = Omit<FieldAnchor, 'content'> & { key: string; content: ContentProfile; coverage: number };
export type CardSegments = { card: Card; segments: (Segment & { key: string })[] };

const lookOf = (s: Segment): string =>
  [
    s.how,
    s.tag,
    s.path.join('>'),
    s.hints.slice(0, 4).join('.'),
    s.link,
    s.label ?? '',
    s.how === 'line' || s.how === 'block' ? '' : s.part,
  ].join('|');

/**
 * Labels are told from other words by standing in several entries: what stands once is somebody's data.
 * In: the page and its entries. Out: the entries with their segments, labels of one entry alone left out.
 */
export function segmentsIn(
  page: Page,
  labels: Labels,
  cards: readonly Card[],
  purpose: 'learn' | 'apply' = 'apply',
): CardSegments[] {
  const cut = cards.map((card) => ({ card, segments: segmentsOf(page, labels, card) }));
  const counts = new Map<string, number>();
  for (const { segments } of cut)
    for (const label of new Set(segments.flatMap((s) => s.label ?? [])))
      counts.set(label, (counts.get(label) ?? 0) + 1);
  // an entry alone can't tell its labels: nothing is learnt from it, but known labels are still looked for
  const least = purpose === 'apply' && cards.length < 3 ? 1 : Math.max(2, cards.length * 0.15);
  return cut.map(({ card, segments }) => {
    const times = new Map<string, number>();
    return {
      card,
      segments: segments.map((segment) => {
        const { label, ...rest } = segment;
        const kept: Segment = label !== undefined && (counts.get(label) ?? 0) >= least ? segment : rest;
        // of places that look the same the first, the second … are told apart
        const look = lookOf(kept);
        const nth = times.get(look) ?? 0;
        times.set(look, nth + 1);
        return { ...kept, key: `${look}#${nth}` };
      }),
    };
  });
}

/** The labels that stand in several of these entries. */
export const labelsIn = (cut: readonly CardSegments[]): string[] => [
  ...new Set(cut.flatMap(({ segments }) => segments.flatMap((s) => s.label ?? []))),
];

/** In: entries with their segments. Out: each place with its usual looks, over all entries that have it. */
export function slotsOf(cut: readonly CardSegments[]): Slot[] {
  const byKey = new Map<string, { card: Card; segment: Segment }[]>();
  for (const { card, segments } of cut) {
    const mine = new Set<string>();
    for (const segment of segments) {
      // the first of its kind stands for the entry
      if (mine.has(segment.key)) continue;
      mine.add(segment.key);
      const known = byKey.get(segment.key);
      if (known) known.push({ card, segment });
      else byKey.set(segment.key, [{ card, segment }]);
    }
  }
  return [...byKey].flatMap(([key, found]) => {
    const [first] = found;
    if (!first) return [];
    const { segment } = first;
    return {
      key,
      how: segment.how,
      tag: segment.tag,
      hints: segment.hints,
      path: segment.path,
      link: segment.link,
      ...(segment.label !== undefined && { label: segment.label }),
      strong: segment.strong,
      at: median(found.map((f) => f.segment.at)),
      end: median(found.map((f) => f.segment.end)),
      part: segment.part,
      content: meanProfile(found.slice(0, 12).map((f) => profileOf(f.segment.text))),
      coverage: found.length / cut.length,
    };
  });
}

/** Share of the wanted words that are there. */
export const shareOf = (wanted: readonly string[], there: readonly string[]): number =>
  wanted.length === 0 ? 1 : wanted.filter((word) => there.includes(word)).length / wanted.length;

/** How far two ways agree, from the inside out. */
export function alikePaths(a: readonly string[], b: readonly string[]): number {
  const longer = Math.max(a.length, b.length);
  if (longer === 0) return 1;
  let same = 0;
  while (same < Math.min(a.length, b.length) && a[same] === b[same]) same++;
  return same / longer;
}

const near = (a: number, b: number): number => 1 / (1 + Math.abs(a - b));

/**
 * How well a place agrees with what was pointed at, 0 to 1. Each anchor has its say; Class names that are
 * found nowhere on the page any more are little reason to doubt: they were renamed. In: `named`, all that the page has.
 */
export function agreement(anchor: FieldAnchor, slot: Slot, named: ReadonlySet<string>): number {
  let sum = 0;
  let most = 0;
  const say = (weight: number, agrees: number): void => {
    sum += weight * agrees;
    most += weight;
  };
  if (anchor.label !== undefined) say(5, slot.label === anchor.label ? 1 : 0);
  else if (slot.label !== undefined) say(1, 0);
  const hints = anchor.hints.filter((word) => named.has(word));
  if (anchor.hints.length > 0)
    say(hints.length > 0 ? 3 : 0.5, shareOf(hints.length > 0 ? hints : anchor.hints, slot.hints));
  say(1.5, slot.tag === anchor.tag ? 1 : 0);
  say(1, slot.strong === anchor.strong ? 1 : 0);
  say(1, slot.how === anchor.how ? 1 : 0);
  say(anchor.link === 'mail' || anchor.link === 'tel' ? 3 : 1, slot.link === anchor.link ? 1 : 0);
  say(1, alikePaths(anchor.path, slot.path));
  say(2, (near(anchor.at, slot.at) + near(anchor.end, slot.end)) / 2);
  if (anchor.how === 'part' || anchor.how === 'mark') say(0.5, near(anchor.part, slot.part));
  say(4, alikeProfiles(anchor.content, slot.content));
  return sum / most;
}

/** From here on a place is taken for what was taught. */
export const enough = 0.55;

export type Choice = { field: RecipeField; slot: Slot; score: number; content: ContentProfile };

/** A place that another field agrees with better must agree this well, and almost as well as the field's own best. */
const enoughShared = 0.65;
const nearBest = 0.2;

/** In: what was taught, and the places of a list. Out: which place may hold which field, the surest first. */
export function choose(fields: Recipe['fields'], slots: readonly Slot[], named: ReadonlySet<string>): Choice[] {
  const all: Choice[] = [];
  const best = new Map<string, number>();
  for (const { field, anchors } of fields) {
    const mine = slots.map((slot) => {
      const scores = anchors.map((anchor) => agreement(anchor, slot, named));
      const score = Math.max(...scores);
      return { field, slot, score, content: anchors[scores.indexOf(score)]?.content ?? slot.content };
    });
    const top = Math.max(0, ...mine.map(({ score }) => score));
    for (const choice of mine) {
      if (choice.score < enough || choice.score < top - nearBest) continue;
      all.push(choice);
      best.set(choice.slot.key, Math.max(choice.score, best.get(choice.slot.key) ?? 0));
    }
  }
  return all
    .filter(({ slot, score }) => score >= enoughShared || score === best.get(slot.key))
    .sort((a, b) => b.score - a.score || b.slot.coverage - a.slot.coverage);
}

/** How unlike the usual a single entry's words may be: a number is no name, wherever it stands. */
const leastLike = 0.4;

export type Filled = { card: Card; values: Map<RecipeField, Segment & { score: number }> };

const overlap = (a: Segment, b: Segment): boolean => {
  if (a.from > b.to || b.from > a.to) return false;
  if (a.from !== a.to || b.from !== b.to) return true;
  return a.a < b.z && b.a < a.z;
};

/** What each field is in one entry: the place that agrees best with it and that no surer field has taken. */
export function fill({ card, segments }: CardSegments, choices: readonly Choice[]): Filled {
  const values: Filled['values'] = new Map();
  for (const { field, slot, score, content } of choices) {
    if (values.has(field)) continue;
    const segment = segments.find((s) => s.key === slot.key);
    if (!segment || (segment.text === '' && segment.url === undefined)) continue;
    if ([...values.values()].some((taken) => overlap(taken, segment))) continue;
    if (alikeProfiles(profileOf(segment.text), content) < leastLike) continue;
    values.set(field, { ...segment, score });
  }
  return { card, values };
}
