import { describe, expect, it } from 'vitest';
import { leadAsOf } from '../../../lib/domain/as-of.ts';
import { type Change, person } from '../../../lib/domain/schema/lead.ts';

const id = '00000000-0000-7000-8000-000000000001';
const now = person.parse({
  kind: 'person',
  id,
  name: 'Eva Wolf',
  tags: ['fair'],
  jobTitle: 'CEO',
  createdAt: 100,
  updatedAt: 400,
  deletedAt: 400,
});
const entry = (seq: number, at: number, fields: Change['fields']): Change => ({
  seq,
  leadId: id,
  kind: 'person',
  at,
  origin: 'o',
  actionId: `a${seq}`,
  cause: 'edit',
  fields,
});
const changes = [
  entry(1, 100, [
    { field: 'name', after: 'Eva Wolff' },
    { field: 'createdAt', after: 100 },
    { field: 'updatedAt', after: 100 },
    { field: 'jobTitle', after: 'Buyer' },
  ]),
  entry(2, 200, [
    { field: 'name', before: 'Eva Wolff', after: 'Eva Wolf' },
    { field: 'tags', before: [], after: ['fair'] },
  ]),
  entry(3, 300, [{ field: 'jobTitle', before: 'Buyer', after: 'CEO' }]),
  entry(4, 400, [{ field: 'deletedAt', after: 400 }]),
];

describe('leadAsOf', () => {
  it.each([
    [99, 'unknown', undefined],
    [100, 'there', { name: 'Eva Wolff', jobTitle: 'Buyer', tags: [] }],
    [250, 'there', { name: 'Eva Wolf', jobTitle: 'Buyer', tags: ['fair'] }],
    [350, 'there', { name: 'Eva Wolf', jobTitle: 'CEO' }],
    [500, 'deleted', { jobTitle: 'CEO' }],
  ])('at %i is %s', (at, is, values) => {
    const then = leadAsOf(now, changes, at);
    expect(then.is).toBe(is);
    if (then.is !== 'unknown') expect(then.lead).toMatchObject(values ?? {});
  });
});
