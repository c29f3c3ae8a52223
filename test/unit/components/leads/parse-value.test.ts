import { describe, expect, it } from 'vitest';
import { parseAddress, parsePhone, parseText, safeUrl } from '../../../../components/leads/parse-value.ts';

describe('safeUrl', () => {
  it.each([
    ['https://firm.example/team', 'https://firm.example/team'],
    ['firm.example', 'https://firm.example/'],
    ['javascript:alert(1)', undefined],
    ['JavaScript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['file:///etc/passwd', undefined],
    ['no address', undefined],
    ['', undefined],
  ])('%j opens %j', (text, expected) => {
    expect(safeUrl(text)).toBe(expected);
  });
});

describe('parseText', () => {
  it.each([
    ['name', '  Anna Berg ', { ok: true, value: 'Anna Berg' }],
    ['name', ' ', { ok: false, wrong: 'empty' }],
    ['jobTitle', '', { ok: true, value: '' }],
    ['emails', 'Anna@Firm.example', { ok: true, value: 'anna@firm.example' }],
    ['emails', 'anna at firm', { ok: false, wrong: 'email' }],
    ['emails', '', { ok: true, value: '' }],
    ['website', 'firm.example', { ok: true, value: 'https://firm.example/' }],
    ['links', 'javascript:alert(1)', { ok: false, wrong: 'url' }],
  ] as const)('%s %j', (field, typed, expected) => {
    expect(parseText(field, typed)).toEqual(expected);
  });
});

describe('parsePhone', () => {
  it.each([
    ['+46 31 555 01 20', undefined, { text: '+46 31 555 01 20', kind: 'work', e164: '+46315550120' }],
    ['031-555 01 20', 'SE', { text: '031-555 01 20', kind: 'work', e164: '+46315550120' }],
    ['+46 31 555 01 20 ext. 7', undefined, { text: '+46 31 555 01 20', kind: 'work', e164: '+46315550120', ext: '7' }],
    [
      '+86 10 6552 9988 转 803',
      undefined,
      { text: '+86 10 6552 9988', kind: 'work', e164: '+861065529988', ext: '803' },
    ],
    ['0046 31 555 01 20', undefined, { text: '0046 31 555 01 20', kind: 'work', e164: '+46315550120' }],
    ['555 01 20', undefined, { text: '555 01 20', kind: 'work' }],
    ['', undefined, undefined],
  ])('%j in %s', (typed, country, value) => {
    expect(parsePhone(typed, 'work', country)).toEqual({ ok: true, value });
  });
  it('wants digits', () => {
    expect(parsePhone('call me', 'work')).toEqual({ ok: false, wrong: 'phone' });
  });
});

describe('parseAddress', () => {
  const empty = { street: '', postalCode: '', city: '', region: '', country: '' };
  it('makes one line of the parts', () => {
    expect(
      parseAddress({ ...empty, street: 'Kajen 4', postalCode: '411 04', city: 'Göteborg', country: 'SE' }),
    ).toEqual({
      street: 'Kajen 4',
      postalCode: '411 04',
      city: 'Göteborg',
      country: 'SE',
      text: 'Kajen 4, 411 04 Göteborg, SE',
    });
  });
  it('is nothing when all parts are empty', () => {
    expect(parseAddress({ ...empty, city: ' ' })).toBeUndefined();
  });
});
