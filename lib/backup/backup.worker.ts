import { openBook } from '../storage/book.ts';
import { toBookError } from '../storage/book-error.ts';
import { BackupFileError } from './format.ts';
import type { BackupAnswer, BackupCalls, BackupProgress, BackupQuestion } from './protocol.ts';
import { createBackupSession } from './session.ts';

let session: Promise<ReturnType<typeof createBackupSession>> | undefined;
let running = new AbortController();

const say = (answer: BackupAnswer) => self.postMessage(answer);

async function answer(
  question: Exclude<BackupQuestion, { cancel: true }>,
): Promise<BackupCalls[keyof BackupCalls]['answer']> {
  session ??= openBook().then((book) => createBackupSession(book));
  const { backUp, open, page, ids, restoreLeads, restoreAll, check, mend, close } = await session;
  const following = {
    signal: running.signal,
    onStep: (step: BackupProgress) => say({ id: question.id, step }),
  };
  switch (question.call) {
    case 'backUp':
      return backUp(question.ask, following);
    case 'open':
      return open(question.ask.file, question.ask.passphrase, following);
    case 'page':
      return page(question.ask);
    case 'ids':
      return ids(question.ask);
    case 'restoreLeads':
      return restoreLeads(question.ask.ids, following);
    case 'restoreAll':
      return restoreAll(question.ask, following);
    case 'check':
      return check(following);
    case 'mend':
      return mend(question.ask, following);
    case 'close':
      await close();
      return null;
  }
}

self.onmessage = async ({ data }: MessageEvent<BackupQuestion>) => {
  if ('cancel' in data) return running.abort();
  const { id, call } = data;
  // Looking at rows meanwhile does not make a job one that can no longer be called off.
  if (call !== 'page' && call !== 'ids') running = new AbortController();
  const { signal } = running;
  try {
    say({ id, answer: await answer(data) });
  } catch (cause) {
    const problem = cause instanceof BackupFileError ? { problem: cause.problem } : {};
    const { code, message } = toBookError(cause);
    say({ id, error: { ...problem, code: signal.aborted ? 'cancelled' : code, message } });
  }
};
