// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { read } from './pages.ts';

describe('whose page it is', () => {
  test('the year of the copyright is no part of its holder’s name', async () => {
    const { companies } = await read('<p>Call +49 30 2315500</p><footer>© 2004–2026 Messewerk Elbe GmbH</footer>', {
      url: 'https://www.hafenschau.de/',
      title: 'Hafenschau',
      lang: 'de',
    });
    expect(companies.map((c) => c.name)).toEqual(['Messewerk Elbe GmbH']);
  });

  test('a site called by its brand is its copyright holder’s, in full', async () => {
    const { companies } = await read(
      '<p>Brightgrain keeps your floors.</p><p>Call (719) 555-0123</p><footer>© 2013 Norwick Coatings Corporation. All rights reserved.</footer>',
      { url: 'https://www.brightgrain.com/', title: 'Brightgrain | floor care' },
    );
    expect(companies[0]?.name).toBe('Norwick Coatings Corporation');
  });

  test('a job board’s page is about who hires', async () => {
    const { companies } = await read(
      `<header>Stellenkompass</header><h1>Monteur (m/w/d)</h1><p>Birkwerk Möbel GmbH · Berlin</p><p>Birkwerk Möbel GmbH<br>Amselweg 4, 12345 Berlin<br>Tel. 030 2315500</p>
      <aside><div>Hilfe?<br>030 9001234<br>hilfe@stellenkompass.de</div></aside><footer>Stellenkompass ist ein Angebot der Kompass Medien GmbH · Impressum</footer>`,
      {
        url: 'https://www.stellenkompass.de/job/17',
        title: 'Monteur (m/w/d) | Birkwerk Möbel GmbH | Stellenkompass',
        lang: 'de',
      },
    );
    expect(companies).toEqual([{ name: 'Birkwerk Möbel GmbH', role: 'own', emails: [], phones: ['+49302315500'] }]);
  });

  test('a saved page takes its firm’s name and domain from the mails that spell it', async () => {
    const { reading } = await read(
      '<p>Phone (719) 555-0123</p><p><a href="mailto:info@ridgelineroofing.com">info@ridgelineroofing.com</a></p>',
      { url: 'https://saved.invalid/contact.html', title: 'Ridge Line Roofing / Contact Us' },
    );
    expect(reading.companies[0]?.fields.name[0]?.value).toBe('Ridge Line Roofing');
    expect(reading.companies[0]?.fields.domain.map((d) => d.value)).toEqual(['ridgelineroofing.com']);
    expect(reading.companies[0]?.fields.website).toEqual([]);
  });

  test('a newspaper is not who its report is about', async () => {
    const long =
      'Viele Sätze stehen in diesem Bericht, der von einer Halle erzählt, die am Kanal gebaut wird und Arbeit bringt. '.repeat(
        2,
      );
    const { companies, people } = await read(
      `<article><div>Von Carla Linde</div><p>${long}</p><p>${long}</p><p>„Wir bauen“, sagt Jana Krüger, Geschäftsführerin der Birkwerk Möbel GmbH. ${long}</p></article>`,
      { url: 'https://www.kanal-kurier.de/a/1', title: 'Eine Halle am Kanal – Kanal-Kurier', lang: 'de' },
    );
    expect(companies.map((c) => c.name)).toEqual(['Birkwerk Möbel GmbH']);
    expect(people.map((p) => p.name)).toEqual(['Jana Krüger']);
  });
});

describe('what is whose', () => {
  const page = { url: 'https://www.birkwerk.de/kontakt', title: 'Kontakt – Birkwerk Möbel GmbH', lang: 'de' };
  const firm = '<p>Birkwerk Möbel GmbH<br>Amselweg 4<br>12345 Berlin</p>';

  test('a label that names somebody of another line gives them the number', async () => {
    const { people } = await read(
      `${firm}<p>Inhaber: Tom Berger</p><table><tr><td>Telefon:</td><td>030 2315500</td></tr><tr><td>Mobil (T. Berger):</td><td>0172 5550142</td></tr></table>`,
      page,
    );
    expect(people.map((p) => [p.name, p.phones])).toEqual([['Tom Berger', ['+491725550142']]]);
  });

  test('a common mailbox and the switchboard beside somebody’s own stay with the firm', async () => {
    const { people, companies } = await read(
      `${firm}<p>Unterlagen an jobs@birkwerk.de. Fragen beantwortet unsere Personalreferentin Frau Lena Vogt (Tel.: 030 23155-80, Durchwahl -812, l.vogt@birkwerk.de).</p>`,
      page,
    );
    expect(people.map((p) => [p.name, p.emails, p.phones])).toEqual([
      ['Lena Vogt', ['l.vogt@birkwerk.de'], ['+493023155812']],
    ]);
    expect(companies[0]).toMatchObject({ emails: ['jobs@birkwerk.de'], phones: ['+49302315580'] });
  });

  test('the town after a firm in brackets is that firm’s', async () => {
    const { reading } = await read(
      `${firm}<ul><li>Hanna Lorenz (Lorenz Formenbau GmbH, Husum), Vorsitzende</li><li>Peter Falk (Falkner Keramik AG, Eutin), Beisitzer</li><li>Ute Zander (Zander OHG, Plön), Beisitzerin</li></ul>`,
      page,
    );
    const towns = reading.companies.slice(1).map((c) => [c.fields.name[0]?.value, c.fields.addresses[0]?.value.city]);
    expect(towns).toEqual([
      ['Lorenz Formenbau GmbH', 'Husum'],
      ['Falkner Keramik AG', 'Eutin'],
      ['Zander OHG', 'Plön'],
    ]);
  });

  test('a British service number tells the country where nothing else does', async () => {
    const { companies } = await read('<p>Birkwater Showers Ltd</p><p>Tel: 0845 555 0123</p>', {
      url: 'https://www.birkwatershowers.com/',
      title: 'Home',
    });
    expect(companies[0]?.phones).toEqual(['+448455550123']);
  });

  test('nobody who died is offered', async () => {
    const { people } = await read(
      `${firm}<p>Ehrenpräsident: Dr. Walter Hagen (†)</p><p>Präsidentin: Anna Berger</p>`,
      page,
    );
    expect(people.map((p) => p.name)).toEqual(['Anna Berger']);
  });

  test('what somebody became in running text is their title', async () => {
    const { people } = await read(
      '<p>In 1998 Colin Ashford was appointed General Manager and the works opened a second hall beside the canal that same year.</p><p>Call (719) 555-0123</p>',
      { url: 'https://www.birkwerk.com/history', title: 'History' },
    );
    expect(people.map((p) => [p.name, p.title])).toEqual([['Colin Ashford', 'General Manager']]);
  });
});
