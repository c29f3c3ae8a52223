import { type CompanyField, companyFields, type PersonField, personFields } from '../../domain/schema/field.ts';
import type { Lead } from '../../domain/schema/lead.ts';
import type { PhoneKind } from '../../domain/schema/value.ts';
import type { PresetTable } from './preset.ts';
import { phoneAt, type Source } from './source.ts';

type ReadField = PersonField | CompanyField;
const keptFields = ['tags', 'note', 'list', 'owner', 'nextStep'] as const;
/** What is kept under another name than a file's column has. */
const keptElsewhere = {
  stage: 'pipelineStage',
  outcome: 'outcome',
  howWeMet: 'leadSource',
  wholeNeed: 'wallet',
} as const;
type KeptField = (typeof keptFields)[number] | keyof typeof keptElsewhere;

/** How many values of a field (of numbers: of a kind) have no place in another system. */
export type Dropped = { count: number } & (
  | { field: ReadField | KeptField; phoneKind?: PhoneKind }
  /** A field of the user's own, by its name. */
  | { own: string }
);

/** Fields that go in parts, under another heading, or with the firm. */
const goOtherwise: ReadonlySet<string> = new Set(['name', 'companyName', 'domain', 'website']);
const emailSources: readonly Source[] = ['email', 'email2', 'email3'];
const addressSources: readonly Source[] = ['street', 'city'];

/** What a file has a place for: how many of what there may be several of, which numbers, and which fields. */
type Places = {
  emails: number;
  links: number;
  addresses: number;
  holds: (lead: Lead, phone: Lead['phones'][number]) => boolean;
  fields: ReadonlySet<string>;
};

function placesOf({ columns }: Pick<PresetTable, 'columns'>): Places {
  const sources = columns.map(({ source }) => source);
  const count = (some: readonly Source[]) => sources.filter((source) => some.includes(source)).length;
  return {
    emails: count(emailSources),
    links: count(['link']),
    addresses: Math.min(1, count(addressSources)),
    holds: (lead, phone) => sources.some((source) => phoneAt(lead, source) === phone),
    fields: new Set<string>(sources),
  };
}

/** A card takes all ways to somebody, but little of what one knows beside them. */
const ofCards: Places = {
  emails: Number.POSITIVE_INFINITY,
  links: Number.POSITIVE_INFINITY,
  addresses: Number.POSITIVE_INFINITY,
  holds: () => true,
  fields: new Set(['honorific', 'jobTitle', 'department', 'wechat', 'qq', 'whatsapp', 'tags', 'note']),
};

/**
 * What stays behind when leads go to another system, because its file has no place for it. In: what the system takes, or `vcard`;
 * the leads; the names of the user's own fields, by their keys. Out: each kind of value of which something stays, the most first.
 */
export function droppedBy(
  target: Pick<PresetTable, 'columns'> | 'vcard',
  leads: readonly Lead[],
  own: ReadonlyMap<string, string> = new Map(),
): Dropped[] {
  const places = target === 'vcard' ? ofCards : placesOf(target);
  const counts = new Map<string, Dropped>();
  const add = (what: Omit<Extract<Dropped, { field: unknown }>, 'count'> | { own: string }, count: number): void => {
    if (count <= 0) return;
    const key = JSON.stringify(what);
    const known = counts.get(key);
    if (known) known.count += count;
    else counts.set(key, { ...what, count });
  };
  for (const lead of leads) {
    add({ field: 'emails' }, lead.emails.length - places.emails);
    add({ field: 'links' }, lead.links.length - places.links);
    add({ field: 'addresses' }, lead.addresses.length - places.addresses);
    for (const phone of lead.phones) if (!places.holds(lead, phone)) add({ field: 'phones', phoneKind: phone.kind }, 1);
    const values: Record<string, unknown> = { ...lead };
    const fields = Object.keys(lead.kind === 'person' ? personFields : companyFields) as ReadField[];
    for (const field of [...fields, ...keptFields]) {
      if (goOtherwise.has(field) || places.fields.has(field)) continue;
      if (field === 'emails' || field === 'links' || field === 'addresses' || field === 'phones') continue;
      const value = values[field];
      add({ field }, Array.isArray(value) ? value.length : value ? 1 : 0);
    }
    for (const field of Object.keys(keptElsewhere) as (keyof typeof keptElsewhere)[])
      if (!places.fields.has(field) && lead[keptElsewhere[field]] !== undefined) add({ field }, 1);
    for (const [key, value] of Object.entries(lead.own ?? {})) {
      const name = own.get(key);
      if (name !== undefined && value !== null) add({ own: name }, 1);
    }
  }
  return [...counts.values()].sort((a, b) => b.count - a.count);
}
