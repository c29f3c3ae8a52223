import { expect, it } from 'vitest';
import { readFullRows } from '../../../lib/storage/export-rows.ts';
import { deleteLeads, editLead, saveItems } from '../../../lib/storage/leads.ts';
import { readNewest } from '../../../lib/storage/newest-leads.ts';
import { emptyBook, noBatch, page, person } from './make.ts';

/** Ann, Ben and Cem saved one after the other; then Ann edited and Ben deleted. */
async function bookOfThree() {
  const book = await emptyBook();
  const ids: Record<string, string> = {};
  for (const [now, name] of [
    [2000, 'Ann Holm'],
    [3000, 'Ben Holm'],
    [4000, 'Cem Holm'],
  ] as const) {
    const items = [person(name, { name, emails: [`${name.slice(0, 3).toLowerCase()}@holm.example`] })];
    const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now });
    ids[name.slice(0, 3)] = outcomes[0]?.leadId ?? '';
  }
  await editLead(book, ids.Ann ?? '', { jobTitle: 'Buyer' }, 5000);
  await deleteLeads(book, [ids.Ben ?? ''], 6000);
  return { book, ids };
}

it('reads what was changed last, without what is deleted', async () => {
  const { book } = await bookOfThree();
  expect((await readNewest(book, 'person', 10)).map((lead) => lead.name)).toEqual(['Ann Holm', 'Cem Holm']);
  expect((await readNewest(book, 'person', 1)).map((lead) => lead.name)).toEqual(['Ann Holm']);
  expect(await readNewest(book, 'company', 10)).toEqual([]);
});

it('reads rows for an export in the order asked for, with where they were read, without what is gone', async () => {
  const { book, ids } = await bookOfThree();
  const wanted = [ids.Cem, ids.Ben, ids.Ann].map((id) => id ?? '');
  const rows = await readFullRows(book, 'person', wanted);
  expect(rows.map((row) => row.lead.name)).toEqual(['Cem Holm', 'Ann Holm']);
  expect(Object.keys(rows[0]?.readings ?? {})).toContain('emails');
  expect(await readFullRows(book, 'person')).toHaveLength(2);
});
