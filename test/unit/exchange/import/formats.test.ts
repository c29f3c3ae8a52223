import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../lib/exchange/import/formats/read-table.ts';
import { guessMapping } from '../../../../lib/exchange/import/guess.ts';
import { rowReader } from '../../../../lib/exchange/import/read-row.ts';
import { jsonLines } from '../../../../lib/exchange/json-lines.ts';
import { vcardText } from '../../../../lib/exchange/vcard.ts';
import { xlsxFile } from '../../../../lib/exchange/xlsx.ts';
import { company, person } from '../rows.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
/** Rows as objects by heading. */
async function rowsOf(source: { bytes?: Uint8Array; text?: string; sheetName?: string }) {
  const { table } = await readTable(source);
  const { heading, rows } = table.sheet;
  return {
    table,
    rows: rows.map(({ cells }) =>
      Object.fromEntries(heading.map((name, at) => [name, cells[at] ?? '']).filter(([, cell]) => cell !== '')),
    ),
  };
}

describe('a workbook', () => {
  const workbook = async (table: string[][]) => {
    const [headers = [], ...body] = table;
    const columns = headers.map((_name, at) => ({
      id: String(at),
      word: 'name' as const,
      read: ({ lead }: { lead: { tags: string[] } }) => lead.tags[at] ?? '',
    }));
    const rows = body.map((tags) => ({ lead: person({ tags }) }));
    const file = await xlsxFile([
      { name: 'People', columns, headers, rows },
      { name: 'Other', columns, headers, rows: rows.slice(0, 1) },
    ]);
    return new Uint8Array(await file.arrayBuffer());
  };

  it('is read with its sheets, texts as they stand', async () => {
    const file = await workbook([
      ['Name', 'Phone', 'Note'],
      ['王小明', '+46 31 555 01 20', '=1+1'],
      ['Łucja Å', '007', 'two\nlines'],
    ]);
    const { table, rows } = await rowsOf({ bytes: file });
    expect(table).toMatchObject({ format: 'xlsx', sheets: { names: ['People', 'Other'], chosen: 'People' } });
    expect(rows).toEqual([
      { Name: '王小明', Phone: '+46 31 555 01 20', Note: '=1+1' },
      { Name: 'Łucja Å', Phone: '007', Note: 'two\nlines' },
    ]);
    expect((await rowsOf({ bytes: file, sheetName: 'Other' })).rows).toHaveLength(1);
  });

  it('of many rows needs no worker to be unpacked', async () => {
    const many = Array.from({ length: 4000 }, (_, at) => [`Person number ${at}`, `p${at}@firm${at % 97}.example`]);
    const { rows } = await rowsOf({ bytes: await workbook([['Name', 'E-mail'], ...many]) });
    expect(rows).toHaveLength(4000);
  });

  it('that is none, or is cut off, holds nothing', async () => {
    const file = await workbook([['Name'], ['Erika']]);
    for (const part of [
      file.slice(0, 300),
      file.slice(0, file.length - 40),
      bytes('PK\u0003\u0004 nothing of the kind'),
    ]) {
      const { table } = await rowsOf({ bytes: part });
      expect([table.format, table.sheet.rows]).toEqual(['xlsx', []]);
    }
  });
});

