import { expect, test } from 'vitest';
import { addresses } from '../../../eval/score/addresses.ts';
import { names } from '../../../eval/score/names.ts';
import { phones } from '../../../eval/score/phones.ts';
import { type Figure, Tally } from '../../../eval/score/tally.ts';
import type { FieldTask } from '../../../eval/score/task.ts';
import { titles } from '../../../eval/score/titles.ts';

/** Figures over rows with their answers. */
function figures(task: FieldTask, ...pairs: [row: object, answer: object][]): Map<string, Figure> {
  const tally = new Tally();
  for (const [row, answer] of pairs) task.score({ id: 'x', ...row }, { id: 'x', ...answer }, tally);
  return new Map(tally.figures().map((figure) => [figure.what, figure]));
}

test('names: both parts counted for themselves, or together', () => {
  const read = figures(
    names,
    [
      { input: 'Smith, J', expect: { first: 'J', last: 'Smith' } },
      { given: 'J', family: '' },
    ],
    [
      { input: 'Ann Lee', fields: { GivenName: 'Ann', Surname: 'Lee' } },
      { given: 'ann', family: 'Lee' },
    ],
    [{ input: 'Ann', fields: { GivenName: 'Ann' } }, { given: 'Bob' }],
    [{ id: 'company/1', input: 'Acme' }, { isCompany: false }],
  );
  expect([...read.values()].map(({ what, right, missed }) => [what, right, missed])).toEqual([
    ['nameparser fields', 1, 1],
    ['probablepeople given and family', 1, 0],
    ['company told from person', 0, 1],
  ]);
});

test('addresses: parts of American ones, of the world only what is written', () => {
  const american = { PlaceName: 'Troy', ZipCode: '12180-1', StreetName: 'Mill', AddressNumber: '5' };
  const read = figures(
    addresses,
    [
      { tokens: [], fields: american },
      { street: '55 Mill Lane', city: 'troy', postalCode: '12180' },
    ],
    [
      { lines: ['Am Kai 1', 'Kiel'], components: { country_code: 'de', postcode: '24103', town: 'Kiel' } },
      { country: 'DE', city: 'Kiel' },
    ],
  );
  expect([...read.values()].map(({ what, recall }) => [what, recall])).toEqual([
    ['city', 1],
    ['zip', 1],
    ['street number and name', 0],
    ['world: country', 1],
    ['world: city', 1],
  ]);
});

test('phones: examples to E.164; impossible numbers are not to be found', () => {
  const read = figures(
    phones,
    [{ e164: '+376312345' }, { e164: '+376312345' }],
    [{ set: 'VALID_CASES', input: '212 555 0123' }, { found: [] }],
    [{ set: 'IMPOSSIBLE_CASES', input: '1/2/2003' }, { found: [] }],
    [{ set: 'OTHERS', input: '1' }, { found: ['1'] }],
  );
  expect(read.get('example numbers')).toMatchObject({ right: 1, missed: 0 });
  expect(read.get('finder cases')).toMatchObject({ right: 1, missed: 1 });
});

test('titles: every class weighs the same, jobs of the past do not count', () => {
  const job = (seniority: string, active = true) => ({ title: 't', active, seniority, department: 'Sales' });
  const read = figures(
    titles,
    [job('Senior'), { seniority: 'Senior', department: 'Sales' }],
    [job('Senior'), { seniority: 'Senior', department: 'Sales' }],
    [job('Junior'), { seniority: 'Senior' }],
    [job('Junior', false), { seniority: 'Senior' }],
  );
  // Senior: 2 right, 1 wrong → 0.8; Junior: 0; department: Sales 0.8, Other 0.
  expect(read.get('seniority')).toMatchObject({ rows: 3, recall: 0.667, f1: 0.4 });
  expect(read.get('department')).toMatchObject({ rows: 3, recall: 0.667, f1: 0.4 });
});

test('values are compared as sets; a figure tells its disagreements', () => {
  const tally = new Tally();
  tally.values('phones', ['1', '2', '2', ''], ['2', '3', '3'], 'page');
  expect(tally.figures(1)).toEqual([
    {
      what: 'phones',
      kind: 'values',
      rows: 1,
      precision: 0.5,
      recall: 0.5,
      f1: 0.5,
      right: 1,
      wrong: 1,
      missed: 1,
      misses: ['wrong   page: 3', 'missed  page: 1'],
    },
  ]);
});
