import type { Lead } from '../domain/schema/lead.ts';
import type { BookErrorCode } from './book-error.ts';
import type { Facets, LeadPage, LeadQuery } from './search-query.ts';

/** Questions to the search worker, and its answers under the same number. */
export type SearchQuestion = { id: number } & ({ query: LeadQuery } | { facets: Lead['kind'] });
export type SearchAnswer = { id: number } & (
  | { page: LeadPage }
  | { facets: Facets }
  | { error: { code: BookErrorCode; message: string } }
);
