import 'fake-indexeddb/auto';
import Papa from 'papaparse';
import { beforeEach, describe, expect, it } from 'vitest';
import { type LeadSourceGroup, leadSourceGroup } from '../../../lib/domain/schema/lead.ts';
import { createOutSession } from '../../../lib/exchange/out/out-session.ts';
import { droppedBy } from '../../../lib/exchange/presets/dropped.ts';
import { chosenRows, planHandover } from '../../../lib/exchange/presets/hand-over.ts';
import { presetOf } from '../../../lib/exchange/presets/registry.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { rememberHandover } from '../../../lib/storage/handovers.ts';
import { editLead, saveItems } from '../../../lib/storage/leads.ts';
import { person as draftOf, emptyBook, noBatch, page } from '../storage/make.ts';
import { company, person } from './rows.ts';

const words = { group: () => 'Trade fair' };
const tableOf = (id: string, kind: 'person' | 'company' = 'person') => {
  const table = presetOf(id)?.tables[kind];
  if (!table) throw new Error('gone');
  return table;
};
const cellOf = (id: string, cells: readonly string[], heading: string) =>
  cells[tableOf(id).columns.findIndex((column) => column.heading === heading)];
const plan = (id: string, lead: Parameters<typeof person>[0], firm?: ReturnType<typeof company>) =>
  planHandover(tableOf(id), [{ lead: person(lead), ...(firm && { company: firm }) }], new Map(), words)[0];
const ada = { name: 'Ada Sund', companyName: 'Nordhafen AB', emails: ['ada@nordhafen.example'] };
const both = { onlyNews: false, withUnmatched: true };

describe('who is not to be contacted', () => {
  it('is a group of its own that goes only where it is wished', () => {
    const rows = [
      ...[ada, { ...ada, doNotContact: true }].map((lead) => ({ lead: person(lead) })),
      { lead: person(ada), company: company({ name: 'Nordhafen AB', doNotContact: true }) },
    ];
    const made = planHandover(tableOf('hubspot'), rows, new Map(), words);
    expect(made.map(({ problem }) => problem)).toEqual([undefined, 'barred', 'barred']);
    expect(chosenRows(made, both)).toHaveLength(1);
    expect(chosenRows(made, { ...both, withBarred: true })).toHaveLength(3);
  });

  it('goes with a refusal of one way where the system has a column for it', () => {
    const consent = { email: { state: 'withdrawn' as const, at: 1 } };
    expect(plan('hubspot', { ...ada, consent })?.problem).toBe('barred');
    const row = plan('salesforce', { ...ada, consent });
    expect(row?.problem).toBeUndefined();
    expect(cellOf('salesforce', row?.cells ?? [], 'Email Opt Out')).toBe('1');
    expect(cellOf('salesforce', row?.cells ?? [], 'Do Not Call')).toBe('');
    const all = plan('zoho', { ...ada, doNotContact: true });
    expect(cellOf('zoho', all?.cells ?? [], 'Email Opt Out')).toBe('1');
  });
});

describe('an id that came back', () => {
  it('is what the system knows a row by, of the kind it gives', () => {
    const firm = company({ name: 'Nordhafen AB' });
    const [before] = planHandover(tableOf('hubspot', 'company'), [{ lead: firm }], new Map(), words);
    expect(before?.problem).toBe('unmatched');
    const ids = new Map([[firm.id, '4711']]);
    const [row] = planHandover(tableOf('hubspot', 'company'), [{ lead: firm }], new Map(), words, ids);
    expect(row).toMatchObject({ recordId: '4711', missing: [], digest: before?.digest });
    expect(row).not.toHaveProperty('problem');
    const lead = person(ada);
    const idIn = (system: string, id: string) =>
      planHandover(tableOf(system), [{ lead }], new Map(), words, new Map([[lead.id, id]]))[0];
    expect(idIn('salesforce', '003xx')?.recordId).toBeUndefined();
    expect(idIn('salesforce', '00Qxx')?.recordId).toBe('00Qxx');
    const external = idIn('odoo', '__export__.res_partner_7');
    expect(cellOf('odoo', external?.cells ?? [], 'External ID')).toBe('__export__.res_partner_7');
    expect(cellOf('odoo', idIn('odoo', '7')?.cells ?? [], 'External ID')).toBe(lead.id);
  });

  describe('in the file', () => {
    let book: Book;
    beforeEach(async () => {
      book = await emptyBook();
    });
    const groups = Object.fromEntries(leadSourceGroup.options.map((group) => [group, group])) as Record<
      LeadSourceGroup,
      string
    >;
    it('stands in the system’s own column, which a file without ids does not have', async () => {
      const items = [draftOf('p1', { name: 'Ada Sund' }), draftOf('p2', { name: 'Bo Ek' })];
      const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
      const [first = '', second = ''] = outcomes.map(({ leadId }) => leadId);
      const out = createOutSession(book);
      const table = async () => {
        await out.plan({ target: 'hubspot', kind: 'person', groups });
        return Papa.parse<string[]>((await (await out.file(both)).text()).replace('\uFEFF', '')).data;
      };
      expect((await table())[0]?.[0]).toBe('First Name');
      const about = { at: 3000, target: 'hubspot', file: 'all.csv', way: 'back' as const };
      await rememberHandover(book, about, [{ leadId: first, value: '=4711' }]);
      await editLead(book, second, { doNotContact: true }, 4000);
      const [heading, row, end] = await table();
      expect(heading?.slice(0, 2)).toEqual(['Record ID', 'First Name']);
      expect(row?.slice(0, 2)).toEqual(["'=4711", 'Ada']);
      expect(end).toEqual(['']);
      expect(await out.plan({ target: 'hubspot', kind: 'person', groups })).toMatchObject({ barred: 1, newsBarred: 1 });
      expect(await out.plan({ target: 'vcard', kind: 'person', groups })).toMatchObject({ barred: 1, new: 1 });
      expect(await out.plan({ target: 'xlsx', kind: 'person', groups })).toMatchObject({ barred: 0, new: 2 });
    });
  });
});

