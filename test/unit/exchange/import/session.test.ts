import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ImportChoices } from '../../../../lib/domain/import-row.ts';
import type { Lead } from '../../../../lib/domain/schema/lead.ts';
import { createImportSession } from '../../../../lib/exchange/import/session.ts';
import type { ImportRequest } from '../../../../lib/exchange/import/session-types.ts';
import { asOf } from '../../../../lib/scoring/learn/outcomes.ts';
import type { Book } from '../../../../lib/storage/book.ts';
import { erasePerson } from '../../../../lib/storage/erase.ts';
import { recentImports } from '../../../../lib/storage/import/write.ts';
import { countLeads, editLead, getLead, readRows, saveItems, undoAction } from '../../../../lib/storage/leads.ts';
import { addOwnField, getOwnFields } from '../../../../lib/storage/own-fields.ts';
import { emptyBook, noBatch, page, person } from '../../storage/make.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
});

const choices: ImportChoices = { replace: false, maybe: 'merge', tags: [] };

async function all(kind: Lead['kind']): Promise<Lead[]> {
  const leads: Lead[] = [];
  await readRows(book, kind, (rows) => leads.push(...rows));
  return leads;
}
async function planned(text: string, more: Partial<ImportRequest> = {}) {
  const session = createImportSession(book);
  const view = await session.open({ name: 'contacts.csv', text });
  const summary = await session.plan({ mapping: view.mapping, choices, ...more });
  return { session, view, summary };
}
async function imported(text: string, more: Partial<ImportRequest> = {}) {
  const { session, ...rest } = await planned(text, more);
  const done = await session.write();
  if (!('ids' in done)) throw new Error('the book was changed meanwhile');
  return { ...done, actionId: done.actionId ?? '', ...rest };
}
const counts = (s: Record<string, unknown>) => [s.created, s.merged, s.unchanged, s.refused];

const people = `First name;Last name;Company;E-mail;Mobile;City;Created;Outcome;Closed;Reason
Erika;Lindner;Glasbau Lindner GmbH;erika@glasbau-lindner.example;+49 151 12345678;Ulm;03.01.2024;won;05.06.2024;Quality
Jonas;Falk;Glasbau Lindner GmbH;jonas@glasbau-lindner.example;;Ulm;;;;
;;;;;;;;;
Nobody;;;;;;;;;
`;

