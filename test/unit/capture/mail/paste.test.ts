import { describe, expect, test } from 'vitest';
import { readHtml, readText } from '../../../../lib/capture/paste.ts';
import type { Reading } from '../../../../lib/domain/schema/draft.ts';

const now = 1_700_000_000_000;
const people = (reading: Pick<Reading, 'people'>) =>
  reading.people.map(({ fields: f }) => [
    f.name[0]?.value,
    f.companyName[0]?.value,
    f.emails[0]?.value,
    f.phones[0]?.value.e164,
  ]);
const jana = ['Jana Roth', 'Nordlicht Technik GmbH', 'jana.roth@nordlicht-technik.de', '+49405550110'];
const tom = ['Tom Beck', 'Südwind AG', 'tom.beck@suedwind.de', '+49895550111'];

describe('pasted text and tables', () => {
  test('rows of a sheet with a heading', () => {
    const reading = readText(
      'Name\tFirma\tTelefon\tE-Mail\nJana Roth\tNordlicht Technik GmbH\t040 5550110\tjana.roth@nordlicht-technik.de\nTom Beck\tSüdwind AG\t089 5550111\ttom.beck@suedwind.de',
      { now, country: 'DE' },
    );
    expect(people(reading)).toEqual([jana, tom]);
    expect(reading.companies).toHaveLength(2);
    expect(reading.url).toBe(`pasted:${now}`);
  });

  test('rows without a heading', () =>
    expect(
      people(
        readText(
          'Jana Roth\tNordlicht Technik GmbH\t040 5550110\tjana.roth@nordlicht-technik.de\nTom Beck\tSüdwind AG\t089 5550111\ttom.beck@suedwind.de',
          { now, country: 'DE' },
        ),
      ),
    ).toEqual([jana, tom]));

  test('semicolons, quoted cells, first and last name apart', () =>
    expect(
      people(
        readText(
          'Vorname;Nachname;Firma;Telefon;E-Mail\nJana;Roth;"Nordlicht Technik GmbH";040 5550110;jana.roth@nordlicht-technik.de',
          { now, country: 'DE' },
        ),
      ),
    ).toEqual([jana]));

  test('Chinese headings, commas', () =>
    expect(people(readText('姓名,公司,电话\n王小明,杭州青石机械有限公司,13800138000', { now, country: 'CN' }))).toEqual(
      [['王小明', '杭州青石机械有限公司', undefined, '+8613800138000']],
    ));

  test('a table from the clipboard; a row without a person is a firm', () => {
    const reading = readHtml(
      '<table><tr><th>Company</th><th>Contact person</th><th>Phone</th></tr><tr><td>Elm Works Ltd</td><td>Jane Roe</td><td>+44 20 7946 0018</td></tr><tr><td>Oak Mills Ltd</td><td></td><td>+44 20 7946 0019</td></tr></table>',
      { now },
    );
    expect(people(reading)).toEqual([['Jane Roe', 'Elm Works Ltd', undefined, '+442079460018']]);
    expect(reading.companies.map((c) => [c.fields.name[0]?.value, c.fields.phones[0]?.value.e164])).toEqual([
      ['Elm Works Ltd', undefined],
      ['Oak Mills Ltd', '+442079460019'],
    ]);
  });

  test('a block of contact lines', () => {
    const reading = readText('Jane Roe\nHead of Sales\nElm Works Ltd\n+44 20 7946 0018', { now });
    expect(people(reading)).toEqual([['Jane Roe', 'Elm Works Ltd', undefined, '+442079460018']]);
    expect(reading.title).toBe('Jane Roe');
  });

  test.each(['', '   \n\t\n', '\t\t\t', ';;;\n;;;', '<table><tr></tr></table>'])('nothing in %j', (text) => {
    expect(readText(text, { now }).people).toEqual([]);
    expect(readHtml(text, { now }).people).toEqual([]);
  });
});
