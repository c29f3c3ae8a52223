import type { PivotAxis } from '../domain/schema/order.ts';
import { type Measure, type Pivot, pivotOf, placesIn } from '../value/pivot.ts';
import { bandOf } from '../value/wallet.ts';
import { spanStart, type Worth } from '../value/worth.ts';
import type { Book } from './book.ts';
import type { LoadedOrders } from './orders.ts';
import { findRow } from './rows.ts';
import { read } from './transact.ts';

export type PivotQuestion = { rows: PivotAxis; columns: PivotAxis; measure: Measure; months: number };

/** Stands for what is not known, and for all that is too small for a row of its own. The page has words for them. */
export const unknownKey = '\u0001unknown';
export const restKey = '\u0001rest';
const dayMs = 86_400_000;
const two = (n: number) => String(n).padStart(2, '0');

/** A pivot over orders and the leads they are of. Throws `BookError`. */
export async function pivotOver(book: Book, state: PivotState, asked: PivotQuestion): Promise<Pivot> {
  const { axes, span } = await pivotAxes(book, state, asked);
  const { measure } = asked;
  const ofCustomer = (who: number) =>
    measure === 'need' || measure === 'potential' ? state.worth.wallets[who]?.[measure] : undefined;
  return pivotOf(state.loaded.table, axes, measure, span, restKey, undefined, ofCustomer);
}

/** A row, a column or a cell of a pivot. */
export type PivotPart = { asked: PivotQuestion; row?: string | undefined; column?: string | undefined };

/** The customers behind a part of a pivot, by place. Throws `BookError`. */
export async function customersInPivot(
  book: Book,
  state: PivotState,
  { asked, ...part }: PivotPart,
): Promise<Set<number>> {
  const { axes, span } = await pivotAxes(book, state, asked);
  return placesIn(state.loaded.table, axes, span, restKey, part);
}

type PivotState = { loaded: LoadedOrders; worth: Worth; asOfDay: number };

async function pivotAxes(book: Book, { loaded, worth, asOfDay }: PivotState, { rows, columns, months }: PivotQuestion) {
  const ofLead = (['source', 'owner', 'list', 'industry', 'country'] as const).some(
    (one) => one === rows || one === columns,
  );
  const leads = ofLead ? await factsOfLeads(book, loaded) : [];
  const axis = (asked: PivotAxis) => {
    const days = new Map<number, string>();
    const ofDay = (day: number, name: (date: Date) => string) => {
      const known = days.get(day);
      if (known !== undefined) return known;
      const text = name(new Date(day * dayMs));
      days.set(day, text);
      return text;
    };
    const { day, customer } = loaded.table;
    return (order: number): string => {
      const who = customer[order] as number;
      switch (asked) {
        case 'year':
          return ofDay(day[order] as number, (date) => String(date.getUTCFullYear()));
        case 'quarter':
          return ofDay(day[order] as number, (d) => `${d.getUTCFullYear()} Q${Math.floor(d.getUTCMonth() / 3) + 1}`);
        case 'month':
          return ofDay(day[order] as number, (date) => `${date.getUTCFullYear()}-${two(date.getUTCMonth() + 1)}`);
        case 'valueClass':
          return worth.classOf[who] ?? unknownKey;
        case 'segment':
          return worth.segments[who] ?? unknownKey;
        case 'phase':
          return worth.phases[who] ?? unknownKey;
        case 'share':
          return bandOf(worth.wallets[who]?.share) ?? unknownKey;
        case 'customer':
          return loaded.buyers[who]?.name ?? unknownKey;
        default:
          return leads[who]?.[asked] ?? unknownKey;
      }
    };
  };
  const span = { from: spanStart(asOfDay, months), to: asOfDay };
  return { axes: { rows: axis(rows), columns: axis(columns) }, span };
}

type LeadFacts = Partial<Record<'source' | 'owner' | 'list' | 'industry' | 'country', string>>;

async function factsOfLeads(book: Book, { buyers }: LoadedOrders): Promise<LeadFacts[]> {
  return read(book, ['people', 'companies'], (tx) =>
    Promise.all(
      buyers.map(async ({ leadId }): Promise<LeadFacts> => {
        const row = leadId === undefined ? undefined : await findRow(tx, leadId);
        if (!row) return {};
        const country = row.addresses.find((one) => one.country)?.country;
        return {
          ...(row.leadSource && { source: row.leadSource.group }),
          ...(row.owner && { owner: row.owner }),
          ...(row.list && { list: row.list }),
          ...(row.kind === 'company' && row.industry && { industry: row.industry }),
          ...(country && { country }),
        };
      }),
    ),
  );
}
