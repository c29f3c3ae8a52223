import { beforeEach, describe, expect, it } from 'vitest';
import type { Change } from '../../../lib/domain/schema/lead.ts';
import { createImportSession } from '../../../lib/exchange/import/session.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { editLead, getLead, readRows, undoAction } from '../../../lib/storage/leads.ts';
import { createSearchService } from '../../../lib/storage/search-service.ts';
import { emptyBook } from './make.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
});

const sheet = `Name;Company;E-mail;Created;Outcome;Closed;Tags
Erika Lindner;Glasbau Lindner GmbH;erika@glasbau.example;03.01.2024;won;05.06.2024;Fair, Glass
Jonas Falk;Nordhafen AB;jonas@nordhafen.example;;;;
`;

async function imported(unwrittenFrom: number): Promise<string> {
  const session = createImportSession(book, { unwrittenFrom });
  const { mapping } = await session.open({ name: 'contacts.csv', text: sheet });
  await session.plan({ mapping, choices: { replace: false, maybe: 'merge', tags: [] } });
  const done = await session.write();
  if (!('ids' in done)) throw new Error('changed meanwhile');
  return done.actionId ?? '';
}

async function erika(): Promise<string> {
  const ids: string[] = [];
  await readRows(book, 'person', (rows) =>
    ids.push(...rows.filter((r) => r.name === 'Erika Lindner').map((r) => r.id)),
  );
  return ids[0] ?? '';
}

/** A history without what differs from one import to the next. */
const plain = (changes: Change[] | undefined) =>
  changes?.map(({ cause, at, fields, kind }) => ({
    cause,
    kind,
    at: cause === 'import' ? at : 0,
    fields: fields
      .map(({ field, ...rest }) => (/At$|companyId/.test(field) ? { field } : { field, ...rest }))
      .sort((a, b) => (a.field < b.field ? -1 : 1)),
  }));

describe('the first entries of a large import', () => {
  it('are worked out as they would have been written, also after edits', async () => {
    const histories: unknown[] = [];
    for (const unwrittenFrom of [1000, 1]) {
      book = await emptyBook();
      await imported(unwrittenFrom);
      const id = await erika();
      await editLead(book, id, { jobTitle: 'Head', tags: ['Glass'], name: 'Erika Lindner-Falk' }, Date.now() + 1000);
      await editLead(book, id, { note: 'Called' }, Date.now() + 2000);
      const full = await getLead(book, id);
      expect(full?.lead).toMatchObject({ name: 'Erika Lindner-Falk', note: 'Called' });
      histories.push(plain(full?.changes));
    }
    expect(histories[1]).toEqual(histories[0]);
    const database = await book.connection();
    expect((await database.getAll('changes')).filter(({ cause }) => cause === 'import')).toMatchObject([
      { leadId: '', made: 4, fields: [] },
    ]);
  });

  it('are kept by whoever stays when the import is taken back', async () => {
    const actionId = await imported(1);
    const id = await erika();
    await editLead(book, id, { note: 'Called' }, Date.now() + 1000);
    const before = await getLead(book, id);
    await undoAction(book, actionId, Date.now() + 2000);
    const after = await getLead(book, id);
    expect(plain(after?.changes)?.length).toBe(before?.changes.length);
    expect(after?.changes.some(({ fields }) => fields.some(({ field }) => field === 'emails'))).toBe(true);
  });

  it('are told by one entry, so that a search finds the new leads', async () => {
    const search = createSearchService(book);
    const query = { kind: 'person', text: 'erika', sort: { by: 'updatedAt', descending: true }, offset: 0, limit: 5 };
    expect((await search.query(query as never)).total).toBe(0);
    await imported(1);
    expect((await search.query(query as never)).total).toBe(1);
    search.close();
  });
});