it('counts what a system has no place for', () => {
  const number = (n: number, kind: 'work' | 'switchboard' | 'mobile') => ({ e164: `+4640123${n}`, text: `${n}`, kind });
  const lead = person({
    ...ada,
    emails: ['a@x.example', 'b@x.example', 'c@x.example'],
    phones: [number(1, 'work'), number(2, 'switchboard'), number(3, 'mobile'), number(4, 'work')],
    department: 'Sales',
    addresses: [{ text: 'Malmö', city: 'Malmö' }],
    tags: ['x'],
  });
  expect(droppedBy(tableOf('hubspot'), [lead, person({ ...ada, department: 'Finance' })])).toEqual([
    { field: 'emails', count: 2 },
    { field: 'department', count: 2 },
    { field: 'phones', phoneKind: 'switchboard', count: 1 },
    { field: 'phones', phoneKind: 'work', count: 1 },
    { field: 'tags', count: 1 },
  ]);
  expect(droppedBy(tableOf('outlook'), [lead])).toEqual([]);
  expect(droppedBy('vcard', [lead])).toEqual([]);
  const firm = company({ name: 'Nordhafen AB', phones: [number(2, 'switchboard')], vatId: 'SE1', domain: 'x.example' });
  expect(droppedBy(tableOf('hubspot', 'company'), [firm])).toEqual([{ field: 'vatId', count: 1 }]);
});

it('counts what work with somebody left, and own fields by their names', () => {
  const known = company({
    name: 'Nordhafen AB',
    domain: 'x.example',
    list: 'Hannover',
    pipelineStage: { stage: 'offer', since: 1 },
    outcome: { result: 'won', at: 2 },
    leadSource: { group: 'tradeFair', name: 'HM 2026' },
    wallet: [{ day: 20_000, amount: 100, currency: 'EUR' }],
    own: { need: 1200, gone: 'x', empty: null },
  });
  const names = new Map([
    ['need', 'Yearly need'],
    ['empty', 'Empty'],
  ]);
  const dropped = (target: Parameters<typeof droppedBy>[0]) => droppedBy(target, [known], names);
  const work = [
    { field: 'list', count: 1 },
    { field: 'stage', count: 1 },
    { field: 'outcome', count: 1 },
    { field: 'howWeMet', count: 1 },
    { field: 'wholeNeed', count: 1 },
    { own: 'Yearly need', count: 1 },
  ];
  expect(dropped(tableOf('hubspot', 'company'))).toEqual(work);
  expect(dropped('vcard')).toEqual(work);
  // HubSpot's contacts have a column for how one met.
  expect(droppedBy(tableOf('hubspot'), [person({ ...ada, leadSource: { group: 'tradeFair', name: '' } })])).toEqual([]);
});

it('joins tags as each system takes them apart', () => {
  const tags = ['pumps', 'north'];
  expect(cellOf('google-contacts', plan('google-contacts', { ...ada, tags })?.cells ?? [], 'Labels')).toBe(
    'pumps ::: north',
  );
  expect(cellOf('outlook', plan('outlook', { ...ada, tags })?.cells ?? [], 'Categories')).toBe('pumps;north');
  expect(cellOf('zoho', plan('zoho', { ...ada, tags })?.cells ?? [], 'Tag')).toBe('pumps,north');
});
