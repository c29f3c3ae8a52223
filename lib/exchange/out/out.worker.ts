import { openBook } from '../../storage/book.ts';
import { createOutSession, type OutSession } from './out-session.ts';
import type { OutAnswer, OutCalls, OutQuestion } from './out-types.ts';

let session: Promise<OutSession> | undefined;

async function answer(question: OutQuestion): Promise<OutCalls[keyof OutCalls]['answer']> {
  session ??= openBook().then((book) => createOutSession(book));
  const out = await session;
  switch (question.call) {
    case 'plan':
      return out.plan(question.ask);
    case 'page':
      return out.page(question.ask.filter, question.ask.offset, question.ask.limit);
    case 'ids':
      return out.ids(question.ask);
    case 'file':
      return out.file(question.ask);
    case 'left':
      return out.left(question.ask.scope, question.ask.heading, question.ask.words);
    case 'remember':
      return out.remember(question.ask.scope, question.ask.file);
  }
}

self.onmessage = async ({ data }: MessageEvent<OutQuestion>) => {
  const say = (message: OutAnswer) => self.postMessage(message);
  try {
    say({ id: data.id, answer: await answer(data) });
  } catch (cause) {
    say({ id: data.id, error: cause instanceof Error ? cause.message : String(cause) });
  }
};
