import { useCallback, useSyncExternalStore } from 'react';
import type { Lead } from '../../lib/domain/schema/lead.ts';
import type { CustomerValue } from '../../lib/domain/schema/order.ts';
import { onBookChange, openBook } from '../../lib/storage/book.ts';
import { customerValueOf, customerValues } from '../../lib/storage/value-rows.ts';
import type { Store } from './use-book.ts';
import { useFromBook } from './use-from-book.ts';

const watched: readonly Store[] = ['customerValues'];

/** What a lead is worth as a customer, kept up to date with the book; undefined for who has no orders. */
export const useCustomerValue = (lead: Lead) => {
  const { key, value } = useFromBook(lead.id, (book) => customerValueOf(book, lead), watched);
  return key === lead.id ? value : undefined;
};

// Rows of a list ask one by one: the values are read once for all of them.
let values: ReadonlyMap<string, CustomerValue> = new Map();
let stop: (() => void) | undefined;
const listeners = new Set<() => void>();

async function load(): Promise<void> {
  values = await customerValues(await openBook());
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (!stop) {
    // A book that cannot be opened is told of by the list itself.
    const again = () => void load().catch(() => undefined);
    stop = onBookChange(({ stores }) => {
      if (stores.includes('customerValues')) again();
    });
    again();
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    stop?.();
    stop = undefined;
  };
}

/** Tells the class of a customer: their own, else of a person their company's. Out: a way to ask for any lead. */
export function useValueClasses(): (lead: Lead) => CustomerValue['valueClass'] {
  const known = useSyncExternalStore(subscribe, () => values);
  return useCallback(
    (lead) => {
      const own = known.get(lead.id);
      if (own || lead.kind === 'company' || lead.companyId === undefined) return own?.valueClass;
      return known.get(lead.companyId)?.valueClass;
    },
    [known],
  );
}
