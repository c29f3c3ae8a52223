import { describe, expect, it } from 'vitest';
import { decode, readInput } from '../../capture/inputs.ts';

const bytes = (...values: (number | string)[]) =>
  Buffer.concat(values.map((value) => (typeof value === 'string' ? Buffer.from(value) : Buffer.of(value))));

describe('files of the command line', () => {
  it.each([
    ['UTF-8', Buffer.from('Jürgen 王小明'), 'Jürgen 王小明'],
    ['UTF-8 with a mark', Buffer.from('\ufeffJürgen'), 'Jürgen'],
    ['UTF-16 with a mark', Buffer.from('\ufeffJürgen', 'utf16le'), 'Jürgen'],
    [
      'Windows-1252',
      bytes('J', 0xfc, 'rgen M', 0xfc, 'ller, Gesch', 0xe4, 'ftsf', 0xfc, 'hrer'),
      'Jürgen Müller, Geschäftsführer',
    ],
    [
      'GBK that does not say so',
      bytes(0xcd, 0xf5, 0xd0, 0xa1, 0xc3, 0xf7, ' 13812345678 ', 0xcf, 0xfa, 0xca, 0xdb),
      '王小明 13812345678 销售',
    ],
    ['what it says', bytes('<meta charset="gbk">', 0xcd, 0xf5), '<meta charset="gbk">王'],
    ['nothing', Buffer.alloc(0), ''],
  ])('are read in %s', (_name, body, text) => {
    expect(decode(body)).toBe(text);
  });

  it('say in plain words what is wrong with them', () => {
    expect(() => readInput('no-such-file.html', undefined)).toThrow('there is no file "no-such-file.html"');
    expect(() => readInput('test', undefined)).toThrow('"test" is a folder');
    expect(() => readInput('package.json', undefined)).toThrow('is no .html, .txt, .eml, .msg, .mbox or .vcf file');
  });
});
