import { useEffect, useState } from 'react';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { search } from './use-leads.ts';

/** As many of each kind as one looks over at a glance. */
const most = 5;
const none: readonly Lead[] = [];
const newestFirst = { by: 'updatedAt', descending: true };

/** People and companies that are met by some words, newest first. In: the words. Rejects where the book cannot be read. */
export async function quickFind(words: string): Promise<Lead[]> {
  const ask = (kind: Lead['kind']) => search().table({ kind, text: words, sort: newestFirst, offset: 0, limit: most });
  const [people, companies] = await Promise.all([ask('person'), ask('company')]);
  return [...people.rows, ...companies.rows];
}

/** Whom what is typed finds. In: the words; nothing is looked for without any. Out: undefined until just these are answered. */
export function useQuickFind(text: string): readonly Lead[] | undefined {
  const [found, setFound] = useState<{ text: string; leads: readonly Lead[] }>({ text: '', leads: none });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') return;
    let stopped = false;
    const put = (leads: readonly Lead[]) => {
      if (!stopped) setFound({ text: wanted, leads });
    };
    // The commands are there without them; a book that cannot be read is told of by the page below.
    quickFind(wanted).then(put, () => put(none));
    return () => {
      stopped = true;
    };
  }, [wanted]);
  if (wanted === '') return none;
  // Whom other words found is not offered: Enter would open somebody who was not meant.
  return found.text === wanted ? found.leads : undefined;
}
