import { openBook } from '../../storage/book.ts';
import { toBookError } from '../../storage/book-error.ts';
import type { ImportAnswer, ImportCalls, ImportQuestion } from './import-protocol.ts';
import { createImportSession, type ImportSession } from './session.ts';
import type { ImportStep } from './session-types.ts';

let session: Promise<ImportSession> | undefined;
let running = new AbortController();

const say = (answer: ImportAnswer) => self.postMessage(answer);

async function answer(
  question: Exclude<ImportQuestion, { cancel: true }>,
): Promise<ImportCalls[keyof ImportCalls]['answer']> {
  session ??= openBook().then(createImportSession);
  const { open, plan, page, refused, write } = await session;
  const following = {
    signal: running.signal,
    onStep: (step: ImportStep) => say({ id: question.id, step }),
  };
  switch (question.call) {
    case 'open':
      return open(question.ask);
    case 'plan':
      return plan(question.ask, following);
    case 'page':
      return page(question.ask.filter, question.ask.offset, question.ask.limit);
    case 'refused':
      return refused(question.ask.words, question.ask.heading);
    case 'write':
      return write(following);
  }
}

self.onmessage = async ({ data }: MessageEvent<ImportQuestion>) => {
  if ('cancel' in data) return running.abort();
  const { id, call } = data;
  // Looking at rows meanwhile does not make a plan or a write one that can no longer be called off.
  if (call === 'plan' || call === 'write') running = new AbortController();
  const { signal } = running;
  try {
    say({ id, answer: await answer(data) });
  } catch (cause) {
    const { code, message } = toBookError(cause);
    say({ id, error: { code: signal.aborted ? 'cancelled' : code, message } });
  }
};
