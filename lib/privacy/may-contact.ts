import { countryToIso } from '../domain/normalize/country.ts';
import { outcomeOf } from '../domain/outcome.ts';
import type { Company, Lead } from '../domain/schema/lead.ts';
import type { ListedAs } from '../domain/standing.ts';
import { type Channel, type ContactRule, countryRules, unionCountries, unionRule } from './country-rules.ts';

export type { Channel, ContactRule } from './country-rules.ts';

/** Why: what they said themselves, what they are to us, what their country asks. */
export type ContactReason =
  | { is: 'doNotContact'; whose: 'person' | 'company' }
  | { is: 'listed'; list: string; source: string }
  | { is: 'withdrawn' | 'given'; at: number; how?: string }
  | { is: 'customer'; country: string; law: string }
  | { is: 'rule'; rule: ContactRule; country: string; law: string }
  | { is: 'noRule'; country: string }
  | { is: 'noCountry' };

/** yes: they agreed or nothing stands against it; ask: it hangs on what the reason says; no: not without their yes. */
export type MayContact = { may: 'yes' | 'ask' | 'no' | 'unknown'; reasons: ContactReason[] };

/** Country codes of numbers that mean one country, of those that rules are kept for. +1 means several. */
const dialled: Record<string, string> = Object.fromEntries(
  '49DE 43AT 41CH 44GB 353IE 33FR 32BE 31NL 39IT 34ES 46SE 45DK 358FI 48PL 86CN 852HK 65SG 81JP 61AU 359BG 385HR 357CY 420CZ 372EE 30GR 36HU 371LV 370LT 352LU 356MT 351PT 40RO 421SK 386SI'
    .split(' ')
    .map((pair) => [pair.slice(0, -2), pair.slice(-2)]),
);

/** Where somebody is reached: their own address first, then their firm's, then the country of a number or a domain. Out: ISO code. */
export function countryOfLead(lead: Lead, company: Company | undefined): string | undefined {
  for (const { addresses } of [lead, ...(company ? [company] : [])])
    for (const { country } of addresses) {
      const code = country && (countryToIso(country) ?? (/^[A-Za-z]{2}$/.test(country) ? country.toUpperCase() : ''));
      if (code) return code;
    }
  for (const { e164 } of [...lead.phones, ...(company?.phones ?? [])])
    for (const length of [2, 3]) {
      const code = e164 && dialled[e164.slice(1, 1 + length)];
      if (code) return code;
    }
  const hosts = [
    ...lead.emails.map((email) => email.split('@').at(-1)),
    lead.kind === 'company' ? lead.domain : company?.domain,
  ];
  for (const host of hosts) {
    const ending = host?.split('.').at(-1)?.toUpperCase();
    if (ending === 'UK') return 'GB';
    if (ending && (countryRules[ending] || unionCountries.has(ending))) return ending;
  }
  return undefined;
}

/**
 * Why somebody is not to be contacted at all: they or their firm said so, or a list of those who did. In: the lead, their company, what
 * lists for checking say of them, the way. Out: undefined where nobody said so; the law may still stand against it.
 */
export function refusalOf(
  lead: Lead,
  company: Company | undefined,
  listed: readonly ListedAs[],
  channel: Channel,
): ContactReason | undefined {
  if (lead.doNotContact) return { is: 'doNotContact', whose: lead.kind };
  if (company?.doNotContact) return { is: 'doNotContact', whose: 'company' };
  const list = listed.find(({ purpose }) => purpose === 'doNotContact');
  if (list) return { is: 'listed', list: list.name, source: list.source };
  const { state, at = 0, how } = lead.consent?.[channel] ?? {};
  return state === 'withdrawn' ? { is: state, at, ...(how && { how }) } : undefined;
}

/**
 * Whether somebody may be called or mailed, and why. Their own word goes before everything, the law of their country follows.
 * In: the lead, their company, what lists for checking say of them, the way. Sources: `countryRules`.
 */
export function mayContact(
  lead: Lead,
  company: Company | undefined,
  listed: readonly ListedAs[],
  channel: Channel,
): MayContact {
  const refusal = refusalOf(lead, company, listed, channel);
  if (refusal) return { may: 'no', reasons: [refusal] };
  const said = lead.consent?.[channel];
  if (said?.state === 'given') {
    const { at, how } = said;
    return { may: 'yes', reasons: [{ is: 'given', at, ...(how && { how }) }] };
  }
  const country = countryOfLead(lead, company);
  if (!country) return { may: 'unknown', reasons: [{ is: 'noCountry' }] };
  const known = countryRules[country] ?? (unionCountries.has(country) ? unionRule : undefined);
  if (!known) return { may: 'unknown', reasons: [{ is: 'noRule', country }] };
  const { is: rule, law } = known[channel];
  const asked: ContactReason = { is: 'rule', rule, country, law };
  const isCustomer = outcomeOf(lead, company)?.outcome.result === 'won';
  if (isCustomer && channel === 'email' && known.customers && rule !== 'optOut')
    return { may: 'ask', reasons: [{ is: 'customer', country, law: known.customers }, asked] };
  return { may: verdicts[rule], reasons: [asked] };
}

const verdicts: Record<ContactRule, MayContact['may']> = {
  consent: 'no',
  presumed: 'ask',
  registered: 'ask',
  published: 'ask',
  job: 'ask',
  optOut: 'yes',
};
