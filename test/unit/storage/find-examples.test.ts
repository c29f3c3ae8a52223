import { expect, it } from 'vitest';
import { findExamples } from '../../../lib/storage/find-examples.ts';
import { saveItems } from '../../../lib/storage/leads.ts';
import { company, emptyBook, noBatch, page, person } from './make.ts';

it('finds pasted customers in the book by site or name, with what the book knows of them, and reads the others', async () => {
  const book = await emptyBook();
  const items = [
    company('c1', { name: 'Lindner Glas GmbH', website: 'https://lindner.example', industry: 'Glass' }),
    person('p', { name: 'Erika Lindner', jobTitle: 'Head of Purchasing' }, { companyDraftId: 'c1' }),
    company('c2', { name: 'Sund Boote AG', industry: 'Boats' }),
  ];
  await saveItems(book, { items, batch: noBatch, url: page, now: 1000 });
  const examples = await findExamples(book, ['www.lindner.example', 'Sund Boote', 'Wolff Kräne KG, Ulm']);
  const industries = examples.map(({ input }) => (input.lead.kind === 'company' ? input.lead.industry : undefined));
  expect(industries).toEqual(['Glass', 'Boats', 'Ulm']);
  expect(examples.map(({ leadId }) => leadId !== undefined)).toEqual([true, true, false]);
  expect(examples[0]?.input.people?.[0]).toMatchObject({ jobTitle: 'Head of Purchasing' });
});
