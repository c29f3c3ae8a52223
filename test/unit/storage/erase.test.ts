import { describe, expect, it } from 'vitest';
import { createOrderSession } from '../../../lib/exchange/orders/order-session.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { addNote, editLead } from '../../../lib/storage/edit.ts';
import { erasePerson } from '../../../lib/storage/erase.ts';
import { readErasedList } from '../../../lib/storage/erased-list.ts';
import { allowAgain, erasures, forbidAgain } from '../../../lib/storage/erasures.ts';
import { findErasure } from '../../../lib/storage/find-erasure.ts';
import { forgetSite } from '../../../lib/storage/forget-site.ts';
import { noteOut, pagesRead, sitesRead, wentOutWith } from '../../../lib/storage/ledger.ts';
import { mergeLeads } from '../../../lib/storage/merge-leads.ts';
import { putReading } from '../../../lib/storage/put-reading.ts';
import { getLead } from '../../../lib/storage/read-leads.ts';
import { saveReferences } from '../../../lib/storage/references.ts';
import { saveItems } from '../../../lib/storage/save.ts';
import { toldElsewhere } from '../../../lib/storage/told-elsewhere.ts';
import { getTrayPage } from '../../../lib/storage/tray.ts';
import { undoAction } from '../../../lib/storage/undo.ts';
import { companyOf, emptyBook, itemOf, noBatch, page, personOf, phone, readingOf } from './make.ts';

const jane = () =>
  personOf(
    'd1',
    {
      name: 'Jane Maria Hollander',
      jobTitle: 'Einkaufsleiterin',
      companyName: 'Glasbau Lindner GmbH',
      emails: ['j.hollander@glasbau-lindner.example', 'info@glasbau-lindner.example'],
      phones: [phone('+4989123456701', 'work'), phone('+498912345670', 'switchboard')],
      links: ['https://www.linkedin.com/in/jane-hollander'],
      wechat: 'janehollander88',
    },
    { companyDraftId: 'c1' },
  );
const paul = () =>
  personOf(
    'd2',
    {
      name: 'Paul Egger',
      emails: ['p.egger@glasbau-lindner.example'],
      phones: [phone('+498912345670', 'switchboard')],
    },
    { companyDraftId: 'c1' },
  );
const firm = () =>
  companyOf('c1', {
    name: 'Glasbau Lindner GmbH',
    domain: 'glasbau-lindner.example',
    phones: [phone('+498912345670', 'switchboard')],
    representatives: ['Jane Maria Hollander', 'Otto Lindner'],
  });

async function filledBook(): Promise<{ book: Book; janeId: string; paulId: string; firmId: string }> {
  const book = await emptyBook();
  const tray = await putReading(book, readingOf([jane(), paul(), firm()]));
  const { outcomes } = await saveItems(book, { items: tray.items, batch: noBatch, url: page, now: 2000 });
  const idOf = (draft: string) => outcomes.find(({ draftId }) => draftId === draft)?.leadId ?? '';
  return { book, janeId: idOf('d1'), paulId: idOf('d2'), firmId: idOf('c1') };
}

/** Every record of the raw database in one text. */
async function rawText(book: Book): Promise<string> {
  const db = await book.connection();
  const parts: string[] = [];
  for (const store of db.objectStoreNames) {
    parts.push(JSON.stringify([await db.getAllKeys(store), await db.getAll(store)]));
  }
  return parts.join('\n').toLowerCase();
}

