import type { CompanyField } from '../../domain/schema/field.ts';
import { isCreditCode } from './credit-code.ts';

/** A fact told by its own form, wherever on the line it stands. */
export type RegisterFact = { field: CompanyField; value: string; at: number };

const quick = /\d{3}|gericht|handelsregister|court|CHE/i;
const courtName = String.raw`\p{Lu}[\p{L}.]+(?:[ -](?:(?:am|an der|an|in der|in|im|bei|ob der|a\. ?d\.) )?\p{Lu}[\p{L}.]+)?(?: \([\p{L}. ]{3,25}\))?`;
const court = new RegExp(
  String.raw`\b(Amtsgerichts?|AG|Landesgerichts?|LG|Handelsgerichts?|Registergerichts?)\s+(${courtName})`,
  'gu',
);
const swissCourt = /Handelsregister(?:amt)?(?:s)? (?:des Kantons|Kanton|der Stadt) \p{Lu}[\p{L}.-]+/gu;
const german = /\b(HR ?[AB]|GnR|PR|VR|GsR)\s?(?:-?Nr\.?|Nummer)?\s?:?\s?(\d{1,6})(?:\s?([A-Z]{1,3})\b)?/g;
const austrian = /\bFN\s?:?\s?(\d{4,6})\s?([a-z])\b/g;
const swiss = /\bCHE[- ]?(\d{3})\.?(\d{3})\.?(\d{3})(\s?(?:MWST|MwSt|TVA|IVA|HR))?/g;
const credit = /(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])/g;

/** Member states' VAT numbers that need no label, as they have a country and a fixed length. */
const bareVat =
  /\b(?:DE\s?\d{3}\s?\d{3}\s?\d{3}|ATU\s?\d{8}|NL\s?\d{9}\s?B\d{2}|BE\s?[01]\d{3}\.?\d{3}\.?\d{3})(?![\d.])/g;
const labelledVat =
  /(?:VAT|USt\.?-?\s?Id\.?(?:ent\p{L}*)?|UID|TVA|BTW|IVA|P\.?\s?IVA|NIF|CIF|N\.?I\.?F|MwSt|ABN|GST|税号|稅號)[\p{L}.\s-]{0,24}(?:No\.?|Nr\.?|number|n°|nº|#)?\s*[.:]?\s*((?:[A-Z]{2}\s?)?[A-Z]?\d[\d .]{6,14}[A-Z]?\d?)(?![\d])/giu;
const labelledRegister =
  /(?:Compan(?:y|ies)(?:\s(?:House|Reg(?:istration|istered|\.)?))?\s(?:No\.?|number|#)|registered\s(?:in|with)[\p{L}\s&,]{2,40}?(?:No\.?|number|under)(?:\s(?:No\.?|number))?|Registration (?:No\.?|number)|KvK(?:[- ]?(?:nummer|nr\.?))?|SIREN|SIRET|RCS\s\p{Lu}[\p{L}-]+(?:\s[AB])?|REA|CRO|工商注册号|注册号|註冊編號|公司編號)\s*[.:：]?\s*((?:[A-Z]{1,2}[- ]?)?\d[\d ]{4,16}\d)(?!\d)/giu;

const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

/** The court's own name: "Amtsgericht Hamburg" however it is bent or shortened. */
function courtOf(kind: string, place: string): string {
  const full = { AG: 'Amtsgericht', LG: 'Landesgericht', Registergericht: 'Amtsgericht' }[kind.replace(/s$/, '')];
  return `${full ?? kind.replace(/gerichts$/, 'gericht')} ${place.replace(/[.,]$/, '')}`;
}

/**
 * Register numbers, register courts, VAT numbers and credit codes on one line.
 * In: the line. Out: facts in order of kind; VAT numbers without spaces, register numbers in their usual spelling ("HRB 12345").
 */
export function findRegisterFacts(text: string): RegisterFact[] {
  if (!quick.test(text) || text.length > 2000) return [];
  const facts: RegisterFact[] = [];
  const add = (field: CompanyField, value: string, at: number) => {
    if (!facts.some((f) => f.field === field && f.value === value)) facts.push({ field, value, at });
  };
  for (const m of text.matchAll(german)) {
    const letter = m[3] && m[3].length === 1 ? ` ${m[3]}` : '';
    add('registerNumber', `${(m[1] ?? '').replace(' ', '')} ${m[2]}${letter}`, m.index);
  }
  for (const m of text.matchAll(austrian)) add('registerNumber', `FN ${m[1]} ${m[2]}`, m.index);
  for (const m of text.matchAll(swiss)) {
    const number = `CHE-${m[1]}.${m[2]}.${m[3]}`;
    const tail = (m[4] ?? '').trim();
    const isVat =
      /mwst|tva|iva/i.test(tail) || /(?:MWST|TVA|IVA|VAT)[\p{L}.\s-]{0,12}:?\s*$/iu.test(text.slice(0, m.index));
    if (isVat) add('vatId', `${number} ${tail === '' ? 'MWST' : tail.toUpperCase()}`, m.index);
    else add('registerNumber', number, m.index);
  }
  const courts =
    facts.some((f) => f.field === 'registerNumber') ||
    /register|firmenbuch|gerichtsstand der/i.test(text) ||
    text.length < 80;
  // A court in running text is one that ruled something; beside a register number or on a short line it keeps the register.
  if (courts && !/urteil|entschieden|zuständig|gerichtsstand/i.test(text)) {
    for (const m of text.matchAll(court)) {
      if (m[1] === 'LG' || (m[1] === 'AG' && !/HR ?[AB]|VR|GnR|register/i.test(text))) continue;
      add('registerCourt', courtOf(m[1] ?? '', m[2] ?? ''), m.index);
    }
  }
  for (const m of text.matchAll(swissCourt))
    add('registerCourt', m[0].replace(/^Handelsregister(?:amts)? /, 'Handelsregisteramt '), m.index);
  for (const m of text.matchAll(credit)) {
    const labelled = /(?:信用代码|信用代碼|税号|纳税人识别号|credit code)[^0-9A-Z]{0,6}$/i.test(text.slice(0, m.index));
    if (isCreditCode(m[0]) || (labelled && /\d{8}/.test(m[0]))) add('creditCode', m[0], m.index);
  }
  for (const m of text.matchAll(bareVat)) add('vatId', m[0].replace(/[\s.]/g, ''), m.index);
  if (!facts.some((f) => f.field === 'vatId')) {
    for (const m of text.matchAll(labelledVat)) {
      const value = squeeze(m[1] ?? '').replace(/[\s.]/g, '');
      if (/\d{7}/.test(value)) add('vatId', value, m.index + m[0].lastIndexOf(m[1] ?? ''));
    }
  }
  for (const m of text.matchAll(labelledRegister)) {
    const value = squeeze(m[1] ?? '');
    add('registerNumber', value, m.index + m[0].lastIndexOf(m[1] ?? ''));
  }
  return facts;
}
