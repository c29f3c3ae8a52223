import { useEffect, useState } from 'react';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import { search } from './use-leads.ts';

/** As many of each kind as one looks over at a glance. */
const most = 5;
const none: readonly Lead[] = [];
const newestFirst = { by: 'updatedAt', descending: true };

/** People and companies that are met by what was typed. In: the words; nothing is looked for without any. */
export function useQuickFind(text: string): readonly Lead[] {
  const [found, setFound] = useState<{ text: string; leads: Lead[] }>({ text: '', leads: [] });
  const wanted = text.trim();
  useEffect(() => {
    if (wanted === '') return;
    let stopped = false;
    const look = async () => {
      const ask = (kind: Lead['kind']) =>
        search().table({ kind, text: wanted, sort: newestFirst, offset: 0, limit: most });
      const [people, companies] = await Promise.all([ask('person'), ask('company')]);
      if (!stopped) setFound({ text: wanted, leads: [...people.rows, ...companies.rows] });
    };
    // The commands are there without them; a book that cannot be read is told of by the page below.
    look().catch(() => undefined);
    return () => {
      stopped = true;
    };
  }, [wanted]);
  // Whom other words found is not offered: Enter would open somebody who was not meant.
  return found.text === wanted ? found.leads : none;
}
