import type { NamedSegment } from '../domain/named-segments.ts';
import type { Moved } from '../value/movement.ts';
import type { CustomerKind, KindReason, Phase } from '../value/phase.ts';
import type { EightClass } from '../value/segments.ts';
import { bandOf, type Fall, type ShareBand, type WalletFacts } from '../value/wallet.ts';
import type { PivotPart } from './value-pivot.ts';
import type { ValueView } from './value-view.ts';

/** A customer as the pages show them. */
export type CustomerLine = {
  place: number;
  key: string;
  name: string;
  leadId?: string;
  kind?: 'person' | 'company' | undefined;
  orders: number;
  /** Money of all orders, and what classes go by. */
  amount: number;
  value: number;
  /** Share of the total that is reached with them. */
  share: number;
  valueClass: 'A' | 'B' | 'C' | undefined;
  cell: [number, number, number] | undefined;
  segment: NamedSegment | undefined;
  phase: Phase;
  customerKind: CustomerKind;
  reasons: KindReason[];
  lastDay: number | undefined;
  alive: number | undefined;
  expected: number | undefined;
  lifetime: number | undefined;
  /** What of that stays as margin. */
  lifetimeMargin: number | undefined;
  /** Why their volume falls, and share of wallet; what is absent is unknown. */
  fall: Fall | undefined;
  wallet: WalletFacts;
};
export type CustomerFilter = {
  valueClass?: 'A' | 'B' | 'C';
  segment?: NamedSegment;
  eight?: EightClass;
  phase?: Phase;
  kind?: CustomerKind;
  /** A cell of the heat map. */
  cell?: { r: number; f: number };
  fall?: Fall;
  /** Share of wallet; `ask`: not known, with something to ask. */
  band?: ShareBand | 'ask';
  /** Who moved so between two days; who is behind a part of a pivot. */
  moved?: Moved;
  pivot?: PivotPart;
  /** Only those who are in the book. */
  isTied?: boolean;
  text?: string;
  sort?: 'value' | 'lastDay' | 'alive' | 'lifetime' | 'name' | 'orders' | 'share' | 'potential';
  offset: number;
  limit: number;
};
export type CustomerPage = { lines: CustomerLine[]; total: number };

/**
 * Customers that a filter leaves, the most valuable first unless asked otherwise, a page at a time. `isAsked` answers what only the
 * caller can tell of the filter.
 */
export function pageOf(
  { worth, buyers, line }: ValueView,
  filter: CustomerFilter,
  isAsked: (place: number) => boolean = () => true,
): CustomerPage {
  const wanted = filter.text?.trim().toLowerCase();
  const places = Array.from(worth.ranking.order).filter((place) => {
    if ((worth.sums.orders[place] as number) === 0 && (worth.sums.amount[place] as number) === 0) return false;
    if (filter.valueClass && worth.classOf[place] !== filter.valueClass) return false;
    if (filter.segment && worth.segments[place] !== filter.segment) return false;
    if (filter.phase && worth.phases[place] !== filter.phase) return false;
    if (filter.kind && worth.kinds[place]?.kind !== filter.kind) return false;
    if (filter.cell && (worth.rfm.r[place] !== filter.cell.r || worth.rfm.f[place] !== filter.cell.f)) return false;
    if (filter.fall && worth.falls[place] !== filter.fall) return false;
    if (filter.band && !isInBand(worth.wallets[place] ?? {}, filter.band)) return false;
    if (filter.isTied && buyers[place]?.leadId === undefined) return false;
    if (!isAsked(place)) return false;
    return !wanted || buyers[place]?.name.toLowerCase().includes(wanted) === true;
  });
  const { sort = 'value', offset, limit } = filter;
  if (sort !== 'value') {
    const lines = places.map(line);
    const value = (one: CustomerLine): number =>
      (sort === 'share' || sort === 'potential' ? one.wallet[sort] : sort === 'name' ? 0 : one[sort]) ??
      Number.NEGATIVE_INFINITY;
    // Two unknown ones are alike, not a difference without a value.
    const down = (a: number, b: number) => (a === b ? 0 : b - a);
    lines.sort((a, b) =>
      sort === 'name' ? a.name.localeCompare(b.name) : down(value(a), value(b)) || a.place - b.place,
    );
    return { lines: lines.slice(offset, offset + limit), total: lines.length };
  }
  return { lines: places.slice(offset, offset + limit).map(line), total: places.length };
}

const isInBand = ({ share, ask }: WalletFacts, band: ShareBand | 'ask'): boolean =>
  band === 'ask' ? ask !== undefined : bandOf(share) === band;
