import { numberForms, numberHint } from '../lexicon/company-numbers.ts';

/** Numbers that registers and tax offices give to companies, told by form, label and check digit. */
export type CompanyId = {
  field: 'registerNumber' | 'vatId' | 'creditCode' | 'registerCourt';
  value: string;
  start: number;
};

const creditAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

/** Whether 18 characters are a unified social credit code of China: the last one checks the others. In: the code in capitals. */
export function isCreditCode(code: string): boolean {
  if (!/^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code)) return false;
  let sum = 0;
  for (let i = 0; i < 17; i++) sum += creditAlphabet.indexOf(code[i] ?? '') * (creditWeights[i] ?? 0);
  return creditAlphabet[(31 - (sum % 31)) % 31] === code[17];
}

const register =
  /(?<![\p{L}\d])(?:(HR\s?[AB]|GnR|VR|PR|GsR)\s*(?:-?\s?Nr\.?|Nummer)?\s*[:.]?\s*(\d{2,7}(?:\s[A-Z]{1,3}(?![\p{L}]))?)|FN\s?(\d{4,6}\s?[a-z])(?![\p{L}\d]))/gu;
const swiss = /(?<![\p{L}\d])CHE[-\s]?(\d{3})[.\s]?(\d{3})[.\s]?(\d{3})(?:\s?(MWST|TVA|IVA|HR))?(?!\d)/gu;
const vat = /(?<![\p{L}\d])(?:(DE)\s?(\d(?:\s?\d){8})|(ATU)\s?(\d(?:\s?\d){7}))(?!\s?\d)/gu;
const court =
  /(?:Amtsgericht|Registergericht|Landesgericht|Landes- als Handelsgericht|Handelsgericht|Handelsregisteramt(?:\s(?:des\s)?Kantons)?)\s(?:[:]?\s?)(\p{Lu}[\p{L}-]+(?:\s(?:am|an der|im|in|\(|\p{Lu}[\p{L}-]+\)?)(?:\s?\p{Lu}[\p{L}-]+)?)?)/gu;
const credit = /(?<![A-Za-z0-9])[0-9A-HJ-NPQRTUWXY]{18}(?![A-Za-z0-9])/g;
const hints = /HR\s?[AB]|GnR|VR|PR|GsR|FN|CHE|DE|ATU|gericht|[0-9A-Z]{18}/;

/** Numbers told by the label before them: of each kind the first, where the line's own forms have told none. */
function labelledNumbers(text: string, known: readonly CompanyId[]): CompanyId[] {
  const out: CompanyId[] = [];
  for (const { field, pattern, shape } of numberForms) {
    if ([...known, ...out].some((one) => one.field === field)) continue;
    for (const m of text.matchAll(pattern)) {
      const written = m[1] ?? '';
      if (written.replace(/\D/g, '').length < 6) continue;
      out.push({ field, value: shape ? shape(written) : written, start: m.index + m[0].length - written.length });
      break;
    }
  }
  return out;
}

/** Register numbers, courts, VAT ids and credit codes in a line. In: the line. Out: each with its place; values in their usual form. */
export function companyIds(text: string): CompanyId[] {
  if (text.length > 1500) return [];
  const labelled = /\d[\d .-]{3}/.test(text) && numberHint.test(text);
  if (!labelled && !hints.test(text)) return [];
  const out: CompanyId[] = [];
  const add = (field: CompanyId['field'], value: string, start: number): void => {
    if (!out.some((o) => o.field === field && o.value === value)) out.push({ field, value: value.trim(), start });
  };
  for (const m of text.matchAll(register)) {
    if (m[3]) add('registerNumber', `FN ${m[3].replace(/\s?([a-z])$/, ' $1')}`, m.index);
    else add('registerNumber', `${(m[1] ?? '').replace(/\s/g, '')} ${m[2]}`, m.index);
  }
  for (const m of text.matchAll(swiss)) {
    const plain = `CHE-${m[1]}.${m[2]}.${m[3]}`;
    const taxed = m[4] && m[4] !== 'HR';
    if (taxed) add('vatId', `${plain} ${m[4]}`, m.index);
    else add('registerNumber', plain, m.index);
  }
  for (const m of text.matchAll(vat)) {
    // an IBAN begins with DE too, but has more digits
    if (/iban\W*$/i.test(text.slice(0, m.index))) continue;
    add('vatId', `${m[1] ?? m[3]}${(m[2] ?? m[4] ?? '').replace(/\s/g, '')}`, m.index);
  }
  if (labelled) for (const number of labelledNumbers(text, out)) add(number.field, number.value, number.start);
  for (const m of text.matchAll(court)) add('registerCourt', m[0].replace(/^Registergericht:?\s/, ''), m.index);
  for (const m of text.matchAll(credit)) if (isCreditCode(m[0])) add('creditCode', m[0], m.index);
  return out.sort((a, b) => a.start - b.start);
}
