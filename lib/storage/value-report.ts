import { middleOf, resample } from '../value/bootstrap.ts';
import { expectedOrders } from '../value/buying-model.ts';
import { expectedSpend, meanSpend } from '../value/gamma-gamma.ts';
import { simpleLifetimeValue } from '../value/lifetime.ts';
import type { MarginBasis, Margins } from '../value/margin.ts';
import type { Answer } from '../value/models.ts';
import { repeatsOf } from '../value/repeat-groups.ts';
import { trackWeeks } from '../value/tracking.ts';
import type { Forecast } from '../value/worth.ts';
import type { ValueState } from './value-service.ts';

const refusalOf = <T>(answer: Answer<T>) => (answer.ok ? undefined : answer.reason);

/** The models as they fitted, what they expect of all customers together, the simple value beside them, and the fit by week. */
export function modelsOf({ loaded, worth, forecast, asOfDay, settings, margins }: ValueState & { forecast: Forecast }) {
  const { models, speaks, lifetime } = forecast;
  const { sums } = worth;
  const n = sums.customers.length;
  const sumOf = (column: Float64Array) => column.reduce((sum, one) => sum + (Number.isNaN(one) ? 0 : one), 0);
  // Simple: money a year and customer, of those who bought within two years who did so within one.
  const [now, once] = [asOfDay - 364, asOfDay - 729].map((from) => ({ from, to: from + 364 }));
  let [stayed, there, money, earliest] = [0, 0, 0, Number.POSITIVE_INFINITY];
  for (let at = 0; at < n; at++) {
    const [first, last] = [sums.firstDay[at] as number, sums.lastDay[at] as number];
    if (first < earliest) earliest = first;
    if (first <= (once?.to ?? 0)) {
      there++;
      if (last >= (now?.from ?? 0)) stayed++;
    }
    money += sums.amount[at] as number;
  }
  // Without a single day nobody can say what a year brings.
  const years = Number.isFinite(earliest) ? Math.max(1 / 12, (asOfDay - earliest) / 365) : undefined;
  const perYear = years === undefined ? undefined : money / years / Math.max(1, n);
  const retention = there < 5 ? undefined : stayed / there;
  const margin =
    years === undefined
      ? undefined
      : marginOf(margins, sums.amount, models.gammaGamma.ok && speaks ? lifetime : undefined, years);
  const simpleOf = (yearly: number | undefined) =>
    yearly === undefined || retention === undefined
      ? undefined
      : simpleLifetimeValue(yearly, retention, settings.yearlyRate);
  return {
    speaks: speaks && { kind: speaks.kind, isPenalised: speaks.isPenalised },
    bgnbd: models.bgnbd.ok ? models.bgnbd.fit : undefined,
    mbgnbd: models.mbgnbd.ok ? models.mbgnbd.fit : undefined,
    gammaGamma: models.gammaGamma.ok ? models.gammaGamma.fit : undefined,
    refused: {
      bgnbd: refusalOf(models.bgnbd),
      mbgnbd: refusalOf(models.mbgnbd),
      gammaGamma: refusalOf(models.gammaGamma),
    },
    repeaters: models.repeaters,
    correlation: models.correlation,
    meanSpend: models.gammaGamma.ok ? meanSpend(models.gammaGamma.fit) : undefined,
    expectedOrders: speaks ? sumOf(forecast.orders) : undefined,
    lifetime: models.gammaGamma.ok && speaks ? sumOf(lifetime) : undefined,
    simple: {
      perYear,
      retention,
      value: simpleOf(perYear),
      margin: simpleOf(margin?.perYear),
    },
    margin,
    tracking: speaks ? trackWeeks(loaded.table, speaks, asOfDay) : [],
  };
}

/** What of sales and of lifetime value stays as margin, and where the margins are known from. */
function marginOf(
  { shareOf, basisOf, average }: Margins,
  amount: Float64Array,
  lifetime: Float64Array | undefined,
  years: number,
) {
  const bases: Record<MarginBasis, number> = { orders: 0, rate: 0, average: 0 };
  let [perYear, ahead, customers] = [0, 0, 0];
  shareOf.forEach((share, place) => {
    const basis = basisOf[place];
    if (!basis || Number.isNaN(share)) return;
    bases[basis]++;
    customers++;
    perYear += ((amount[place] as number) * share) / years;
    const expected = lifetime?.[place] ?? Number.NaN;
    if (!Number.isNaN(expected)) ahead += expected * share;
  });
  if (customers === 0) return undefined;
  return { bases, average, perYear: perYear / customers, lifetime: lifetime && ahead };
}

export type ModelReport = ReturnType<typeof modelsOf>;

/** How far the expected orders and value of all customers hang on who is in the list: the middle 90 % over refits. */
export function intervalOf({ worth, forecast, asOfDay }: ValueState & { forecast: Forecast }, times: number) {
  const { speaks, models } = forecast;
  if (!speaks) return undefined;
  const repeats = repeatsOf(worth.sums, asOfDay);
  const spend = models.gammaGamma.ok ? models.gammaGamma.fit : undefined;
  // A sample of customers stands for all: the interval is of the parameters, not of them.
  const step = Math.max(1, Math.floor(repeats.x.length / 2000));
  const totals = resample(repeats, speaks, spend, times).map(({ buying, spend: money }) => {
    let [orders, value] = [0, 0];
    for (let at = 0; at < repeats.x.length; at += step) {
      const [x, tx, T] = [repeats.x[at] as number, repeats.tx[at] as number, repeats.T[at] as number];
      const expected = expectedOrders(buying, x, tx, T, 52);
      orders += expected * step;
      if (money) value += expected * expectedSpend(money, x, repeats.mean[at] as number) * step;
    }
    return { orders, value: money ? value : Number.NaN };
  });
  return {
    orders: middleOf(totals.map(({ orders }) => orders)),
    value: middleOf(totals.map(({ value }) => value)),
    times: totals.length,
  };
}
export type ValueInterval = ReturnType<typeof intervalOf>;