describe('erasing a person', () => {
  it('leaves none of their values in any store', async () => {
    const { book, janeId, paulId, firmId } = await filledBook();
    await editLead(book, janeId, { emails: ['jane@hollander.example'], name: 'Jane Hollander-Roth' }, 3000);
    await addNote(book, janeId, 'likes to be called early', 3100);
    await addNote(book, paulId, 'Ask Hollander-Roth, Jane (089 / 12 34 56 701) or JANE@hollander.example', 3200);
    await addNote(
      book,
      firmId,
      'https://de.linkedin.com/in/jane-hollander?trk=x runs buying; wechat janehollander88',
      3300,
    );
    await noteOut(book, { at: 3400, what: 'export', where: 'people.xlsx', count: 2, leadIds: [janeId, paulId] });
    const url = 'https://www.linkedin.com/in/jane-hollander';
    await putReading(book, readingOf([jane()], { url, title: 'Jane Maria Hollander | LinkedIn' }));

    const { marks, cleaned } = await erasePerson(book, janeId, 5000);

    const text = await rawText(book);
    const values = ['jane', 'hollander', 'einkaufsleiterin', '4989123456701', '12 34 56 701', 'called early', janeId];
    expect(values.filter((value) => text.includes(value))).toEqual([]);
    expect(marks).toBeGreaterThan(8);
    expect(cleaned).toBeGreaterThan(2);
    expect(await getLead(book, janeId)).toBeUndefined();
  });

  it('leaves others as they were: the switchboard, the colleague, the other representative', async () => {
    const { book, janeId, paulId, firmId } = await filledBook();
    await erasePerson(book, janeId, 5000);
    const colleague = await getLead(book, paulId);
    expect(colleague?.lead).toMatchObject({ name: 'Paul Egger', emails: ['p.egger@glasbau-lindner.example'] });
    expect(colleague?.lead.phones).toHaveLength(1);
    const company = await getLead(book, firmId);
    expect(company?.lead).toMatchObject({ representatives: ['Otto Lindner'] });
    expect(company?.lead.phones).toHaveLength(1);
  });

  it('leaves a namesake of another firm their name', async () => {
    const { book, janeId } = await filledBook();
    const other = personOf('x', {
      name: 'Jane Maria Hollander',
      companyName: 'Weber AG',
      emails: ['jmh@weber.example'],
    });
    const elsewhere = 'https://weber.example/team';
    const tray = await putReading(book, readingOf([other], { url: elsewhere }));
    const { outcomes } = await saveItems(book, { items: tray.items, batch: noBatch, url: elsewhere, now: 2500 });
    await erasePerson(book, janeId, 5000);
    const kept = await getLead(book, outcomes[0]?.leadId ?? '');
    expect(kept?.lead).toMatchObject({ name: 'Jane Maria Hollander', emails: ['jmh@weber.example'] });
    expect(Object.keys(kept?.receipts.readAt ?? {})).toContain('name');
  });

  it('keeps nobody who comes again: the tray says since when, a save leaves them out', async () => {
    const { book, janeId } = await filledBook();
    await erasePerson(book, janeId, 5000);
    const again = personOf('n1', { name: 'Hollander, Jane Maria', companyName: 'Glasbau Lindner' });
    const byMail = personOf('n2', { name: 'J. H.', emails: ['J.Hollander@Glasbau-Lindner.example'] });
    const fresh = personOf('n3', { name: 'Anna Neu', emails: ['anna@glasbau-lindner.example'] });
    const tray = await putReading(book, readingOf([again, byMail, fresh, firm()], { url: `${page}/again` }));
    expect(tray.erased).toEqual([5000, 5000]);
    expect(tray.items.map(({ draft }) => draft.id)).toEqual(['n3', 'c1']);
    expect(JSON.stringify(tray)).not.toContain('Jane Maria');
    const items = [itemOf(byMail), itemOf(fresh)];
    const { outcomes, erased } = await saveItems(book, { items, batch: noBatch, url: page, now: 6000 });
    expect(erased).toBe(1);
    expect(outcomes.map(({ draftId }) => draftId)).toEqual(['n3']);
    expect((await getTrayPage(book, `${page}/again`))?.erased).toEqual([5000, 5000]);
  });

  it('takes along whoever was merged into them, and all that merging keeps', async () => {
    const { book, janeId } = await filledBook();
    const elsewhere = 'https://fair.example/visitors';
    const twin = personOf('t', { name: 'J. Hollander-Weiss', emails: ['jhw@private.example'] });
    const tray = await putReading(book, readingOf([twin], { url: elsewhere }));
    const { outcomes } = await saveItems(book, { items: tray.items, batch: noBatch, url: elsewhere, now: 2500 });
    await mergeLeads(book, [{ leadIds: [janeId, outcomes[0]?.leadId ?? ''], keptId: janeId }], 2600);
    await erasePerson(book, janeId, 5000);
    const text = await rawText(book);
    expect(['hollander', 'jhw@', 'private.example'].filter((value) => text.includes(value))).toEqual([]);
    const list = await readErasedList(book);
    const values = { emails: ['jhw@private.example'], phones: [], links: [], addresses: [] };
    expect(list.person(values, true)).toBe(5000);
  });

  it('is not undone by taking back what was done before', async () => {
    const { book, janeId } = await filledBook();
    const { actionId } = await editLead(book, janeId, { jobTitle: 'CEO' }, 3000);
    await erasePerson(book, janeId, 5000);
    await undoAction(book, actionId, 6000);
    expect(await rawText(book)).not.toContain('hollander');
  });

  it('knows nobody by a shared number or a role address alone', async () => {
    const { book, janeId } = await filledBook();
    await erasePerson(book, janeId, 5000);
    const list = await readErasedList(book);
    const values = { emails: ['info@glasbau-lindner.example'], links: [], addresses: [] };
    expect(list.person({ ...values, name: 'Uwe Neu', phones: [phone('+498912345670')] }, false)).toBeUndefined();
    expect(list.person({ ...values, name: 'Jane Maria Hollander', phones: [] }, false)).toBe(5000);
  });

  it('refuses whom the book does not have', async () => {
    const { book } = await filledBook();
    await expect(erasePerson(book, 'nobody', 1)).rejects.toThrow('no person');
  });
});

