import type { FieldValue } from './draft-values.ts';
import { phoneKey } from './lead-keys.ts';
import { linkKey } from './link-key.ts';
import { companyKey } from './normalize/company.ts';
import { domainOf } from './normalize/domain.ts';
import { normalizeEmail } from './normalize/email.ts';
import { fold, foldWords } from './normalize/fold.ts';
import { nameKey } from './normalize/name.ts';
import type { Address, Phone } from './schema/value.ts';

type Kind = 'person' | 'company';

/** Whether two values of a field are spellings of one. In: field, both values, the kind of lead. */
export function isSpelledAlike(field: string, a: FieldValue, b: FieldValue, kind: Kind): boolean {
  if (valueKey(field, a, kind) === valueKey(field, b, kind)) return true;
  if (typeof a === 'string' || typeof b === 'string' || !('kind' in a) || !('kind' in b)) return false;
  return isSameNational(a, b) || isSameNational(b, a);
}

/** 031-555 01 20, read where no country could be told, is +46 31 555 01 20. */
function isSameNational(known: Phone, plain: Phone): boolean {
  const digits = plain.text.replace(/\D/g, '').replace(/^0+/, '');
  return Boolean(known.e164?.endsWith(digits)) && !plain.e164 && digits.length >= 7 && known.ext === plain.ext;
}

/** Key under which two spellings of a field's value are the same value. */
function valueKey(field: string, value: FieldValue, kind: Kind): string {
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
