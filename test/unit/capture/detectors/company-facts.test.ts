import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findCompanyFacts } from '../../../../lib/capture/detectors/company-facts.ts';
import { isCreditCode } from '../../../../lib/capture/detectors/company-ids.ts';
import { tries } from '../../runs.ts';

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

  test.each<[string, string[], string[]]>([
    [
      'France',
      [
        'Fonderie Lavigne SAS, société par actions simplifiée au capital de 250 000 €',
        'RCS Lyon 412 345 678',
        'N° TVA intracommunautaire : FR32412345678',
        'Directrice de la publication : Mme Claire Fontaine, Présidente',
      ],
      [
        'registeredCapital: 250 000 €',
        'registerNumber: 412 345 678',
        'vatId: FR32412345678',
        'representatives: Claire Fontaine',
      ],
    ],
    [
      'Italy',
      [
        'P.IVA e C.F. 02345678901 - REA MO-298765 - Cap. Soc. € 100.000 i.v.',
        'Amministratore unico: Dott.ssa Giulia Neri',
      ],
      [
        'vatId: 02345678901',
        'registerNumber: REA MO-298765',
        'registeredCapital: € 100.000',
        'representatives: Giulia Neri',
      ],
    ],
    ['Spain', ['TALLERES IBARRA, S.L., con NIF B-48123456'], ['vatId: B48123456']],
    ['the Netherlands', ['KvK 12345678 | BTW NL123456789B01'], ['registerNumber: 12345678', 'vatId: NL123456789B01']],
    [
      'Britain',
      ['Registered in England and Wales No. 01234567. VAT GB 123 4567 89.'],
      ['registerNumber: 01234567', 'vatId: GB123456789'],
    ],
    [
      'Poland',
      ['NIP: 525-234-56-78, KRS 0000123456, REGON 123456789'],
      ['vatId: 5252345678', 'registerNumber: KRS 0000123456'],
    ],
    ['Czechia', ['IČO: 27082440, DIČ: CZ27082440'], ['registerNumber: 27082440', 'vatId: CZ27082440']],
    ['Sweden', ['Org.nr: 556677-8899'], ['registerNumber: 556677-8899']],
    ['Denmark', ['CVR-nr. 12345678'], ['registerNumber: 12345678']],
    ['Finland', ['Y-tunnus: 1234567-8'], ['registerNumber: 1234567-8']],
    [
      'India',
      ['GSTIN: 27AAPFU0939F1ZV', 'CIN: U72200MH2010PTC123456'],
      ['vatId: 27AAPFU0939F1ZV', 'registerNumber: U72200MH2010PTC123456'],
    ],
    ['Brazil', ['CNPJ: 12.345.678/0001-95'], ['registerNumber: 12.345.678/0001-95']],
    [
      'Japan',
      [
        '代表者',
        '代表取締役社長　高橋 健一',
        '設立',
        '1968年4月1日',
        '資本金',
        '9,800万円',
        '従業員数',
        '312名（2025年3月現在）',
        '事業内容',
        '精密機械部品の製造',
        '法人番号：1234567890123',
      ],
      [
        'representatives: 高橋 健一',
        'founded: 1968-04-01',
        'registeredCapital: 9,800万円',
        'employees: 312名（2025年3月現在）',
        'scope: 精密機械部品の製造',
        'registerNumber: 1234567890123',
      ],
    ],
    [
      'Korea',
      ['(주)한빛테크 | 대표이사: 이서연 | 사업자등록번호 123-45-67890'],
      ['representatives: 이서연', 'registerNumber: 123-45-67890'],
    ],
  ])('%s', (_country, lines, expected) => {
    expect(facts(...lines)).toEqual(expected);
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
      { numRuns: tries(25) },
    );
    const long = `Geschäftsführer: ${'A '.repeat(20_000)}`;
    findCompanyFacts([long, '：'.repeat(50_000), 'HRB '.repeat(10_000)]);
  });
});
