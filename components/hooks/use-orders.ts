import { useCallback, useEffect, useRef, useState } from 'react';
import type { ValueSettings } from '../../lib/domain/schema/order.ts';
import type { OrderFileView, OrderRequest, OrderStep, OrderSummary } from '../../lib/exchange/orders/order-session.ts';
import { createOrderWork, type OrderWork } from '../../lib/exchange/orders/orders-client.ts';
import type { OrderArguments, OrderMethod, OrderResult } from '../../lib/exchange/orders/orders-protocol.ts';
import { openBook } from '../../lib/storage/book.ts';
import { keepCustomers } from '../../lib/storage/keep-customers.ts';
import { openMatches, orderBatches } from '../../lib/storage/orders.ts';
import { customersOf, findCustomers, settleCustomers, type TieChoice } from '../../lib/storage/settle-customers.ts';
import { undoOrders } from '../../lib/storage/write-orders.ts';
import { type BookFailure, bookFailure, type Store, useBookChange } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

export type { TiedCustomer } from '../../lib/storage/settle-customers.ts';
export type { Overview } from '../../lib/storage/value-overview.ts';
export type { CustomerFilter, CustomerLine } from '../../lib/storage/value-page.ts';
export type { PivotPart, PivotQuestion } from '../../lib/storage/value-pivot.ts';
export { restKey, unknownKey } from '../../lib/storage/value-pivot.ts';
export type { ModelReport, ValueInterval } from '../../lib/storage/value-report.ts';
export type { ValueQuestion } from '../../lib/storage/value-service.ts';
export type { SourceLine } from '../../lib/storage/value-sources.ts';
export type { OrderFileView, OrderRequest, OrderStep, OrderSummary, ValueSettings };

let shared: OrderWork | undefined;
/** The worker of orders of this page, started when first needed and kept: the orders are read once. */
function orderWork(): OrderWork {
  shared ??= createOrderWork();
  return shared;
}

const ofOrders: readonly Store[] = ['orderBatches', 'orderCustomers', 'people', 'companies'];
/** Writes come in rows: what they change is asked for once they pause. */
const pauseMs = 150;
/** Parts of the page that ask for the models after each write, and so have the values kept. */
let modelReaders = 0;

/**
 * Something that orders tell, asked again after each write that may change it. In: the method and what it takes (undefined: nothing
 * is asked). Out: the last answer, whether it is the one to this question, and what went wrong.
 */
export function useOrdersTold<M extends OrderMethod>(method: M, args: OrderArguments<M> | undefined) {
  const key = args && JSON.stringify([method, args]);
  const [state, setState] = useState<{ key: string; value: OrderResult<M> }>();
  const [failure, setFailure] = useState<BookFailure>();
  const [version, setVersion] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the question; a new version of the book asks again
  useEffect(() => {
    if (key === undefined || args === undefined) return;
    let stopped = false;
    orderWork()
      .ask(method, args)
      .then(
        (value) => {
          if (stopped) return;
          setFailure(undefined);
          setState({ key, value });
        },
        (cause: unknown) => {
          if (!stopped) setFailure(bookFailure(cause));
        },
      );
    return () => {
      stopped = true;
    };
  }, [key, version]);
  useBookChange(
    useCallback(({ stores }) => {
      const isOurs = stores.some((store) => ofOrders.includes(store));
      if (!isOurs && !stores.includes('meta')) return;
      clearTimeout(timer.current);
      timer.current = setTimeout(() => {
        // In the same channel as the question that follows: it cannot be overtaken.
        if (isOurs) void orderWork().ask('forget', []);
        setVersion((n) => n + 1);
      }, pauseMs);
    }, []),
  );
  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (method !== 'models' || key === undefined) return;
    modelReaders += 1;
    return () => {
      modelReaders -= 1;
    };
  }, [method, key]);
  return { value: state?.value, isCurrent: state?.key === key, failure };
}

/** Asks once, for what a press on a button wants. Rejects with `BookError`. */
export const askOrders = <M extends OrderMethod>(method: M, args: OrderArguments<M>): Promise<OrderResult<M>> =>
  orderWork().ask(method, args);

