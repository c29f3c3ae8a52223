import { describe, expect, test } from 'vitest';
import { findCompanyFacts } from '../../../../lib/capture/detectors/company-facts.ts';
import { isCreditCode } from '../../../../lib/capture/detectors/company-ids.ts';
import { companyScore, findCompanyNames } from '../../../../lib/capture/detectors/company-name.ts';

const facts = (...lines: string[]) => findCompanyFacts(lines).map((f) => `${f.field}: ${f.value}`);

describe('findCompanyFacts', () => {
  test('a German imprint', () => {
    expect(
      facts(
        'Geschäftsführer: Dipl.-Ing. Jonas Lindner, Marta Vogel',
        'Amtsgericht Musterstadt, HRB 104460',
        'USt-IdNr.: DE 773 997 440',
      ),
    ).toEqual([
      'representatives: Jonas Lindner',
      'representatives: Marta Vogel',
      'registerCourt: Amtsgericht Musterstadt',
      'registerNumber: HRB 104460',
      'vatId: DE773997440',
    ]);
  });

  test('representatives on lines of their own', () => {
    expect(
      facts('vertreten durch die Geschäftsführer:', 'Jonas Lindner', 'Dr. Marta Vogel-Ohm', 'Bankverbindung'),
    ).toEqual(['representatives: Jonas Lindner', 'representatives: Marta Vogel-Ohm']);
  });

  test('Austria and Switzerland', () => {
    expect(facts('FN 123456k', 'Landesgericht Salzburg', 'UID ATU97841280')).toEqual([
      'registerNumber: FN 123456 k',
      'registerCourt: Landesgericht Salzburg',
      'vatId: ATU97841280',
    ]);
    expect(facts('CHE-978.444.800', 'MWST-Nr.: CHE-978.444.800 MWST')).toEqual([
      'registerNumber: CHE-978.444.800',
      'vatId: CHE-978.444.800 MWST',
    ]);
  });

  test('a Chinese register, label and value on lines of their own', () => {
    expect(
      facts(
        '法定代表人',
        '楼旭明',
        '注册资本',
        '300 (万元)',
        '成立日期',
        '2014年11月13日',
        '员工人数',
        '20 至 40 人',
        '统一社会信用代码',
        '91350100M000100Y43',
        '所属行业：金属制品业',
      ),
    ).toEqual([
      'representatives: 楼旭明',
      'registeredCapital: 300 (万元)',
      'founded: 2014-11-13',
      'employees: 20 至 40 人',
      'creditCode: 91350100M000100Y43',
      'industry: 金属制品业',
    ]);
  });

  test('a table head is no value', () => {
    expect(facts('企业名称', '法定代表人', '注册资本', '持股比例')).toEqual([]);
  });

  test('prose', () => {
    expect(facts('某某科技有限公司成立于2016年，注册资本2000万元，现有员工86人。')).toEqual([
      'founded: 2016',
      'registeredCapital: 2000万元',
      'employees: 86人',
    ]);
    expect(facts('Example Ltd was established in 2011. With 88 skilled workers we make bags.')).toEqual([
      'founded: 2011',
      'employees: 88',
    ]);
  });

  test('the credit code checks itself', () => {
    expect(isCreditCode('91350100M000100Y43')).toBe(true);
    expect(isCreditCode('91350100M000100Y44')).toBe(false);
  });
});

describe('companyScore', () => {
  test.each([
    ['Lindner & Vogel Maschinenbau GmbH & Co. KG', 'GmbH & Co. KG'],
    ['Acme Widgets, Inc.', 'Inc.'],
    ['Bürgerstrom Talheim eG', 'eG'],
    ['Novák & synové s.r.o.', 's.r.o.'],
    ['杭州示例科技股份有限公司', '股份有限公司'],
    ['株式会社サンプル工業', undefined],
  ])('%s', (name, form) => {
    const scored = companyScore(name);
    if (form) expect(scored).toMatchObject({ legalForm: form, name });
    if (form) expect(scored.score).toBeGreaterThan(0.8);
  });

  test.each(['Contact us', 'Home', 'Our Services', 'Welcome to our website', '联系我们'])('%s is none', (text) => {
    expect(companyScore(text).score).toBeLessThan(0.4);
  });

  test('names in prose', () => {
    const names = (text: string) => findCompanyNames(text).map((f) => f.value.name);
    expect(names('Die Papierwerk Talheim GmbH baut mit der Gebr. Lindner Maschinenfabrik GmbH & Co. KG.')).toEqual([
      'Papierwerk Talheim GmbH',
      'Gebr. Lindner Maschinenfabrik GmbH & Co. KG',
    ]);
    expect(names('他任职于深圳市示例光储科技有限公司。')).toEqual(['深圳市示例光储科技有限公司']);
  });
});
