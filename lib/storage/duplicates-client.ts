import { BookError } from './book-error.ts';
import type { FoundDuplicates } from './duplicates.ts';
import type { DuplicatesAnswer } from './duplicates-protocol.ts';

/**
 * Looks through the book in a worker of its own, which ends with the answer or when it is called off, in the middle too.
 * In: who is told the share done, a signal. Rejects with `BookError`, or the signal's reason.
 */
export function findInWorker(onProgress: (share: number) => void, signal: AbortSignal): Promise<FoundDuplicates> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./duplicates.worker.ts', import.meta.url), { type: 'module' });
  const { promise, resolve, reject } = Promise.withResolvers<FoundDuplicates>();
  worker.onmessage = ({ data }: MessageEvent<DuplicatesAnswer>) => {
    if ('progress' in data) onProgress(data.progress);
    else if ('result' in data) resolve(data.result);
    else reject(new BookError(data.error.code, data.error.message));
  };
  worker.onerror = (event) => reject(new BookError('unknown', event.message || 'The search could not be started'));
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  worker.postMessage('find');
  return promise.finally(() => {
    signal.removeEventListener('abort', stop);
    worker.terminate();
  });
}
