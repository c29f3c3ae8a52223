import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { outcomeOf } from '../../../lib/domain/outcome.ts';
import type { Company, Lead } from '../../../lib/domain/schema/lead.ts';
import { firstPipeline } from '../../../lib/domain/schema/stage.ts';
import { stagePatch, standingOf } from '../../../lib/domain/stage.ts';
import { mayContact } from '../../../lib/privacy/may-contact.ts';
import type { Book } from '../../../lib/storage/book.ts';
import {
  bulkEdit,
  deleteLeads,
  editLead,
  getLead,
  restoreLeads,
  saveItems,
  undoAction,
} from '../../../lib/storage/leads.ts';
import { createSearchService } from '../../../lib/storage/search-service.ts';
import { company, emptyBook, noBatch, page, person } from './make.ts';

const day = 24 * 60 * 60 * 1000;
let book: Book;
let firm: string;
let erika: string;
let jonas: string;
let paul: string;

beforeEach(async () => {
  book = await emptyBook();
  const items = [
    company('c1', { name: 'Glasbau Lindner GmbH', domain: 'glasbau-lindner.example' }),
    person('p1', { name: 'Erika Lindner' }, { companyDraftId: 'c1' }),
    person('p2', { name: 'Jonas Weber' }, { companyDraftId: 'c1' }),
    person('p3', { name: 'Paul Okafor' }),
  ];
  const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: day });
  [firm = '', erika = '', jonas = '', paul = ''] = ['c1', 'p1', 'p2', 'p3'].map(
    (draft) => outcomes.find(({ draftId }) => draftId === draft)?.leadId ?? '',
  );
});

const leadOf = async (id: string): Promise<Lead | undefined> => (await getLead(book, id))?.lead;
const changesOf = async (id: string) => (await getLead(book, id))?.changes.length;
const won = { result: 'won' as const, at: 7 * day };

describe('who is moved through a person', () => {
  it('is their company, once, with one undo; whoever has none is moved themselves', async () => {
    const before = await changesOf(firm);
    const { actionId } = await bulkEdit(book, [erika, jonas, paul], stagePatch('offer', 5 * day), 5 * day);
    const at = { stage: 'offer', since: 5 * day };
    expect(await leadOf(firm)).toMatchObject({ pipelineStage: at, updatedAt: 5 * day });
    expect(await changesOf(firm)).toBe((before ?? 0) + 1);
    expect(await leadOf(erika)).not.toHaveProperty('pipelineStage');
    expect(await leadOf(jonas)).toMatchObject({ updatedAt: day });
    expect(await leadOf(paul)).toMatchObject({ pipelineStage: at });
    expect((await undoAction(book, actionId, 6 * day)).conflicts).toEqual([]);
    expect(await leadOf(firm)).not.toHaveProperty('pipelineStage');
    expect(await leadOf(paul)).not.toHaveProperty('pipelineStage');
  });

  it('ends with their company too, and what else is set stays their own', async () => {
    await bulkEdit(book, [erika, firm], { outcome: won, owner: 'Anna', addTags: ['fair'] }, 7 * day);
    expect(await leadOf(firm)).toMatchObject({ outcome: won, owner: 'Anna', tags: ['fair'] });
    const lead = await leadOf(erika);
    expect(lead).toMatchObject({ owner: 'Anna', tags: ['fair'] });
    expect(lead).not.toHaveProperty('outcome');
    await editLead(book, jonas, { outcome: null }, 8 * day);
    expect(await leadOf(firm)).not.toHaveProperty('outcome');
  });

  it('is the person where the company is in the bin', async () => {
    await deleteLeads(book, [firm], 4 * day);
    await bulkEdit(book, [erika], { outcome: won }, 7 * day);
    expect(await leadOf(erika)).toMatchObject({ outcome: won });
    await restoreLeads(book, [firm], 8 * day);
    expect(await leadOf(firm)).not.toHaveProperty('outcome');
  });
});

it('an outcome of their own says nothing of a person whose company is there, wherever it is read', async () => {
  // As older versions and files leave it.
  await deleteLeads(book, [firm], 4 * day);
  await bulkEdit(book, [erika], { outcome: { ...won, reason: 'Price' } }, 7 * day);
  const search = createSearchService(book);
  const keys = async () => {
    const sort = { by: 'name', descending: false };
    const { rows, keys } = await search.table({ kind: 'person', text: 'Erika', sort, offset: 0, limit: 1 });
    const { stage, outcome, reason } = keys[0] ?? {};
    return rows.length === 1 ? [stage, outcome, reason] : undefined;
  };
  expect(await keys()).toEqual(['won', 'won', 'Price']);
  await restoreLeads(book, [firm], 8 * day);
  expect(await keys()).toEqual(['new', 'open', '']);
  const [lead, held] = [(await leadOf(erika)) as Lead, (await leadOf(firm)) as Company];
  expect(standingOf(lead, held, firstPipeline).stage).toBe('new');
  expect(outcomeOf(lead, held)).toBeUndefined();
  expect(outcomeOf(lead)).toMatchObject({ of: 'lead' });
  const german = { ...held, addresses: [{ country: 'DE', text: 'Ulm' }] } as Company;
  expect(mayContact(lead, german, [], 'email').reasons.map(({ is }) => is)).not.toContain('customer');
  expect(mayContact(lead, { ...german, outcome: won }, [], 'email').reasons.map(({ is }) => is)).toContain('customer');
  search.close();
});
