import { openBook } from './book.ts';
import { toBookError } from './book-error.ts';
import type { SearchAnswer, SearchQuestion } from './search-protocol.ts';
import { createSearchService, type SearchService } from './search-service.ts';

let service: Promise<SearchService> | undefined;

const start = async (): Promise<SearchService> => createSearchService(await openBook());

async function answer({ id, method, args }: SearchQuestion): Promise<SearchAnswer> {
  try {
    service ??= start();
    const ask = (await service)[method] as (...given: unknown[]) => Promise<unknown>;
    return { id, result: await ask(...args) };
  } catch (cause) {
    const { code, message } = toBookError(cause);
    return { id, error: { code, message } };
  }
}

self.onmessage = async ({ data }: MessageEvent<SearchQuestion>) => {
  self.postMessage(await answer(data));
};
