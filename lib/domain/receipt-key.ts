import type { Address, Phone } from './schema/value.ts';

/**
 * Under which key a lead's receipts keep where a value was read: the field alone for single values, `field|value` for
 * one of many. In: the field and, for a field of many, the value. Out: the key.
 */
export function receiptKey(field: string, value?: string | Phone | Address): string {
  if (value === undefined) return field;
  const text = typeof value === 'string' ? value : 'kind' in value ? phoneText(value) : value.text;
  return `${field}|${text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()}`;
}

const phoneText = (phone: Phone) => `${phone.e164 ?? phone.text.replace(/\D/g, '')}${phone.ext ? `x${phone.ext}` : ''}`;
