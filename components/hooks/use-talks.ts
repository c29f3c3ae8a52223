import { useCallback } from 'react';
import type { Interaction } from '../../lib/domain/schema/lead.ts';
import { talksOf } from '../../lib/storage/talks.ts';
import type { Book, Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

const watched: readonly Store[] = ['interactions', 'people', 'companies'];

/** What happened with some leads, the newest first, kept up with the book. In: their ids. */
export function useTalks(ids: readonly string[]): readonly Interaction[] | undefined {
  const key = ids.join(' ');
  const load = useCallback((book: Book) => talksOf(book, key === '' ? [] : key.split(' ')), [key]);
  const { key: of, value } = useFromBook(key, load, watched);
  return of === key ? value : undefined;
}
