import { describe, expect, it } from 'vitest';
import { guessSource } from '../../../lib/work/source-guess.ts';

const own = [{ name: 'HM 2026', group: 'tradeFair' as const, hosts: ['hm.example'] }];

describe('guessSource', () => {
  it.each([
    ['https://www.wlw.de/de/firma/1', false, { group: 'directory', name: '' }],
    ['https://b2b.baidu.com/x', false, { group: 'directory', name: '' }],
    ['https://exhibitors.hm.example/hall-3', false, { group: 'tradeFair', name: 'HM 2026' }],
    ['https://fair.example/en/exhibitors/a-z', false, { group: 'tradeFair', name: '' }],
    ['https://mail.example/u/0', true, { group: 'inbound', name: '' }],
    ['https://glasbau.example/team', false, undefined],
    ['https://notwlw.de.example/', false, undefined],
    ['pasted text', false, undefined],
  ] as const)('%s', (url, isMail, source) => expect(guessSource(url, own, isMail)).toEqual(source));
});
