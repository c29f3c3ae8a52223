import type { CompanyField } from '../../domain/schema/field.ts';

export type CompanyFact = {
  field: CompanyField;
  value: string;
  /** Index of the line that holds the value, and where in it the value begins. */
  line: number;
  at: number;
};

/** Facts about companies in imprints, register and supplier pages. In: lines in reading order. Out: facts in order, values as written. */
export function findCompanyFacts(lines: string[]): CompanyFact[] {
  const facts: CompanyFact[] = [];
  lines.forEach((text, line) => {
    for (const m of text.matchAll(/\b(?:HRB|HRA|GnR|VR)\s?\d{2,7}(?:\s[A-Z]\b)?/g))
      facts.push({ field: 'registerNumber', value: m[0], line, at: m.index });
    for (const m of text.matchAll(/\b(?:DE\s?\d{9}|ATU\s?\d{8})\b/g))
      facts.push({ field: 'vatId', value: m[0].replace(/\s/g, ''), line, at: m.index });
  });
  return facts;
}
