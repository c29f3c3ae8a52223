import type {
  BackupAnswer,
  BackupCall,
  BackupCalls,
  BackupFailure,
  BackupProgress,
  BackupQuestion,
} from './protocol.ts';

/** Why a call to the worker came to nothing. */
export class BackupCallError extends Error {
  readonly failure: BackupFailure;
  constructor(failure: BackupFailure) {
    super(failure.message);
    this.name = 'BackupCallError';
    this.failure = failure;
  }
}

export type BackupClient = {
  /** Asks the worker. Rejects with `BackupCallError`. */
  ask<C extends BackupCall>(
    call: C,
    ask: BackupCalls[C]['ask'],
    onStep?: (step: BackupProgress) => void,
  ): Promise<BackupCalls[C]['answer']>;
  /** Calls off what is under way. */
  cancel(): void;
  close(): void;
};

type Waiting = {
  resolve: (answer: never) => void;
  reject: (error: Error) => void;
  onStep?: (step: BackupProgress) => void;
};

/** Starts the worker of backups and restores; the page stays free meanwhile. Close it when the page goes. */
export function createBackupClient(): BackupClient {
  const worker = new Worker(new URL('./backup.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const failAll = (failure: BackupFailure): void => {
    for (const { reject } of waiting.values()) reject(new BackupCallError(failure));
    waiting.clear();
  };
  worker.onmessage = ({ data }: MessageEvent<BackupAnswer>) => {
    const question = waiting.get(data.id);
    if (!question) return;
    if ('step' in data) return question.onStep?.(data.step);
    waiting.delete(data.id);
    if ('answer' in data) question.resolve(data.answer as never);
    else question.reject(new BackupCallError(data.error));
  };
  worker.onerror = (event) => failAll({ code: 'unknown', message: event.message || 'The worker could not be started' });
  return {
    ask(call, ask, onStep) {
      const { promise, resolve, reject } = Promise.withResolvers<BackupCalls[typeof call]['answer']>();
      lastId += 1;
      waiting.set(lastId, { resolve, reject, ...(onStep && { onStep }) });
      worker.postMessage({ id: lastId, call, ask } as BackupQuestion);
      return promise;
    },
    cancel: () => worker.postMessage({ cancel: true } satisfies BackupQuestion),
    close() {
      worker.terminate();
      failAll({ code: 'cancelled', message: 'closed' });
    },
  };
}
