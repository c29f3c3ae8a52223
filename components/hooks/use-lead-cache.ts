import { useCallback, useEffect, useState } from 'react';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { openBook } from '../../lib/storage/book.ts';
import { getLeads } from '../../lib/storage/leads.ts';
import { type BookFailure, bookFailure, useBookChange } from './use-book.ts';

/**
 * Leads by their ids, fetched as they come in sight and again when the book changes. In: ids of people, ids of companies.
 * Out: the lead of an id (undefined until it is read, and where it is gone), what went wrong.
 */
export function useLeadCache(people: readonly string[], companies: readonly string[]) {
  const [leads, setLeads] = useState<ReadonlyMap<string, Lead>>(new Map());
  const [failure, setFailure] = useState<BookFailure>();
  const [version, setVersion] = useState(0);
  const key = `${people.join(' ')}\n${companies.join(' ')}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new version of the book reads again
  useEffect(() => {
    let stopped = false;
    const load = async () => {
      const [persons = [], firms = []] = key.split('\n').map((ids) => ids.split(' ').filter(Boolean));
      const book = await openBook();
      const found = await Promise.all([getLeads(book, 'person', persons), getLeads(book, 'company', firms)]);
      if (stopped) return;
      setFailure(undefined);
      // What scrolled out of sight stays for the way back.
      setLeads((before) => new Map([...before, ...found.flat().map((lead) => [lead.id, lead] as const)]));
    };
    load().catch((cause: unknown) => {
      if (!stopped) setFailure(bookFailure(cause));
    });
    return () => {
      stopped = true;
    };
  }, [key, version]);
  useBookChange(
    useCallback(({ stores }) => {
      if (stores.includes('people') || stores.includes('companies')) setVersion((n) => n + 1);
    }, []),
  );
  return { leadOf: useCallback((id: string) => leads.get(id), [leads]), failure };
}