describe('an import', () => {
  it('does not bring back who was erased, neither as a row nor as a representative of their firm', async () => {
    const items = [
      person('a', {
        name: 'Erika Lindner',
        companyName: 'Glasbau Lindner GmbH',
        emails: ['erika@glasbau-lindner.example'],
      }),
    ];
    const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
    await erasePerson(book, outcomes[0]?.leadId ?? '', 3000);
    const { summary } = await imported(
      'Company;Website;Managing directors;City\n' +
        'Glasbau Lindner GmbH;;Erika Lindner、Otto Lindner;Ulm\n' +
        'Lindner Glas;https://glasbau-lindner.example;Erika Lindner;Ulm\n' +
        'Weber AG;;Erika Lindner;Bonn\n',
    );
    expect(counts(summary)).toEqual([3, 0, 0, 0]);
    expect((await all('company')).map((one) => one.kind === 'company' && one.representatives)).toEqual([
      ['Otto Lindner'],
      [],
      ['Erika Lindner'],
    ]);
    expect((await imported(people)).summary.refused).toBe(1);
  });

  it('makes people with their companies, outcomes and days of long ago', async () => {
    const { summary, actionId } = await imported(people);
    expect(counts(summary)).toEqual([3, 0, 0, 0]);
    const [erika, jonas] = await all('person');
    const [firm, second] = await all('company');
    expect(second).toBeUndefined();
    expect(firm).toMatchObject({ name: 'Glasbau Lindner GmbH', outcome: { result: 'won', reason: 'Quality' } });
    expect(erika).toMatchObject({
      name: 'Erika Lindner',
      companyId: firm?.id ?? '',
      emails: ['erika@glasbau-lindner.example'],
      phones: [{ e164: '+4915112345678', kind: 'mobile' }],
    });
    expect(erika && new Date(erika.createdAt).toDateString()).toBe('Wed Jan 03 2024');
    expect(jonas).toMatchObject({ companyId: firm?.id ?? '' });
    const full = await getLead(book, erika?.id ?? '');
    expect(full?.receipts.readAt['emails|erika@glasbau-lindner.example']?.[0]).toMatchObject({
      url: 'import:contacts.csv#2',
      detector: 'import',
    });
    expect((await recentImports(book))[0]).toMatchObject({ id: actionId, import: { file: 'contacts.csv' } });
  });

  it('is taken back whole, but for what was changed since', async () => {
    const { actionId } = await imported(people);
    const [erika] = await all('person');
    const undone = await undoAction(book, actionId, Date.now());
    expect(undone.conflicts).toEqual([]);
    expect(await countLeads(book)).toEqual({ people: 0, companies: 0 });
    const database = await book.connection();
    for (const store of ['people', 'companies', 'changes', 'receipts'] as const)
      expect(await database.count(store)).toBe(0);

    const again = await imported(people);
    const [other] = await all('person');
    expect(other?.id).not.toBe(erika?.id);
    await editLead(book, other?.id ?? '', { note: 'Called' }, Date.now());
    await undoAction(book, again.actionId, Date.now());
    expect((await all('person')).map(({ name }) => name)).toEqual(['Erika Lindner']);
    expect((await all('company')).map(({ name }) => name)).toEqual(['Glasbau Lindner GmbH']);
  });

  it('changes nothing the second time', async () => {
    await imported(people);
    const { summary } = await planned(people);
    expect(counts(summary)).toEqual([0, 0, 3, 0]);
  });

  it('fills gaps, keeps what was typed and says so; replaces it where asked', async () => {
    const items = [person('p', { name: 'Erika Lindner', emails: ['e@firm.example'], jobTitle: 'Buyer' })];
    await saveItems(book, { items, batch: noBatch, url: page, now: 2000 });
    const text = 'Name,E-mail,Job title,Department\nErika Lindner,E@firm.example,Head,Sales\n';
    const { session, summary } = await planned(text);
    expect(counts(summary)).toEqual([0, 1, 0, 0]);
    expect(session.page('all', 0, 5).rows[0]).toMatchObject({
      changes: [{ field: 'department', after: 'Sales' }],
      conflicts: [{ field: 'jobTitle', ours: 'Buyer', theirs: 'Head' }],
    });
    const { actionId } = await imported(text, { choices: { ...choices, replace: true } });
    expect((await all('person'))[0]).toMatchObject({ jobTitle: 'Head', department: 'Sales' });
    await undoAction(book, actionId, Date.now());
    const [before] = await all('person');
    expect(before).toMatchObject({ jobTitle: 'Buyer', createdAt: 2000 });
    expect(before?.kind === 'person' && before.department).toBeUndefined();
  });

  it('remembers where columns went, and where they went before that', async () => {
    const text = 'Name,E-mail,Remark\nErika Lindner,e@firm.example,x\n';
    const { view } = await imported(text);
    expect([view.versions, view.version]).toEqual([[], -1]);
    const columns = view.mapping.columns.with(2, { to: 'lead.tags' });
    await imported(text, { mapping: { ...view.mapping, columns } });
    const session = createImportSession(book);
    const again = await session.open({ name: 'contacts.csv', text });
    expect([again.versions.length, again.version, again.mapping.columns[2]?.to]).toEqual([2, 0, 'lead.tags']);
    const before = await session.open({ name: 'contacts.csv', version: 1 });
    expect([before.version, before.mapping.columns[2]?.to]).toEqual([1, view.mapping.columns[2]?.to]);
    const guess = await session.open({ name: 'contacts.csv', version: -1 });
    expect([guess.version, guess.mapping]).toEqual([-1, view.mapping]);
  });

  it('leaves nothing behind when it is called off', async () => {
    const rows = Array.from({ length: 2500 }, (_, i) => `Firm ${i} GmbH,info@firm${i}.example`);
    const { session, summary } = await planned(`Company,E-mail\n${rows.join('\n')}`);
    expect(summary.created).toBe(2500);
    const off = new AbortController();
    const onStep = ({ step, done }: { step: string; done: number }) => {
      if (step === 'writing' && done >= 1000) off.abort();
    };
    await expect(session.write({ onStep, signal: off.signal })).rejects.toThrow();
    const database = await book.connection();
    for (const store of ['people', 'companies', 'changes', 'receipts', 'actions', 'meta'] as const)
      expect([store, (await database.getAllKeys(store)).filter((key) => key !== 'origin').length]).toEqual([store, 0]);
  });

  it('refuses what it cannot read, with the rows as they stood and why', async () => {
    const text = 'Name,E-mail\nErika Lindner,e@firm.example\nToo,many,cells\n,\n,not an address\n';
    const { session, summary } = await planned(text);
    expect(counts(summary)).toEqual([1, 0, 0, 2]);
    const words = { cells: 'more cells than columns', nothing: 'nobody to know by' };
    expect(session.refused(words, 'Why')).toBe(
      'Why,Name,E-mail\r\nmore cells than columns,Too,many,cells\r\nnobody to know by,,not an address\r\n',
    );
  });

  it('offers birthdays of cards as an own field, and takes them where there is one by any of its names', async () => {
    const card = (name: string, day: string) => `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\n${day}\r\nEND:VCARD\r\n`;
    const text = card('Ada Sund', 'BDAY:19800503') + card('Jonas Falk', 'BDAY;VALUE=date:1975-12-24T00:00:00Z');
    const session = createImportSession(book);
    const view = await session.open({ name: 'all.vcf', text });
    const at = view.columns.findIndex(({ heading }) => heading === 'Birthday');
    expect(view.mapping.columns[at]).toEqual({ to: 'ignore' });
    expect(view.columns[at]?.field).toMatchObject({ name: 'Birthday', type: 'date' });
    await addOwnField(book, { name: 'Geburtstag', type: 'date', of: 'person' });
    await imported(text);
    expect((await all('person')).map(({ own }) => own)).toEqual([
      { geburtstag: '1980-05-03' },
      { geburtstag: '1975-12-24' },
    ]);
    const apple = await session.open({
      name: 'few.vcf',
      text: card('Erika Lindner', 'BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-03') + card('Hans Berg', 'BDAY:--0704'),
    });
    expect(apple.columns[at]?.samples).toEqual(['--05-03', '--07-04']);
  });

  it('keeps long notes whole, and says where anything else was cut', async () => {
    const note = `${'a long story '.repeat(800)}and its end`;
    const { session } = await planned(`Name,Note,Job title\nAda Sund,${note},${'x'.repeat(2000)}and the rest\n`);
    expect(session.page('all', 0, 5).rows[0]?.unread).toEqual([{ column: 2, text: 'and the rest', isCut: true }]);
    await session.write();
    expect((await all('person'))[0]).toMatchObject({ note, jobTitle: 'x'.repeat(2000) });
  });

  it('comes out the same in number whatever the file holds', async () => {
    const cell = fc.oneof(
      fc.constantFrom(
        '',
        '',
        'Erika Lindner',
        'Jonas Falk',
        'Acme GmbH',
        'a@b.example',
        '+49 151 1234567',
        '=1+1',
        '"',
        'won',
      ),
      fc.string({ maxLength: 12 }),
    );
    const line = fc.array(cell, { minLength: 1, maxLength: 7 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 12 }),
        fc.constantFrom('merge', 'create', 'refuse'),
        async (lines, maybe) => {
          const text = ['Name;Company;E-mail;Phone;Outcome', ...lines.map((cells) => cells.join(';'))].join('\n');
          const session = createImportSession(book);
          const view = await session.open({ name: 'x.csv', text, hasHeading: true, separator: ';' });
          const s = await session.plan({ mapping: view.mapping, choices: { ...choices, maybe } });
          expect(s.created + s.merged + s.unchanged + s.refused).toBe(view.rows);
          expect(session.page('all', 0, 1000).rows.map(({ at }) => at)).toHaveLength(view.rows);
          const before = await countLeads(book);
          await session.write();
          const after = await countLeads(book);
          expect(after.people - before.people).toBe(s.people);
          expect(after.companies - before.companies).toBe(s.companies);
        },
      ),
      { numRuns: 60 },
    );
  }, 60_000);
});

