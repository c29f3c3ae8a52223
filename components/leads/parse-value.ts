import { z } from 'zod';
import { normalizeEmail } from '../../lib/domain/normalize/email.ts';
import { toE164 } from '../../lib/domain/normalize/phone.ts';
import type { CompanyField, PersonField } from '../../lib/domain/schema/field.ts';
import type { Address, Phone, PhoneKind } from '../../lib/domain/schema/value.ts';

export type LeadField = PersonField | CompanyField;
/** Why a typed value is not taken. Each has a sentence in the locales. */
export type Wrong = 'email' | 'url' | 'phone' | 'empty' | 'value';
export type Parsed<T> = { ok: true; value: T } | { ok: false; wrong: Wrong };

const email = z.email();
const wrong = (what: Wrong) => ({ ok: false, wrong: what }) as const;

/** An address that may be opened: http or https only, whatever a page said. In: text. Out: the address, or undefined. */
export function safeUrl(text: string): string | undefined {
  try {
    const url = new URL(/^[a-z][a-z\d+.-]*:/i.test(text) ? text : `https://${text}`);
    return /^https?:$/.test(url.protocol) && url.hostname.includes('.') ? url.href : undefined;
  } catch {
    return undefined;
  }
}

/** What the user typed into a field of text. In: field and text. Out: the value as kept, '' for emptied; or why not. */
export function parseText(field: LeadField, typed: string): Parsed<string> {
  const text = typed.normalize('NFC').trim();
  if (text === '') return field === 'name' ? wrong('empty') : { ok: true, value: '' };
  if (field === 'emails') {
    const address = normalizeEmail(text);
    return email.safeParse(address).success ? { ok: true, value: address } : wrong('email');
  }
  if (field === 'website' || field === 'links') {
    const url = safeUrl(text);
    return url ? { ok: true, value: url } : wrong('url');
  }
  return { ok: true, value: text };
}

/**
 * What the user typed as a number. In: the text, its kind, the country of national numbers. Out: the phone, undefined
 * for emptied; or why not. A number of unknown country is kept as written.
 */
export function parsePhone(typed: string, kind: PhoneKind, country?: string): Parsed<Phone | undefined> {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return { ok: true, value: undefined };
  const [number = '', ext] = text.split(/\s*(?:ext\.?|x|#|分机|转)\s*(?=\d+$)/i);
  if ((number.match(/\d/g) ?? []).length < 3) return wrong('phone');
  // With no country known, 00 can only be what is dialled for the plus sign.
  const e164 = toE164(number, country) ?? toE164(number.replace(/^00/, '+'));
  return { ok: true, value: { text: number, kind, ...(e164 && { e164 }), ...(ext && { ext }) } };
}

const parts = ['street', 'postalCode', 'city', 'region', 'country'] as const;
export type AddressParts = Record<(typeof parts)[number], string>;
export const addressPartNames = parts;

/** An address of what was typed into its parts. Out: the address with one line of text, undefined when all are empty. */
export function parseAddress(typed: AddressParts): Address | undefined {
  const filled = Object.fromEntries(
    parts.flatMap((part) => (typed[part].trim() === '' ? [] : [[part, typed[part].trim()]])),
  ) as Partial<AddressParts>;
  const town = [filled.postalCode, filled.city].filter(Boolean).join(' ');
  const text = [filled.street, town, filled.region, filled.country].filter(Boolean).join(', ');
  return text === '' ? undefined : { ...filled, text };
}
