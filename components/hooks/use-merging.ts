import { useCallback } from 'react';
import type { MergeChoices } from '../../lib/domain/merge-leads.ts';
import { openBook } from '../../lib/storage/book.ts';
import { lastActions, mergesOf } from '../../lib/storage/last-actions.ts';
import { type MergeOptions, type MergeRequest, mergeLeads } from '../../lib/storage/merge-leads.ts';
import { setNotSame, unsetNotSame } from '../../lib/storage/not-same.ts';
import { undoAction } from '../../lib/storage/undo.ts';
import type { Book, Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

export type { LastAction } from '../../lib/storage/last-actions.ts';
export type { MergeChoices, MergeRequest };

/** What can be done with leads that may be one. Each resolves once it is stored; else it rejects. */
export const merging = {
  merge: async (requests: readonly MergeRequest[], options?: MergeOptions) =>
    mergeLeads(await openBook(), requests, Date.now(), options),
  undo: async (actionId: string) => undoAction(await openBook(), actionId, Date.now()),
  notSame: async (ids: readonly string[]) => setNotSame(await openBook(), ids, Date.now()),
  forgetNotSame: async (pairs: readonly string[]) => unsetNotSame(await openBook(), pairs),
};

const leadStores: readonly Store[] = ['people', 'companies', 'meta'];
/** Lists of orders, and whose they are, are taken in and back too. */
const actionStores: readonly Store[] = [...leadStores, 'orderBatches', 'orderCustomers'];

/** With its lists of names and sounds it is no part of what a page loads first. */
async function likelyIn(book: Book, leadId: string) {
  const { likelySame } = await import('../../lib/storage/likely-same.ts');
  return likelySame(book, leadId);
}

/** Who else in the book a lead may be, the surest first. In: its id. Rejects with `BookError`. */
export const likelyOf = async (leadId: string) => likelyIn(await openBook(), leadId);

/** Who else in the book a lead may be, and what became part of it. In: its id. */
export function useSameAs(leadId: string) {
  const load = useCallback(
    async (book: Book) => ({ likely: await likelyIn(book, leadId), merged: await mergesOf(book, leadId) }),
    [leadId],
  );
  const { key, value } = useFromBook(leadId, load, leadStores);
  return key === leadId ? value : undefined;
}

/** What was done last, the newest first. In: how many. */
export function useLastActions(most: number) {
  const load = useCallback((book: Book) => lastActions(book, most), [most]);
  const { value, failure } = useFromBook(String(most), load, actionStores);
  return { actions: value, failure };
}
