import type { Run } from '../scoring/table.ts';
import { openBook } from './book.ts';
import { toBookError } from './book-error.ts';
import type { ScoreRequest, ScoreResponse } from './score-protocol.ts';
import { createScoreService, runOf, type ScoreService } from './score-service.ts';

let service: Promise<ScoreService> | undefined;
const running = new Map<number, AbortController>();

const post = (response: ScoreResponse): void => self.postMessage(response);

function fail(id: number, cause: unknown): void {
  const { code, message } = toBookError(cause);
  post({ id, error: { code, message } });
}

/** The service of this worker; a book that could not be opened is tried again by the next question. */
function opened(): Promise<ScoreService> {
  service ??= openBook()
    .then((book) => createScoreService(book))
    .catch((cause: unknown) => {
      service = undefined;
      throw cause;
    });
  return service;
}

async function answer({ id, method, args }: Extract<ScoreRequest, { method: unknown }>): Promise<void> {
  const control = new AbortController();
  running.set(id, control);
  try {
    const { methods } = await opened();
    const work = methods[method] as (run: Run, ...rest: unknown[]) => Promise<unknown>;
    const run = runOf(control.signal, (progress) => post({ id, progress }));
    post({ id, result: await work(run, ...args) });
  } catch (cause) {
    // Whoever called it off does not wait for an answer.
    if (!control.signal.aborted) fail(id, cause);
  } finally {
    running.delete(id);
  }
}

self.onmessage = ({ data }: MessageEvent<ScoreRequest>) => {
  if ('method' in data) void answer(data);
  else if ('cancel' in data) running.get(data.id)?.abort();
  else
    opened().then(
      (ready) => ready.keep((cause) => fail(0, cause)),
      (cause: unknown) => fail(0, cause),
    );
};
