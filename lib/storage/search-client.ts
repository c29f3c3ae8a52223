import { BookError } from './book-error.ts';
import type {
  SearchAnswer,
  SearchArguments,
  SearchMethod,
  SearchMethods,
  SearchQuestion,
  SearchResult,
} from './search-protocol.ts';

export type {
  Facet,
  Facets,
  LeadFilter,
  LeadGroup,
  LeadQuery,
  LeadSelection,
  LeadSort,
  RowKeys,
  TablePage,
} from './search-query.ts';

/** What the search answers, each rejecting with `BookError`. */
export type Search = SearchMethods & { close(): void };

type Waiting = { resolve: (result: never) => void; reject: (error: BookError) => void };

/** Starts the search worker. It reads the book when first asked; close it when the list goes. */
export function createSearch(): Search {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  worker.onmessage = ({ data }: MessageEvent<SearchAnswer>) => {
    const question = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) question?.reject(new BookError(data.error.code, data.error.message));
    else question?.resolve(data.result as never);
  };
  const failAll = (message: string): void => {
    for (const { reject } of waiting.values()) reject(new BookError('unknown', message));
    waiting.clear();
  };
  worker.onerror = (event) => failAll(event.message || 'The search could not be started');

  const asking =
    <M extends SearchMethod>(method: M) =>
    (...args: SearchArguments<M>): Promise<SearchResult<M>> => {
      const { promise, resolve, reject } = Promise.withResolvers<SearchResult<M>>();
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      worker.postMessage({ id: lastId, method, args } satisfies SearchQuestion);
      return promise;
    };

  return {
    query: asking('query'),
    table: asking('table'),
    ids: asking('ids'),
    place: asking('place'),
    sizes: asking('sizes'),
    facets: asking('facets'),
    values: asking('values'),
    warm: asking('warm'),
    close() {
      worker.terminate();
      failAll('The search was closed');
    },
  };
}
