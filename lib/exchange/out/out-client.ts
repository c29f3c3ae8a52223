import type { OutAnswer, OutCall, OutCalls, OutQuestion } from './out-types.ts';

export type OutClient = {
  /** Asks the worker. Rejects with its error, or when it is closed. */
  ask<C extends OutCall>(call: C, ask: OutCalls[C]['ask']): Promise<OutCalls[C]['answer']>;
  close(): void;
};

/** Starts the worker of hand-overs; the page stays free while it reads and writes. Closing it calls off what is under way. */
export function createOutClient(): OutClient {
  const worker = new Worker(new URL('./out.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, { resolve: (answer: never) => void; reject: (error: Error) => void }>();
  let lastId = 0;
  const failAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<OutAnswer>) => {
    const question = waiting.get(data.id);
    waiting.delete(data.id);
    if ('answer' in data) question?.resolve(data.answer as never);
    else question?.reject(new Error(data.error));
  };
  worker.onerror = (event) => failAll(new Error(event.message || 'The hand-over could not be started'));
  return {
    ask(call, ask) {
      const { promise, resolve, reject } = Promise.withResolvers<OutCalls[typeof call]['answer']>();
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.postMessage({ id: lastId, call, ask } as OutQuestion);
      return promise;
    },
    close() {
      worker.terminate();
      failAll(new Error('closed'));
    },
  };
}
