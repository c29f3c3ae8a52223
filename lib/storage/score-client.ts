import { BookError } from './book-error.ts';
import type { ScoreArguments, ScoreMethod, ScoreRequest, ScoreResponse, ScoreResult } from './score-protocol.ts';

export type ScoreOptions = { signal?: AbortSignal; onProgress?: (share: number) => void };
export type ScoreWork = {
  /**
   * Asks one of `ScoreMethods` over all leads of the book. In: its name, what it takes, how to call it off and be told how far
   * it is. Rejects with `BookError`, or with the signal's reason.
   */
  ask<M extends ScoreMethod>(method: M, args: ScoreArguments<M>, options?: ScoreOptions): Promise<ScoreResult<M>>;
  /** From now on the scores of the book are kept up with data, rules and time; failures are told. */
  keep(onFailure: (error: BookError) => void): void;
  close(): void;
};

type Waiting = {
  resolve: (result: never) => void;
  reject: (reason: unknown) => void;
  onProgress?: (n: number) => void;
};

/** Starts the scoring worker. It reads the book when first asked. */
export function createScoreWork(): ScoreWork {
  const worker = new Worker(new URL('./score.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  let onKeepFailure: ((error: BookError) => void) | undefined;
  const post = (request: ScoreRequest): void => worker.postMessage(request);

  worker.onmessage = ({ data }: MessageEvent<ScoreResponse>) => {
    const question = waiting.get(data.id);
    if ('progress' in data) {
      question?.onProgress?.(data.progress);
      return;
    }
    waiting.delete(data.id);
    if ('result' in data) {
      question?.resolve(data.result as never);
      return;
    }
    const error = new BookError(data.error.code, data.error.message);
    if (data.id === 0) onKeepFailure?.(error);
    else question?.reject(error);
  };
  const failAll = (message: string): void => {
    const error = new BookError('unknown', message);
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    onKeepFailure?.(error);
  };
  worker.onerror = (event) => failAll(event.message || 'The scoring could not be started');

  return {
    ask<M extends ScoreMethod>(method: M, args: ScoreArguments<M>, { signal, onProgress }: ScoreOptions = {}) {
      const { promise, resolve, reject } = Promise.withResolvers<ScoreResult<M>>();
      if (signal?.aborted) {
        reject(signal.reason);
        return promise;
      }
      lastId += 1;
      const id = lastId;
      waiting.set(id, { resolve, reject, ...(onProgress && { onProgress }) });
      const cancel = () => {
        if (!waiting.delete(id)) return;
        post({ id, cancel: true });
        reject(signal?.reason);
      };
      signal?.addEventListener('abort', cancel, { once: true });
      post({ id, method, args });
      return promise.finally(() => signal?.removeEventListener('abort', cancel));
    },
    keep(onFailure) {
      onKeepFailure = onFailure;
      post({ keep: true });
    },
    close() {
      onKeepFailure = undefined;
      worker.terminate();
      failAll('The scoring was closed');
    },
  };
}
