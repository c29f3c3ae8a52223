import { companyKeys, personKeys } from '../domain/lead-keys.ts';
import { type Lead, lead as leadSchema } from '../domain/schema/lead.ts';
import type { CompanyRow, PersonRow } from './book-schema.ts';
import type { Row } from './rows.ts';
import type { WriteTx } from './transact.ts';

/**
 * Stores a lead with the keys its indexes need. In: the lead, the staged batch it belongs to, a person's company where the
 * caller has it (then the put is under way when this returns, and look-ups after it see the lead). Throws where the schema
 * refuses it. `onRow` is told the row at the moment it is put.
 */
export async function putLead(
  tx: WriteTx,
  lead: Lead,
  stagedBy?: string,
  known?: CompanyRow,
  onRow?: (row: Row) => void,
): Promise<void> {
  const parsed = leadSchema.parse(lead);
  const staged = stagedBy ? { stagedBy } : {};
  if (parsed.kind === 'company') {
    const keys = parsed.deletedAt === undefined ? companyKeys(parsed) : { emails: [], phones: [], links: [] };
    const row: CompanyRow = { ...parsed, ...staged, keys };
    onRow?.(row);
    await tx.objectStore('companies').put(row);
    return;
  }
  const asked = parsed.companyId === known?.id ? undefined : parsed.companyId;
  const company = asked ? await tx.objectStore('companies').get(asked) : known;
  const keys =
    parsed.deletedAt === undefined
      ? personKeys(parsed, parsed.partial, company?.keys.domain)
      : { emails: [], phones: [], links: [], names: [], domains: [] };
  const row: PersonRow = { ...parsed, ...staged, keys };
  onRow?.(row);
  await tx.objectStore('people').put(row);
}
