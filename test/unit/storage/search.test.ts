import { describe, expect, it } from 'vitest';
import { type Lead, lead as leadSchema } from '../../../lib/domain/schema/lead.ts';
import { addNote, deleteLeads, editLead, saveItems } from '../../../lib/storage/leads.ts';
import { createSearchIndex } from '../../../lib/storage/search-index.ts';
import type { LeadFilter, LeadQuery } from '../../../lib/storage/search-query.ts';
import { createSearchService } from '../../../lib/storage/search-service.ts';
import { rankOf } from '../../../lib/storage/search-tiers.ts';
import { emptyBook, noBatch, page, person } from './make.ts';

const make = (n: number, values: object): Lead =>
  leadSchema.parse({
    kind: 'person',
    id: `00000000-0000-4000-8000-00000000000${n}`,
    createdAt: 100 + n,
    updatedAt: 200 - n,
    ...values,
  });
const phone = (e164: string, text = e164) => [{ e164, text, kind: 'work' as const }];

const leads = [
  make(1, { name: '王小明', companyName: '北京华为技术有限公司', phones: phone('+8613812345678') }),
  make(2, {
    name: 'Jörg Größe',
    companyName: 'Nordglas AB',
    phones: phone('+46315550120', '031-555 01 20'),
    list: 'Fair',
  }),
  make(3, { name: 'Erika Lindner', emails: ['erika.lindner@glasbau.example'], tags: ['hall 3'], owner: 'Anna' }),
  make(4, {
    name: 'Ada Sund',
    jobTitle: 'Head of purchasing',
    note: 'wants 40 panes',
    leadSource: { group: 'tradeFair' },
  }),
];
const sort = { by: 'createdAt', descending: false } as const;

function names(text: string, filter: LeadFilter = {}, more: Partial<LeadQuery> = {}) {
  const index = createSearchIndex();
  index.put(leads);
  const { ids } = index.query({ text, filter, sort, offset: 0, limit: 10, ...more });
  return ids.map((id) => leads.find((lead) => lead.id === id)?.name);
}

describe('the search', () => {
  it.each([
    ['小明', '王小明'],
    ['华为', '王小明'],
    ['华为 小', '王小明'],
    ['555 01', 'Jörg Größe'],
    ['55501', 'Jörg Größe'],
    ['+46 31', 'Jörg Größe'],
    ['031 555 01 20', 'Jörg Größe'],
    ['0046 31 555', 'Jörg Größe'],
    ['0120', 'Jörg Größe'],
    ['138-1234', '王小明'],
    ['jorg', 'Jörg Größe'],
    ['JÖRG grosse', 'Jörg Größe'],
    ['nord jö', 'Jörg Größe'],
    ['lind er', 'Erika Lindner'],
    ['erika.lindner@glas', 'Erika Lindner'],
    ['hall 3', 'Erika Lindner'],
    ['purch', 'Ada Sund'],
    ['40 panes', 'Ada Sund'],
  ])('%s finds %s', (text, name) => {
    expect(names(text)).toEqual([name]);
  });

  it.each([
    'HRB 990017',
    '990017',
    'DE999900017',
    'de9999',
    '9999 00017',
    '91110108MA01ABCD2X',
    '91110108ma01',
    'Lindner',
    'Spiegel',
  ])('%s finds the firm by its registers, who stands for it and what it makes', (text) => {
    const index = createSearchIndex();
    const firm = {
      kind: 'company' as const,
      name: 'Glasbau',
      registerNumber: 'HRB 990017',
      vatId: 'DE999900017',
      creditCode: '91110108MA01ABCD2X',
      representatives: ['Erika Lindner'],
      products: 'Spiegel, Duschen',
    };
    const id = '00000000-0000-4000-8000-000000000009';
    index.put([leadSchema.parse({ id, createdAt: 1, updatedAt: 1, ...firm })]);
    expect(index.query({ text, sort, offset: 0, limit: 9 }).ids).toEqual([id]);
  });

  it('finds nothing for what is not there, and everybody for nothing', () => {
    expect(names('sundx')).toEqual([]);
    expect(names('rd')).toEqual([]);
    expect(names('王明')).toEqual([]);
    expect(names('  ')).toHaveLength(4);
  });

  it('filters, sorts and pages', () => {
    expect(names('', { list: 'Fair' })).toEqual(['Jörg Größe']);
    expect(names('', { tag: 'hall 3', owner: 'Anna' })).toEqual(['Erika Lindner']);
    expect(names('', { sourceGroup: 'tradeFair' })).toEqual(['Ada Sund']);
    expect(names('', { hasPhone: true })).toHaveLength(2);
    expect(names('', { hasEmail: false })).toHaveLength(3);
    expect(names('', {}, { sort: { by: 'name', descending: false } }).slice(0, 3)).toEqual([
      'Ada Sund',
      'Erika Lindner',
      'Jörg Größe',
    ]);
    expect(names('', {}, { sort: { by: 'updatedAt', descending: true }, offset: 1, limit: 2 })).toEqual([
      'Jörg Größe',
      'Erika Lindner',
    ]);
  });

  it('keeps its orders right when leads change, come and go', () => {
    const index = createSearchIndex();
    index.put(leads);
    const byName = (): (string | undefined)[] =>
      index.query({ text: '', sort: { by: 'name', descending: false }, offset: 0, limit: 9 }).ids;
    byName();
    index.put([make(4, { name: 'Zoe Sund' }), make(5, { name: 'Berta Ahl' })]);
    index.remove([leads[1]?.id ?? '']);
    const fresh = createSearchIndex();
    fresh.put([leads[0] as Lead, leads[2] as Lead, make(4, { name: 'Zoe Sund' }), make(5, { name: 'Berta Ahl' })]);
    expect(byName()).toEqual(
      fresh.query({ text: '', sort: { by: 'name', descending: false }, offset: 0, limit: 9 }).ids,
    );
    expect(index.query({ text: 'ada', sort, offset: 0, limit: 9 }).total).toBe(0);
  });

  it('counts what there is to filter by', () => {
    const index = createSearchIndex();
    index.put([...leads, make(5, { name: 'Eva', tags: ['hall 3', 'a'] })]);
    expect(index.facets()).toEqual({
      lists: [{ value: 'Fair', count: 1 }],
      tags: [
        { value: 'hall 3', count: 2 },
        { value: 'a', count: 1 },
      ],
      owners: [{ value: 'Anna', count: 1 }],
      sourceGroups: [{ value: 'tradeFair', count: 1 }],
      tiers: [],
      outcomes: [{ value: 'open', count: 5 }],
      reasons: [],
    });
  });
});

