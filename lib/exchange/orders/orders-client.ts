import { BookError } from '../../storage/book-error.ts';
import type { OrderStep } from './order-session.ts';
import type { OrderAnswer, OrderArguments, OrderMethod, OrderQuestion, OrderResult } from './orders-protocol.ts';

type Following = { onStep?: (step: OrderStep) => void; signal?: AbortSignal };
export type OrderWork = {
  /** Asks the worker. Rejects with `BookError`, or with the signal's reason. */
  ask<M extends OrderMethod>(method: M, args: OrderArguments<M>, following?: Following): Promise<OrderResult<M>>;
  close(): void;
};
type Waiting = { resolve: (result: never) => void; reject: (reason: unknown) => void; onStep?: Following['onStep'] };

/** Starts the worker of orders: it imports them and works out what they tell, off the page. Close it when the page goes. */
export function createOrderWork(): OrderWork {
  const worker = new Worker(new URL('./orders.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const post = (question: OrderQuestion): void => worker.postMessage(question);
  worker.onmessage = ({ data }: MessageEvent<OrderAnswer>) => {
    const question = waiting.get(data.id);
    if (!question) return;
    if ('step' in data) return question.onStep?.(data.step);
    waiting.delete(data.id);
    if ('result' in data) return question.resolve(data.result as never);
    const { code, message } = data.error;
    question.reject(new BookError(code === 'cancelled' ? 'unknown' : code, message));
  };
  const failAll = (message: string): void => {
    const error = new BookError('unknown', message);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.onerror = (event) => failAll(event.message || 'The work on orders could not be started');
  return {
    ask<M extends OrderMethod>(method: M, args: OrderArguments<M>, { signal, onStep }: Following = {}) {
      const { promise, resolve, reject } = Promise.withResolvers<OrderResult<M>>();
      lastId += 1;
      const id = lastId;
      waiting.set(id, { resolve, reject, ...(onStep && { onStep }) });
      const cancel = () => {
        // The worker's answer is not awaited: it clears up behind itself.
        if (!waiting.delete(id)) return;
        post({ id, cancel: true });
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      post({ id, method, args });
      return promise.finally(() => signal?.removeEventListener('abort', cancel));
    },
    close() {
      worker.terminate();
      failAll('The work on orders was closed');
    },
  };
}
