import { describe, expect, it } from 'vitest';
import { compareDrafts, countLeads, getLead, saveItems } from '../../../lib/storage/leads.ts';
import { putReading } from '../../../lib/storage/put-reading.ts';
import { getWorkingOn, markWork, nextToWork, setWorkingOn, workQueue } from '../../../lib/storage/work-through.ts';
import { company, companyOf, emptyBook, noBatch, page, personOf, readingOf } from './make.ts';

describe('working through a list', () => {
  it('goes through the firms in order, and fills the same record from each site', async () => {
    const book = await emptyBook();
    const items = ['Nordglas', 'Südglas', 'Westglas'].map((name, i) => company(`c${i}`, { name }));
    await saveItems(book, { items, batch: { ...noBatch, list: 'Fair' }, url: page, now: 2000 });
    const queue = await workQueue(book, 'Fair');
    expect(queue.map(({ lead, state }) => [lead.name, state])).toEqual([
      ['Nordglas', 'open'],
      ['Südglas', 'open'],
      ['Westglas', 'open'],
    ]);
    const nordglas = await nextToWork(book, 'Fair');
    await setWorkingOn(book, nordglas?.id);
    expect((await getWorkingOn(book))?.name).toBe('Nordglas');

    const own = { name: 'Nordglas Handels AB', website: 'https://nordglas.example' };
    const imprint = await putReading(
      book,
      readingOf(
        [
          companyOf('own', own, { role: 'own' }),
          companyOf('partner', { name: 'Nordglas Partner' }, { role: 'mentioned' }),
          personOf('ada', { name: 'Ada Sund' }, { companyDraftId: 'own' }),
        ],
        { url: 'https://nordglas.example/imprint' },
      ),
    );
    const standings = await compareDrafts(book, imprint.items);
    expect(standings.map(({ draftId, state }) => [draftId, state])).toEqual([
      ['ada', 'new'],
      ['own', 'differs'],
      ['partner', 'new'],
    ]);
    const wanted = imprint.items.filter(({ draft }) => draft.id !== 'partner');
    await saveItems(book, { items: wanted, batch: noBatch, url: imprint.url, now: 3000 });
    expect(await countLeads(book)).toEqual({ people: 1, companies: 3 });
    const full = await getLead(book, nordglas?.id ?? '');
    expect(full?.lead).toMatchObject({ name: 'Nordglas', website: 'https://nordglas.example' });
    expect(full?.people?.map(({ name }) => name)).toEqual(['Ada Sund']);

    // Another page of the same site: by its domain now, also when nothing is being worked on.
    await setWorkingOn(book, undefined);
    const contact = company('own', { ...own, emails: ['info@nordglas.example'] }, { role: 'own' });
    expect((await compareDrafts(book, [contact]))[0]?.lead?.id).toBe(nordglas?.id);

    await setWorkingOn(book, nordglas?.id);
    await markWork(book, nordglas?.id ?? '', 'done', 4000);
    expect((await nextToWork(book, 'Fair'))?.name).toBe('Südglas');
    await markWork(book, (await nextToWork(book, 'Fair'))?.id ?? '', 'skipped', 4000);
    expect((await nextToWork(book, 'Fair'))?.name).toBe('Westglas');
  });

  it('does not take another firm’s site for the firm', async () => {
    const book = await emptyBook();
    const { outcomes } = await saveItems(book, {
      items: [company('c', { name: 'Nordglas' })],
      batch: noBatch,
      url: page,
      now: 2000,
    });
    await setWorkingOn(book, outcomes[0]?.leadId);
    const other = company('own', { name: 'Fensterbau Falk', domain: 'falk.example' }, { role: 'own' });
    expect((await compareDrafts(book, [other]))[0]?.state).toBe('new');
  });
});
