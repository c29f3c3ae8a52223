import { describe, expect, test } from 'vitest';
import {
  fold,
  foldCompany,
  foldEmail,
  foldLink,
  foldPerson,
  foldPhone,
  foldPhones,
  hostOf,
  isProfile,
} from '../../../eval/score/plain.ts';

describe('what two writings of a thing share', () => {
  test.each([
    ['Zoë  Müller-Lüdenscheidt', 'zoe muller ludenscheidt'],
    ['王小明（采购部）', '王小明 采购部'],
    [undefined, ''],
    ['…', ''],
  ])('text %s', (text, bare) => expect(fold(text)).toBe(bare));

  test.each([
    ['The Alder Conveyors Co., Ltd.', 'alder conveyors'],
    ['Incline GmbH', 'incline'],
    ['GmbH', ''],
    ['浩蓝co包装', '浩蓝 包装'],
  ])('firm %s', (name, bare) => expect(foldCompany(name)).toBe(bare));

  test.each([
    ['Frau Dr. Annika Petersen', 'annika petersen'],
    ['Dipl.-Ing. Lars Hinrichsen MBA', 'lars hinrichsen'],
    ['Ingo Mahler', 'ingo mahler'],
  ])('person %s', (name, bare) => expect(foldPerson(name)).toBe(bare));

  test.each([
    ['+49 (0)40 6696-9101', '066969101'],
    ['1-800-555-0123', '005550123'],
    ['(212) 555-0123 ext. 45', '125550123'],
    ['2125550123 x9', '125550123'],
    [undefined, ''],
  ])('number %s', (number, digits) => expect(foldPhone(number)).toBe(digits));

  test('numbers are read of text and of objects, short ones are none', () => {
    expect(foldPhones(['110', { e164: '+442079460000', text: '020 …' }, { text: '030 901820' }])).toEqual([
      '079460000',
      '030901820',
    ]);
  });

  test('addresses', () => {
    expect(foldEmail(' MAILTO:A@B.example ')).toBe('a@b.example');
    expect(hostOf('https://www.Alder.example/team?x#y')).toBe('alder.example');
    expect(foldLink('HTTP://www.alder.example/Team/#')).toBe('alder.example/team');
  });

  test.each([
    ['https://de.linkedin.com/in/somebody', true],
    ['http://x.com/firm', true],
    ['https://www.yelp.de/biz/firm', true],
    ['https://api.whatsapp.com/send', true],
    ['https://nextdoor.com/firm', true],
    ['https://nextdoor.co/firm', false],
    ['https://flex.com/', false],
    ['', false],
  ])('profile %s', (address, answer) => expect(isProfile(address)).toBe(answer));
});
