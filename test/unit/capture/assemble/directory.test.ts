import { expect, test } from 'vitest';
import type { CompanyEvidence } from '../../../../lib/capture/subjects.ts';
import { settlePhones } from '../../../../lib/capture/subjects-belonging.ts';

const phone = (e164: string) => ({
  value: { text: e164, e164, kind: 'work' as const },
  confidence: 0.9,
  detector: 'text-phone',
  snippet: e164,
});
const firm = (numbers: string[]): CompanyEvidence => ({
  kind: 'company',
  fields: { phones: numbers.map(phone) },
  role: 'own',
  confidence: 0.9,
});
const numbersOf = (company: CompanyEvidence) => (company.fields.phones ?? []).map(({ value }) => value.e164);

test('the bare stem of extensions is no number of the firm', () => {
  const company = firm(['+493090182010', '+4930901820', '+493090182099', '+493055512']);
  settlePhones(company, []);
  expect(numbersOf(company)).toEqual(['+493090182010', '+493090182099', '+493055512']);
});

test('the numbers of a directory of thousands are settled at once', () => {
  const company = firm(Array.from({ length: 20_000 }, (_, i) => `+4930${100_000 + i}`));
  const before = process.cpuUsage();
  settlePhones(company, []);
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(2);
  expect(numbersOf(company)).toHaveLength(20_000);
});
