import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max';
import type { Phone, PhoneKind } from '../../domain/schema/value.ts';
import type { Found } from '../found.ts';
import { withoutMasked } from './masked.ts';
import { isNoPhone, kindFromLabel, labelOf } from './phone-context.ts';
import { type DigitGroup, dateLength, digitRuns, plainDigits, plainSpelled } from './phone-run.ts';

export type PhoneOptions = {
  /** ISO country for numbers written without a country code. */
  country?: string | undefined;
  /** Words that stand before the text and say what it is: "Fax", "Mobil", an icon's class. */
  labelBefore?: string | undefined;
};

type Reading = { number?: PhoneNumber; valid: boolean; e164?: string };

const extension =
  /^[\s,;]*[(（]?(?:ext(?:ension|n)?\b\.?|x|#|durchwahl|dw\b|app\.|apparat|nebenstelle|poste|interno|int\.|anexo|ramal|toestel|tst\.|分机号?|分機|转接?|轉|内线|內線)\s?[:：.]?\s?#?(\d{1,6})(?![\d-])[)）]?/i;
const moreTails = /^\s?(?:(?:\/|,|und|oder|or|and|、|或)\s?[-–]|\/|、)\s?(\d{1,4})(?![\d/.:-]|\s?[-–/.]?\s?\d)/i;
const labelledTail = /^[\s,;|·/]{1,3}((?:tele)?fax|mobil|tel\.?|dw|durchwahl)[\s.:]{0,3}[-–]\s?(\d{1,5})(?!\d)/i;
const vanity =
  /(?<![\w-])(?:\+?1[-. ]?)?\(?([2-9]\d{2})\)?[-. ]{0,2}((?:\d{3}[-. ]?[A-Z]{4}|[A-Z][A-Z0-9-]{5,9}))(?![A-Za-z])(?:\s?\((?:\d{3}[-. ]?)?\d{4}\))?/g;
const vanityCountries = new Set(['US', 'CA', 'AU', 'PR']);
const iban = /\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,4})?\b/g;
const withTrunk = /^\(?0\d{2,4}\)?\s\d{3,4}\s\d{3,4}$/;
const keypad = '22233344455566677778889999';

const known = new Map<string, CountryCode | undefined>();
function regionOf(country: string | undefined): CountryCode | undefined {
  if (!country) return undefined;
  if (!known.has(country)) known.set(country, isSupportedCountry(country) ? country : undefined);
  return known.get(country);
}

