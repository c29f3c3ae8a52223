import type { NameVariant } from './compare-names.ts';

/** Why two leads may be one, or may not: words are made of it on the screen. */
export type Reason = {
  is:
    | 'sameName'
    | `name${Capitalize<NameVariant>}`
    | 'otherFamilyName'
    | 'email'
    | 'nearEmail'
    | 'phone'
    | 'mobile'
    | 'link'
    | 'chat'
    | 'sameFirm'
    | 'nearFirm'
    | 'title'
    | 'place'
    | 'address'
    | 'rareName'
    | 'onlyFit'
    | 'firmName'
    | 'firmNameSlip'
    | 'firmNamePart'
    | 'firmNameBranch'
    | 'firmNameInitials'
    | 'firmNameScript'
    | 'registerId'
    | 'domain'
    // What speaks against it.
    | 'otherFirm'
    | 'otherEmail'
    | 'otherPhone'
    | 'otherLink'
    | 'otherTitle'
    | 'otherPlace'
    | 'otherForm'
    | 'otherDomain';
  /** What they share, as it is compared. */
  value?: string;
};

/** The reason that two names are forms of one. */
export const nameReason = (how: NameVariant): Reason['is'] =>
  `name${(how.charAt(0).toUpperCase() + how.slice(1)) as Capitalize<NameVariant>}`;

/** Reasons and what they weigh together: about the logarithm of the odds that the two are one. */
export type Weighed = { score: number; reasons: (Reason & { weight: number })[] };

/** Gathers reasons. */
export function createScale() {
  const weighed: Weighed = { score: 0, reasons: [] };
  return {
    weighed,
    add(weight: number, is: Reason['is'], value?: string): void {
      weighed.score += weight;
      weighed.reasons.push({ is, weight, ...(value !== undefined && { value }) });
    },
    /** Weighs without a word of its own. */
    lean(weight: number): void {
      weighed.score += weight;
    },
  };
}
export type Scale = ReturnType<typeof createScale>;
