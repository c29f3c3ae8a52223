import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareNames, type NameMatch } from '../../../lib/domain/name-match.ts';

const cases: [string | undefined, string | undefined, NameMatch][] = [
  ['Erika Lindner', 'Erika Lindner', 'same'],
  ['Erika Lindner', 'Lindner, Erika', 'same'],
  ['Erika Lindner', 'ERIKA LINDNER', 'same'],
  ['Dr. Erika Lindner', 'Erika Lindner', 'same'],
  ['Jörg Müller', 'Joerg Mueller', 'same'],
  ['José García', 'Jose Garcia', 'same'],
  ['E. Lindner', 'Erika Lindner', 'compatible'],
  ['Erika M. Lindner', 'Erika Maria Lindner', 'compatible'],
  ['Erika Maria Lindner', 'Erika Lindner', 'compatible'],
  ['Lindner', 'Erika Lindner', 'compatible'],
  ['J. Lindner', 'Erika Lindner', 'different'],
  ['Jonas Lindner', 'Erika Lindner', 'different'],
  ['Erika Falk', 'Erika Lindner', 'different'],
  ['E. L.', 'Erika Lindner', 'different'],
  ['王小明', '王小明', 'same'],
  ['王 小明', '王小明', 'same'],
  ['王先生', '王小明', 'compatible'],
  ['王总', '王小明', 'compatible'],
  ['王先生', '王先生', 'compatible'],
  ['李先生', '王小明', 'different'],
  ['王小红', '王小明', 'different'],
  ['欧阳先生', '欧阳小明', 'compatible'],
  ['王小明', 'Xiaoming Wang', 'unknown'],
  ['Иван Петров', 'Петров Иван', 'same'],
  ['Иван Петров', 'Ivan Petrov', 'unknown'],
  ['김민수', '김민수', 'same'],
  [undefined, 'Erika Lindner', 'unknown'],
  ['', '', 'unknown'],
];

describe('compareNames', () => {
  it.each(cases)('%s and %s: %s', (a, b, match) => {
    expect(compareNames(a, b)).toBe(match);
    expect(compareNames(b, a)).toBe(match);
  });

  it('says the same either way round, whatever the names are', () => {
    const name = fc.string({
      unit: fc.constantFrom('a', 'e', 'n', 'Ö', '.', ' ', ',', '-', '王', '明', '先', '生', 'И'),
    });
    fc.assert(fc.property(name, name, (a, b) => compareNames(a, b) === compareNames(b, a)));
  });
});
