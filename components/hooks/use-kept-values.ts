import { useEffect } from 'react';
import { onBookChange } from '../../lib/storage/book.ts';

/** Longer than pages that show values wait before they ask anew. */
const pauseMs = 300;

/**
 * Works out anew what customers are worth whenever lists of orders or whose they are change, whichever page is open by then:
 * who takes a list in and goes on to a lead at once sees its class there.
 */
export function useKeptValues(): void {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const reckon = async () => {
      const { orderActions } = await import('./use-orders.ts');
      await orderActions.reckonUnseen();
    };
    const stop = onBookChange(({ stores }) => {
      if (!stores.includes('orderBatches') && !stores.includes('orderCustomers')) return;
      clearTimeout(timer);
      // Where it fails, the page of customers says why.
      timer = setTimeout(() => void reckon().catch(() => undefined), pauseMs);
    });
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
}