describe('vCards', () => {
  it('of several versions become rows that know where they go', async () => {
    const text = [
      'BEGIN:VCARD\r\nVERSION:3.0\r\nN:Lindner;Erika;Maria;Dr.;\r\nFN:Dr. Erika Maria Lindner\r\nORG:Glasbau Lindner GmbH;Einkauf',
      'TITLE:Leiterin\\, Einkauf\r\nTEL;TYPE=CELL:+49 151 1234567\r\nTEL;TYPE=WORK,FAX:+49 731 99\r\nEMAIL;TYPE=INTERNET:e@lindner.example',
      'ADR;TYPE=WORK:;;Hafenstr. 1;Ulm;;89073;Germany\r\nNOTE:one\\ntwo\\; three\r\nCATEGORIES:Fair,Glass\r\nUID:3f0b8a52-6c1e-4a52-9f43-0d3d5a6f0a01\r\nEND:VCARD',
      'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada Sund\r\nTEL;VALUE=uri;TYPE="voice,home":tel:+46-70-1234567\r\nADR;TYPE=home:;;Gatan 2;Malmö;;211 20;Sweden\r\nEND:VCARD',
      'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg\r\nTEL;WORK;VOICE:0731 123456\r\nEND:VCARD',
      'BEGIN:VCARD\r\nVERSION:4.0\r\nKIND:org\r\nFN:Nordhafen AB\r\nEMAIL:info@nordhafen.example\r\nURL:https://nordhafen.example\r\nEND:VCARD',
    ].join('\r\n');
    const { table, rows } = await rowsOf({ bytes: bytes(text) });
    expect(table.format).toBe('vcard');
    expect(rows[0]).toMatchObject({
      FN: 'Dr. Erika Maria Lindner',
      Prefix: 'Dr.',
      Organization: 'Glasbau Lindner GmbH',
      Department: 'Einkauf',
      Title: 'Leiterin, Einkauf',
      Mobile: '+49 151 1234567',
      Fax: '+49 731 99',
      'Work street': 'Hafenstr. 1',
      Note: 'one\ntwo; three',
      Categories: 'Fair,Glass',
    });
    expect(rows[1]).toMatchObject({ FN: 'Ada Sund', 'Home phone': '+46-70-1234567', City: 'Malmö' });
    expect(rows[2]).toMatchObject({ FN: 'Jörg Müller', Phone: '0731 123456' });
    expect(rows[3]).toEqual({
      Organization: 'Nordhafen AB',
      'Company email': 'info@nordhafen.example',
      ...(rows[3]?.Website ? { Website: 'https://nordhafen.example' } : { Links: 'https://nordhafen.example' }),
    });
  });

  it('that we write come back with backslashes and long notes whole', async () => {
    const lead = person({
      name: 'Ada Sund',
      department: 'Files\\',
      companyName: 'Share\\; and more',
      note: `C:\\new\\Notes; ${'a word and another '.repeat(400)}\nlast line`,
    });
    const { rows } = await rowsOf({ text: vcardText([{ lead }]) });
    expect(rows[0]).toMatchObject({
      Organization: 'Share\\; and more',
      Department: 'Files\\',
      Note: lead.note,
    });
  });

  it('that we write say the same when they are read', async () => {
    const lead = person({
      name: 'Łucja Ångström-Müller',
      honorific: 'Dr.',
      jobTitle: 'Head; of, \\ everything',
      companyName: '北京星河泵业有限公司',
      department: 'Buying',
      emails: ['l@galaxy.example', 'lm@galaxy.example'],
      phones: [
        { e164: '+46315550120', text: '031-555 01 20', kind: 'work' },
        { e164: '+12125550100', text: '(212) 555-0100', kind: 'mobile' },
      ],
      addresses: [{ street: 'Gatan 2', city: 'Malmö', country: 'SE', text: 'Gatan 2, Malmö, SE' }],
      wechat: 'lucja_wx',
      tags: ['a, b', 'c'],
      note: `two\nlines ${'and a very long one with ü '.repeat(12)}`.trim(),
    });
    const text = vcardText([{ lead }]);
    for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
    const { table } = await readTable({ text });
    const mapping = { ...guessMapping(table.sheet, []), kind: 'both' as const };
    const columns = (table.targets ?? []).map((to) => ({ to }));
    const [row] = table.sheet.rows;
    const read = row && rowReader({ ...mapping, columns }, [], {})(row);
    expect(read?.id).toBe(lead.id);
    expect(read?.person).toMatchObject({
      name: lead.name,
      honorific: 'Dr.',
      jobTitle: 'Head; of, \\ everything',
      department: 'Buying',
      emails: lead.emails,
      phones: [
        { e164: '+46315550120', kind: 'work' },
        { e164: '+12125550100', kind: 'mobile' },
      ],
      addresses: [{ street: 'Gatan 2', city: 'Malmö', country: 'SE' }],
      wechat: 'lucja_wx',
    });
    expect(read?.company?.name).toBe('北京星河泵业有限公司');
    expect(read?.common.note).toBe(lead.note);
  });
});

