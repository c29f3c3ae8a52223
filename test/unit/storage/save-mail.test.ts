import { beforeEach, expect, it } from 'vitest';
import type { Reading } from '../../../lib/domain/schema/draft.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { getLead, saveItems, undoAction } from '../../../lib/storage/leads.ts';
import { putReading } from '../../../lib/storage/put-reading.ts';
import { getTrayPage } from '../../../lib/storage/tray.ts';
import { waitingPages } from '../../../lib/storage/tray-waiting.ts';
import { emptyBook, noBatch, personOf, readingOf } from './make.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
});

const key = 'mail:mail.firm.example/abc123';
const link = 'https://mail.firm.example/?_uid=4';
const mailOpen = { subject: 'Offer', link, touched: [{ address: 'erika@glasbau-lindner.example', at: 500 }] };
const erika = personOf('p1', {
  name: 'Erika Lindner',
  emails: ['Erika@glasbau-lindner.example'],
  jobTitle: 'Einkauf',
});
const jonas = personOf(
  'p2',
  { name: 'Jonas Falk', emails: ['jonas@falk.example'] },
  {
    leadSource: { group: 'inbound', name: '' },
  },
);

async function saveAll(more: Partial<Reading> = {}) {
  await putReading(book, { ...readingOf([erika, jonas]), key, mailOpen, ...more });
  const page = await getTrayPage(book, key);
  const batch = { ...noBatch, leadSource: { group: 'browsing' as const, name: 'Web' } };
  const saved = await saveItems(book, { items: page?.items ?? [], batch, url: key, now: 2000 });
  const leads = await Promise.all(saved.outcomes.map(({ leadId }) => getLead(book, leadId)));
  return { ...saved, leads };
}

it('notes the mail with whoever its headers name: when, subject, way back', async () => {
  const { leads } = await saveAll();
  const mails = leads.map((full) => full?.interactions.filter(({ kind }) => kind === 'email') ?? []);
  expect(mails[0]).toMatchObject([{ occurredAt: 500, text: 'Offer', url: link }]);
  expect(mails[1]).toEqual([]);
});

it('notes it once, however often it is saved, and takes it back with the save', async () => {
  await saveAll();
  const { leads, actionId } = await saveAll();
  const touches = leads[0]?.interactions ?? [];
  expect(touches.filter(({ kind }) => kind === 'email')).toHaveLength(1);
  await undoAction(book, actionId, 3000);
  const again = await saveAll({ mailOpen: { ...mailOpen, subject: 'Another' } });
  expect(again.leads[0]?.interactions.filter(({ kind }) => kind === 'email')).toHaveLength(2);
});

it('what was read says how we met; what is set for the run fills the rest', async () => {
  const { leads } = await saveAll();
  expect(leads.map((full) => full?.lead.leadSource?.group)).toEqual(['browsing', 'inbound']);
});

it('places lead back to the mail, never to the key', async () => {
  const { leads } = await saveAll();
  expect(leads.flatMap((full) => full?.interactions.map(({ url }) => url) ?? [])).not.toContain(key);
});

it('a mail that was only looked at waits for nothing', async () => {
  await putReading(book, { ...readingOf([erika]), key, mailOpen });
  expect(await waitingPages(book, 1500, 5)).toEqual([]);
});
