import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Company, type Lead, lead as leadSchema, type Person } from '../../../lib/domain/schema/lead.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { erasePerson } from '../../../lib/storage/erase.ts';
import { addNote, deleteLeads, editLead, saveItems } from '../../../lib/storage/leads.ts';
import { mergeLeads } from '../../../lib/storage/merge-leads.ts';
import { isSavedIndex } from '../../../lib/storage/saved-index.ts';
import { columnsOf, firmOf } from '../../../lib/storage/search-columns.ts';
import { createSearchIndex } from '../../../lib/storage/search-index.ts';
import type { LeadQuery } from '../../../lib/storage/search-query.ts';
import { createSearchService } from '../../../lib/storage/search-service.ts';
import { getSetting, setSetting } from '../../../lib/storage/settings.ts';
import { company, emptyBook, noBatch, page, person } from './make.ts';

const idOf = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const some = <T>(...values: T[]) => fc.constantFrom(undefined, ...values);
const someLead = (n: number) =>
  fc
    .record({
      name: some('Firm 10', 'Firm 9', 'Édith', '王小明', 'Jörg Größe'),
      owner: some('Anna', 'Ben'),
      tags: fc.constantFrom([], ['fair'], ['fair', 'hot']),
      emails: fc.constantFrom([], ['a@x.example', 'b@x.example']),
      note: some('two\nlines', 'wants 40 panes'),
      own: some({ size: 12, hall: 'B' }, { size: -7 }),
      jobTitle: some('CEO', 'Head of Purchasing'),
      companyId: some(idOf(901), idOf(902)),
      nextStep: some({ text: 'Call', dueAt: 20 }),
    })
    .map(
      (values): Lead => leadSchema.parse({ kind: 'person', id: idOf(n), createdAt: n, updatedAt: 50 - n, ...values }),
    );
const someLeads = fc
  .integer({ min: 0, max: 9 })
  .chain((many) => fc.tuple(...Array.from({ length: many }, (_, n) => someLead(n))));

const firm = leadSchema.parse({
  kind: 'company',
  id: idOf(901),
  createdAt: 1,
  updatedAt: 1,
  name: 'Glasbau',
  addresses: [{ country: 'DE', text: 'Ulm' }],
});
const options = {
  kind: 'person' as const,
  firms: new Map([[firm.id, firmOf(firm)]]),
  ranks: new Map([[firm.id, 5071]]),
  stages: ['new'],
};

describe('an index that was kept', () => {
  it('answers as the one that it was, and as one built anew, also after changes', () => {
    fc.assert(
      fc.property(someLeads, someLeads, fc.nat(3), (leads, changed, gone) => {
        const built = createSearchIndex(options);
        built.put(leads);
        const saved = structuredClone(built.save());
        if (!isSavedIndex('person', saved)) return false;
        const kept = createSearchIndex({ ...options, saved });
        const fresh = createSearchIndex(options);
        const now = new Map([...leads, ...changed].map((lead) => [lead.id, lead]));
        now.delete(idOf(gone));
        fresh.put([...now.values()]);
        kept.put(changed);
        kept.remove([idOf(gone)]);
        const answers = (index: typeof kept) => [
          ...['', 'fi', 'firm 1', '小', 'two l', '40 pa', 'x.ex'].map((text) =>
            index.query({ text, sort: { by: 'createdAt', descending: true }, offset: 0, limit: 20 }),
          ),
          ...[...columnsOf('person').map(({ id }) => id), 'tier', 'own.size', 'own.hall'].map((by) => [
            index.query({
              text: '',
              sort: [
                { by, descending: false },
                { by: 'createdAt', descending: false },
              ],
              offset: 0,
              limit: 20,
            }).ids,
            index.valuesOf(by),
          ]),
          index.query({
            text: '',
            sort: { by: 'createdAt', descending: false },
            groupBy: ['owner'],
            offset: 0,
            limit: 20,
          }).groups,
          index.query({
            text: '',
            filter: { tag: 'hot', hasEmail: true, tier: ['A'] },
            sort: { by: 'name', descending: false },
            offset: 0,
            limit: 20,
          }),
          index.facets(),
          index.keysOf([...now.keys()]),
          index.size,
        ];
        expect(answers(kept)).toEqual(answers(fresh));
        return true;
      }),
      { numRuns: 60 },
    );
  });
});

const all: Pick<LeadQuery, 'sort' | 'offset' | 'limit'> = {
  sort: { by: 'createdAt', descending: false },
  offset: 0,
  limit: 50,
};
const keptRows = async (book: Book) =>
  (await (await book.connection()).getAll('vault')).filter(({ key }) => key.startsWith('search.'));

