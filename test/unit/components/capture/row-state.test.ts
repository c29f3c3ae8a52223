import { describe, expect, test, vi } from 'vitest';
import { countRows, isTicked, type RowState, rowState, rowsOf } from '../../../../components/capture/row-state.ts';
import type { TrayItem } from '../../../../lib/domain/schema/tray.ts';
import type { DraftStanding } from '../../../../lib/storage/leads.ts';
import { company, item, person, read, standing } from './make-item.ts';

vi.mock('#i18n', () => ({ i18n: { t: (key: string) => key } }));

const ada = person('p1', { name: [read('Ada Sund')] });
const vague = person('p2', { name: [read('A. Sund', 0.4)] }, { confidence: 0.4 });
const lead = {
  kind: 'person',
  id: '0198c0de-0000-7000-8000-000000000001',
  name: 'Ada Sund',
  emails: [],
  phones: [],
  links: [],
  addresses: [],
  tags: [],
  partial: false,
  createdAt: 1,
  updatedAt: 1,
} as const;
const differs = standing('p1', {
  state: 'differs',
  since: 5,
  differences: [
    { field: 'phones', ours: [], read: [] },
    { field: 'jobTitle', ours: 'a', read: 'b' },
  ],
});
const check = standing('p1', {
  state: 'check',
  maybe: [{ lead: { ...lead, emails: [], phones: [], links: [], addresses: [], tags: [] }, reason: 'nameAndFirm' }],
});

type Case = [what: string, item: TrayItem, standing: DraftStanding | undefined, state: RowState, ticked: boolean];
const cases: Case[] = [
  ['new and sure', item(ada), standing('p1'), { is: 'new' }, true],
  ['not compared yet', item(ada), undefined, { is: 'new' }, false],
  ['read but not surely', item(vague), standing('p2'), { is: 'doubtful' }, false],
  ['doubtful, but corrected by hand', item(vague, { edits: { name: 'Ada' } }), standing('p2'), { is: 'new' }, true],
  ['known', item(ada), standing('p1', { state: 'known', since: 5 }), { is: 'yours', since: 5 }, false],
  [
    'known, ticked for the campaign',
    item(ada, { ticked: true }),
    standing('p1', { state: 'known' }),
    { is: 'yours', since: undefined },
    true,
  ],
  [
    'just saved, not compared yet',
    item(ada, { state: 'saved' }),
    standing('p1'),
    { is: 'yours', since: undefined },
    false,
  ],
  [
    'saved, and noted since',
    item(ada, { state: 'saved', note: 'called', ticked: true }),
    standing('p1', { state: 'known', since: 5 }),
    { is: 'yours', since: 5 },
    true,
  ],
  ['differs', item(ada), differs, { is: 'differs', field: 'phones', count: 2, adds: false }, false],
  [
    'differs, taken',
    item(ada, { ticked: true }),
    differs,
    { is: 'differs', field: 'phones', count: 2, adds: false },
    true,
  ],
  ['perhaps the same', item(ada), check, { is: 'check', name: 'Ada Sund' }, false],
  ['put aside, though ticked', item(ada, { state: 'skipped', ticked: true }), standing('p1'), { is: 'skipped' }, false],
  ['unticked by hand', item(ada, { ticked: false }), standing('p1'), { is: 'new' }, false],
];

test.each(cases)('%s', (_what, given, compared, state, ticked) => {
  expect(rowState(given, compared)).toEqual(state);
  expect(isTicked(given, rowState(given, compared), compared !== undefined)).toBe(ticked);
});

test('what only adds to a lead says so, and is ticked while that lead is being filled', () => {
  const adds = standing('p1', { state: 'differs', differences: [{ field: 'phones', ours: [], read: [{}] }] });
  const state = rowState(item(ada), adds);
  expect(state).toEqual({ is: 'differs', field: 'phones', count: 1, adds: true });
  expect(isTicked(item(ada), state, true)).toBe(false);
  expect(isTicked(item(ada), state, true, true)).toBe(true);
});

test.each([
  ['own', true],
  ['listed', true],
  ['publisher', false],
  ['mentioned', false],
] as const)('a company that is %s is ticked by itself: %s', (role, ticked) => {
  const firm = item(company('c1', { name: [read('Sund AB')] }, { role }));
  expect(isTicked(firm, { is: 'new' }, true)).toBe(ticked);
});

describe('rows', () => {
  const sund = item(company('c1', { name: [read('Sund AB')], stand: [read('H4 B12')] }));
  const brenner = item(company('c2', { name: [read('Brenner KG')] }));
  const inSund = (id: string, name: string) =>
    item(
      person(
        id,
        { name: [read(name)], companyName: [read('Sund AB')], jobTitle: [read('Sales')] },
        { companyDraftId: 'c1' },
      ),
    );
  const none = new Map<string, DraftStanding>();

  test('people stand under their firm, those of no firm at the end', () => {
    const alone = item(person('p9', { emails: [read('info@x.example')] }));
    const rows = rowsOf([alone, inSund('p1', 'Ada'), sund, brenner, inSund('p2', 'Bo')], none);
    expect(rows.map(({ id, nested }) => [id, nested])).toEqual([
      ['c1', false],
      ['p1', true],
      ['p2', true],
      ['c2', false],
      ['p9', false],
    ]);
    expect(rows.at(-1)?.title).toBe('info@x.example');
  });

  test('with one firm nobody is set in, and nobody repeats its name', () => {
    const [firm, ada] = rowsOf([inSund('p1', 'Ada'), sund], none);
    expect(firm?.about).toEqual(['H4 B12']);
    expect(ada).toMatchObject({ nested: false, about: ['Sales'] });
  });

  test('counts leave out what was put aside', () => {
    const standings = new Map([
      ['c1', standing('c1', { state: 'known' })],
      ['c2', standing('c2')],
      ['p1', standing('p1', { state: 'check' })],
    ]);
    const rows = rowsOf([sund, brenner, inSund('p1', 'Ada'), { ...inSund('p2', 'Bo'), state: 'skipped' }], standings);
    expect(countRows(rows)).toEqual({ people: 1, firms: 2, fresh: 1, yours: 1, check: 1, ticked: 1 });
  });
});

test('a phone that is only a picture is said in the row, until there is a number', () => {
  const shown = (draft: Parameters<typeof item>[0]) => rowsOf([item(draft)], new Map())[0]?.about;
  const pictured = person('p1', { name: [read('Ada Sund')], jobTitle: [read('CEO')] }, { phoneIsPicture: true });
  expect(shown(pictured)).toEqual(['CEO', 'qr.phonePicture']);
  expect(rowsOf([item(pictured, { edits: { phones: [{ text: '1', kind: 'work' }] } })], new Map())[0]?.about).toEqual([
    'CEO',
  ]);
  expect(rowsOf([item(person('p2', { links: [read('https://u.wechat.com/a1')] }))], new Map())[0]?.title).toBe(
    'https://u.wechat.com/a1',
  );
});
