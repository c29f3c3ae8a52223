import { BookError } from './book-error.ts';
import type { LearnAnswer, LearnQuestion, LearnResult } from './learn-protocol.ts';

export type { LearnQuestion, LearnResult } from './learn-protocol.ts';

/**
 * Learns from the book in a worker of its own, which ends with the answer or when it is called off, in the middle of a sum too.
 * In: the question, who is told the share done, a signal. Rejects with `BookError`, or the signal's reason.
 */
export function learnInWorker(
  question: LearnQuestion,
  onProgress: (share: number) => void,
  signal: AbortSignal,
): Promise<LearnResult> {
  signal.throwIfAborted();
  const worker = new Worker(new URL('./learn.worker.ts', import.meta.url), { type: 'module' });
  const { promise, resolve, reject } = Promise.withResolvers<LearnResult>();
  worker.onmessage = ({ data }: MessageEvent<LearnAnswer>) => {
    if ('progress' in data) onProgress(data.progress);
    else if ('result' in data) resolve(data.result);
    else reject(new BookError(data.error.code, data.error.message));
  };
  worker.onerror = (event) => reject(new BookError('unknown', event.message || 'Learning could not be started'));
  const stop = () => reject(signal.reason);
  signal.addEventListener('abort', stop, { once: true });
  worker.postMessage(question);
  return promise.finally(() => {
    signal.removeEventListener('abort', stop);
    worker.terminate();
  });
}
