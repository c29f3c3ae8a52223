import type { Address } from '../../domain/schema/value.ts';
import type { Found } from '../found.ts';
import type { AddressPart } from './address-us.ts';

export type FoundAddress = Found<Address> & {
  /** First and last line that it was read from. */ lines: [number, number];
};

export type AddressOptions = {
  country?: string | undefined;
  /** The lines are one address and nothing else: small letters and missing parts are no reason to doubt. */
  whole?: boolean | undefined;
};

/** Countries whose addresses are written the English way. */
export const english = new Set(['US', 'CA', 'GB', 'AU', 'NZ', 'IE']);
const labelHead =
  /^(?:(?:mailing |postal |street |office |our |business |registered )?address|adresse(?: postale)?|anschrift|(?:post|haus|geschäfts|firmen|liefer)anschrift|(?:firmen)?sitz|dirección|domicilio(?: social| fiscal)?|sede(?: social| legale| operativa| amministrativa)?|indirizzo|siège(?: social)?|(?:bezoek|post|vestigings)?adres|zetel|adresa|sídlo|siedziba|székhely|endereço|morada|location|located at|visit us(?: at)?|(?:head|registered) ?office|headquarters|hq|standort|write to us(?: at)?)\s*[:：]?\s+/i;
/** A piece of a line without labels and marks around it. */
export const clean = (text: string): string =>
  text
    .replace(labelHead, '')
    .replace(/^[\s,;|·•:–—-]+|[\s,;|·•:–—-]+$/g, '')
    .trim();
/** A line cut at commas, dots in the middle and dashes. */
export const segmentsOf = (text: string): string[] =>
  text
    .split(/\s*[|·•;]\s*|\s+[–—]\s+|,\s+/)
    .map((s) => s.trim())
    .filter(Boolean);

/** What is kept of an address that was read. */
export function address(part: AddressPart, text: string): Address {
  const { street, city, region, postalCode, country } = part;
  return {
    ...(street ? { street } : {}),
    ...(city ? { city } : {}),
    ...(region ? { region: region.replace(/[.,]+$/, '') } : {}),
    ...(postalCode ? { postalCode } : {}),
    ...(country ? { country } : {}),
    text: text.slice(0, 300),
  };
}

/** The best street in the lines above an anchor, nearest first. */
export function streetAbove(
  lines: string[],
  at: number,
  score: (line: string) => number,
  taken: (i: number) => boolean,
): { street: string; line: number } | undefined {
  let best: { street: string; line: number; score: number } | undefined;
  for (let i = at - 1; i >= Math.max(0, at - 3); i--) {
    const line = lines[i] ?? '';
    if (taken(i) || line.length > 140) break;
    const segments = segmentsOf(line);
    const candidates = [clean(line), ...(segments.length > 1 ? segments.map(clean) : [])];
    for (const candidate of candidates) {
      const value = score(candidate) - (at - i) * 0.08 - (candidate.length > 60 ? 0.2 : 0);
      if (value > 0.3 && (!best || value > best.score)) best = { street: candidate, line: i, score: value };
    }
    if (best && best.score > 0.6) break;
  }
  return best;
}
