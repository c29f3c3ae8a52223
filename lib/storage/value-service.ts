import type { ValueSettings } from '../domain/schema/order.ts';
import { type LetGoBasis, letGoOf } from '../value/let-go.ts';
import { type Margins, marginShares } from '../value/margin.ts';
import { type Moved, migrationOf, monthlyMovement, movementOf, type Standing, standingsAt } from '../value/movement.ts';
import { owingOf } from '../value/owing.ts';
import { type Forecast, forecastOf, type Worth, worthOf } from '../value/worth.ts';
import type { Book } from './book.ts';
import { type LoadedOrders, loadOrders } from './orders.ts';
import { getSetting } from './settings.ts';
import { eightClassesOf, overviewOf } from './value-overview.ts';
import { type CustomerFilter, type CustomerPage, pageOf } from './value-page.ts';
import { customersInPivot, type PivotQuestion, pivotOver } from './value-pivot.ts';
import { intervalOf, modelsOf } from './value-report.ts';
import { keepValues } from './value-rows.ts';
import { networkValues, sourceLines } from './value-sources.ts';
import { valuesOf, viewOf } from './value-view.ts';

/** What the pages ask under: where nothing is said, the settings and the last day of the lists hold. */
export type ValueQuestion = {
  asOfDay?: number | undefined;
  /** Asked again once the models have spoken: they say who may be gone. */
  withModels?: boolean | undefined;
};
const dayMs = 86_400_000;
const staleDays = 45;

export type ValueState = {
  loaded: LoadedOrders;
  settings: ValueSettings;
  asOfDay: number;
  worth: Worth;
  forecast: Forecast | undefined;
  margins: Margins;
};

