import fc from 'fast-check';
import { parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { describe, expect, test } from 'vitest';
import { companyKey } from '../../../../lib/domain/normalize/company.ts';
import { countryToIso } from '../../../../lib/domain/normalize/country.ts';
import { domainOf, hasKnownSuffix, isFreeMailDomain } from '../../../../lib/domain/normalize/domain.ts';
import { emailKind, normalizeEmail } from '../../../../lib/domain/normalize/email.ts';
import { fold } from '../../../../lib/domain/normalize/fold.ts';
import { nameKey, parseName } from '../../../../lib/domain/normalize/name.ts';
import { formatPhone, toE164 } from '../../../../lib/domain/normalize/phone.ts';
import { departmentOf, seniorityOf } from '../../../../lib/domain/normalize/title.ts';

describe('parseName', () => {
  test.each([
    ['Jane Roe', 'Jane', 'Roe'],
    ['Roe, Jane A.', 'Jane', 'Roe'],
    ['Dr. Jane Ann Roe, PhD', 'Jane', 'Roe'],
    ['ROE JANE', 'JANE', 'ROE'],
    ['Ludwig van der Berg', 'Ludwig', 'van der Berg'],
    ['Juan García y Vega', 'Juan', 'García y Vega'],
    ['John Q. Sample Jr.', 'John', 'Sample'],
    ['Bill & Mary Roe', 'Bill & Mary', 'Roe'],
    ['欧阳振明', '振明', '欧阳'],
    ['山田 太郎', '太郎', '山田'],
  ])('%s', (text, given, family) => {
    expect(parseName(text)).toMatchObject({ given, family, isCompany: false });
  });

  test('partial names and companies', () => {
    expect(parseName('王先生')).toMatchObject({ family: '王', honorific: '先生', partial: true });
    expect(parseName('Mr Smith')).toMatchObject({ family: 'Smith', honorific: 'Mr', partial: true });
    expect(parseName('Acme Widgets, Inc.').isCompany).toBe(true);
    expect(parseName('Lindner & Vogel').isCompany).toBe(true);
    expect(parseName('')).toMatchObject({ given: '', family: '' });
  });

  test('keys do not mind order, case and titles', () => {
    expect(nameKey('Dr. Jane Roe')).toBe(nameKey('ROE, Jane'));
    expect(nameKey('Müller, Jörg')).toBe(nameKey('Jörg Müller'));
    expect(nameKey('欧阳 振明')).toBe(nameKey('欧阳振明'));
  });
});

describe('e-mails', () => {
  test.each([
    ['mailto:Jane.Roe@Firm.example?subject=x', 'jane.roe@firm.example'],
    ['<jane@firm.example>.', 'jane@firm.example'],
    ['jane%2Eroe@firm.example', 'jane.roe@firm.example'],
  ])('%s', (text, expected) => {
    expect(normalizeEmail(text)).toBe(expected);
  });
  test.each([
    ['info@firm.example', 'role'],
    ['sales-de@firm.example', 'role'],
    ['jane.roe@firm.example', 'personal'],
    ['jane.roe@gmail.com', 'free'],
    ['x@mailinator.com', 'disposable'],
  ])('%s is %s', (address, kind) => {
    expect(emailKind(address)).toBe(kind);
  });
});

describe('companies, domains, countries, phones', () => {
  test.each([
    ['Acme Widgets, Inc.', 'ACME WIDGETS'],
    ['Lindner Bau GmbH & Co. KG', 'Lindner Bau'],
    ['杭州示例科技有限公司', '杭州示例科技'],
  ])('%s is %s', (a, b) => {
    expect(companyKey(a)).toBe(companyKey(b));
  });
  test('domains', () => {
    expect(domainOf('https://shop.firm.co.uk/a?b')).toBe('firm.co.uk');
    expect(domainOf('jane@mail.firm.com.cn')).toBe('firm.com.cn');
    expect(isFreeMailDomain('163.com')).toBe(true);
    expect(hasKnownSuffix('2x.png')).toBe(false);
  });
  test.each([
    ['Deutschland', 'DE'],
    ['Germany', 'DE'],
    ['中国', 'CN'],
    ['USA', 'US'],
    ['U.S.A.', 'US'],
    ['UK', 'GB'],
    ['España', 'ES'],
    ['台灣', 'TW'],
    ['日本', 'JP'],
    ['CH', 'CH'],
    ['Atlantis', undefined],
  ])('%s is %s', (name, iso) => {
    expect(countryToIso(name)).toBe(iso);
  });
  test('phones', () => {
    expect(toE164('06221 4512-0', 'DE')).toBe('+49622145120');
    expect(toE164('hello', 'DE')).toBeUndefined();
    expect(formatPhone('+49622145120')).toBe('+49 6221 45120');
    expect(formatPhone('nothing')).toBe('nothing');
  });
  test('phones are written as parsing them whole would have them', () => {
    const codes = [
      '1',
      '7',
      '33',
      '34',
      '36',
      '39',
      '44',
      '49',
      '52',
      '54',
      '55',
      '61',
      '81',
      '86',
      '247',
      '353',
      '358',
      '420',
      '800',
      '999',
    ];
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 15 });
    fc.assert(
      fc.property(fc.constantFrom(...codes), digits, (code, rest) => {
        const number = `+${code}${rest}`;
        expect(formatPhone(number)).toBe(parsePhoneNumberFromString(number)?.formatInternational() ?? number);
      }),
      { numRuns: 1500 },
    );
  });
});

describe('job titles', () => {
  test.each([
    ['CEO', 'Management', 'Other'],
    ['Geschäftsführer', 'Management', 'Other'],
    ['总经理', 'Management', 'Other'],
    ['采购经理', 'Lead', 'Purchasing'],
    ['外贸业务员', 'Professional', 'Sales'],
    ['Head of Human Resources', 'Lead', 'Human Resources'],
    ['Leiter Einkauf', 'Lead', 'Purchasing'],
    ['Senior Software Engineer', 'Senior', 'Information Technology'],
    ['Praktikant Marketing', 'Junior', 'Marketing'],
    ['Marketing Director', 'Director', 'Marketing'],
    ['Vertriebsmitarbeiter', 'Professional', 'Sales'],
  ])('%s', (title, seniority, department) => {
    expect([seniorityOf(title), departmentOf(title)]).toEqual([seniority, department]);
  });
});

describe('normalising twice is normalising once', () => {
  const anyText = fc.string({ unit: 'grapheme', maxLength: 40 });
  test('fold', () => fc.assert(fc.property(anyText, (t) => fold(fold(t)) === fold(t))));
  test('normalizeEmail', () =>
    fc.assert(fc.property(fc.emailAddress(), (t) => normalizeEmail(normalizeEmail(t)) === normalizeEmail(t))));
  test('companyKey', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Acme', 'Bau', 'GmbH', 'Inc.', '&', 'Co.', 'KG', 'The', '科技', '有限公司'), {
          maxLength: 6,
        }),
        (w) => companyKey(companyKey(w.join(' '))) === companyKey(w.join(' ')),
      ),
    ));
  test('nameKey', () =>
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('Jane', 'Roe', 'Dr.', 'von', 'Müller', 'Jr.'), { maxLength: 5 }),
        (w) => nameKey(nameKey(w.join(' '))) === nameKey(w.join(' ')),
      ),
    ));
  test('parseName never throws', () => fc.assert(fc.property(anyText, (t) => typeof parseName(t).given === 'string')));
});
