import { isSameValue } from './diff-leads.ts';
import type { Lead, LeadReceipts, Stamp } from './schema/lead.ts';
import type { PackLead, Register } from './schema/pack.ts';
import { type Consent, type ConsentChannel, consent, consentChannels } from './schema/privacy.ts';

/** What somebody said of each way to reach them is a value of its own: a yes to calls takes no no to mails back. */
export const consentKey = (channel: ConsentChannel): string => `consent|${channel}`;

/** What leads that are one said: of each way the last, of two at one moment the no. What is no consent is passed over. */
export function unitedConsent(all: readonly unknown[]): Consent | undefined {
  const united: Consent = {};
  for (const one of all)
    for (const channel of consentChannels) {
      const [known, said] = [united[channel], consent.safeParse(one).data?.[channel]];
      if (said && (!known || said.at > known.at || (said.at === known.at && said.state === 'withdrawn')))
        united[channel] = said;
    }
  return Object.keys(united).length > 0 ? united : undefined;
}

type Elements = NonNullable<LeadReceipts['elements']>;

/** Stamps of the ways of which something else is said than before. In: the lead before and after, the stamp. */
export function changedConsent(before: Lead, after: Lead, stamp: Stamp): Elements {
  const changed = consentChannels.filter(
    (channel) => !isSameValue(before.consent?.[channel], after.consent?.[channel]),
  );
  return Object.fromEntries(
    changed.map((channel) => [consentKey(channel), after.consent?.[channel] ? stamp : { ...stamp, gone: true }]),
  );
}

/** What was said of each way, as packs carry it. In: the lead, its receipts, the stamp of what has none. */
export function consentRegisters(
  lead: Lead,
  { stamps, elements = {} }: LeadReceipts,
  unknown: Stamp,
): Record<string, Register> {
  return Object.fromEntries(
    consentChannels.flatMap((channel): [string, Register][] => {
      const [key, value] = [consentKey(channel), lead.consent?.[channel]];
      const known = elements[key];
      const own = known && { at: known.at, by: known.by, origin: known.origin };
      if (!value) return known?.gone && own ? [[key, { stamp: own }]] : [];
      // Since when it is so, it says itself.
      const stamp = own && !known.gone ? own : { ...(stamps.consent ?? unknown), at: value.at };
      return [[key, { value, stamp }]];
    }),
  );
}

/** The registers of a pack that say something of a way to reach somebody, or that nothing is said of it any more. */
export const sayingRegisters = (registers: Record<string, Register>): [string, Register][] =>
  consentChannels.flatMap((channel): [string, Register][] => {
    const register = registers[consentKey(channel)];
    const value = register?.value ?? undefined;
    const isKnown = register && consent.safeParse({ [channel]: value }).success;
    return isKnown ? [[consentKey(channel), register]] : [];
  });

/** What such registers say in all; undefined for nothing. */
export function consentOf(registers: readonly [string, Register][]): Consent | undefined {
  const values = new Map(registers.map(([key, { value }]) => [key, value ?? undefined]));
  return unitedConsent(consentChannels.map((channel) => ({ [channel]: values.get(consentKey(channel)) })));
}

/** A lead of a pack with what was said of each way by itself, also where an install wrote all of it as one value. */
export function withConsentApart(packed: PackLead): PackLead {
  const { consent: whole, ...fields } = packed.fields;
  if (!whole) return packed;
  const said = consent.safeParse(whole.value).data ?? {};
  const registers = consentChannels.flatMap((channel): [string, Register][] => {
    const value = said[channel];
    return value ? [[consentKey(channel), { value, stamp: { ...whole.stamp, at: value.at } }]] : [];
  });
  return {
    ...packed,
    fields,
    lists: { ...packed.lists, consent: { ...Object.fromEntries(registers), ...packed.lists.consent } },
  };
}
