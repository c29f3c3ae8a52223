import type { Lead } from '../domain/schema/lead.ts';
import { BookError } from './book-error.ts';
import type { SearchAnswer, SearchQuestion } from './search-protocol.ts';
import type { Facets, LeadPage, LeadQuery } from './search-query.ts';

export type { Facet, Facets, LeadFilter, LeadPage, LeadQuery, LeadSort } from './search-query.ts';

export type Search = {
  /** A page of the leads that are met by every word typed. Rejects with `BookError`. */
  query(query: LeadQuery): Promise<LeadPage>;
  /** What there is to filter by, most frequent first. Rejects with `BookError`. */
  facets(kind: Lead['kind']): Promise<Facets>;
  close(): void;
};

type Waiting = { resolve: (answer: SearchAnswer) => void; reject: (error: BookError) => void };

/** Starts the search worker. It reads the book when first asked; close it when the list goes. */
export function createSearch(): Search {
  const worker = new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;

  worker.onmessage = ({ data }: MessageEvent<SearchAnswer>) => {
    const question = waiting.get(data.id);
    waiting.delete(data.id);
    if ('error' in data) question?.reject(new BookError(data.error.code, data.error.message));
    else question?.resolve(data);
  };
  const failAll = (message: string): void => {
    for (const { reject } of waiting.values()) reject(new BookError('unknown', message));
    waiting.clear();
  };
  worker.onerror = (event) => failAll(event.message || 'The search could not be started');

  const ask = (question: { query: LeadQuery } | { facets: Lead['kind'] }): Promise<SearchAnswer> => {
    const { promise, resolve, reject } = Promise.withResolvers<SearchAnswer>();
    lastId += 1;
    const numbered: SearchQuestion = { id: lastId, ...question };
    waiting.set(lastId, { resolve, reject });
    worker.postMessage(numbered);
    return promise;
  };

  return {
    async query(query) {
      const answer = await ask({ query });
      if ('page' in answer) return answer.page;
      throw new BookError('unknown', 'The search answered another question');
    },
    async facets(kind) {
      const answer = await ask({ facets: kind });
      if ('facets' in answer) return answer.facets;
      throw new BookError('unknown', 'The search answered another question');
    },
    close() {
      worker.terminate();
      failAll('The search was closed');
    },
  };
}
