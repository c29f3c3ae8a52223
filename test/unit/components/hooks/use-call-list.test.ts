import { expect, it, vi } from 'vitest';
import { callable, callList } from '../../../../components/hooks/use-call-list.ts';
import { type Company, company, type Lead, type Person, person } from '../../../../lib/domain/schema/lead.ts';
import { saveItems } from '../../../../lib/storage/leads.ts';
import { removeReferences, saveReferences } from '../../../../lib/storage/references.ts';
import { taskRow } from '../../../../lib/storage/task-row.ts';
import { addTask } from '../../../../lib/storage/tasks.ts';
import { logTouch } from '../../../../lib/storage/touches.ts';
import { emptyBook, noBatch, page, phone, person as saved } from '../../storage/make.ts';

const world = vi.hoisted(() => ({ leads: [] as Lead[] }));
vi.mock('../../../../components/hooks/use-leads.ts', () => ({
  search: () => ({
    query: async ({ kind, offset, limit }: { kind: string; offset: number; limit: number }) => ({
      rows: world.leads.filter((one) => one.kind === kind).slice(offset, offset + limit),
    }),
  }),
}));

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

const now = new Date('2026-05-06T10:00').getTime();
async function bookWithOne() {
  const book = await emptyBook();
  const items = [saved('p1', { name: 'Ada Wolf', phones: [phone('+12125550100')] })];
  const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
  return { book, id: outcomes[0]?.leadId ?? '' };
}

it('lists a call that is due also behind very much other work', async () => {
  const { book, id } = await bookWithOne();
  await addTask(book, [id], { text: 'Visit', dueAt: 1 }, 3000);
  await addTask(book, [id], { text: 'Ring', kind: 'call', dueAt: now }, 3001);
  const tx = (await book.connection()).transaction('tasks', 'readwrite');
  const other = (at: number) => taskRow({ id: `other-${at}`, text: 'Sort', kind: 'other', dueAt: at, createdAt: 1 });
  for (let at = 1; at <= 2100; at++) await tx.store.put(other(at));
  await tx.done;
  expect((await callList(book, { is: 'due' }, '', now)).map(({ task }) => task?.text)).toEqual(['Ring']);
  book.close();
});

it('finds those who can be called behind very many who cannot', async () => {
  const { book, id } = await bookWithOne();
  await logTouch(book, id, { kind: 'call', text: '' }, now - 1000);
  const numbered = (at: number, more: Partial<Person>) =>
    person.parse({
      ...called(1, more),
      id: `00000000-0000-4000-9000-${String(at).padStart(12, '0')}`,
    });
  const barred = Array.from({ length: 600 }, (_, at) => numbered(at + 100, { name: 'Ben Orr', doNotContact: true }));
  world.leads = [...barred, { ...called(1, { name: 'Ada Wolf' }), id }, numbered(99, { name: 'Cy Roth' })];
  for (const source of [{ is: 'best' }, { is: 'list', list: 'fair' }] as const)
    expect((await callList(book, source, '', now)).map(({ lead }) => lead.name)).toEqual(['Cy Roth']);
  book.close();
});
