import type { CompanyRow } from './book-schema.ts';
import type { AnyTx } from './transact.ts';

export const workingOnKey = 'workingOn';

/** The firm that is being worked through, if any. */
export async function readWorkingOn(tx: AnyTx): Promise<CompanyRow | undefined> {
  const row = await tx.objectStore('meta').get(workingOnKey);
  return typeof row?.value === 'string' ? tx.objectStore('companies').get(row.value) : undefined;
}