/** What orders tell, kept in memory by a worker. In: the book, the clock. */
export function createValueService(book: Book, now: () => number) {
  let loaded: Promise<LoadedOrders> | undefined;
  let loadedAs = '';
  let state: { key: string; value: ValueState } | undefined;

  const load = async (settings: ValueSettings): Promise<LoadedOrders> => {
    const key = JSON.stringify([settings.base, settings.rates]);
    if (key !== loadedAs) loaded = undefined;
    loadedAs = key;
    loaded ??= loadOrders(book, settings.base, settings.rates).catch((cause: unknown) => {
      loaded = undefined;
      throw cause;
    });
    return loaded;
  };

  const stateFor = (question: ValueQuestion): Promise<ValueState> =>
    question.withModels ? withForecast(question) : plainState(question);

  const plainState = async ({ asOfDay }: ValueQuestion): Promise<ValueState> => {
    const settings = await getSetting(book, 'customerValue');
    const orders = await load(settings);
    const day = asOfDay ?? usualDay(orders, now());
    const key = JSON.stringify([settings, day]);
    if (state?.key === key && state.value.loaded === orders) return state.value;
    // Forecasts hang on orders, the day and the rate alone: another cut does not cost them.
    const before = state?.value;
    const isSame =
      before?.loaded === orders && before.asOfDay === day && before.settings.yearlyRate === settings.yearlyRate;
    const forecast = isSame ? before.forecast : undefined;
    const value = {
      loaded: orders,
      settings,
      asOfDay: day,
      worth: worthFor(orders, settings, day, forecast),
      forecast,
      margins: marginShares(orders.table, day, settings.marginRate),
    };
    state = { key, value };
    return value;
  };

  const withForecast = async (question: ValueQuestion): Promise<ValueState & { forecast: Forecast }> => {
    const value = await plainState(question);
    if (value.forecast) return value as ValueState & { forecast: Forecast };
    const { loaded: orders, settings, asOfDay } = value;
    const forecast = forecastOf(value.worth.sums, asOfDay, settings.yearlyRate);
    const next = { ...value, forecast, worth: worthFor(orders, settings, asOfDay, forecast) };
    if (state?.value === value) state = { key: state.key, value: next };
    return next;
  };

  let moves: { key: string; loaded: LoadedOrders; before: Standing[]; after: Standing[] } | undefined;
  /** Whether a customer moved so between two days; true where that is not asked. */
  const hasMoved = ({ loaded: orders, settings }: ValueState, moved: Moved | undefined, place: number): boolean => {
    if (!moved) return true;
    const { by, cuts, policy } = settings;
    const key = JSON.stringify([moved.since, moved.day, by, cuts, policy]);
    if (moves?.key !== key || moves.loaded !== orders) {
      const at = (to: number) => standingsAt(orders.table, { from: to - 364, to }, by, cuts, policy);
      moves = { key, loaded: orders, before: at(moved.since), after: at(moved.day) };
    }
    const [from, to] = [moves.before[place] ?? 'none', moves.after[place] ?? 'none'];
    return 'how' in moved ? movementOf(from, to) === moved.how : from === moved.from && to === moved.to;
  };

  return {
    /** Orders or who they belong to were written: what was read is of before. */
    forget(): void {
      loaded = undefined;
      state = undefined;
    },
    overview: async (question: ValueQuestion) => overviewOf(await stateFor(question)),
    customers: async (question: ValueQuestion, filter: CustomerFilter): Promise<CustomerPage> => {
      const ready = await stateFor(question);
      const eight = filter.eight && eightClassesOf(ready.worth);
      const behind = filter.pivot ? await customersInPivot(book, ready, filter.pivot) : undefined;
      return pageOf(
        viewOf(ready),
        filter,
        (place) =>
          (!eight || eight[place] === filter.eight) &&
          behind?.has(place) !== false &&
          hasMoved(ready, filter.moved, place),
      );
    },
    /** Who owes: open invoices by customer. */
    owing: async (question: ValueQuestion) => {
      const ready = await stateFor(question);
      const { loaded: orders, asOfDay } = ready;
      return owingOf({ ...orders.table, ...orders.invoices }, asOfDay).map(({ place, ...one }) => {
        const { key, name, leadId } = orders.buyers[place] ?? { key: '', name: '' };
        return { ...one, key, name, ...(leadId && { leadId }) };
      });
    },
    /** Models with their fit, the value that they expect of all customers, and an interval of it. Keeps the values of leads. */
    models: async (question: ValueQuestion) => {
      const ready = await withForecast(question);
      const network = await networkValues(book, ready.loaded, ready.worth);
      await keepValues(book, valuesOf(ready, network, now()));
      return modelsOf(ready);
    },
    interval: async (question: ValueQuestion, times: number) => intervalOf(await withForecast(question), times),
    movement: async (question: ValueQuestion, months: number) => {
      const { loaded: orders, settings, asOfDay } = await stateFor(question);
      const { by, cuts, policy } = settings;
      const year = (to: number) => standingsAt(orders.table, { from: to - 364, to }, by, cuts, policy);
      return {
        months: monthlyMovement(orders.table, asOfDay, months, by, cuts, policy),
        year: { ...migrationOf(year(asOfDay - 365), year(asOfDay)), since: asOfDay - 365, day: asOfDay },
      };
    },
    pivot: async (question: ValueQuestion, asked: PivotQuestion) => {
      return pivotOver(book, await stateFor(question), asked);
    },
    sources: async (question: ValueQuestion) => {
      return sourceLines(book, await withForecast(question));
    },
    letGo: async (question: ValueQuestion, of: LetGoBasis) => {
      const ready = await stateFor(question);
      const overdue = overdueOf(ready);
      const list = letGoOf(
        ready.worth.ranking,
        ready.worth.classes,
        {
          silent: (place) => ready.worth.phases[place] === 'lost',
          overdueDays: (place) => overdue.get(place) ?? 0,
        },
        { of },
      );
      const view = viewOf(ready);
      return list.map(({ place, reasons }) => ({ ...view.line(place), letGo: reasons }));
    },
  };
}

/** Today, or where the lists end long before it their last day: else everybody would look lost. */
function usualDay({ batches }: LoadedOrders, now: number): number {
  const local = new Date(now);
  const today = Date.UTC(local.getFullYear(), local.getMonth(), local.getDate()) / dayMs;
  const last = batches.reduce((most, { toDay }) => Math.max(most, toDay ?? most), Number.NEGATIVE_INFINITY);
  return Number.isFinite(last) && last < today - staleDays ? last : today;
}

function worthFor(
  orders: LoadedOrders,
  settings: ValueSettings,
  asOfDay: number,
  forecast: Forecast | undefined,
): Worth {
  const { months, by, cuts, policy, parts, fixed, money } = settings;
  const scale = fixed ? { kind: 'fixed' as const, ...fixed } : { kind: 'parts' as const, parts };
  const wallets = { of: orders.buyers.map(({ wallet }) => wallet), rateOf: orders.rateOf };
  return worthOf(orders.table, { asOfDay, months, by, cuts, policy, scale, money }, forecast, wallets);
}

function overdueOf({ loaded, asOfDay }: ValueState): Map<number, number> {
  const { due, paid } = loaded.invoices;
  const days = new Map<number, number>();
  for (let at = 0; at < due.length; at++) {
    const dueDay = due[at] as number;
    if (dueDay < -1e9 || (paid[at] as number) > -1e9 || dueDay >= asOfDay) continue;
    const who = loaded.table.customer[at] as number;
    days.set(who, Math.max(days.get(who) ?? 0, asOfDay - dueDay));
  }
  return days;
}
