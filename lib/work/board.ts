import type { Tier } from '../domain/schema/icp.ts';
import type { Lead } from '../domain/schema/lead.ts';
import type { Pipeline } from '../domain/schema/stage.ts';
import { type StageId, standingOf } from '../domain/stage.ts';
import { ownerOf } from './owner.ts';

/** A company, or a person without one that is there, as the board shows it. */
export type Card = {
  id: string;
  kind: Lead['kind'];
  name: string;
  /** What stands below the name: trade or title, place. */
  detail: string;
  stage: StageId;
  since: number;
  owner: string | undefined;
  list: string | undefined;
  tier: Tier;
  next?: { text: string; dueAt?: number; timed?: boolean };
};

/** The card of a lead that stands for itself: no person's whose company is there. In: the lead, its tier, the pipeline, the time. */
export function cardOf(lead: Lead, tier: Tier, pipeline: Pipeline, now: number): Card {
  const { stage, since } = standingOf(lead, undefined, pipeline);
  const place = lead.addresses[0]?.city;
  const what = lead.kind === 'person' ? (lead.jobTitle ?? lead.companyName) : (lead.industry ?? lead.domain);
  const { nextStep: step } = lead;
  return {
    id: lead.id,
    kind: lead.kind,
    name: lead.name || lead.emails[0] || lead.phones[0]?.text || '',
    detail: [what, place].filter(Boolean).join(' · '),
    stage,
    since,
    owner: ownerOf(lead, now),
    list: lead.list,
    tier,
    ...(step && {
      next: {
        text: step.text,
        ...(step.dueAt !== undefined && { dueAt: step.dueAt }),
        ...(step.timed && { timed: true }),
      },
    }),
  };
}

export type BoardFilter = {
  text?: string | undefined;
  /** '' stands for those of nobody. */
  owner?: string | undefined;
  tier?: Tier | undefined;
  list?: string | undefined;
};
export const boardOrders = ['newest', 'oldest', 'tier', 'due', 'name'] as const;
export type BoardOrder = (typeof boardOrders)[number];
export type Column = { stage: StageId; cards: Card[] };

const tierRank: Record<Tier, number> = { A: 0, B: 1, C: 2, D: 3, '?': 4 };
const less = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);

const orders: Record<BoardOrder, (a: Card, b: Card) => number> = {
  newest: (a, b) => less(b.since, a.since),
  oldest: (a, b) => less(a.since, b.since),
  tier: (a, b) => less(tierRank[a.tier], tierRank[b.tier]) || less(b.since, a.since),
  due: (a, b) => less(a.next?.dueAt ?? Infinity, b.next?.dueAt ?? Infinity) || less(b.since, a.since),
  name: (a, b) => less(a.name.toLocaleLowerCase(), b.name.toLocaleLowerCase()),
};

/** Puts cards into their columns: the open stages in their order, then won and lost. In: cards, pipeline, what is shown, in which order. */
export function columnsOf(
  cards: Iterable<Card>,
  { stages }: Pipeline,
  { text = '', owner, tier, list }: BoardFilter,
  order: BoardOrder,
): Column[] {
  const columns = new Map<StageId, Card[]>([...stages.map(({ id }) => id), 'won', 'lost'].map((id) => [id, []]));
  const words = text.trim().toLocaleLowerCase();
  for (const card of cards) {
    if (owner !== undefined && (card.owner ?? '') !== owner) continue;
    if (tier !== undefined && card.tier !== tier) continue;
    if (list !== undefined && card.list !== list) continue;
    if (words && !`${card.name} ${card.detail}`.toLocaleLowerCase().includes(words)) continue;
    columns.get(card.stage)?.push(card);
  }
  return [...columns].map(([stage, own]) => ({
    stage,
    cards: own.sort((a, b) => orders[order](a, b) || less(a.id, b.id)),
  }));
}

const dayMs = 24 * 60 * 60 * 1000;

/** Whole days that a card stands in its stage. In: the card, the time. */
export const ageOf = ({ since }: Pick<Card, 'since'>, now: number): number =>
  Math.max(0, Math.floor((now - since) / dayMs));

/** The middle age of some cards in days; 0 where there are none. */
export function medianAge(cards: readonly Card[], now: number): number {
  const ages = cards.map((card) => ageOf(card, now)).sort((a, b) => a - b);
  return ages[Math.floor(ages.length / 2)] ?? 0;
}
