import { beforeEach, describe, expect, it } from 'vitest';
import { createImportSession } from '../../../lib/exchange/import/session.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { handedOverTo, handoversOf, recentHandovers, rememberHandover } from '../../../lib/storage/handovers.ts';
import { countLeads, readRows } from '../../../lib/storage/leads.ts';
import { emptyBook } from './make.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
});

const about = { target: 'hubspot', file: 'people.csv', way: 'out' as const };
const entries = (count: number, value: string) =>
  Array.from({ length: count }, (_, i) => ({ leadId: `lead-${i}`, value: `${value}${i}` }));

describe('hand-overs', () => {
  it('of files made again and again only what is not said anew stays', async () => {
    const book = await emptyBook();
    const about = { target: 'csv', file: 'a.csv', way: 'out' as const };
    const entries = (ids: string[], value: string) => ids.map((leadId) => ({ leadId, value }));
    await rememberHandover(book, { ...about, at: 1000 }, entries(['l1', 'l2'], 'a'), 'latest');
    await rememberHandover(book, { ...about, at: 2000 }, entries(['l2'], 'b'), 'latest');
    await rememberHandover(book, { ...about, at: 3000, target: 'odoo' }, entries(['l1'], 'x'));
    await rememberHandover(book, { ...about, at: 4000 }, entries(['l2', 'l3'], 'c'), 'latest');
    expect([...(await handedOverTo(book, 'csv')).digests]).toEqual([
      ['l1', 'a'],
      ['l2', 'c'],
      ['l3', 'c'],
    ]);
    expect((await recentHandovers(book)).map(({ at, count }) => [at, count])).toEqual([
      [4000, 2],
      [3000, 1],
      [1000, 2],
    ]);
  });

  it('remember the last of each lead, per target', async () => {
    await rememberHandover(book, { ...about, at: 1000 }, entries(1200, 'a'));
    await rememberHandover(book, { ...about, at: 2000, file: 'more.csv' }, entries(3, 'b'));
    await rememberHandover(book, { ...about, at: 3000, target: 'odoo' }, entries(1, 'c'));
    await rememberHandover(book, { ...about, at: 4000, way: 'back' }, entries(1, '47'));
    const { digests, recordIds } = await handedOverTo(book, 'hubspot');
    expect([digests.size, digests.get('lead-0'), digests.get('lead-3')]).toEqual([1200, 'b0', 'a3']);
    expect([...recordIds]).toEqual([['lead-0', '470']]);
    const { out, back } = await handoversOf(book, 'lead-0');
    expect(out.map(({ target, file, at }) => [target, file, at])).toEqual([
      ['odoo', 'people.csv', 3000],
      ['hubspot', 'more.csv', 2000],
      ['hubspot', 'people.csv', 1000],
    ]);
    expect(back).toMatchObject([{ recordId: '470', target: 'hubspot' }]);
    expect((await recentHandovers(book)).map(({ count, way }) => [count, way])).toEqual([
      [1, 'back'],
      [1, 'out'],
      [3, 'out'],
      [1200, 'out'],
    ]);
  });

  it('take ids back from the other system’s export, alone or with its rows', async () => {
    const read = async (text: string, idsOnly: boolean) => {
      const session = createImportSession(book);
      const view = await session.open({ name: 'hubspot.csv', text });
      expect(view).toMatchObject({ preset: 'hubspot', hasRecordIds: true });
      await session.plan({ mapping: view.mapping, choices: { replace: false, maybe: 'merge', tags: [] }, idsOnly });
      return session.write();
    };
    const heading = 'Record ID,First Name,Last Name,Email,Company Name\n';
    await read(`${heading}17,Ada,Sund,ada@nordhafen.example,Nordhafen AB\n`, false);
    const ids: string[] = [];
    await readRows(book, 'person', (rows) => ids.push(...rows.map(({ id }) => id)));
    expect([...(await handedOverTo(book, 'hubspot')).recordIds]).toEqual([[ids[0], '17']]);
    const two = `${heading}18,Ada,Sund,ada@nordhafen.example,\n19,Bo,Ek,bo@ek.example,\n`;
    expect(await read(two, true)).toEqual({ ids: 1 });
    expect(await countLeads(book)).toEqual({ people: 1, companies: 1 });
    expect((await handedOverTo(book, 'hubspot')).recordIds.get(ids[0] ?? '')).toBe('18');
  });
});
