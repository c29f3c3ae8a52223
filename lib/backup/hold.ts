import type { AnyTx } from '../storage/transact.ts';

/**
 * Waits for something outside of a transaction without letting go of it: a transaction ends by itself as soon as nobody asks it
 * for anything. In: a transaction over `meta` among others, what is waited for.
 */
export async function holding<T>(tx: AnyTx, work: Promise<T>): Promise<T> {
  let isSettled = false;
  const settle = () => {
    isSettled = true;
  };
  work.then(settle, settle);
  while (!isSettled) await tx.objectStore('meta').getKey('');
  return work;
}
