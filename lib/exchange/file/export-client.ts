import type { ExportAnswer, ExportJob, ExportQuestion, ExportStep, ScoreSaid, ScoreSayings } from './export-types.ts';

/**
 * Makes a file in a worker of its own; the page stays free meanwhile. In: what and how, whom to ask for words, what to do with the
 * file, whom to tell how far it is, the signal to call it off. Resolves, once it is remembered what went out, with how many leads
 * are in it. Rejects with the signal's reason, or what went wrong.
 */
export function runExport(
  job: ExportJob,
  say: (sayings: ScoreSayings) => ScoreSaid,
  onFile: (file: Blob) => void,
  onStep?: (step: ExportStep) => void,
  signal?: AbortSignal,
): Promise<number> {
  signal?.throwIfAborted();
  const worker = new Worker(new URL('./export.worker.ts', import.meta.url), { type: 'module' });
  const ask = (question: ExportQuestion) => worker.postMessage(question);
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let count = 0;
  const stop = () => reject(signal?.reason);
  signal?.addEventListener('abort', stop);
  worker.onmessage = ({ data }: MessageEvent<ExportAnswer>) => {
    if ('step' in data) onStep?.(data.step);
    else if ('say' in data) ask({ said: say(data.say) });
    else if ('file' in data) {
      // What was handed over is remembered: from here on it is not called off.
      signal?.removeEventListener('abort', stop);
      count = data.count;
      if (count > 0) onFile(data.file);
    } else if ('remembered' in data) resolve(count);
    else reject(new Error(data.error));
  };
  worker.onerror = (event) => reject(new Error(event.message || 'The export could not be started'));
  ask({ job });
  return promise.finally(() => {
    signal?.removeEventListener('abort', stop);
    worker.terminate();
  });
}
