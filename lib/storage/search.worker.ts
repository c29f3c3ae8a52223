import { openBook } from './book.ts';
import { toBookError } from './book-error.ts';
import type { SearchAnswer, SearchQuestion } from './search-protocol.ts';
import { createSearchService, type SearchService } from './search-service.ts';

let service: SearchService | undefined;

async function answer(question: SearchQuestion): Promise<SearchAnswer> {
  try {
    service ??= createSearchService(await openBook());
    if ('query' in question) return { id: question.id, page: await service.query(question.query) };
    return { id: question.id, facets: await service.facets(question.facets) };
  } catch (cause) {
    const { code, message } = toBookError(cause);
    return { id: question.id, error: { code, message } };
  }
}

self.onmessage = async ({ data }: MessageEvent<SearchQuestion>) => {
  self.postMessage(await answer(data));
};
