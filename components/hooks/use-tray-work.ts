import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';
import type { Company } from '../../lib/domain/schema/lead.ts';
import {
  getWorkingOn,
  markWork,
  nextToWork,
  setWorkingOn,
  type WorkEntry,
  workQueue,
} from '../../lib/storage/work-through.ts';
import type { ActiveTab } from './use-active-tab.ts';
import { type Book, useBookChange } from './use-book.ts';

export type Work = {
  /** Firms saved to the list. */
  queue: readonly WorkEntry[];
  open: number;
  /** The firm whose record is being filled now. */
  current: Company | undefined;
  /**
   * Goes on to the next open firm and opens its site in this tab; marks the current one first where `mark` is given.
   * Resolves with whether there was one.
   */
  next: (mark?: 'done' | 'skipped') => Promise<boolean>;
  stop: () => Promise<void>;
};

/** The firm's own site, as an address that may be opened. */
export function siteOf(company: Company): string | undefined {
  const site = company.website ?? (company.domain === undefined ? undefined : `https://${company.domain}/`);
  return site !== undefined && /^https?:\/\//.test(site) ? site : undefined;
}

/** Working through the firms of a list, one site after the other, filling the same record. */
export function useWork(book: Book | undefined, list: string | undefined, tab: ActiveTab | undefined): Work {
  const [queue, setQueue] = useState<readonly WorkEntry[]>([]);
  const [current, setCurrent] = useState<Company>();
  const load = useCallback(async () => {
    if (!book) return;
    const [entries, working] = await Promise.all([list === undefined ? [] : workQueue(book, list), getWorkingOn(book)]);
    setQueue(entries);
    setCurrent(working);
  }, [book, list]);
  useEffect(() => void load(), [load]);
  useBookChange(
    useCallback(
      (event) => {
        if (event.stores.includes('companies') || event.stores.includes('meta')) void load();
      },
      [load],
    ),
  );

  const tabId = tab?.id;
  const next = useCallback(
    async (mark?: 'done' | 'skipped') => {
      if (!book || list === undefined) return false;
      if (mark && current) await markWork(book, current.id, mark);
      const firm = await nextToWork(book, list);
      await setWorkingOn(book, firm?.id);
      await load();
      const site = firm && siteOf(firm);
      if (site !== undefined) {
        if (tabId === undefined) await browser.tabs.create({ url: site });
        else await browser.tabs.update(tabId, { url: site });
      }
      return firm !== undefined;
    },
    [book, list, current, tabId, load],
  );
  const stop = useCallback(async () => {
    if (!book) return;
    await setWorkingOn(book, undefined);
    await load();
  }, [book, load]);

  return { queue, open: queue.filter((entry) => entry.state === 'open').length, current, next, stop };
}
