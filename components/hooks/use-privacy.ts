import { useCallback, useState } from 'react';
import type { ErasedMark } from '../../lib/domain/schema/privacy.ts';
import { openBook } from '../../lib/storage/book.ts';
import { allowAgain, erasures, forbidAgain } from '../../lib/storage/erasures.ts';
import { type Forgotten, forgetSite } from '../../lib/storage/forget-site.ts';
import { allWentOut, pagesRead, sitesRead, type WentOut, wentOutWith } from '../../lib/storage/ledger.ts';
import { duePeople } from '../../lib/storage/privacy.ts';
import { getSetting, type Setting, setSetting } from '../../lib/storage/settings.ts';
import type { Book, Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

export type { Erasure } from '../../lib/storage/erasures.ts';
export type { DuePerson } from '../../lib/storage/privacy.ts';
export type { Forgotten, WentOut };
export type Controller = Setting<'controller'>;

const settingStores: readonly Store[] = ['meta'];
const peopleStores: readonly Store[] = ['people', 'meta'];
const readStores: readonly Store[] = ['tray', 'ledger'];
const outStores: readonly Store[] = ['ledger', 'meta'];
const erasedStores: readonly Store[] = ['erased'];

async function loadSettings(book: Book) {
  const [months, controller] = await Promise.all([getSetting(book, 'retentionMonths'), getSetting(book, 'controller')]);
  return { months, controller };
}

/** How long people are kept, and who keeps them. `put…` reject where it could not be stored. */
export function usePrivacySettings() {
  const { value } = useFromBook('', loadSettings, settingStores);
  return {
    settings: value,
    putMonths: async (months: number) => setSetting(await openBook(), 'retentionMonths', months),
    putController: async (controller: Controller) => setSetting(await openBook(), 'controller', controller),
  };
}

/** People to be decided on: their usual period is over. In: how many at most. */
export function useDuePeople(most: number) {
  return useFromBook(
    String(most),
    async (book) => {
      const months = await getSetting(book, 'retentionMonths');
      return { months, ...(await duePeople(book, months, Date.now(), most)) };
    },
    peopleStores,
  );
}

/** The pages that were read, of one site or all, and the sites. In: the site, how many entries at most. */
export function usePagesRead(site: string | undefined, most: number) {
  return useFromBook(
    `${most} ${site ?? ''}`,
    async (book) => {
      const [page, sites] = await Promise.all([pagesRead(book, site, most), sitesRead(book)]);
      return { ...page, sites };
    },
    readStores,
  );
}

/** What left the book. In: how many at most. */
export const useWentOut = (most: number) => useFromBook(String(most), (book) => allWentOut(book, most), outStores);

/** When people were erased. */
export const useErasures = () => useFromBook('', erasures, erasedStores);

/** Who received somebody's data. In: the lead's id, since when it is kept. */
export const useWentOutWith = (id: string, since: number) =>
  useFromBook(`${id} ${since}`, (book) => wentOutWith(book, [id], since), outStores);

/** Erases a person; how far it is meanwhile. `erase` rejects where it did not work, and then nothing is gone. */
export function useErase() {
  const [progress, setProgress] = useState<{ done: number; total: number }>();
  const erase = useCallback(async (id: string) => {
    setProgress({ done: 0, total: 0 });
    try {
      // Few ever erase somebody: what it takes is loaded then.
      const { erasePerson } = await import('../../lib/storage/erase.ts');
      return await erasePerson(await openBook(), id, Date.now(), (done, total) => setProgress({ done, total }));
    } finally {
      setProgress(undefined);
    }
  }, []);
  return { progress, erase };
}

export const privacyActions = {
  forgetSite: async (site: string): Promise<Forgotten> => forgetSite(await openBook(), site),
  findErasure: async (typed: string) => {
    const [book, { findErasure }] = await Promise.all([openBook(), import('../../lib/storage/find-erasure.ts')]);
    return findErasure(book, typed, (await getSetting(book, 'defaultCountry')) ?? undefined);
  },
  allowAgain: async (erasureId: string) => allowAgain(await openBook(), erasureId),
  forbidAgain: async (marks: readonly ErasedMark[]) => forbidAgain(await openBook(), marks),
};
