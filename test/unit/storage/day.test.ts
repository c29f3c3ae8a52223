import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Company } from '../../../lib/domain/schema/lead.ts';
import { firstPipeline, type Pipeline } from '../../../lib/domain/schema/stage.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { birthdaysOn, silentLeads, stuckLead, stuckLeads } from '../../../lib/storage/day.ts';
import { bulkEdit, deleteLeads, editLead, getLeads, restoreLeads, saveItems } from '../../../lib/storage/leads.ts';
import { newId } from '../../../lib/storage/new-id.ts';
import { createSearchService, type SearchService } from '../../../lib/storage/search-service.ts';
import { getSetting, setSetting } from '../../../lib/storage/settings.ts';
import { addTask } from '../../../lib/storage/tasks.ts';
import { logTouch } from '../../../lib/storage/touches.ts';
import { write } from '../../../lib/storage/transact.ts';
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

/** Puts companies into the book as they are kept, which is quicker than saving each. */
const manyMore = (count: number, values: Pick<Company, 'pipelineStage' | 'outcome'>) =>
  write(book, ['companies'], async (tx) => {
    const row = await tx.objectStore('companies').get(firm);
    if (!row) throw new Error('no firm');
    const keys = { emails: [], phones: [], links: [] };
    const puts = Array.from({ length: count }, (_, at) =>
      tx.objectStore('companies').put({ ...row, ...values, keys, id: newId(2 * day + at), createdAt: 2 * day + at }),
    );
    await Promise.all(puts);
  });

describe('stuckLeads', () => {
  let search: SearchService;
  beforeEach(() => {
    search = createSearchService(book, Date.now, 60_000);
    return () => search.close();
  });
  const stuckIn = async (pipeline: Pipeline, at = now, most = 100) =>
    (await stuckLeads(book, search, pipeline, at, { most })).map(({ lead, stage }) => [lead.name, stage]);
  const stuck = () => stuckIn(firstPipeline);
  it('are those that stand still, moved or never moved, without a plan', async () => {
    expect(await stuckIn(firstPipeline, 15 * day)).toEqual([]);
    expect(await stuck()).toEqual([
      ['Glasbau Lindner GmbH', 'new'],
      ['Paul Okafor', 'new'],
    ]);
    const [first, ...rest] = firstPipeline.stages;
    const calm = { ...firstPipeline, stages: first ? [{ ...first, patienceDays: 0 }, ...rest] : rest };
    expect(await stuckIn(calm)).toEqual([]);
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

  it('are found behind thousands that ended long ago, without reading those', async () => {
    await manyMore(2100, {
      pipelineStage: { stage: 'offer', since: 3 * day },
      outcome: { result: 'lost', at: 4 * day },
    });
    await bulkEdit(book, [firm], { pipelineStage: { stage: 'offer', since: 60 * day } }, 60 * day);
    await search.sizes();
    const get = vi.spyOn(IDBObjectStore.prototype, 'get');
    expect(await stuck()).toEqual([
      ['Paul Okafor', 'new'],
      ['Glasbau Lindner GmbH', 'offer'],
    ]);
    expect(get.mock.calls.length).toBeLessThan(20);
    get.mockRestore();
  });

  it('are read only until there are enough of them', async () => {
    await manyMore(900, {});
    await search.sizes();
    const get = vi.spyOn(IDBObjectStore.prototype, 'get');
    expect(await stuckIn(firstPipeline, now, 10)).toHaveLength(10);
    expect(get.mock.calls.length).toBeLessThan(300);
    get.mockRestore();
  });

  it('are the people of a company that is in the bin, until it is back', async () => {
    const one = async (id: string) => (await stuckLead(book, id, firstPipeline, now))?.stage;
    expect(await one(erika)).toBeUndefined();
    await deleteLeads(book, [firm], 90 * day);
    expect(await stuck()).toEqual([
      ['Erika Lindner', 'new'],
      ['Paul Okafor', 'new'],
    ]);
    expect(await one(erika)).toBe('new');
    await restoreLeads(book, [firm], 91 * day);
    expect(await stuck()).toEqual([
      ['Glasbau Lindner GmbH', 'new'],
      ['Paul Okafor', 'new'],
    ]);
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