describe('the ledger', () => {
  it('tells what was read, once a page and day, and what left with whom', async () => {
    const { book, janeId, paulId } = await filledBook();
    await putReading(book, readingOf([paul()]));
    await noteOut(book, { at: 3000, what: 'export', where: 'one.csv', count: 1, leadIds: [janeId] });
    await noteOut(book, { at: 4000, what: 'pack', where: 'all.pack', count: 9 });
    const { entries } = await pagesRead(book, undefined, 10);
    expect(entries).toMatchObject([{ site: 'glasbau-lindner.example', times: 2, people: 2, companies: 1 }]);
    expect((await wentOutWith(book, [paulId], 2000)).map(({ where }) => where)).toEqual(['all.pack']);
    expect((await wentOutWith(book, [janeId], 2000)).map(({ where }) => where)).toEqual(['all.pack', 'one.csv']);
  });
});

describe('letting somebody be kept again', () => {
  it('is by an address, number or link that they are known by, and can be taken back', async () => {
    const { book, janeId } = await filledBook();
    await erasePerson(book, janeId, 5000);
    expect(await findErasure(book, 'someone@else.example')).toBeUndefined();
    for (const typed of ['J.Hollander@glasbau-lindner.example', '+49 89 123 456 701', 'linkedin.com/in/jane-hollander'])
      expect(await findErasure(book, typed), typed).toMatchObject({ at: 5000 });
    expect(await findErasure(book, '089 123456701', 'DE')).toMatchObject({ at: 5000 });
    const [erasure] = await erasures(book);
    const marks = await allowAgain(book, erasure?.erasureId ?? '');
    expect((await readErasedList(book)).isEmpty).toBe(true);
    await forbidAgain(book, marks);
    expect((await erasures(book))[0]).toEqual(erasure);
  });
});

