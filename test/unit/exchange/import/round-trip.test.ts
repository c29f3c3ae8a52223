import { beforeEach, expect, it } from 'vitest';
import type { Lead } from '../../../../lib/domain/schema/lead.ts';
import { columnHeader, exportColumns } from '../../../../lib/exchange/columns.ts';
import { csvPieces, encodeCsv } from '../../../../lib/exchange/csv.ts';
import { createImportSession } from '../../../../lib/exchange/import/session.ts';
import en from '../../../../lib/locales/en.yml?raw';
import type { Book } from '../../../../lib/storage/book.ts';
import { readFullRows } from '../../../../lib/storage/export-rows.ts';
import { editLead, readRows, saveItems } from '../../../../lib/storage/leads.ts';
import { addOwnField, getOwnFields } from '../../../../lib/storage/own-fields.ts';
import { company, emptyBook, noBatch, page, person, phone } from '../../storage/make.ts';
import { words } from '../rows.ts';

let book: Book;
beforeEach(async () => {
  book = await emptyBook();
});

/** The words of the headers as the interface has them. */
const headers = new Map(
  [...(/\n {2}column:\n((?: {4}.*\n)+)/.exec(en)?.[1] ?? '').matchAll(/^ {4}(\w+): (.*)$/gm)].map(([, key, word]) => [
    key,
    word,
  ]),
);
const noon = (day: string) => new Date(`${day}T12:00`).getTime();

async function exported(kind: Lead['kind'], separator: ',' | ';'): Promise<Uint8Array> {
  const rows = await readFullRows(book, kind);
  const columns = exportColumns(kind, rows, words, (await getOwnFields(book)).fields);
  const titles = columns.map((column) => columnHeader(column, (word) => headers.get(word) ?? word));
  return encodeCsv([...csvPieces(columns, titles, rows, separator)].join(''), 'utf-8');
}

async function allOf(kind: Lead['kind']): Promise<Lead[]> {
  const leads: Lead[] = [];
  await readRows(book, kind, (rows) => leads.push(...rows));
  return leads;
}

it.each([',', ';'] as const)('our own export comes back whole into an empty book (%s)', async (separator) => {
  for (const field of [
    { name: 'Yearly need', type: 'number' },
    { name: 'Contract until', type: 'date' },
    { name: 'Uses', type: 'list' },
    { name: 'Certified', type: 'yesNo' },
  ] as const)
    await addOwnField(book, { ...field, of: 'company' });
  const items = [
    company('c', {
      name: 'Glasbau Lindner GmbH',
      domain: 'glasbau-lindner.example',
      emails: ['info@glasbau-lindner.example', 'sales@glasbau-lindner.example'],
      phones: [phone('+497311234567', 'switchboard'), phone('+497311234599', 'fax')],
      addresses: [
        { street: 'Hafenweg 5', postalCode: '89073', city: 'Ulm', country: 'DE', text: 'Hafenweg 5, 89073 Ulm, DE' },
      ],
      industry: 'Glass',
    }),
    person(
      'p',
      {
        name: 'Erika Lindner',
        jobTitle: '=Head',
        emails: ['erika@glasbau-lindner.example'],
        phones: [phone('+4915112345678', 'mobile')],
      },
      { companyDraftId: 'c' },
    ),
  ];
  await saveItems(book, {
    items,
    batch: { ...noBatch, list: 'Fair', tags: ['hot', 'hall 3'] },
    url: page,
    now: noon('2026-05-03'),
  });
  const [firm] = await allOf('company');
  const outcome = { result: 'won', at: noon('2026-06-05'), reason: 'Quality, "speed"' } as const;
  const own = {
    'own.yearly_need': 1200.5,
    'own.contract_until': '2027-01-31',
    'own.uses': ['a', 'b'],
    'own.certified': true,
  };
  const wallet = [{ day: 20_600, amount: 12_345_600, currency: 'EUR', from: 'Asked, "twice"' }];
  await editLead(book, firm?.id ?? '', { ...own, outcome, wallet }, noon('2026-06-06'));

  const [erika] = await allOf('person');
  const lost = { result: 'lost', at: noon('2026-06-07') } as const;
  await editLead(book, erika?.id ?? '', { list: 'Later', outcome: lost }, noon('2026-06-08'));

  const before = { company: await allOf('company'), person: await allOf('person') };
  const files = { company: await exported('company', separator), person: await exported('person', separator) };
  const { fields } = await getOwnFields(book);
  const choices = { replace: false, maybe: 'merge', tags: [] } as const;

  for (const kind of ['company', 'person'] as const) {
    const session = createImportSession(book);
    const view = await session.open({ name: 'leads.csv', bytes: files[kind] });
    const summary = await session.plan({ mapping: view.mapping, choices: { ...choices, tags: [] } });
    expect([kind, summary.created, summary.merged, summary.unchanged, summary.noted]).toEqual([kind, 0, 0, 1, 0]);
  }

  book = await emptyBook();
  for (const { key: _key, ...field } of fields) await addOwnField(book, field);
  for (const kind of ['company', 'person'] as const) {
    const session = createImportSession(book);
    const view = await session.open({ name: 'leads.csv', bytes: files[kind] });
    await session.plan({ mapping: view.mapping, choices: { ...choices, tags: [] } });
    await session.write();
    const plain = (leads: Lead[]) =>
      leads.map((lead) => ({
        ...lead,
        updatedAt: 0,
        // Written in groups, as the export has them.
        phones: lead.phones.map(({ e164, kind: of }) => ({ e164, of })),
      }));
    expect(plain(await allOf(kind))).toEqual(plain(before[kind]));
  }
});
