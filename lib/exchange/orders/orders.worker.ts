import { onBookChange, openBook } from '../../storage/book.ts';
import { toBookError } from '../../storage/book-error.ts';
import { createValueService } from '../../storage/value-service.ts';
import { sweepOrders } from '../../storage/write-orders.ts';
import { createOrderSession, type OrderStep } from './order-session.ts';
import type { OrderAnswer, OrderMethod, OrderQuestion } from './orders-protocol.ts';

type Opened = { session: ReturnType<typeof createOrderSession>; service: ReturnType<typeof createValueService> };
let opened: Promise<Opened> | undefined;
const running = new Map<number, AbortController>();

const say = (answer: OrderAnswer): void => self.postMessage(answer);

/** What this worker works with; a book that could not be opened is tried again by the next question. */
function open(): Promise<Opened> {
  opened ??= openBook()
    .then(async (book) => {
      // What an import left that died with its page goes before anything is read.
      await sweepOrders(book);
      return book;
    })
    .then((book) => ({ session: createOrderSession(book), service: createValueService(book, () => Date.now()) }))
    .catch((cause: unknown) => {
      opened = undefined;
      throw cause;
    });
  return opened;
}

onBookChange(({ stores }) => {
  // Names and who is whose customer hang on leads too.
  if (stores.some((store) => ['people', 'companies', 'orderBatches', 'orderCustomers'].includes(store)))
    opened?.then(
      ({ service }) => service.forget(),
      () => undefined,
    );
});

async function answer({ id, method, args }: { id: number; method: OrderMethod; args: unknown[] }): Promise<void> {
  const control = new AbortController();
  running.set(id, control);
  try {
    const { session, service } = await open();
    const following = { signal: control.signal, onStep: (step: OrderStep) => say({ id, step }) };
    const methods = { ...session, ...service };
    const work = methods[method] as (...rest: unknown[]) => unknown;
    const isJob = method === 'planOrders' || method === 'writeOrders';
    say({ id, result: await work(...args, ...(isJob ? [following] : [])) });
  } catch (cause) {
    const { code, message } = toBookError(cause);
    say({ id, error: { code: control.signal.aborted ? 'cancelled' : code, message } });
  } finally {
    running.delete(id);
  }
}

self.onmessage = ({ data }: MessageEvent<OrderQuestion>) => {
  if ('cancel' in data) running.get(data.id)?.abort();
  else void answer(data);
};