function read(text: string, region: CountryCode | undefined): Reading | undefined {
  let plain = text.replace(/[[\]]/g, '').replace(/^\(\+/, '+');
  if (/^\(?(?:\+|00)/.test(plain)) plain = plain.replace(/\(0\)/, ' ').replace(/^\(?00(?=[1-9])/, '+');
  const number = parsePhoneNumberFromString(
    plain,
    region ? { defaultCountry: region, extract: false } : { extract: false },
  );
  if (!number) return undefined;
  return { number, valid: number.isValid(), e164: number.number };
}

/** Whether a national number is written as one would write a phone: with its trunk prefix, brackets, or a form of its own. */
function looksNational(text: string, digits: string, number: PhoneNumber, region: CountryCode): boolean {
  const code = getCountryCallingCode(region);
  if (code === '1') {
    const national = number.nationalNumber;
    if (/^\D*(?:1\D{0,3})?\d{3}[ ).\-–/]{1,4}\d{3}[ .\-–]{0,3}\d{4}$/.test(text)) return true;
    return digits.length - national.length <= 1 && /^\D*(?:1\D?)?(?:\d{10}|\d{6,7}-\d{3,4})$/.test(text);
  }
  if (region === 'CN' && /^1[3-9]\d{9}$/.test(digits)) return true;
  const type = number.getType();
  if (type === 'TOLL_FREE' || type === 'SHARED_COST' || type === 'UAN') return digits.length >= 8;
  if (digits.startsWith('0')) return digits.length >= 7;
  if (text.startsWith('(')) return true;
  if (digits.startsWith(code) && digits.length - code.length >= 8) return true;
  // countries without a trunk prefix
  return (
    /^(?:34|45|47|48|351|352|352|30|420|421|65|852|853|506|507|52|57|56|51|371|372|356|357|377|378)$/.test(code) &&
    digits.length >= 8
  );
}

function kindOf(
  label: string,
  after: string,
  labelBefore: string | undefined,
  number: PhoneNumber | undefined,
): PhoneKind {
  const type = number?.getType();
  const said =
    kindFromLabel(label) ??
    kindFromLabel(/^\s?[(（]\s?([\p{L}. ]{1,16})/u.exec(after)?.[1] ?? '') ??
    kindFromLabel(labelBefore ?? '');
  if (said && said !== 'work' && !(said === 'tollFree' && type === 'MOBILE')) return said;
  if (type === 'MOBILE') return 'mobile';
  if (type === 'TOLL_FREE') return 'tollFree';
  return said ?? 'work';
}

const found = (phone: Phone, start: number, end: number, confidence: number): Found<Phone> => ({
  value: phone,
  start,
  end,
  confidence,
});

/** The longest number that begins with a group, or undefined. */
function longest(text: string, groups: DigitGroup[], at: number, region: CountryCode | undefined, labelled: boolean) {
  const first = groups[at];
  if (!first) return undefined;
  let start = first.start;
  if (text[start - 1] === '(') start -= 1;
  if (text[start - 1] === '+') start -= 1;
  else if (text[start - 1] === ' ' && text[start - 2] === '+') start -= 2;
  if (text[start - 1] === '(') start -= 1;
  const plus = text.slice(start, first.start).includes('+') || /^00[1-9]/.test(first.digits);
  let digits = '';
  let last = at - 1;
  for (let j = at; j < groups.length; j++) {
    const g = groups[j];
    if (!g || digits.length + g.digits.length > 16) break;
    if (
      j > at &&
      (g.gap.length > 5 ||
        /[[\]+]|\/\s?[-–]/.test(g.gap) ||
        (digits.length > 6 && g.gap.includes('/') && g.digits.startsWith('0')))
    )
      break;
    digits += g.digits;
    last = j;
  }
  let kept: { text: string; start: number; last: number; reading: Reading } | undefined;
  for (let j = last; j >= at; j--) {
    const g = groups[j];
    if (!g) break;
    const size = digits.length;
    digits = digits.slice(0, size - g.digits.length);
    if (size < (plus ? 7 : 6)) break;
    const slice = text.slice(start, g.end);
    const next = groups[j + 1];
    // a tight dash or dot to more digits: only a short tail (an extension) may be left over
    if (next && /^[-.–]$/.test(next.gap) && next.digits.length > 5) continue;
    const reading = read(slice, region);
    if (!reading?.number) continue;
    if (
      reading.valid &&
      (plus ||
        !region ||
        labelled ||
        looksNational(slice, text.slice(first.start, g.end).replace(/\D/g, ''), reading.number, region))
    )
      return { text: slice, start, last: j, reading };
    const formed = region === 'US' && /^\(?[2-9]\d\d(?:\)\s?|[-.])\d{3}[-.]\d{4}$/.test(slice);
    if (kept || size < 7) continue;
    const abroad =
      labelled && !plus && /^\(?\s?\d{1,3}\s?\)/.test(slice) ? read(`+${slice.replace(/\D/g, '')}`, region) : undefined;
    if (abroad?.valid) kept = { text: slice, start, last: j, reading: abroad };
    else if ((labelled || formed) && reading.number.isPossible())
      kept = { text: slice, start, last: j, reading: plus || formed ? reading : { valid: false } };
    // no number of this country, but said to be one, or written with a trunk prefix that this country has not: kept as written
    else if (
      size >= 8 &&
      size <= 13 &&
      (plus ? /^\+\d{1,3}[ (-]/.test(slice) : labelled || (region === 'US' && withTrunk.test(slice)))
    )
      kept = { text: slice, start, last: j, reading: { valid: false } };
  }
  return kept;
}

/** A further number that shares all but its tail with the one before: `90009-0 / -11`, `2958826/27`. */
function withTail(base: Phone, tail: string, region: CountryCode | undefined): Phone | undefined {
  const cut = /[-–]\s?\d{1,5}$/.exec(base.text);
  const stem =
    cut && cut[0].replace(/\D/g, '').length <= 5 ? base.text.slice(0, cut.index) : base.text.slice(0, -tail.length);
  const joined =
    cut && /^\s?[-–]/.test(cut[0]) && cut[0].replace(/\D/g, '').length <= 5 && tail.length < 5
      ? `${stem}-${tail}`
      : `${stem}${tail}`;
  const whole =
    cut && tail.length < cut[0].replace(/\D/g, '').length && !/^\D*0$/.test(cut[0])
      ? base.text.slice(0, -tail.length) + tail
      : joined;
  const reading = read(whole, region);
  return reading?.e164 ? { e164: reading.e164, text: whole, kind: base.kind } : undefined;
}

/** Numbers with letters in them: 1-800-FLOWERS. */
function vanityNumbers(text: string, region: CountryCode): Found<Phone>[] {
  const out: Found<Phone>[] = [];
  for (const m of text.matchAll(vanity)) {
    const letters = (m[2] ?? '').replace(/[^A-Z0-9]/g, '');
    if (!/[A-Z]{3}/.test(letters) || letters.length < 7) continue;
    const digits = letters.slice(0, 7).replace(/[A-Z]/g, (c) => keypad[c.charCodeAt(0) - 65] ?? '');
    const reading = read(`${m[1]}${digits}`, region);
    if (!reading?.valid || !reading.e164) continue;
    const type = reading.number?.getType();
    out.push(
      found(
        { e164: reading.e164, text: m[0], kind: type === 'TOLL_FREE' ? 'tollFree' : 'work' },
        m.index,
        m.index + m[0].length,
        0.8,
      ),
    );
  }
  return out;
}

/**
 * Phone numbers in a line of text. In: the line, and what is known around it.
 * Out: numbers in order, several to a line, with kind and extension; never dates, prices, ids, masked numbers.
 */
export function findPhones(line: string, options: PhoneOptions = {}): Found<Phone>[] {
  if (
    line.length > 4000 ||
    !/[\d\uff10-\uff19〇零○一二三四五六七八九壹].{0,6}[\d\uff10-\uff19〇零○一二三四五六七八九壹]/.test(line)
  )
    return [];
  const text = plainSpelled(withoutMasked(plainDigits(line))).replace(iban, (s) => 'x'.repeat(s.length));
  const region = regionOf(options.country) ?? (/[\u4e00-\u9fff]/.test(text) ? 'CN' : undefined);
  const out: Found<Phone>[] =
    region && vanityCountries.has(region) && /\d\W{0,3}[A-Z]{3}/.test(text) ? vanityNumbers(text, region) : [];
  const labelAround = kindFromLabel(options.labelBefore ?? '') !== undefined;
  // a line of a thousand loose digits is no list of phones: after so many vain tries the rest is let be
  let vain = 0;
  for (const groups of digitRuns(text)) {
    for (let i = 0; i < groups.length; i++) {
      const group = groups[i];
      if (!group || out.some((f) => f.start <= group.start && group.start < f.end)) continue;
      const date = dateLength(text.slice(group.start, group.start + 24));
      if (date > 0) {
        while (i + 1 < groups.length && (groups[i + 1]?.start ?? 0) < group.start + date) i++;
        continue;
      }
      const previous = groups[i - 1];
      const before = text.slice(Math.max(out.at(-1)?.end ?? 0, group.start - 60), group.start).replace(/[(+\s]+$/, '');
      const tight = text[group.start - 1] ?? '';
      if (
        /[*•×_=@$€£¥￥%~^<,'’]/.test(tight) ||
        (previous && /^[-.–/,]$/.test(group.gap) && out.at(-1)?.end !== previous.end)
      )
        continue;
      if (
        /[A-Za-z]$/.test(text.slice(group.start - 1, group.start)) &&
        !kindFromLabel(/[A-Za-z]+$/.exec(before)?.[0] ?? '')
      )
        continue;
      if (/[A-Za-z]-$/.test(text.slice(group.start - 2, group.start)) && !kindFromLabel(labelOf(before))) continue;
      const label = labelOf(before);
      const own = kindFromLabel(label);
      const close = kindFromLabel(labelOf(before.slice(-20))) !== undefined;
      const match = longest(text, groups, i, region, close || (labelAround && label.length < 3));
      if (!match) {
        if (++vain > 80) return out;
        continue;
      }
      const lastGroup = groups[match.last];
      if (!lastGroup) continue;
      let end = lastGroup.end;
      let after = text.slice(end, end + 40);
      if (/^\s?[*×•]{2}|^[*@=]|^\s?:\d\d/.test(after) || isNoPhone(before, after)) {
        i = match.last;
        continue;
      }
      const kind = kindOf(label, after, options.labelBefore, match.reading.number);
      const phone: Phone = { ...(match.reading.e164 ? { e164: match.reading.e164 } : {}), text: match.text, kind };
      const next = groups[match.last + 1];
      const ext =
        extension.exec(after) ??
        (next && /^[-–]$/.test(next.gap) && next.digits.length <= 5 ? /^[-–](\d+)/.exec(after) : null);
      if (ext) {
        phone.ext = ext[1] ?? '';
        end += ext[0].length;
        while ((groups[match.last + 1]?.end ?? Number.POSITIVE_INFINITY) <= end) match.last++;
      }
      out.push(
        found(phone, match.start, end, confidenceOf(match.reading.valid, own !== undefined || labelAround, match.text)),
      );
      i = match.last;
      for (let tails = 0; tails < 4; tails++) {
        after = text.slice(end, end + 40);
        const labelled = labelledTail.exec(after);
        const tail = labelled ?? moreTails.exec(after);
        const digits = labelled ? labelled[2] : tail?.[1];
        if (!tail || !digits) break;
        const more = withTail(phone, digits, region);
        if (!more) break;
        const kindSaid = labelled ? kindFromLabel(labelled[1] ?? '') : undefined;
        out.push(found({ ...more, kind: kindSaid ?? kind }, end, end + tail[0].length, 0.7));
        end += tail[0].length;
        while ((groups[i + 1]?.start ?? Number.POSITIVE_INFINITY) < end) i++;
      }
    }
  }
  return out.sort((a, b) => a.start - b.start);
}

function confidenceOf(valid: boolean, labelled: boolean, text: string): number {
  if (valid && labelled) return 0.98;
  if (valid && text.startsWith('+')) return 0.95;
  if (valid) return /^\d+$/.test(text) ? 0.65 : 0.85;
  return 0.55;
}