/** One session of the search: what it finds. It is kept before it ends where that is wanted. */
async function session(book: Book, texts: string[], { keeps = false } = {}): Promise<(string | undefined)[][]> {
  const service = createSearchService(book, Date.now, keeps ? 0 : 60_000);
  const found: (string | undefined)[][] = [];
  for (const text of texts) {
    for (const kind of ['person', 'company'] as const)
      found.push((await service.table({ kind, text, ...all })).rows.map(({ name }) => name));
  }
  if (keeps) {
    await vi.waitFor(async () => expect((await keptRows(book)).map(({ key }) => key)).toContain('search.head'));
  }
  service.close();
  return found;
}

async function filledBook() {
  const book = await emptyBook();
  const items = [
    company('f1', { name: 'Glasbau', domain: 'glasbau.example' }),
    person('p1', { name: 'Ada Sund', companyName: 'Glasbau', emails: 'ada@glasbau.example' }),
    person('p2', { name: 'Jonas Falk' }),
    person('p3', { name: 'Jonas Falck' }),
  ];
  const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
  const ids = Object.fromEntries(outcomes.map(({ draftId, leadId }) => [draftId, leadId]));
  return { book, idOf: (draft: string) => ids[draft] ?? '' };
}
const texts = ['', 'jonas', 'glasbau', 'forty', 'sundt'];

describe('the search between sessions', () => {
  /** What a session finds from what was kept, and one that reads all rows. */
  const both = async (book: Book) => {
    const fromKept = await session(book, texts);
    for (const { key } of await keptRows(book)) await (await book.connection()).delete('vault', key);
    return { fromKept, anew: await session(book, texts) };
  };

  it('begins with what was kept, and with what was written since', async () => {
    const { book, idOf: id } = await filledBook();
    await session(book, [''], { keeps: true });
    await addNote(book, id('p2'), 'wants forty panes', 2500);
    await editLead(book, id('p1'), { name: 'Ada Sundt' }, 3000);
    await editLead(book, id('f1'), { name: 'Glaswerk' }, 3100);
    await deleteLeads(book, [id('p3')], 3500);
    await saveItems(book, { items: [person('p4', { name: 'Jonas Neu' })], batch: noBatch, url: page, now: 4000 });
    expect((await keptRows(book)).map(({ key }) => key)).toContain('search.head');
    const { fromKept, anew } = await both(book);
    expect(fromKept).toEqual(anew);
    expect(fromKept[0]).toHaveLength(3);
  });

  it('really is what was kept: nothing of it is read from the rows again', async () => {
    const { book, idOf: id } = await filledBook();
    await session(book, [''], { keeps: true });
    // Past the history, as nothing in the book does.
    const connection = await book.connection();
    const row = (await connection.get('people', id('p2'))) as Person & { keys: never };
    await connection.put('people', { ...row, note: 'forty' });
    expect((await session(book, ['forty']))[0]).toEqual([]);
  });

  it('throws away what was kept where something is written that the history does not tell of', async () => {
    const { book, idOf: id } = await filledBook();
    await session(book, [''], { keeps: true });
    await mergeLeads(book, [{ leadIds: [id('p2'), id('p3')] }], 4000);
    expect(await keptRows(book)).toEqual([]);
    await session(book, [''], { keeps: true });
    await erasePerson(book, id('p1'), 5000);
    expect(await keptRows(book)).toEqual([]);
    const { fromKept, anew } = await both(book);
    expect(fromKept).toEqual(anew);
  });

  it('builds anew what is not of this book: rows that came past it, parts that are not whole, other stages, a part of another time', async () => {
    const { book, idOf: id } = await filledBook();
    const connection = await book.connection();
    const wanted = await session(book, texts, { keeps: true });
    const kept = await keptRows(book);
    const putBack = () => Promise.all(kept.map((row) => connection.put('vault', row)));
    const broken = [
      { key: 'search.part.person.text', value: { mark: 'other', value: {} } },
      { key: 'search.part.person.rest', value: undefined },
      { key: 'search.part.company.text', value: 7 },
      { key: 'search.head', value: { version: 0 } },
      { key: 'search.mark', value: 'other' },
    ];
    for (const row of broken) {
      await putBack();
      await connection.put('vault', row);
      expect(await session(book, texts)).toEqual(wanted);
    }
    await putBack();
    const pipeline = await getSetting(book, 'pipeline');
    await setSetting(book, 'pipeline', { ...pipeline, stages: pipeline.stages.slice(1) });
    const service = createSearchService(book, Date.now, 60_000);
    const [first] = await service.values('person', 'stage');
    expect(first?.value).toBe(pipeline.stages[1]?.id);
    service.close();
    await setSetting(book, 'pipeline', pipeline);

    await putBack();
    const row = (await connection.get('companies', id('f1'))) as Company & { keys: never };
    await connection.put('companies', { ...row, id: idOf(7), name: 'Fremd' });
    expect((await session(book, ['fremd']))[1]).toEqual(['Fremd']);
  });
});
