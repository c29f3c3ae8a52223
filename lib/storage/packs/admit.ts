import { withConsentApart } from '../../domain/consent.ts';
import { ownKeyOf } from '../../domain/flat-lead.ts';
import { companyKeys } from '../../domain/lead-keys.ts';
import { namedStep } from '../../domain/pack-lead.ts';
import { type Lead, nextStep } from '../../domain/schema/lead.ts';
import type { OwnFieldDefinition } from '../../domain/schema/own-field.ts';
import type { PackLead } from '../../domain/schema/pack.ts';
import type { ErasedList } from '../erased-list.ts';
import type { OwnFieldsKept } from '../own-fields.ts';

/** Own fields as a pack and the book have them: which of the pack's values may come in, and which of its fields the book has not. */
export type OwnFieldsOfPack = { admitted: ReadonlySet<string>; fresh: OwnFieldDefinition[] };

/** A field of the same key but another type is another field: its values are left out. In: those of the pack and of the book. */
export function ownFieldsOfPack(theirs: readonly OwnFieldDefinition[], ours: OwnFieldsKept): OwnFieldsOfPack {
  // What was deleted lately still has its values in the leads.
  const known = [...ours.fields, ...ours.deleted.map(({ definition }) => definition)];
  const isOther = ({ key, type }: OwnFieldDefinition) => known.some((one) => one.key === key && one.type !== type);
  const others = new Set(theirs.filter(isOther).map(({ key }) => key));
  const defined = [...ours.fields, ...theirs].map(({ key }) => key);
  return {
    admitted: new Set(defined.filter((key) => !others.has(key))),
    fresh: theirs.filter(({ key }) => !others.has(key) && !ours.fields.some((field) => field.key === key)),
  };
}

/**
 * A lead of a pack in the form that this book merges, whatever wrote it, without values of fields that it cannot have. In: the lead, own
 * fields whose values may come in.
 */
export function admitted(packed: PackLead, own: ReadonlySet<string>): PackLead {
  const lead = withConsentApart(packed);
  const fields = Object.entries(lead.fields).flatMap(([field, register]) => {
    const key = ownKeyOf(field);
    if (key !== undefined && !own.has(key)) return [];
    const step = field === 'nextStep' ? nextStep.safeParse(register.value).data : undefined;
    return [[field, step ? { ...register, value: namedStep(lead.ids[0] ?? '', step) } : register] as const];
  });
  return { ...lead, fields: Object.fromEntries(fields) };
}

/** A company of a pack without those among its representatives who were erased here. In: it, the firms that it is, the list. */
export function withoutErasedNames(
  packed: PackLead,
  firms: readonly (Lead | undefined)[],
  { isEmpty, representative }: ErasedList,
): PackLead {
  const { representatives, ...lists } = packed.lists;
  if (isEmpty || packed.kind !== 'company' || !representatives) return packed;
  const isErased = (key: string): boolean => {
    const value = representatives[key]?.value;
    const name = typeof value === 'string' ? value : key.slice(key.indexOf('|') + 1);
    return firms.some(
      (firm) => firm?.kind === 'company' && representative(name, firm.name, companyKeys(firm).domain) !== undefined,
    );
  };
  const gone = new Set(
    [...Object.keys(representatives), ...Object.keys(packed.places)].filter(
      (key) => key.startsWith('representatives|') && isErased(key),
    ),
  );
  const rest = <T>(of: Record<string, T>) => Object.fromEntries(Object.entries(of).filter(([key]) => !gone.has(key)));
  return gone.size === 0
    ? packed
    : { ...packed, lists: { ...lists, representatives: rest(representatives) }, places: rest(packed.places) };
}
