import type { Facts } from '../domain/dedupe.ts';
import { companyKeys } from '../domain/lead-keys.ts';
import type { Draft } from '../domain/schema/draft.ts';
import type { CompanyRow } from './book-schema.ts';
import type { AnyTx } from './transact.ts';

export const workingOnKey = 'workingOn';

/** The firm that is being worked through, if any. */
export async function readWorkingOn(tx: AnyTx): Promise<CompanyRow | undefined> {
  const row = await tx.objectStore('meta').get(workingOnKey);
  return typeof row?.value === 'string' ? tx.objectStore('companies').get(row.value) : undefined;
}

/**
 * Whether a page's own company is the firm being worked through: its site shows it by domain, or, where the book knows
 * none yet, by the name. In: draft, its facts, the firm.
 */
export function isWorkedOn(draft: Draft, facts: Facts, firm: CompanyRow): boolean {
  if (draft.kind !== 'company' || draft.role !== 'own' || facts.kind !== 'company') return false;
  const theirs = companyKeys(firm);
  if (theirs.domain && facts.keys.domain) return theirs.domain === facts.keys.domain;
  const [ours, read] = [theirs.firm ?? '', facts.keys.firm ?? ''];
  if (!ours || !read) return false;
  const first = (key: string): string => key.split(' ')[0] ?? '';
  const sharesWord = first(ours).length > 2 && first(ours) === first(read);
  return ours.includes(read) || read.includes(ours) || sharesWord;
}
