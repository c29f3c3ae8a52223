import type { Book } from './book.ts';
import { onBookChange } from './book-event.ts';
import { read } from './transact.ts';

let kept: Promise<ReadonlySet<string>> | undefined;
let listens = false;

/**
 * The domains of all firms and people in the book. Read once and kept until leads change: look-alikes are asked for while one
 * writes. Throws `BookError`.
 */
export function knownDomains(book: Book): Promise<ReadonlySet<string>> {
  if (!listens) {
    listens = true;
    onBookChange(({ stores }) => {
      if (stores.includes('people') || stores.includes('companies')) kept = undefined;
    });
  }
  kept ??= readDomains(book).catch((cause: unknown) => {
    kept = undefined;
    throw cause;
  });
  return kept;
}

const readDomains = (book: Book): Promise<ReadonlySet<string>> =>
  read(book, ['people', 'companies'], async (tx) => {
    const found = new Set<string>();
    const people = tx.objectStore('people').index('domains').iterate(null, 'nextunique');
    const companies = tx.objectStore('companies').index('domain').iterate(null, 'nextunique');
    for await (const { key } of people) found.add(String(key));
    for await (const { key } of companies) found.add(String(key));
    return found;
  });
