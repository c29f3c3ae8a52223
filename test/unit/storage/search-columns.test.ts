import { describe, expect, it } from 'vitest';
import { type Lead, lead as leadSchema } from '../../../lib/domain/schema/lead.ts';
import type { LeadFilter, LeadSort } from '../../../lib/domain/schema/view.ts';
import { firmOf } from '../../../lib/storage/search-columns.ts';
import { createSearchIndex } from '../../../lib/storage/search-index.ts';
import { rankOf } from '../../../lib/storage/search-tiers.ts';

const day = 24 * 60 * 60 * 1000;
const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const make = (n: number, values: object): Lead =>
  leadSchema.parse({ kind: 'person', id: idOf(n), createdAt: n, updatedAt: n, ...values });
const firm = (n: number, values: object): Lead =>
  leadSchema.parse({ kind: 'company', id: idOf(900 + n), createdAt: n, updatedAt: n, ...values });

const works = firm(1, {
  name: 'Glasbau',
  addresses: [{ country: 'DE', text: 'Ulm' }],
  pipelineStage: { stage: 'talking', since: 1 },
});
const leads = [
  make(1, { name: 'Firm 10', jobTitle: 'Engineer', tags: ['fair', 'hot'], owner: 'Anna' }),
  make(2, { name: 'Firm 9', jobTitle: 'CEO', tags: ['fair'], own: { size: 12, hall: 'B' } }),
  make(3, { name: 'Édith', companyId: works.id, own: { size: -7 } }),
  make(4, {
    name: '王小明',
    jobTitle: 'Head of Purchasing',
    owner: 'Ben',
    nextStep: { text: 'Call', dueAt: 20 * day },
  }),
];

function indexOf(some: Lead[] = leads) {
  const firms = new Map([[works.id, firmOf(works)]]);
  const index = createSearchIndex({ kind: 'person', firms, stages: ['new', 'talking', 'offer'] });
  index.put(some);
  return index;
}
const ask = (sort: LeadSort | LeadSort[], filter: LeadFilter = {}, now = 0) =>
  indexOf()
    .query({ text: '', filter, sort, offset: 0, limit: 9 }, now)
    .ids.map((id) => Number(id.slice(-3)));
const up = (by: string): LeadSort => ({ by, descending: false });
const down = (by: string): LeadSort => ({ by, descending: true });
const where = (...columns: NonNullable<LeadFilter['columns']>) => ask(up('createdAt'), { columns });

describe('the order of a table', () => {
  it('is that of words and numbers as people count, other scripts behind', () => {
    expect(ask(up('name'))).toEqual([3, 2, 1, 4]);
    expect(ask(down('name'))).toEqual([4, 1, 2, 3]);
  });

  it('is that of the thing: ranks by rank, stages by the pipeline; what is empty comes last either way', () => {
    expect(ask(up('seniority'))).toEqual([2, 4, 1, 3]);
    expect(ask(down('seniority'))).toEqual([1, 4, 2, 3]);
    expect(ask(down('stage'))[0]).toBe(3);
    expect(ask(up('own.size'))).toEqual([3, 2, 1, 4]);
    expect(ask(up('nextDue'))[0]).toBe(4);
  });

  it('goes by several columns, the first before the others', () => {
    expect(ask([up('owner'), down('name')])).toEqual([1, 4, 2, 3]);
    expect(ask([up('stage'), up('name')])).toEqual([2, 1, 4, 3]);
  });

  it('says nothing by a column that is not there', () => {
    expect(ask(up('own.gone'))).toHaveLength(4);
  });
});

describe('conditions on columns', () => {
  it('compare texts without case and accents, values one by one, numbers as numbers', () => {
    expect(where({ column: 'name', op: 'contains', text: 'EDI' })).toEqual([3]);
    expect(where({ column: 'name', op: 'lacks', text: 'firm' })).toEqual([3, 4]);
    expect(where({ column: 'tags', op: 'anyOf', values: ['hot'] })).toEqual([1]);
    expect(where({ column: 'tags', op: 'noneOf', values: ['fair'] })).toEqual([3, 4]);
    expect(where({ column: 'owner', op: 'empty' })).toEqual([2, 3]);
    expect(where({ column: 'own.hall', op: 'filled' })).toEqual([2]);
    expect(where({ column: 'seniority', op: 'anyOf', values: ['Management'] })).toEqual([2]);
    expect(where({ column: 'country', op: 'anyOf', values: ['DE'] })).toEqual([3]);
    expect(where({ column: 'owner', op: 'filled' }, { column: 'tags', op: 'empty' })).toEqual([4]);
  });

  it('know days from today, and narrow nothing before they are filled in', () => {
    const near = (days: number, now: number) =>
      ask(up('createdAt'), { columns: [{ column: 'nextDue', op: 'withinDays', number: days }] }, now);
    expect(near(5, 18 * day)).toEqual([4]);
    expect(near(5, 2 * day)).toEqual([]);
    expect(where({ column: 'owner', op: 'anyOf', values: [] })).toHaveLength(4);
    expect(where({ column: 'name', op: 'contains', text: ' ' })).toHaveLength(4);
  });
});

describe('groups', () => {
  it('hold every lead once, the ones without a value last, tiers from the best', () => {
    const index = indexOf();
    const groups = (...groupBy: string[]) =>
      index.query({ text: '', sort: up('name'), groupBy, offset: 0, limit: 9 }).groups;
    expect(groups('owner')).toEqual([
      { value: 'Anna', count: 1 },
      { value: 'Ben', count: 1 },
      { value: '', count: 2 },
    ]);
    index.rank(
      [
        [idOf(1), rankOf('B', 50, false)],
        [idOf(2), rankOf('A', 90, false)],
        [idOf(4), rankOf('A', 70, true)],
      ],
      true,
    );
    expect(groups('tier')).toEqual([
      { value: 'A', count: 1 },
      { value: 'B', count: 1 },
      { value: 'gated', count: 1 },
      { value: '', count: 1 },
    ]);
    const nested = groups('owner', 'tier') ?? [];
    expect(nested.map(({ value, count }) => ({ value, count }))).toEqual(groups('owner'));
    for (const { count, groups: within = [] } of nested)
      expect(within.reduce((sum, one) => sum + one.count, 0)).toBe(count);
  });
});

describe('what a table shows beside the fields', () => {
  it('is a person’s standing and country by their company, and where a lead stands among all', () => {
    const index = indexOf();
    expect(index.keysOf([idOf(3)])[0]).toMatchObject({ stage: 'talking', country: 'DE', company: 'Glasbau' });
    expect(index.placeOf(idOf(4), { text: '', sort: up('name') })).toBe(3);
    expect(index.placeOf(idOf(4), { text: 'firm', sort: up('name') })).toBeUndefined();
    expect(index.valuesOf('tags')).toEqual([
      { value: 'fair', count: 2 },
      { value: 'hot', count: 1 },
    ]);
  });

  it('follows edits of words between those that were there, one after the other', () => {
    const index = indexOf();
    const order = () => index.query({ text: '', sort: up('name'), offset: 0, limit: 9 }).ids;
    order();
    index.put([make(1, { name: 'Zoe' })]);
    index.put([make(5, { name: 'Ada' }), make(2, { name: 'Firm 9a' })]);
    const fresh = indexOf([
      leads[2] as Lead,
      leads[3] as Lead,
      make(1, { name: 'Zoe' }),
      make(2, { name: 'Firm 9a' }),
      make(5, { name: 'Ada' }),
    ]);
    expect(order()).toEqual(fresh.query({ text: '', sort: up('name'), offset: 0, limit: 9 }).ids);
  });
});
