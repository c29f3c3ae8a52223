import { openBook } from './book.ts';
import { toBookError } from './book-error.ts';
import { learnFromBook } from './learn-from-book.ts';
import type { LearnAnswer, LearnQuestion } from './learn-protocol.ts';

const tell = (answer: LearnAnswer) => self.postMessage(answer);

self.onmessage = async ({ data }: MessageEvent<LearnQuestion>) => {
  try {
    const book = await openBook();
    tell({ result: await learnFromBook(book, data, Date.now(), (progress) => tell({ progress })) });
  } catch (cause) {
    const { code, message } = toBookError(cause);
    tell({ error: { code, message } });
  }
};
