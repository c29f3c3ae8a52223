import { companyKeys, personKeys } from '../domain/lead-keys.ts';
import { type Lead, lead as leadSchema } from '../domain/schema/lead.ts';
import type { WriteTx } from './transact.ts';

/** Stores a lead with the keys its indexes need. In: the lead, the staged batch it belongs to. Throws where the schema refuses it. */
export async function putLead(tx: WriteTx, lead: Lead, stagedBy?: string): Promise<void> {
  const parsed = leadSchema.parse(lead);
  const staged = stagedBy ? { stagedBy } : {};
  if (parsed.kind === 'company') {
    const keys = parsed.deletedAt === undefined ? companyKeys(parsed) : { emails: [], phones: [], links: [] };
    await tx.objectStore('companies').put({ ...parsed, ...staged, keys });
    return;
  }
  const company = parsed.companyId ? await tx.objectStore('companies').get(parsed.companyId) : undefined;
  const keys =
    parsed.deletedAt === undefined
      ? personKeys(parsed, parsed.partial, company?.keys.domain)
      : { emails: [], phones: [], links: [], names: [], domains: [] };
  await tx.objectStore('people').put({ ...parsed, ...staged, keys });
}
