import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findTitles, titleScore } from '../../../../lib/capture/detectors/job-title.ts';
import { findNamesInProse, nameScore } from '../../../../lib/capture/detectors/person-name.ts';

describe('nameScore', () => {
  test.each([
    ['Jane Roe', 'Jane Roe'],
    ['Dr. Volkmar Lindner', 'Volkmar Lindner'],
    ['Dipl.-Ing. Jonas Vogel-Ohm', 'Jonas Vogel-Ohm'],
    ['Roe, Jane', 'Jane Roe'],
    ['JANE ROE, MBA', 'JANE ROE'],
    ['Onno de Boer', 'Onno de Boer'],
    ['Jean-Pierre Dubois', 'Jean-Pierre Dubois'],
    ['Mehmet Yılmaz', 'Mehmet Yılmaz'],
    ['欧阳振明', '欧阳振明'],
    ['陳冠宇', '陳冠宇'],
    ['林晓明 Cindy', '林晓明'],
    ['山田 太郎', '山田 太郎'],
    ['김민수', '김민수'],
  ])('%s', (text, name) => {
    const scored = nameScore(text);
    expect(scored.name).toBe(name);
    expect(scored.score).toBeGreaterThanOrEqual(0.6);
  });

  test.each(['王先生', '陈经理', '老徐', 'Mr. Roe'])('%s is partial', (text) => {
    expect(nameScore(text).partial).toBe(true);
  });

  test.each([
    'Contact Us',
    'Our Team',
    'New York',
    'San Francisco',
    'Project Manager',
    'Über uns',
    'Vermietung Wien',
    'Privacy Policy',
    'Monday Friday',
    'Ball Valves',
    'Acme Inc.',
    '联系我们',
    '方便',
    '钱某某',
    '产品中心',
    '注册资本',
    'Leiter Vertrieb',
    '2. Vorsitzende',
    'info@firm.example',
    'Green River Schools',
  ])('%s is none', (text) => {
    expect(nameScore(text).score).toBeLessThan(0.4);
  });

  test('names in prose', () => {
    expect(
      findNamesInProse('Please contact Jane Miller, head of sales, or Dr. Peter Vogel.').map((f) => f.value),
    ).toEqual(['Jane Miller', 'Peter Vogel']);
    expect(findNamesInProse('总经理金吉明表示').map((f) => f.value)).toEqual(['金吉明']);
  });

  test('nothing throws', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 60 }),
        (text) => nameScore(text).score <= 1 && titleScore(text) <= 1,
      ),
    );
  });

  test('a hostile text costs little', () => {
    const start = process.cpuUsage().user;
    for (const text of ['Aa '.repeat(6000), 'Aa-'.repeat(6000), '王'.repeat(19000), 'Dr. '.repeat(4000)])
      findNamesInProse(text);
    for (const text of ['(“'.repeat(44), '. '.repeat(44), 'A.'.repeat(44)]) nameScore(text);
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(4000);
  });
});

describe('titleScore', () => {
  test.each([
    'Head of Sales DACH',
    'Geschäftsführerin',
    'Vorstand Finanzen',
    'Leiterin Vertrieb und Marketing',
    'Directeur commercial',
    '外贸经理',
    '创始人、CEO',
    '产品经理（出口线）',
    'Director, Quality & Safety',
    'Amministratore delegato',
  ])('%s', (text) => {
    expect(titleScore(text)).toBeGreaterThanOrEqual(0.6);
  });
  test.each(['Contact', 'Jane Roe', 'Our managers will help you', 'Privacy Policy', '12557 Berlin', '联系我们'])(
    '%s is none',
    (text) => {
      expect(titleScore(text)).toBeLessThan(0.4);
    },
  );
  test('titles inside a line', () => {
    expect(findTitles('Jane Roe – Head of Sales, EMEA').map((f) => f.value)).toEqual(['Head of Sales']);
    expect(findTitles('Jonas Vogel (Prokurist)').map((f) => f.value)).toEqual(['Prokurist']);
  });
});
