import { openBook } from './book.ts';
import { toBookError } from './book-error.ts';
import { findInBook } from './duplicates.ts';
import type { DuplicatesAnswer } from './duplicates-protocol.ts';

const tell = (answer: DuplicatesAnswer) => self.postMessage(answer);

self.onmessage = async () => {
  try {
    const book = await openBook();
    tell({ result: await findInBook(book, (progress) => tell({ progress })) });
  } catch (cause) {
    const { code, message } = toBookError(cause);
    tell({ error: { code, message } });
  }
};
