import { expect, test } from 'vitest';
import {
  addableFields,
  shownField,
  shownFields,
  typedValue,
  valueText,
  withoutEdit,
  withValue,
} from '../../../../components/capture/draft-values.ts';
import { item, person, read } from './make-item.ts';

const phone = (text: string) => ({ text, kind: 'work' as const });
const ada = item(
  person('p1', {
    name: [read('Ada Sund'), read('A. Sund', 0.5)],
    jobTitle: [read('Sales', 0.4)],
    emails: [read('ada@sund.example'), read('sales@sund.example', 0.5)],
    phones: [read(phone('+46 31 555 01 20'))],
  }),
);

test('a field of one value shows the best reading and keeps the others a key away', () => {
  const { values, alternatives } = shownField(ada, 'name');
  expect(values.map(({ text }) => text)).toEqual(['Ada Sund']);
  expect(alternatives.map(({ value }) => value)).toEqual(['A. Sund']);
});

test('only doubtful readings are marked', () => {
  expect(
    shownFields(ada).flatMap(({ values }) => values.filter(({ doubtful }) => doubtful).map(({ text }) => text)),
  ).toEqual(['Sales', 'sales@sund.example']);
});

test('what the user typed wins over every reading, and is never doubtful', () => {
  const edited = { ...ada, edits: withValue(ada, 'jobTitle', 0, 'Head of Sales') };
  expect(shownField(edited, 'jobTitle').values).toMatchObject([{ text: 'Head of Sales', mine: true, doubtful: false }]);
  expect(shownField({ ...edited, edits: withoutEdit(edited, 'jobTitle') }, 'jobTitle').values).toMatchObject([
    { text: 'Sales', mine: false },
  ]);
});

test('choosing another reading offers the first one in its place', () => {
  const edited = { ...ada, edits: withValue(ada, 'name', 0, 'A. Sund') };
  const { values, alternatives } = shownField(edited, 'name');
  expect(values[0]).toMatchObject({ text: 'A. Sund', provenance: [{ snippet: 'read' }] });
  expect(alternatives.map(({ value }) => value)).toEqual(['Ada Sund']);
});

test('one of many is changed, added and removed alone', () => {
  expect(withValue(ada, 'emails', 1, 'a@b.example')).toEqual({ emails: ['ada@sund.example', 'a@b.example'] });
  expect(withValue(ada, 'emails', 2, 'a@b.example').emails).toHaveLength(3);
  expect(withValue(ada, 'emails', 0, undefined)).toEqual({ emails: ['sales@sund.example'] });
});

test('an emptied field is gone from the card and can be added again', () => {
  const edited = { ...ada, edits: withValue(ada, 'name', 0, undefined) };
  expect(edited.edits).toEqual({ name: null });
  expect(shownFields(edited).map(({ field }) => field)).not.toContain('name');
  expect(addableFields(edited)).toContain('name');
});

test.each([
  ['+46 31 555 01 20', { text: '+46 31 555 01 20', kind: 'work', e164: '+46315550120' }],
  ['0046 31 555 01 20', { text: '0046 31 555 01 20', kind: 'work', e164: '+46315550120' }],
  ['031 555 01 20', { text: '031 555 01 20', kind: 'work' }],
  ['   ', undefined],
])('a typed phone %j', (typed, value) => {
  expect(typedValue({ many: true, of: 'phone' }, typed, phone('1'))).toEqual(value);
});

test('an extension is said where the text does not say it', () => {
  expect(valueText({ text: '040 555 01', kind: 'work', ext: '12' })).toBe('040 555 01 ext. 12');
  expect(valueText({ text: '040 555 01 ext. 12', kind: 'work', ext: '12' })).toBe('040 555 01 ext. 12');
});
