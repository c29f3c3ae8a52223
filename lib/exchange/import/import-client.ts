import { BookError } from '../../storage/book-error.ts';
import type { ImportAnswer, ImportCall, ImportCalls, ImportQuestion } from './import-protocol.ts';
import type { ImportStep } from './session-types.ts';

/** The user called it off: nothing of it is in the book. */
export class ImportCancelled extends Error {
  constructor() {
    super('The import was called off');
    this.name = 'ImportCancelled';
  }
}

export type Importer = {
  /** Asks the worker. Rejects with `BookError`, or `ImportCancelled`. */
  ask<C extends ImportCall>(
    call: C,
    ask: ImportCalls[C]['ask'],
    onStep?: (step: ImportStep) => void,
  ): Promise<ImportCalls[C]['answer']>;
  /** Calls off what is under way. */
  cancel(): void;
  close(): void;
};

type Waiting = {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
  onStep?: (step: ImportStep) => void;
};

/** Starts the import's worker; the page stays free while it reads, plans and writes. Close it when the page goes. */
export function createImporter(): Importer {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const failAll = (error: Error): void => {
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<ImportAnswer>) => {
    const question = waiting.get(data.id);
    if (!question) return;
    if ('step' in data) return question.onStep?.(data.step);
    waiting.delete(data.id);
    if ('answer' in data) return question.resolve(data.answer as never);
    const { code, message } = data.error;
    question.reject(code === 'cancelled' ? new ImportCancelled() : new BookError(code, message));
  };
  worker.onerror = (event) => failAll(new BookError('unknown', event.message || 'The import could not be started'));
  return {
    ask(call, ask, onStep) {
      const { promise, resolve, reject } = Promise.withResolvers<ImportCalls[typeof call]['answer']>();
      lastId += 1;
      waiting.set(lastId, { resolve, reject, ...(onStep && { onStep }) });
      worker.postMessage({ id: lastId, call, ask } as ImportQuestion);
      return promise;
    },
    cancel: () => worker.postMessage({ cancel: true } satisfies ImportQuestion),
    close() {
      worker.terminate();
      failAll(new ImportCancelled());
    },
  };
}