describe('what is imported for learning', () => {
  const csv = 'Company,Branch size,Result\nAlba GmbH,12,won\nBeck AG,5,lost\nCura KG,,won\n';

  it('makes own fields, and what was known before the outcome stays so', async () => {
    const session = createImportSession(book);
    const view = await session.open({ name: 'won.csv', text: csv });
    const columns = view.mapping.columns.map((column, i) =>
      i === 1 ? { to: 'new', field: view.columns[1]?.field } : column,
    );
    const mapping = { ...view.mapping, columns: columns as typeof view.mapping.columns };
    const summary = await session.plan({ mapping, choices });
    expect(summary.ownFields).toEqual(['Branch size']);
    expect((await getOwnFields(book)).fields).toEqual([]);
    const done = await session.write();
    expect((await getOwnFields(book)).fields).toEqual([
      { key: 'branch_size', name: 'Branch size', type: 'number', of: 'company' },
    ]);
    const [alba] = await all('company');
    if (!alba?.outcome) throw new Error('no outcome');
    const full = await getLead(book, alba.id);
    const then = asOf({ lead: alba, people: [], interactions: [] }, full?.changes ?? [], alba.outcome.at);
    expect(then.lead.own).toEqual({ branch_size: 12 });
    expect(then.lead.name).toBe('Alba GmbH');
    expect(then.lead.outcome).toBeUndefined();
    if (!('actionId' in done)) throw new Error('changed');
    await undoAction(book, done.actionId, Date.now());
    expect((await getOwnFields(book)).fields).toEqual([]);

    const again = await createImportSession(book).open({ name: 'won.csv', text: csv });
    expect(again.version).toBe(0);
  });

  const data = process.env.LEADLIGHT_DATA;
  const file = data && join(data, 'oracles/scorecard/germancredit.csv');
  it.skipIf(!file || !existsSync(file))(
    'takes the published credit data in',
    async () => {
      const session = createImportSession(book);
      const view = await session.open({ name: 'germancredit.csv', bytes: readFileSync(file ?? '') });
      const columns = view.columns.map(({ heading, field, values }) =>
        heading === 'creditability'
          ? {
              to: 'lead.outcome',
              outcomes: Object.fromEntries(values.map((v) => [v, v === 'good' ? 'won' : 'lost'] as const)),
            }
          : { to: 'new', field },
      );
      const mapping = { ...view.mapping, kind: 'company' as const, columns };
      expect(counts(await session.plan({ mapping, choices, nameless: 'Credit' }))).toEqual([1000, 0, 0, 0]);
      await session.write();
      const leads = await all('company');
      expect(leads.filter(({ outcome }) => outcome?.result === 'lost')).toHaveLength(300);
      expect(leads[0]?.own).toMatchObject({ 'duration.in.month': 6, 'credit.amount': 1169 });
    },
    30_000,
  );
});
