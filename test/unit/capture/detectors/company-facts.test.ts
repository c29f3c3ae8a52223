import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCompanyFacts } from '../../../../lib/capture/detectors/company-facts.ts';
import { isCreditCode } from '../../../../lib/capture/detectors/company-ids.ts';

const facts = (...lines: string[]) => findCompanyFacts(lines).map(({ field, value }) => `${field}: ${value}`);

describe('facts of companies', () => {
  test('a German imprint in prose and pairs', () => {
    expect(
      facts(
        'Musterfeld Werkzeuge GmbH & Co. KG',
        'Registergericht: Amtsgericht Musterstadt, HRA 12345',
        'USt-IdNr.: DE 123 456 789',
        'diese vertreten durch die Geschäftsführer: Jana Rehm, Dr. Ole Brandt (Vorsitzender)',
      ),
    ).toEqual([
      'registerCourt: Amtsgericht Musterstadt',
      'registerNumber: HRA 12345',
      'vatId: DE123456789',
      'representatives: Jana Rehm',
      'representatives: Ole Brandt',
    ]);
  });

  test('Austria and Switzerland', () => {
    expect(facts('Firmenbuchnummer FN 123456 a', 'Firmenbuchgericht: Landesgericht Linz', 'UID: ATU12345678')).toEqual([
      'registerNumber: FN 123456 a',
      'registerCourt: Landesgericht Linz',
      'vatId: ATU12345678',
    ]);
    expect(facts('MWST-Nr. CHE-123.456.789 MWST', 'UID: CHE-123.456.789')).toEqual([
      'vatId: CHE-123.456.789 MWST',
      'registerNumber: CHE-123.456.789',
    ]);
  });

  test('label and value on two lines, people one a line', () => {
    expect(facts('Vertretungsberechtigter Vorstand gemäß § 26 BGB', 'Jana Rehm', 'Ole Brandt', 'Kontakt')).toEqual([
      'representatives: Jana Rehm',
      'representatives: Ole Brandt',
    ]);
    expect(facts('注册资本', '500万元人民币', '成立日期', '2011年04月22日', '员工人数', '36人')).toEqual([
      'registeredCapital: 500万元人民币',
      'founded: 2011-04-22',
      'employees: 36人',
    ]);
  });

  test('several Chinese pairs on one line', () => {
    expect(facts('法定代表人：王小明 注册资本：1000万人民币 经营范围：包装机械的制造、销售')).toEqual([
      'representatives: 王小明',
      'registeredCapital: 1000万人民币',
      'scope: 包装机械的制造、销售',
    ]);
  });

  test('a credit code needs its check character or its label', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isCreditCode('91350100M000100Y44')).toBe(false);
    expect(facts('订单 91350100M000100Y44')).toEqual([]);
    expect(facts('统一社会信用代码：91350100M000100Y44')).toEqual(['creditCode: 91350100M000100Y44']);
  });

  test('courts that ruled, tax numbers and insurance are no register', () => {
    expect(
      facts('Mit Urteil vom 12. Mai 1998 hat das Landgericht Hamburg entschieden, dass man Links zu verantworten hat.'),
    ).toEqual([]);
    expect(facts('Steuernummer: 36/204/61187')).toEqual([]);
  });

  test('never throws, never hangs', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 300 }), { maxLength: 20 }), (lines) => {
        findCompanyFacts(lines);
      }),
      { numRuns: 25 },
    );
    const long = `Geschäftsführer: ${'A '.repeat(20_000)}`;
    findCompanyFacts([long, '：'.repeat(50_000), 'HRB '.repeat(10_000)]);
  });
});
