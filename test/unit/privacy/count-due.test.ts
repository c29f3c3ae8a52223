import { describe, expect, it } from 'vitest';
import { type Person, person } from '../../../lib/domain/schema/lead.ts';
import { countDue } from '../../../lib/privacy/count-due.ts';

const now = Date.parse('2026-03-05T12:00:00Z');
const day = 86_400_000;
const keptSince = (createdAt: number, more: Partial<Person> = {}): Person =>
  person.parse({ kind: 'person', id: crypto.randomUUID(), emails: [], createdAt, updatedAt: now, ...more });
const counted = async (people: Person[]) => {
  const asked: number[] = [];
  const due = await countDue(
    async (offset, limit) => {
      asked.push(offset);
      return people.slice(offset, offset + limit);
    },
    24,
    now,
  );
  return { ...due, asked };
};
const many = (count: number, days: number, more: Partial<Person> = {}) =>
  Array.from({ length: count }, (_, at) => keptSince(now - days * day + at, more));

describe('how many people are to be decided on', () => {
  it('none of an empty book, none before their time', async () => {
    expect(await counted([])).toEqual({ count: 0, isMore: false, asked: [0] });
    expect(await counted(many(300, 100))).toMatchObject({ count: 0, asked: [0] });
  });
  it('those whose period is over, but for whom is kept longer', async () => {
    const keptLonger = { reason: 'an offer', at: now };
    const people = [...many(250, 1500, { keptLonger }), ...many(3, 1000), ...many(500, 10)];
    expect(await counted(people)).toEqual({ count: 3, isMore: false, asked: [0, 200] });
  });
  it('those behind a thousand for whom is kept longer', async () => {
    const keptLonger = { reason: 'an offer', at: now };
    expect(await counted([...many(1200, 1500, { keptLonger }), ...many(3, 1000)])).toMatchObject({ count: 3 });
  });
  it('stops where there are very many, and says so', async () => {
    expect(await counted(many(3000, 1000))).toMatchObject({ count: 1000, isMore: true });
  });
});
