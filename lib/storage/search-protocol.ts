import type { BookErrorCode } from './book-error.ts';
import type { SearchService } from './search-service.ts';

/** What can be asked of the search worker. */
export type SearchMethods = Omit<SearchService, 'close'>;
export type SearchMethod = keyof SearchMethods;
export type SearchArguments<M extends SearchMethod> = Parameters<SearchMethods[M]>;
export type SearchResult<M extends SearchMethod> = Awaited<ReturnType<SearchMethods[M]>>;

/** Questions to the search worker, and its answers under the same number. */
export type SearchQuestion = { id: number; method: SearchMethod; args: unknown[] };
export type SearchAnswer = { id: number } & ({ result: unknown } | { error: { code: BookErrorCode; message: string } });
