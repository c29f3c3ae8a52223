import { type CompanyKeys, companyKeys, type PersonKeys, personKeys } from './lead-keys.ts';
import { companyKey } from './normalize/company.ts';
import type { CompanyValues, PersonValues } from './schema/field.ts';
import type { ReferencePurpose } from './schema/handover.ts';
import type { Company, Lead } from './schema/lead.ts';

/** A person with what they are known by, or a company. */
type Known =
  | { kind: 'person'; values: PersonValues; keys: PersonKeys }
  | { kind: 'company'; values: CompanyValues; keys: CompanyKeys };

const each = (sign: string, keys: readonly (string | undefined)[]): string[] =>
  keys.flatMap((key) => (key ? [`${sign}:${key}`] : []));

/** A name counts only with its firm: two of one name are two people. */
const namedAt = (names: readonly string[], firm: string | undefined): string[] =>
  firm ? names.filter((name) => !name.startsWith('~')).map((name) => `n:${name} @${firm}`) : [];

/**
 * What somebody is looked up by in lists for checking. A person also by their firm: the whole of an account may be a
 * colleague's. In: what is known of them. Out: keys as `entryKeys` makes them.
 */
export function lookupKeys(known: Known): string[] {
  const { keys } = known;
  const own = [...each('e', keys.emails), ...each('p', keys.phones), ...each('l', keys.links)];
  if (known.kind === 'company') return [...own, ...each('d', [known.keys.domain]), ...each('f', [known.keys.firm])];
  const firm = known.values.companyName ? companyKey(known.values.companyName) : undefined;
  return [...own, ...namedAt(known.keys.names, firm), ...each('d', known.keys.domains), ...each('f', [firm])];
}

/** As `lookupKeys`, of a lead of the book. In: the lead, a person's company. */
export const lookupKeysOfLead = (lead: Lead, company: Company | undefined): string[] =>
  lead.kind === 'person'
    ? lookupKeys({ kind: 'person', values: lead, keys: personKeys(lead, lead.partial, company?.domain) })
    : lookupKeys({ kind: 'company', values: lead, keys: companyKeys(lead) });

/**
 * What an entry of a list answers to. One that names a person is that person; one that does not is the whole firm. A team's
 * list of contacts is of people, so that a known colleague does not make the whole firm known. In: what the row says of the two.
 */
export function entryKeys(
  purpose: ReferencePurpose,
  person: (PersonValues & { partial: boolean }) | undefined,
  company: CompanyValues | undefined,
): string[] {
  const firm = company && companyKeys(company);
  const ofFirm = firm
    ? [...each('d', [firm.domain]), ...each('f', [firm.firm]), ...each('e', firm.emails), ...each('p', firm.phones)]
    : [];
  if (!person) return ofFirm;
  const keys = personKeys(person, person.partial);
  const own = [
    ...each('e', keys.emails),
    ...each('p', keys.phones),
    ...each('l', keys.links),
    ...namedAt(keys.names, firm?.firm),
  ];
  const isOfPeople = purpose === 'contacts' || purpose === 'doNotContact';
  return [...new Set(isOfPeople && own.length > 0 ? own : [...own, ...ofFirm])];
}
