import { expect, it } from 'vitest';
import { callable } from '../../../../components/hooks/use-call-list.ts';
import { type Company, company, type Person, person } from '../../../../lib/domain/schema/lead.ts';
import { removeReferences, saveReferences } from '../../../../lib/storage/references.ts';
import { emptyBook } from '../../storage/make.ts';

const head = (id: number) => ({ id: `00000000-0000-4000-9000-00000000000${id}`, createdAt: 1, updatedAt: 1 });
const phones = [{ e164: '+12125550100', text: '', kind: 'work' as const }];
const called = (id: number, more: Partial<Person>) => person.parse({ kind: 'person', ...head(id), phones, ...more });
const firm = (more: Partial<Company>) => company.parse({ kind: 'company', ...head(9), ...more });

it('offers nobody for a call who is to be left alone, by their word or a list', async () => {
  const book = await emptyBook();
  const callees = [
    { lead: called(1, { name: 'Ada Wolf' }) },
    { lead: called(2, { name: 'Ben Orr', doNotContact: true }) },
    { lead: called(3, { name: 'Cy Roth' }), company: firm({ doNotContact: true }) },
    { lead: called(4, { name: 'Dan Ost', consent: { call: { state: 'withdrawn', at: 5 } } }) },
    { lead: called(5, { name: 'Eve Sund', consent: { email: { state: 'withdrawn', at: 5 } } }) },
    { lead: called(6, { name: 'Flo Lind', emails: ['flo@lind.example'] }) },
    { lead: called(7, { name: 'Gus Falk', phones: [] }) },
  ];
  const names = async () => (await callable(book, callees)).map(({ lead }) => lead.name);
  expect(await names()).toEqual(['Ada Wolf', 'Eve Sund', 'Flo Lind']);
  const list = await saveReferences(
    book,
    { name: 'Robinson', purpose: 'doNotContact', source: '', file: 'r.csv', at: 1000 },
    [{ keys: ['e:flo@lind.example'] }],
  );
  expect(await names()).toEqual(['Ada Wolf', 'Eve Sund']);
  await removeReferences(book, list.id, 2000);
  expect(await names()).toEqual(['Ada Wolf', 'Eve Sund', 'Flo Lind']);
  book.close();
});
