import { type CompanyField, companyFields, type PersonField, personFields } from '../../domain/schema/field.ts';
import type { Lead } from '../../domain/schema/lead.ts';
import type { PhoneKind } from '../../domain/schema/value.ts';
import type { PresetTable } from './preset.ts';
import { phoneAt, type Source } from './source.ts';

const keptFields = ['tags', 'note', 'list', 'owner', 'nextStep'] as const;
/** How many values of a field (of numbers: of a kind) have no place in another system. */
export type Dropped = {
  field: PersonField | CompanyField | (typeof keptFields)[number];
  phoneKind?: PhoneKind;
  count: number;
};

/** Fields that go in parts, under another heading, or with the firm. */
const goOtherwise: ReadonlySet<string> = new Set(['name', 'companyName', 'domain', 'website']);
const emailSources: readonly Source[] = ['email', 'email2', 'email3'];
const addressSources: readonly Source[] = ['street', 'city'];

/**
 * What stays behind when leads go to another system, because its file has no place for it. In: what the system takes, the leads.
 * Out: each kind of value of which something stays, the most first.
 */
export function droppedBy({ columns }: PresetTable, leads: readonly Lead[]): Dropped[] {
  const sources = columns.map(({ source }) => source);
  const holds = (some: readonly Source[]) => sources.filter((source) => some.includes(source)).length;
  const [emails, links, addresses] = [holds(emailSources), holds(['link']), Math.min(1, holds(addressSources))];
  const counts = new Map<string, Dropped>();
  const add = (field: Dropped['field'], count: number, phoneKind?: PhoneKind): void => {
    if (count <= 0) return;
    const key = `${field} ${phoneKind ?? ''}`;
    const known = counts.get(key);
    if (known) known.count += count;
    else counts.set(key, { field, count, ...(phoneKind && { phoneKind }) });
  };
  for (const lead of leads) {
    add('emails', lead.emails.length - emails);
    add('links', lead.links.length - links);
    add('addresses', lead.addresses.length - addresses);
    const placed = new Set(sources.map((source) => phoneAt(lead, source)));
    for (const phone of lead.phones) if (!placed.has(phone)) add('phones', 1, phone.kind);
    const values: Record<string, unknown> = { ...lead };
    const fields = Object.keys(lead.kind === 'person' ? personFields : companyFields) as (PersonField | CompanyField)[];
    for (const field of [...fields, ...keptFields]) {
      if (goOtherwise.has(field) || sources.some((source) => source === field)) continue;
      if (field === 'emails' || field === 'links' || field === 'addresses' || field === 'phones') continue;
      const value = values[field];
      add(field, Array.isArray(value) ? value.length : value ? 1 : 0);
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
