import { beforeEach, describe, expect, it } from 'vitest';
import { readReferences, referenceEntries } from '../../../lib/exchange/references/read-list.ts';
import { type Book, openBookAt } from '../../../lib/storage/book.ts';
import { compareDrafts } from '../../../lib/storage/leads.ts';
import { referenceLists, removeReferences, saveReferences } from '../../../lib/storage/references.ts';
import { lookUpSenders } from '../../../lib/storage/senders.ts';
import { company, emptyBook, person } from './make.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
});

async function keep(text: string, purpose: 'contacts' | 'accounts' | 'doNotContact', source = 'HubSpot') {
  const file = await readReferences({ text });
  const { entries, skipped } = referenceEntries(file, file.columns, purpose);
  const list = await saveReferences(book, { name: source, purpose, source, file: 'a.csv', at: 1000 }, entries);
  return { list, skipped, columns: file.columns };
}
const listed = async (items: Parameters<typeof compareDrafts>[1]) =>
  (await compareDrafts(book, items)).map(({ listed: said }) =>
    said?.map(({ source, owner, status }) => [source, owner, status]),
  );

const ada = person('ada', { name: 'Ada Sund', emails: ['ada@nordhafen.example'], companyName: 'Nordhafen AB' });
const bo = person('bo', { name: 'Bo Ek', emails: ['bo@nordhafen.example'], companyName: 'Nordhafen AB' });
const firm = company('firm', { name: 'Nordhafen AB', domain: 'nordhafen.example' });

describe('lists that are only checked', () => {
  it('say whose a contact is, and nothing of colleagues', async () => {
    const { columns, skipped } = await keep(
      'Record ID,First Name,Last Name,Email,Contact owner,Lifecycle Stage,Company Name\n1,Ada,Sund,ADA@nordhafen.example,Anna,customer,Nordhafen AB\n2,,,,,,\n3,,,,Bea,,\n',
      'contacts',
    );
    expect(columns).toEqual(['ignore', 'name', 'name', 'email', 'owner', 'status', 'company']);
    expect(skipped).toBe(2);
    expect(await listed([ada, bo, firm])).toEqual([[['HubSpot', 'Anna', 'customer']], undefined, undefined]);
  });

  it('say it of everybody of an account, by name or domain', async () => {
    await keep('Company,Domain,Owner\nNordhafen AB,,Bea\nOther,other.example,Cem\n', 'accounts', 'Bea');
    expect(await listed([ada, bo, firm])).toEqual(Array.from({ length: 3 }, () => [['Bea', 'Bea', undefined]]));
    expect(await listed([person('x', { name: 'Xu Li', emails: ['x@other.example'] })])).toEqual([
      [['Bea', 'Cem', undefined]],
    ]);
  });

  it('that must not be contacted are pointed out before a mail is written', async () => {
    await keep('E-mail,Domain\nada@nordhafen.example,\n,barred.example\n', 'doNotContact', 'Robinson');
    const self = { addresses: [], domains: [], never: [] };
    const people = ['ada@nordhafen.example', 'x@barred.example', 'bo@nordhafen.example'].map((address) => ({
      address,
      name: '',
      where: 'compose' as const,
    }));
    const senders = await lookUpSenders(book, people, self as never, 2000);
    expect(senders.map(({ is }) => is)).toEqual(['barred', 'barred', 'stranger']);
  });

  it('answer nothing once removed or called off, and go when the book is next opened', async () => {
    const { list } = await keep('E-mail\nada@nordhafen.example\n', 'contacts');
    await removeReferences(book, list.id, 2000);
    expect(await listed([ada])).toEqual([undefined]);
    (await openBookAt({ now: 3000 })).close();
    await removeReferences(book, list.id);
    expect(await listed([ada])).toEqual([[['HubSpot', undefined, undefined]]]);
    await removeReferences(book, list.id, 2000);

    const off = new AbortController();
    const entries = Array.from({ length: 1200 }, (_, i) => ({ keys: [`e:p${i}@x.example`] }));
    const saving = saveReferences(book, { name: 'L', purpose: 'contacts', source: '', file: '', at: 1 }, entries, {
      signal: off.signal,
      onProgress: () => off.abort(),
    });
    await expect(saving).rejects.toThrow();
    expect(await referenceLists(book)).toEqual([]);
    (await openBookAt({ now: 2000 + 86_400_000 })).close();
    const database = await book.connection();
    expect([await database.count('references'), await database.count('referenceLists')]).toEqual([0, 0]);
  });
});