describe('the search over the book', () => {
  it('finds at once what was just written, and no more what was deleted', async () => {
    const book = await emptyBook();
    const service = createSearchService(book);
    const found = async (text: string) => {
      const { rows, total } = await service.query({ kind: 'person', text, sort, offset: 0, limit: 10 });
      expect(rows).toHaveLength(total);
      return rows.map(({ name }) => name);
    };
    expect(await found('')).toEqual([]);
    const items = [person('p1', { name: 'Ada Sund' }), person('p2', { name: 'Jonas Falk' })];
    const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
    const [ada = '', jonas = ''] = outcomes.map(({ leadId }) => leadId);
    expect(await found('')).toEqual(['Ada Sund', 'Jonas Falk']);
    await addNote(book, jonas, 'wants forty panes', 2500);
    expect(await found('forty')).toEqual(['Jonas Falk']);
    await editLead(book, ada, { name: 'Ada Sundt' }, 3000);
    expect(await found('sundt')).toEqual(['Ada Sundt']);
    await deleteLeads(book, [ada], 3500);
    expect(await found('')).toEqual(['Jonas Falk']);
    service.close();
  });
});

describe('tiers in the search', () => {
  const ranked = () => {
    const index = createSearchIndex();
    index.put([...leads, make(5, { name: 'Paul Ohne', companyId: 'firm' }), make(6, { name: 'Neu' })]);
    index.rank(
      [
        [leads[0]?.id ?? '', rankOf('A', 71, false)],
        [leads[1]?.id ?? '', rankOf('?', 80, false)],
        [leads[2]?.id ?? '', rankOf('D', 95, true)],
        [leads[3]?.id ?? '', rankOf('D', 12, false)],
        ['firm', rankOf('A', 88, false)],
      ],
      true,
    );
    return index;
  };
  const found = (index: ReturnType<typeof ranked>, filter: LeadFilter = {}) =>
    index
      .query({ text: '', filter, sort: { by: 'tier', descending: true }, offset: 0, limit: 10 })
      .ids.map((id) => Number(id.at(-1)));

  it('sorts by tier and total, then what is unknown, then what is excluded, then what is not scored yet', () => {
    expect(found(ranked())).toEqual([5, 1, 4, 2, 3, 6]);
  });

  it('shows some tiers, a person by the tier of their company, and counts them', () => {
    const index = ranked();
    expect(found(index, { tier: ['A'] })).toEqual([5, 1]);
    expect(found(index, { tier: ['D', '?'] })).toEqual([4, 2, 3]);
    expect(index.facets().tiers).toEqual([
      { value: 'A', count: 2 },
      { value: 'D', count: 2 },
      { value: '?', count: 1 },
    ]);
  });

  it('follows scores that come later, and leads that come after their scores', () => {
    const index = ranked();
    index.rank([['firm', rankOf('C', 31, false)]], false);
    expect(found(index, { tier: ['A'] })).toEqual([1]);
    index.rank([['firm', undefined]], false);
    expect(found(index)).toEqual([1, 4, 2, 3, 6, 5]);
    index.rank([[make(7, {}).id, rankOf('A', 99, false)]], false);
    index.put([make(7, { name: 'Later' })]);
    expect(found(index)[0]).toBe(7);
  });
});
