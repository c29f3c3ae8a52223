import type { Candidate, Reading } from '../domain/schema/draft.ts';

type Assembled = Omit<Reading, 'ms' | 'msPage'>;

const movedFields = <F extends object>(fields: F, url: string): F =>
  Object.fromEntries(
    Object.entries(fields).map(([name, candidates]: [string, Candidate<unknown>[]]) => [
      name,
      candidates.map((candidate) => ({
        ...candidate,
        // Lines of a selection are not those of the page: the words alone lead back to the spot.
        provenance: candidate.provenance.map(({ line: _line, ...place }) => ({ ...place, url })),
      })),
    ]),
  ) as F;

/** What was read from a part of a page, as read on that page. In: the reading, the page's address and title. Out: the same drafts there. */
export function rehome(reading: Assembled, page: { url: string; title: string }): Assembled {
  return {
    ...reading,
    ...page,
    people: reading.people.map((draft) => ({ ...draft, fields: movedFields(draft.fields, page.url) })),
    companies: reading.companies.map((draft) => ({ ...draft, fields: movedFields(draft.fields, page.url) })),
  };
}
