import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPhones } from '../../../../lib/capture/detectors/phone.ts';
import { findExtensions, withExtension } from '../../../../lib/capture/detectors/phone-extension.ts';

const read = (line: string, country: string, labelBefore?: string) =>
  findPhones(line, { country, labelBefore }).map(({ value: v }) =>
    [v.e164 ?? v.text, v.kind, ...(v.ext ? [v.ext] : [])].join(' '),
  );

describe('findPhones', () => {
  test.each([
    ['Tel. 06221 / 45 12-0', 'DE', ['+49622145120 work']],
    ['T +49 (0)6221 4512-88', 'DE', ['+496221451288 work']],
    ['Telefon 0 30 - 231 25 - 900, Fax 0 30 - 231 25 - 901', 'DE', ['+493023125900 work', '+493023125901 fax']],
    ['Tel. 069 / 90003 - 0 / - 17', 'DE', ['+4969900030 work', '+49699000317 work']],
    ['Tel. 030 23125-910, Fax -911', 'DE', ['+493023125910 work', '+493023125911 fax']],
    ['Handy 0171 / 39 200 99', 'DE', ['+491713920099 mobile']],
    ['052 555 01 90 oder 079 555 01 91', 'CH', ['+41525550190 work', '+41795550191 mobile']],
    ['Call (650) 253-0000 ext. 12 or 1-800-356-9377', 'US', ['+16502530000 work 12', '+18003569377 tollFree']],
    ['650.253.0000', 'US', ['+16502530000 work']],
    ['1-800-FLOWERS', 'US', ['+18003569377 tollFree']],
    ['0571-8888 8810转802', 'CN', ['+8657188888810 work 802']],
    ['手机：138 1234 5670（同微信）', 'CN', ['+8613812345670 mobile']],
    ['传真：(0571)88888811', 'CN', ['+8657188888811 fax']],
    ['电话 0571-88888826/27', 'CN', ['+8657188888826 work', '+8657188888827 work']],
    ['400-812-6000', 'CN', ['+864008126000 work']],
    ['020 7946 0123', 'GB', ['+442079460123 work']],
  ])('%s (%s)', (line, country, expected) => {
    expect(read(line, country)).toEqual(expected);
  });

  test('the label may stand before the line', () => {
    expect(read('+49 6221 4512-99', 'DE', 'Telefax')).toEqual(['+4962214512' + '99 fax']);
  });

  test.each([
    ['14.11.2015 – 16.11.2015', 'DE'],
    ['IBAN DE02 1203 0000 0000 2020 51', 'DE'],
    ['Steuernummer: 36/204/61180', 'DE'],
    ['HRB 104460', 'DE'],
    ['USt-IdNr. DE 773 997 440', 'DE'],
    ['geöffnet 08.00-17.00', 'DE'],
    ['€ 1.249.000,–', 'DE'],
    ['ISBN 978-3-16-148410-0', 'DE'],
    ['手机 138****1234', 'CN'],
    ['京ICP备16048820号-3', 'CN'],
    ['统一社会信用代码 91350100M000100Y43', 'CN'],
    ['2019-2024', 'US'],
    ['$1,380,000', 'US'],
    ['48.137154, 11.576124', 'US'],
    ['Invoice no. 6502530000', 'US'],
  ])('%s is no phone', (line, country) => {
    expect(read(line, country)).toEqual([]);
  });

  test('places point at the words, in order and apart', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom('Tel. ', '0', '69', ' 900', '09', '-', '/', ' ', '+49', '(0)', ', ', 'x', '*', '12.03.2016'),
          { maxLength: 30 },
        ),
        (parts) => {
          const line = parts.join('');
          let last = 0;
          for (const { start, end } of findPhones(line, { country: 'DE' })) {
            expect(start).toBeGreaterThanOrEqual(last);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(line.length);
            last = end;
          }
        },
      ),
    );
  });

  test('a hostile line costs little', () => {
    const start = process.cpuUsage().user;
    for (const line of ['0-'.repeat(1900), '1 '.repeat(1900), '('.repeat(3900), '+49'.repeat(1200), '12.'.repeat(1300)])
      findPhones(line, { country: 'DE' });
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(2000);
  });
});

describe('extensions', () => {
  test('are read alone and joined to their stem', () => {
    expect(findExtensions('DW 12').map((f) => f.value)).toEqual(['12']);
    expect(findExtensions('- 314').map((f) => f.value)).toEqual(['314']);
    expect(findExtensions('14 - 16 Uhr')).toEqual([]);
    expect(withExtension('089 / 999 98 - 0', '40', 'DE')?.e164).toBe('+49899999840');
    expect(withExtension('0571-88888800', '802', 'CN')).toMatchObject({ e164: '+8657188888800', ext: '802' });
  });
});