describe('forgetting a site', () => {
  it('takes drafts, ledger and places of that site alone; people and their values stay', async () => {
    const { book, janeId } = await filledBook();
    const other = 'https://fair.example/list';
    await putReading(book, readingOf([paul()], { url: other }));
    const { pages, records } = await forgetSite(book, 'glasbau-lindner.example');
    expect(pages).toBe(2);
    expect(records).toBeGreaterThan(3);
    expect(await rawText(book)).not.toContain('glasbau-lindner.example/team');
    const full = await getLead(book, janeId);
    expect(full?.lead.emails).toContain('j.hollander@glasbau-lindner.example');
    expect(full?.receipts.readAt.name).toEqual([]);
    expect((await pagesRead(book, undefined, 10)).entries.map(({ site }) => site)).toEqual(['fair.example']);
  });

  it('is a webmail by its host, and whatever was pasted', async () => {
    const { book } = await filledBook();
    const mailAt = (host: string) => ({ url: `https://${host}/inbox`, key: `mail:${host}/1a2b` });
    const sources = [mailAt('mail.one.example'), mailAt('mail.two.example'), { url: 'pasted:1700000000000' }];
    for (const source of sources) {
      const drafts = [personOf('m', { name: 'Ada Wolf', emails: ['ada@wolf.example'] })];
      const tray = await putReading(book, readingOf(drafts, source));
      await saveItems(book, { items: tray.items, batch: noBatch, url: tray.url, now: 2600 });
    }
    const siteNames = async () => (await sitesRead(book)).map(({ site }) => site).toSorted();
    expect(await siteNames()).toEqual(['glasbau-lindner.example', 'mail.one.example', 'mail.two.example', 'pasted']);
    expect(await forgetSite(book, 'mail.one.example')).toMatchObject({ pages: 2 });
    const rest = await rawText(book);
    expect(rest).not.toContain('mail.one.example');
    expect(rest).toContain('mail:mail.two.example/1a2b');
    expect(await forgetSite(book, 'pasted')).toMatchObject({ pages: 2 });
    expect(await rawText(book)).not.toContain('pasted:');
    expect(await siteNames()).toEqual(['glasbau-lindner.example', 'mail.two.example']);
  });
});

describe('what stands of a person beside their record', () => {
  it('is what erasing searches: drafts, orders, entries of lists; of others only that they name them', async () => {
    const { book, janeId } = await filledBook();
    const url = 'https://fair.example/list';
    const again = personOf('d7', { name: 'J. Hollander', emails: ['j.hollander@glasbau-lindner.example'] });
    const other = companyOf('c7', { name: 'Weber AG', representatives: ['Jane Maria Hollander'] });
    await putReading(book, readingOf([again, other, paul()], { url }));
    const session = createOrderSession(book);
    const list =
      'Customer,Email,Date,Amount,Currency\nHollander,j.hollander@glasbau-lindner.example,2026-01-05,12,EUR\n';
    const view = await session.openOrders('shop.csv', new TextEncoder().encode(`${list}Paul,,2026-01-06,7,EUR\n`));
    await session.planOrders(view);
    await session.writeOrders();
    await saveReferences(
      book,
      { name: 'Robinson', purpose: 'doNotContact', source: 'HubSpot', file: 'r.csv', at: 2500 },
      [
        { keys: ['e:j.hollander@glasbau-lindner.example'], name: 'Jane Maria Hollander', status: 'no mails' },
        { keys: ['e:p.egger@glasbau-lindner.example'], name: 'Paul Egger' },
      ],
    );
    const told = await toldElsewhere(book, janeId);
    expect(told.drafts.find(({ where, values }) => where === url && values.length > 0)?.values).toEqual([
      { field: 'name', value: 'J. Hollander' },
      { field: 'emails', value: 'j.hollander@glasbau-lindner.example' },
    ]);
    expect(told.drafts.filter(({ where }) => where === url)).toContainEqual({ at: 1000, where: url, values: [] });
    expect(told.orders).toMatchObject([{ amount: 12, currency: 'EUR', file: 'shop.csv' }]);
    expect(told.listed).toEqual([
      { list: 'Robinson', source: 'HubSpot', purpose: 'doNotContact', said: ['Jane Maria Hollander', 'no mails'] },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/Egger|Weber/);
  });
});
