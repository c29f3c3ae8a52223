import { type BoundaryPolicy, type Cuts, classify, rank, type ValueClass } from './abc.ts';
import { type OrderTable, summarise } from './order-table.ts';

export type Standing = ValueClass | 'none';
const worth: Record<Standing, number> = { A: 3, B: 2, C: 1, none: 0 };

export type Movement = { new: number; lost: number; up: number; down: number; same: number };
export type Migration = { movement: Movement; table: Record<Standing, Record<Standing, number>> };

/** Classes of customers over the days of a span; `none` for who did not order in it. In: orders, the span's ends, how to class. */
export function standingsAt(
  orders: OrderTable,
  span: { from: number; to: number },
  by: 'amount' | 'margin' | 'orders',
  cuts: Cuts,
  policy: BoundaryPolicy,
): Standing[] {
  const sums = summarise(orders, span);
  const ranking = rank(by === 'margin' ? sums.margin : sums[by], orders.customers);
  const classes = classify(ranking, cuts, policy);
  const result: Standing[] = orders.customers.map(() => 'none');
  ranking.order.forEach((place, at) => {
    if ((sums.orders[place] as number) > 0) result[place] = classes[at] ?? 'C';
  });
  return result;
}

/** How classes moved from one day to another. */
export function migrationOf(before: readonly Standing[], after: readonly Standing[]): Migration {
  const row = (): Record<Standing, number> => ({ A: 0, B: 0, C: 0, none: 0 });
  const table: Migration['table'] = { A: row(), B: row(), C: row(), none: row() };
  const movement: Movement = { new: 0, lost: 0, up: 0, down: 0, same: 0 };
  before.forEach((from, place) => {
    const to = after[place] ?? 'none';
    const how = movementOf(from, to);
    if (!how) return;
    table[from][to]++;
    movement[how]++;
  });
  return { movement, table };
}

const dayMs = 86_400_000;
/** The last days of the last so many months, the newest last: the day looked at stands for its own month. */
export function monthEnds(asOfDay: number, months: number): number[] {
  const day = new Date(asOfDay * dayMs);
  return Array.from({ length: months }, (_, at) => {
    const back = months - 1 - at;
    if (back === 0) return asOfDay;
    return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() - back + 1, 0) / dayMs;
  });
}

/** `since`: the day of the classes before. */
export type MonthlyMovement = Movement & { day: number; since: number };
/** New, lost, up and down month by month; classes are those of the twelve months before each end. */
export function monthlyMovement(
  orders: OrderTable,
  asOfDay: number,
  months: number,
  by: 'amount' | 'margin' | 'orders',
  cuts: Cuts,
  policy: BoundaryPolicy,
): MonthlyMovement[] {
  const ends = monthEnds(asOfDay, months + 1);
  const standings = ends.map((to) => standingsAt(orders, { from: to - 364, to }, by, cuts, policy));
  return ends.slice(1).map((day, at) => ({
    day,
    since: ends[at] as number,
    ...migrationOf(standings[at] as Standing[], standings[at + 1] as Standing[]).movement,
  }));
}

/** What became of customers between two days: from one class to another, or one of the movements. */
export type Moved = { since: number; day: number } & ({ from: Standing; to: Standing } | { how: keyof Movement });

/** How one customer moved; undefined for who was and is nobody's. */
export function movementOf(from: Standing, to: Standing): keyof Movement | undefined {
  if (from === 'none') return to === 'none' ? undefined : 'new';
  if (to === 'none') return 'lost';
  return worth[to] > worth[from] ? 'up' : worth[to] < worth[from] ? 'down' : 'same';
}