const batches: readonly Store[] = ['orderBatches', 'orderCustomers'];
/** The lists that were taken in, newest first; undefined until they are known. */
export const useOrderBatches = () => useFromBook('batches', orderBatches, batches).value;
/** Customers who may be somebody of the book's: to be looked at. */
export const useOpenMatches = () => useFromBook('matches', openMatches, ofOrders).value;

const ofTies: readonly Store[] = ['orderCustomers', 'people', 'companies'];
/** Customers of the lists whose orders count for a lead. */
export const useCustomersOf = (leadId: string) => {
  const { key, value } = useFromBook(leadId, (book) => customersOf(book, leadId), ofTies);
  return key === leadId ? value : undefined;
};
/** Customers of the lists that some words are met by, with who they are. */
export const useFoundCustomers = (words: string, most: number) =>
  useFromBook(`${most} ${words}`, (book) => findCustomers(book, words, most), ofTies).value;

export const orderActions = {
  /** Works out anew what customers are worth, from the orders as they stand. */
  reckon: async () => {
    await orderWork().ask('forget', []);
    await orderWork().ask('models', [{}]);
  },
  /** As `reckon`, unless a part of the page that shows them does it anyway. */
  reckonUnseen: async () => {
    if (modelReaders === 0) await orderActions.reckon();
  },
  keep: async (ids: readonly number[]) => keepCustomers(await openBook(), ids, Date.now()),
  undo: async (batchId: string) => undoOrders(await openBook(), batchId, Date.now()),
  settle: async (choices: readonly TieChoice[]) => settleCustomers(await openBook(), choices, Date.now()),
};

/** Where an import of orders stands. */
export type OrderImport = {
  view?: OrderFileView;
  summary?: OrderSummary;
  done?: OrderResult<'writeOrders'>;
  busy?: OrderStep | 'opening';
  cancelled?: boolean;
  failure?: string;
};

/** An import of orders in its worker, step by step. Out: where it stands, and the ways on. */
export function useOrderImport() {
  const [state, setState] = useState<OrderImport>({});
  const control = useRef<AbortController>(undefined);
  useEffect(() => () => control.current?.abort(), []);
  const run = async (busy: OrderStep | 'opening', work: (signal: AbortSignal) => Promise<Partial<OrderImport>>) => {
    const mine = new AbortController();
    control.current = mine;
    setState(({ failure: _failure, cancelled: _cancelled, ...before }) => ({ ...before, busy }));
    try {
      const next = await work(mine.signal);
      setState(({ busy: _busy, ...before }) => ({ ...before, ...next }));
    } catch (cause) {
      const ended = mine.signal.aborted
        ? { cancelled: true }
        : { failure: cause instanceof Error ? cause.message : String(cause) };
      setState(({ busy: _busy, ...before }) => ({ ...before, ...ended }));
    }
  };
  const onStep = (busy: OrderStep) => setState((before) => (before.busy ? { ...before, busy } : before));
  return {
    state,
    open: (file: File) =>
      run('opening', async () => {
        const bytes = new Uint8Array(await file.arrayBuffer());
        return { view: await orderWork().ask('openOrders', [file.name, bytes]) };
      }),
    mapAs: (id: OrderFileView['preset']) => orderWork().ask('mapAs', [id]),
    plan: (request: OrderRequest) =>
      run({ step: 'reading', done: 0, total: 0 }, async (signal) => ({
        summary: await orderWork().ask('planOrders', [request], { signal, onStep }),
      })),
    write: () =>
      run({ step: 'writing', done: 0, total: 0 }, async (signal) => ({
        done: await orderWork().ask('writeOrders', [], { signal, onStep }),
      })),
    refused: (words: Record<string, string>, heading: string) => orderWork().ask('refusedOrders', [words, heading]),
    cancel: () => control.current?.abort(new Error('cancelled')),
    backToColumns: () => setState(({ view }) => (view ? { view } : {})),
    startOver: () => setState({}),
  };
}
export type OrderImporter = ReturnType<typeof useOrderImport>;
