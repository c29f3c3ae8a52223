import { ownDomain } from './normalize/domain.ts';
import { receiptKey } from './receipt-key.ts';
import { type CompanyField, companyFields, type FieldSpec, type PersonField, personFields } from './schema/field.ts';
import type { Lead, LeadReceipts } from './schema/lead.ts';
import type { Address, Phone, Provenance } from './schema/value.ts';

type Field = PersonField | CompanyField;
type Value = string | Phone | Address;

/** Where and when a value was read last. */
export type Reading = Pick<Provenance, 'url' | 'at'>;
/** For each field the readings of its values, in their order; a field of which none was read has none. */
export type Readings = Partial<Record<Field, readonly Reading[]>>;

/** A field's values as a list. In: a lead, the field. */
export function valuesOf(lead: Lead, field: string): Value[] {
  const value: unknown = Object.hasOwn(lead, field) ? lead[field as keyof Lead] : undefined;
  if (value === undefined || value === null || value === '') return [];
  return (Array.isArray(value) ? value : [value]) as Value[];
}

/** A place that a value was read at: what was typed has none. */
const isRead = ({ detector }: Provenance) => detector !== 'user';

/** Newest place that a value was read at. */
function lastReading(places: readonly Provenance[] = []): Provenance | undefined {
  let last: Provenance | undefined;
  for (const place of places) if (isRead(place) && (!last || place.at > last.at)) last = place;
  return last;
}

/** A domain at a provider of mailboxes is in no sheet. */
const isShown = (field: Field, value: Value): boolean =>
  (field !== 'domain' && field !== 'website') || typeof value !== 'string' || ownDomain(value) !== '';

const specs = {
  person: Object.entries(personFields) as [Field, FieldSpec][],
  company: Object.entries(companyFields) as [Field, FieldSpec][],
};

/**
 * Where the values that a sheet shows of a lead were read last: all that an export keeps of receipts, which are ten times as large.
 * In: a lead, its receipts. Out: for each field of which something was read, where.
 */
export function readingsOf(lead: Lead, { readAt }: LeadReceipts): Readings {
  const found: Readings = {};
  // What one page or one row of a file gave has one place, whatever the field.
  let [known, list]: [Reading | undefined, readonly Reading[]] = [undefined, []];
  const listOf = ({ url, at }: Provenance): readonly Reading[] => {
    if (known?.url !== url || known.at !== at) {
      known = { url, at };
      list = [known];
    }
    return list;
  };
  for (const [field, spec] of specs[lead.kind]) {
    const values = valuesOf(lead, field);
    if (values.length === 0) continue;
    if (!spec.many || values.length === 1) {
      const [value] = values as [Value];
      const last = isShown(field, value) && lastReading(readAt[spec.many ? receiptKey(field, value) : field]);
      if (last) found[field] = listOf(last);
      continue;
    }
    const places = values.flatMap((value) =>
      isShown(field, value) ? (lastReading(readAt[receiptKey(field, value)]) ?? []) : [],
    );
    if (places.length > 0) found[field] = places.map(({ url, at }) => ({ url, at }));
  }
  return found;
}
