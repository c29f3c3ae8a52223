import { type FieldValue, fieldsOf } from '../domain/draft-values.ts';
import { changedElements } from '../domain/pack-lead.ts';
import { receiptKey } from '../domain/receipt-key.ts';
import type { Lead, LeadReceipts, Stamp } from '../domain/schema/lead.ts';

/** When a change is stamped, in epoch milliseconds. In: the lead's receipts, the time. By a clock that was turned back the newer value would be the older one for whoever merges the two. */
export function stampTime({ stamps, elements = {} }: LeadReceipts, now: number): number {
  const latest = Math.max(0, ...[...Object.values(stamps), ...Object.values(elements)].map(({ at }) => at));
  return latest > now ? latest + 1 : now;
}

/** Stamps the changed fields as the user's. A value typed anew was read nowhere; one of many keeps where it was read. In: receipts and lead before, the lead now, what changed, when and where. Out: receipts. */
export function typedReceipts(
  receipts: LeadReceipts,
  before: Lead,
  lead: Lead,
  fields: string[],
  { at, origin: install }: { at: number; origin: string },
): LeadReceipts {
  const specs = new Map(fieldsOf(lead.kind));
  const stamp: Stamp = { at, by: 'user', origin: install };
  const result: LeadReceipts = { ...receipts, stamps: { ...receipts.stamps }, readAt: { ...receipts.readAt } };
  for (const field of fields) {
    result.stamps[field] = stamp;
    const spec = specs.get(field);
    const value = lead[field as keyof Lead] as FieldValue | FieldValue[] | undefined;
    if (!spec) continue;
    const values = Array.isArray(value) ? value : value === undefined ? [] : [value];
    if (!spec.many) delete result.readAt[receiptKey(field)];
    for (const typed of values) {
      const key = spec.many ? receiptKey(field, typed) : receiptKey(field);
      result.readAt[key] ??= [{ url: '', at, detector: 'user', snippet: '' }];
    }
  }
  const elements = changedElements(before, lead, fields, stamp);
  return elements ? { ...result, elements: { ...result.elements, ...elements } } : result;
}
