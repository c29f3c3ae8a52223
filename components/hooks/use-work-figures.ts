import type { SourceName } from '../../lib/domain/schema/source.ts';
import type { Pipeline } from '../../lib/domain/schema/stage.ts';
import { readWorkFigures, type WorkFigures } from '../../lib/storage/work-figures.ts';
import type { Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

export type { WorkFigures };

const watched: readonly Store[] = ['people', 'companies', 'interactions', 'customerValues', 'meta'];

/** What the work comes to since a moment, kept up with the book. In: pipeline and sources once known. Out: undefined until worked out. */
export function useWorkFigures(
  pipeline: Pipeline | undefined,
  sources: readonly SourceName[] | undefined,
  since: number,
) {
  const key = `${since} ${JSON.stringify([pipeline, sources])}`;
  return useFromBook(
    key,
    async (book) => (pipeline && sources ? readWorkFigures(book, pipeline, sources, since) : undefined),
    watched,
  );
}
