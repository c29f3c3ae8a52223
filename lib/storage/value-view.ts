import type { CustomerValue } from '../domain/schema/order.ts';
import type { Margins } from '../value/margin.ts';
import type { Forecast, Worth } from '../value/worth.ts';
import type { CustomerLine } from './value-page.ts';
import type { ValueState } from './value-service.ts';

/** What is shown of each customer, worked out when it is asked for. */
export function viewOf({ loaded, worth, forecast, margins }: ValueState) {
  const known = (column: Float64Array | undefined, place: number) => {
    const value = column?.[place];
    return value === undefined || Number.isNaN(value) ? undefined : value;
  };
  const line = (place: number): CustomerLine => {
    const buyer = loaded.buyers[place];
    const { sums, rfm } = worth;
    return {
      place,
      key: buyer?.key ?? '',
      name: buyer?.name ?? '',
      ...(buyer?.leadId && { leadId: buyer.leadId, kind: buyer.kind }),
      orders: sums.orders[place] as number,
      amount: sums.amount[place] as number,
      value: worth.ranking.values[place] as number,
      share: worth.shareOf[place] as number,
      valueClass: worth.classOf[place],
      cell: rfm.r[place] ? [rfm.r[place] as number, rfm.f[place] as number, rfm.m[place] as number] : undefined,
      segment: worth.segments[place],
      phase: worth.phases[place] ?? 'potential',
      customerKind: worth.kinds[place]?.kind ?? 'other',
      reasons: worth.kinds[place]?.reasons ?? [],
      lastDay: known(sums.lastDay, place),
      alive: known(forecast?.alive, place),
      expected: known(forecast?.orders, place),
      lifetime: known(forecast?.lifetime, place),
      lifetimeMargin: marginOf(known(forecast?.lifetime, place), margins, place),
      fall: worth.falls[place],
      wallet: worth.wallets[place] ?? {},
    };
  };
  return { worth, buyers: loaded.buyers, line };
}
export type ValueView = ReturnType<typeof viewOf>;

function marginOf(money: number | undefined, { shareOf }: Margins, place: number): number | undefined {
  const margin = (money ?? Number.NaN) * (shareOf[place] as number);
  return Number.isNaN(margin) ? undefined : margin;
}

/** Share of wallet and what comes of it, as far as known. */
function shareOf(
  { wallets, falls }: Worth,
  place: number,
): Pick<CustomerValue, 'need' | 'share' | 'potential' | 'fall'> {
  const { need, share, potential } = wallets[place] ?? {};
  const fall = falls[place];
  return {
    ...(need !== undefined && { need }),
    ...(share !== undefined && { share }),
    ...(potential !== undefined && { potential }),
    ...(fall && { fall }),
  };
}

/** What is kept beside the leads, so that lists and mail need not work anything out. */
export function valuesOf(
  { loaded, worth, forecast, margins }: ValueState & { forecast: Forecast },
  networks: ReadonlyMap<string, number>,
  at: number,
): CustomerValue[] {
  return loaded.buyers.flatMap(({ leadId }, place): CustomerValue[] => {
    if (leadId === undefined) return [];
    const finite = (value: number | undefined) => (value !== undefined && Number.isFinite(value) ? value : undefined);
    const [lastDay, alive, lifetime] = [worth.sums.lastDay[place], forecast.alive[place], forecast.lifetime[place]].map(
      finite,
    );
    const valueClass = worth.classOf[place];
    const segment = worth.segments[place];
    const network = networks.get(leadId);
    const lifetimeMargin = marginOf(lifetime, margins, place);
    return [
      {
        leadId,
        phase: worth.phases[place] ?? 'potential',
        orders: worth.sums.orders[place] as number,
        amount: worth.sums.amount[place] as number,
        currency: loaded.base,
        ...(valueClass && { valueClass }),
        ...(segment && worth.fitness.fits && { segment }),
        ...(lastDay !== undefined && { lastDay }),
        ...(alive !== undefined && { chanceAlive: alive }),
        ...(lifetime !== undefined && { lifetime }),
        ...(lifetimeMargin !== undefined && { lifetimeMargin }),
        ...(network !== undefined && { network }),
        year: worth.recent[place] as number,
        ...shareOf(worth, place),
        at,
      },
    ];
  });
}
