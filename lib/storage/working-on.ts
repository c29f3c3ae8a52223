import type { CompanyRow } from './book-schema.ts';
import { followMerges } from './rows.ts';
import type { AnyTx } from './transact.ts';

export const workingOnKey = 'workingOn';

/** The firm that is being worked through, if any. */
export async function readWorkingOn(tx: AnyTx): Promise<CompanyRow | undefined> {
  const row = await tx.objectStore('meta').get(workingOnKey);
  if (typeof row?.value !== 'string') return undefined;
  const firm = await followMerges(tx, await tx.objectStore('companies').get(row.value));
  return firm?.kind === 'company' ? firm : undefined;
}
