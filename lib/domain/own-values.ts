import { fold } from './normalize/fold.ts';
import type { OwnFieldDefinition, OwnFieldType, OwnValues } from './schema/own-field.ts';

export type OwnValue = Exclude<OwnValues[string], null>;
export type OwnValueReading = { ok: true; value: OwnValue } | { ok: false };

/** Longest text of an own field. */
const longest = 4000;

const yes = new Set(['yes', 'y', 'true', 't', 'ja', 'j', 'wahr', '1', 'x', '是', '有', '对', '真', 'oui', 'si']);
const no = new Set(['no', 'n', 'false', 'f', 'nein', 'falsch', '0', '-', '否', '无', '不', '假', 'non']);

/**
 * The key of a new own field: its name without what keys cannot have, and a number behind it where it is taken.
 * In: the name, the keys there are. Out: the key, which never changes after.
 */
export function ownKeyFor(name: string, taken: readonly string[]): string {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}.-]+/gu, '_')
    .replace(/^[_.-]+|[_.-]+$/g, '');
  const base =
    [...plain]
      .slice(0, 55)
      .join('')
      .slice(0, 55)
      .replace(/[\uD800-\uDBFF]$/, '') || 'field';
  let key = base;
  for (let n = 2; taken.includes(key); n++) key = `${base}_${n}`;
  return key;
}

/** Which numbers a text may be: `1,234.5` and `1.234,5`; a lone separator before three digits is read as `decimal` says. */
export function numberOf(text: string, decimal: '.' | ',' = '.'): number | undefined {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s'’_]/g, '')
    .replace(/^[$€£¥]|[$€£¥%]$/g, '')
    .replace(/^−/, '-');
  if (!/^[+-]?(?:\d[\d.,]*|[.,]\d+)(?:e[+-]?\d+)?$/i.test(plain)) return undefined;
  const [dots, commas] = [plain.split('.').length - 1, plain.split(',').length - 1];
  const last = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
  let mark: string;
  if (dots > 0 && commas > 0) mark = plain.charAt(last);
  else if (dots > 1 || commas > 1) mark = '';
  else mark = /^[+-]?\d{1,3}[.,]\d{3}$/.test(plain) ? decimal : '.,';
  const whole = [...plain].map((c) => (c !== '.' && c !== ',' ? c : mark.includes(c) ? '.' : '')).join('');
  const number = Number(whole);
  return Number.isFinite(number) ? number : undefined;
}

/** Order of day and month in dates of numbers alone. */
export type DateOrder = 'dmy' | 'mdy' | 'ymd';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const germanMonths = 'jan feb mar apr mai jun jul aug sep okt nov dez'.split(' ');

/** A day, and where written the time, in local time. In: text, the order of day and month. Out: epoch milliseconds. */
export function momentOf(text: string, order: DateOrder = 'dmy'): number | undefined {
  const plain = text.normalize('NFKC').trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})[T ]\d{1,2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/.exec(plain);
  if (iso) {
    const at = Date.parse(plain.replace(' ', 'T'));
    if (!Number.isNaN(at)) return at;
  }
  if (/^\d{12,13}$/.test(plain)) return Number(plain);
  const clock = /[\sT](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([ap]\.?m\.?)?$/i.exec(plain);
  const day = (clock ? plain.slice(0, clock.index) : plain).trim();
  const [year, month, date] = dayParts(day, order) ?? [];
  if (year === undefined || month === undefined || date === undefined) return undefined;
  let hour = clock ? Number(clock[1]) : 12;
  if (clock?.[4]) hour = (hour % 12) + (/^p/i.test(clock[4]) ? 12 : 0);
  const made = new Date(year, month - 1, date, hour, clock ? Number(clock[2]) : 0, clock?.[3] ? Number(clock[3]) : 0);
  const isReal = made.getFullYear() === year && made.getMonth() === month - 1 && made.getDate() === date;
  return isReal && hour < 24 ? made.getTime() : undefined;
}

const fullYear = (text: string) =>
  text.length === 2 ? (Number(text) > 68 ? 1900 : 2000) + Number(text) : Number(text);

function dayParts(day: string, order: DateOrder): [number, number, number] | undefined {
  const han = /^(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日?$/.exec(day);
  const first = han ?? /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(day) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(day);
  if (first) return [Number(first[1]), Number(first[2]), Number(first[3])];
  const numbers = /^(\d{1,2})([-/.])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/.exec(day);
  if (numbers) {
    const [, a = '', mark, b = '', year = ''] = numbers;
    const monthFirst = mark !== '.' && (order === 'mdy' ? Number(a) <= 12 : Number(b) > 12);
    return monthFirst ? [fullYear(year), Number(a), Number(b)] : [fullYear(year), Number(b), Number(a)];
  }
  const named =
    /^(\d{1,2})\.?[\s-]+(\p{L}{3,})\.?,?[\s-]+(\d{4}|\d{2})$/u.exec(day) ??
    /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(day);
  if (!named) return undefined;
  const [, a = '', b = '', year = ''] = named;
  const [date, word] = /^\d/.test(a) ? [a, b] : [b, a];
  const short = fold(word).slice(0, 3);
  const at = Math.max(months.indexOf(short), germanMonths.indexOf(short), fold(word).startsWith('marz') ? 2 : -1);
  return at < 0 ? undefined : [fullYear(year), at + 1, Number(date)];
}

const two = (n: number) => String(n).padStart(2, '0');

/** The local day of a moment as own fields keep it. In: epoch milliseconds. Out: `2026-05-03`. */
export function dayOf(at: number): string {
  const day = new Date(at);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** Noon of a day in local time, so that no time zone moves it. In: `2026-05-03`. */
export const noonOf = (day: string): number => new Date(`${day}T12:00`).getTime();

/** How the texts of a column are written. */
export type Spelling = { decimal?: '.' | ','; order?: DateOrder };

/** What was typed or imported for an own field. In: its type, the text (not empty), how numbers and dates are written. */
export function readOwnValue(type: OwnFieldType, text: string, { decimal, order }: Spelling = {}): OwnValueReading {
  const plain = text.normalize('NFC').trim().slice(0, longest);
  const reading = (value: OwnValue | undefined): OwnValueReading =>
    value === undefined ? { ok: false } : { ok: true, value };
  switch (type) {
    case 'text':
      return reading(plain || undefined);
    case 'list': {
      const parts = plain.split(/\s*[;,、；，\n|]\s*/).filter(Boolean);
      return reading(parts.length > 0 ? [...new Set(parts)] : undefined);
    }
    case 'number':
      return reading(numberOf(plain, decimal));
    case 'date': {
      const at = momentOf(plain, order);
      return reading(at === undefined ? undefined : dayOf(at));
    }
    case 'yesNo': {
      const word = fold(plain);
      return reading(yes.has(word) ? true : no.has(word) ? false : undefined);
    }
  }
}

/** Whether a field is one of this kind of lead. */
export const isOwnOf = ({ of }: OwnFieldDefinition, kind: 'person' | 'company'): boolean =>
  of === 'both' || of === kind;

/** The value as plain text that `readOwnValue` reads back; numbers with a point, yes and no in English. */
export function ownText(value: OwnValues[string] | undefined): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return Array.isArray(value) ? value.join('; ') : String(value);
}
