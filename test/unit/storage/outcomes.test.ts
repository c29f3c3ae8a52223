import { describe, expect, it } from 'vitest';
import type { Company, Lead, Person } from '../../../lib/domain/schema/lead.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { editLead } from '../../../lib/storage/edit.ts';
import { readOutcomes } from '../../../lib/storage/outcomes.ts';
import { putLead } from '../../../lib/storage/put-lead.ts';
import { leadStores, write } from '../../../lib/storage/transact.ts';
import { aCompany, aPerson, day } from '../scoring/build.ts';
import { emptyBook } from './make.ts';

const id = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const end = 100 * day;
const won = { result: 'won' as const, at: end };
const lost = { result: 'lost' as const, at: end };

const firm = (n: number, values: Partial<Company> = {}) =>
  aCompany({ id: id(n), createdAt: day, name: `F${n}`, ...values });
const one = (n: number, values: Partial<Person> = {}) => aPerson({ id: id(n), createdAt: day, ...values });

async function bookOf(leads: Lead[]): Promise<Book> {
  const book = await emptyBook();
  await write(book, leadStores, async (tx) => {
    await Promise.all(leads.map((lead) => putLead(tx, lead, undefined)));
  });
  return book;
}

describe('outcomes of the book', () => {
  it('come with what was known before the end, whatever was learnt since', async () => {
    const book = await bookOf([firm(1, { industry: 'Food', own: { size: 'small' } }), firm(2)]);
    await editLead(book, id(1), { outcome: won }, end + day);
    await editLead(book, id(1), { industry: 'Wine', employees: '80', 'own.size': 'large', 'own.paid': true }, end + 1);
    const { outcomes, late, leftOut } = await readOutcomes(book, end + 9 * day);
    expect(outcomes).toHaveLength(1);
    expect(outcomes[0]).toMatchObject({ won: true, at: end, input: { lead: { industry: 'Food' } } });
    expect(outcomes[0]?.input.own).toEqual({ size: 'small' });
    expect(outcomes[0]?.input.lead).not.toHaveProperty('employees');
    expect({ late, leftOut }).toEqual({ late: 0, leftOut: [] });
  });

  it('are told once for a company and its people; those that disagree and those to come are left out and named', async () => {
    const book = await bookOf([
      firm(1),
      one(11, { companyId: id(1), outcome: won }),
      one(12, { companyId: id(1), outcome: won }),
      firm(2),
      one(21, { companyId: id(2), outcome: won }),
      one(22, { companyId: id(2), outcome: lost }),
      firm(3, { outcome: { result: 'lost', at: 999 * day } }),
      one(4, { outcome: lost }),
      one(5, { companyId: id(77), outcome: won }),
      firm(6, { outcome: won, deletedAt: end }),
    ]);
    const { outcomes, leftOut } = await readOutcomes(book, end + day);
    expect(outcomes.map(({ input }) => input.lead.id)).toEqual([id(1), id(4), id(5)]);
    expect(outcomes[0]?.input.people).toHaveLength(2);
    expect(leftOut.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual([
      { id: id(2), name: 'F2', why: 'contradictory' },
      { id: id(3), name: 'F3', why: 'future' },
    ]);
  });

  it('that came after their end are taken as first kept, or not at all', async () => {
    const book = await bookOf([
      firm(1, { createdAt: end + day, industry: 'Food', outcome: won }),
      firm(2, { outcome: lost }),
    ]);
    await editLead(book, id(1), { industry: 'Wine' }, end + 2 * day);
    const all = await readOutcomes(book, end + 9 * day);
    expect(all.late).toBe(1);
    expect(all.outcomes[0]?.input.lead).toMatchObject({ industry: 'Food' });
    const strict = await readOutcomes(book, end + 9 * day, { withLate: false });
    expect(strict.outcomes.map(({ input }) => input.lead.id)).toEqual([id(2)]);
    expect(strict.late).toBe(1);
  });

  it('tell how far they are', async () => {
    const book = await bookOf(Array.from({ length: 501 }, (_, n) => firm(n + 1, { outcome: n % 2 ? won : lost })));
    const told: number[] = [];
    const { outcomes } = await readOutcomes(book, end + day, { onProgress: (share) => told.push(share) });
    expect(outcomes).toHaveLength(501);
    expect(told.at(-1)).toBe(1);
    expect(told.length).toBe(2);
  });
});