describe('JSON Lines', () => {
  it('that we write are read back as they were', async () => {
    const firm = company({
      id: '4f0b8a52-6c1e-4a52-9f43-0d3d5a6f0a02',
      name: 'Nordhafen AB',
      domain: 'nordhafen.example',
      legalForm: 'AB',
      representatives: ['Ada Sund', 'Bo Ek'],
      outcome: { result: 'won', at: Date.UTC(2026, 3, 2, 12), reason: 'Price' },
    });
    const lead = person({
      name: 'Ada Sund',
      companyName: 'Nordhafen AB',
      companyId: firm.id,
      jobTitle: 'CEO',
      emails: ['ada@nordhafen.example'],
      phones: [{ e164: '+46701234567', text: '070-123 45 67', kind: 'mobile' }],
      addresses: [{ city: 'Malmö', country: 'SE', text: 'Malmö, SE' }],
      tags: ['x', 'y'],
      leadSource: { group: 'tradeFair', name: 'HM 2026' },
      own: { size: 12.5 },
    });
    const own = [{ key: 'size', name: 'Size class', type: 'number' as const, of: 'both' as const }];
    const { table } = await readTable({ text: jsonLines([{ lead, company: firm }, { lead: firm }], own) });
    expect(table.format).toBe('jsonl');
    const mapping = guessMapping(table.sheet, own);
    expect(mapping.kind).toBe('both');
    const [first, second] = table.sheet.rows.map(rowReader(mapping, own, {}));
    expect(first).toMatchObject({
      id: lead.id,
      person: {
        name: 'Ada Sund',
        jobTitle: 'CEO',
        emails: lead.emails,
        phones: [{ e164: '+46701234567', kind: 'mobile' }],
        addresses: [{ city: 'Malmö', country: 'SE' }],
      },
      company: { name: 'Nordhafen AB', domain: 'nordhafen.example', representatives: ['Ada Sund', 'Bo Ek'] },
      common: { tags: ['x', 'y'], leadSource: { group: 'tradeFair', name: 'HM 2026' } },
      ownPerson: { size: 12.5 },
      outcome: firm.outcome,
      unread: [],
    });
    expect(second).toMatchObject({
      id: firm.id,
      company: { name: 'Nordhafen AB', legalForm: 'AB' },
      outcome: firm.outcome,
    });
    expect(second?.person).toBeUndefined();
  });

  it('of others are flattened, and broken lines refused', async () => {
    const { table, rows } = await rowsOf({
      text: '{"fullName":"Ada","contact":{"email":"a@b.example","phones":[{"type":"w","number":"+46 1"}]}}\nnot json\n{"fullName":"Bo"}\n7\n',
    });
    expect(rows[0]).toEqual({ 'full Name': 'Ada', 'contact email': 'a@b.example', 'contact phones': '+46 1' });
    expect(table.sheet.rows.map(({ wrong }) => wrong)).toEqual([undefined, 'cells', undefined, 'cells']);
  });
});

it('reads anything without throwing, and keeps every row', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.array(fc.json()).map((lines) => lines.join('\n')),
        fc.string().map((text) => `BEGIN:VCARD\n${text}\nEND:VCARD`),
      ),
      async (text) => {
        const { table } = await readTable({ text });
        for (const { cells } of table.sheet.rows) expect(cells.every((cell) => typeof cell === 'string')).toBe(true);
      },
    ),
    { numRuns: 200 },
  );
});
