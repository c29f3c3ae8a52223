import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { firstPipeline } from '../../../lib/domain/schema/stage.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { birthdaysOn, silentLeads, stuckLead, stuckLeads } from '../../../lib/storage/day.ts';
import { bulkEdit, editLead, getLeads, saveItems } from '../../../lib/storage/leads.ts';
import { getSetting, setSetting } from '../../../lib/storage/settings.ts';
import { addTask } from '../../../lib/storage/tasks.ts';
import { logTouch } from '../../../lib/storage/touches.ts';
import { company, emptyBook, noBatch, page, person } from './make.ts';

const day = 24 * 60 * 60 * 1000;
const now = 100 * day;
let book: Book;
let firm: string;
let erika: string;
let paul: string;

beforeEach(async () => {
  book = await emptyBook();
  const items = [
    company('c1', { name: 'Glasbau Lindner GmbH', domain: 'glasbau-lindner.example' }),
    person('p1', { name: 'Erika Lindner' }, { companyDraftId: 'c1' }),
    person('p2', { name: 'Paul Okafor' }),
  ];
  const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: day });
  [firm = '', erika = '', paul = ''] = ['c1', 'p1', 'p2'].map(
    (draft) => outcomes.find(({ draftId }) => draftId === draft)?.leadId ?? '',
  );
});

describe('silentLeads', () => {
  const silent = async () => {
    const leads = [...(await getLeads(book, 'company', [firm])), ...(await getLeads(book, 'person', [paul]))];
    return (await silentLeads(book, leads, 30, now)).map(({ lead, touchedAt }) => [lead.name, touchedAt]);
  };
  it('are those whom nobody was in touch with, a company through its people too', async () => {
    await logTouch(book, erika, { kind: 'call', text: '' }, 50 * day);
    expect(await silent()).toEqual([
      ['Glasbau Lindner GmbH', 50 * day],
      ['Paul Okafor', undefined],
    ]);
    await logTouch(book, erika, { kind: 'call', text: '' }, 90 * day);
    expect(await silent()).toEqual([['Paul Okafor', undefined]]);
    // Who is won or lost is no prospect that waits to be heard of.
    await bulkEdit(book, [paul], { outcome: { result: 'lost', at: 95 * day } }, 95 * day);
    expect(await silent()).toEqual([]);
  });
});

describe('stuckLeads', () => {
  const stuck = async () => (await stuckLeads(book, firstPipeline, now)).map(({ lead, stage }) => [lead.name, stage]);
  it('are those that were moved and then stood still, without a plan', async () => {
    expect(await stuck()).toEqual([]);
    await bulkEdit(book, [firm, paul], { pipelineStage: { stage: 'offer', since: 60 * day } }, 60 * day);
    expect(await stuck()).toEqual([
      ['Glasbau Lindner GmbH', 'offer'],
      ['Paul Okafor', 'offer'],
    ]);
    const one = async (id: string) => (await stuckLead(book, id, firstPipeline, now))?.stage;
    expect([await one(firm), await one(erika), await one('gone')]).toEqual(['offer', undefined, undefined]);
    await logTouch(book, erika, { kind: 'meeting', text: '' }, 95 * day);
    expect(await one(firm)).toBeUndefined();
    await addTask(book, [paul], { text: 'Ring', dueAt: 110 * day }, 96 * day);
    expect(await stuck()).toEqual([]);
  });
});

it('birthdays are found by the own field that holds them', async () => {
  await editLead(book, paul, { 'own.born': '1980-05-06' }, now);
  const days = [new Date(2026, 4, 5, 12), new Date(2026, 4, 6, 12)].map((at) => at.getTime());
  expect((await birthdaysOn(book, 'born', days)).map(({ lead, at }) => [lead.name, at])).toEqual([
    ['Paul Okafor', days[1]],
  ]);
  expect(await birthdaysOn(book, 'other', days)).toEqual([]);
});

it('who named themselves is the owner of all that they save, unless the run names another', async () => {
  await setSetting(book, 'work', { ...(await getSetting(book, 'work')), myName: 'Anna' });
  const ownerOf = async (name: string, batch = noBatch) => {
    const { outcomes } = await saveItems(book, { items: [person(name, { name })], batch, url: page, now });
    return (await getLeads(book, 'person', [outcomes[0]?.leadId ?? '']))[0]?.owner;
  };
  expect(await ownerOf('Mara Adler')).toBe('Anna');
  expect(await ownerOf('Lars Marsh', { ...noBatch, owner: 'Li Na' })).toBe('Li Na');
});
