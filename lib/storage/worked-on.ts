import type { Facts } from '../domain/dedupe.ts';
import { companyKeys } from '../domain/lead-keys.ts';
import type { Draft } from '../domain/schema/draft.ts';
import type { CompanyRow } from './book-schema.ts';

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
