import type { FieldValue } from './draft-values.ts';
import { phoneKey } from './lead-keys.ts';
import { linkKey } from './link-key.ts';
import { companyKey } from './normalize/company.ts';
import { domainOf } from './normalize/domain.ts';
import { normalizeEmail } from './normalize/email.ts';
import { fold, foldWords } from './normalize/fold.ts';
import { nameKey } from './normalize/name.ts';
import type { Address } from './schema/value.ts';

/** Key under which two spellings of a field's value are the same value. In: field and value. */
export function valueKey(field: string, value: FieldValue, kind: 'person' | 'company'): string {
  if (typeof value !== 'string') return 'kind' in value ? (phoneKey(value) ?? fold(value.text)) : addressKey(value);
  switch (field) {
    case 'name':
      return (kind === 'person' ? nameKey(value) : companyKey(value)) || fold(value);
    case 'companyName':
      return companyKey(value) || fold(value);
    case 'emails':
      return normalizeEmail(value);
    case 'links':
      return linkKey(value) ?? fold(value);
    case 'website':
      return linkKey(value) ?? domainOf(value) ?? fold(value);
    case 'registerNumber':
    case 'vatId':
    case 'creditCode':
    case 'whatsapp':
      return fold(value).replace(/[^\p{L}\p{N}]/gu, '');
    case 'domain':
      return fold(value).trim();
    default:
      return foldWords(value) || value.trim();
  }
}

function addressKey({ street, postalCode, city, text }: Address): string {
  if (!street || !(postalCode || city)) return foldWords(text);
  const plain = fold(street)
    .replace(/str(?:asse|eet|\.)?(?=\W|\d|$)/g, 'str')
    .replace(/[^\p{L}\p{N}]/gu, '');
  return `${plain} ${postalCode ? fold(postalCode) : fold(city ?? '')}`;
}
