// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../../lib/capture/assemble.ts';
import { read, snapshotOf } from './pages.ts';

describe('the page’s own company', () => {
  test('a German imprint: firm, not agency, chamber or insurer', async () => {
    const { companies, people } = await read(
      `<h1>Impressum</h1><p>Angaben gemäß § 5 TMG</p><p>Birkwerk Möbel GmbH<br>Amselweg 4<br>12345 Berlin</p><p>Telefon: 030 2315500<br>E-Mail: info@birkwerk.de</p>
      <p>Geschäftsführer: Anna Berger</p><p>Zuständige Kammer: Handwerkskammer Musterstadt</p><p>Berufshaftpflichtversicherung: Nordstern Versicherung AG</p><p>Webdesign: Agentur Pinselstrich GmbH, agentur@pinselstrich.de</p>`,
      { url: 'https://www.birkwerk.de/impressum', title: 'Impressum – Birkwerk', lang: 'de' },
    );
    expect(companies).toEqual([
      { name: 'Birkwerk Möbel GmbH', role: 'own', emails: ['info@birkwerk.de'], phones: ['+49302315500'] },
    ]);
    expect(people).toEqual([
      expect.objectContaining({ name: 'Anna Berger', title: 'Geschäftsführer', company: 'Birkwerk Möbel GmbH' }),
    ]);
  });

  test('a Chinese contact page: link partners and the maker of the site are nobody', async () => {
    const { companies } = await read(
      `<h1>联系我们</h1><p>东港市明川五金制品有限公司</p><p>电话：0769-85500012</p><p>地址：广东省东莞市石排镇松木路8号</p>
      <div><h4>友情链接</h4><a href="http://a.example/">南海弹簧厂</a></div><p>版权所有 © 2020 东港市明川五金制品有限公司 技术支持：云海网络科技有限公司</p>`,
      { url: 'http://www.mc-wujin.com.cn/contact', title: '联系我们-东港市明川五金制品有限公司', lang: 'zh' },
    );
    expect(companies.map((c) => [c.name, c.phones])).toEqual([['东港市明川五金制品有限公司', ['+8676985500012']]]);
  });

  test('the name is found by the words that spell the address', async () => {
    const { companies } = await read(
      '<p>Ridge Line Roofing has built roofs since 1990.</p><p>Call (719) 555-0123</p>',
      {
        url: 'https://www.ridgelineroofing.com/contact',
        title: 'Contact',
      },
    );
    expect(companies[0]?.name).toBe('Ridge Line Roofing');
  });
});

describe('lists of firms', () => {
  const row = (name: string, stand: string, host: string) =>
    `<tr><td><a href="/x/${stand}">${name}</a></td><td>Kiel</td><td>${stand}</td><td><a href="https://${host}/">${host}</a></td></tr>`;

  test('an exhibitor table gives one firm a row, with stand and website', async () => {
    const { reading, companies } = await read(
      `<h1>Ausstellerverzeichnis</h1><p>52 Aussteller · Seite 2 von 9</p><table><thead><tr><th>Aussteller</th><th>Ort</th><th>Halle / Stand</th><th>Internet</th></tr></thead><tbody>
      ${row('Birkwerk GmbH', 'A03', 'birkwerk.de')}${row('Adler Messtechnik AG', 'A04', 'adler-mess.de')}${row('Zahnrad Ohm', 'B11', 'zahnrad-ohm.de')}${row('Kessel & Co. KG', 'C02', 'kessel-co.de')}${row('Luv Ventile', 'C05', 'luv-ventile.de')}</tbody></table>
      <footer>© Messe Nordhaven GmbH</footer>`,
      { url: 'https://www.messe-nordhaven.de/aussteller?page=2', title: 'Aussteller – Messe Nordhaven', lang: 'de' },
    );
    expect(companies.filter((c) => c.role === 'listed').map((c) => c.name)).toEqual([
      'Birkwerk GmbH',
      'Adler Messtechnik AG',
      'Zahnrad Ohm',
      'Kessel & Co. KG',
      'Luv Ventile',
    ]);
    expect(companies[0]?.role).toBe('publisher');
    const listed = reading.companies.find((c) => c.fields.name[0]?.value === 'Zahnrad Ohm');
    expect(listed?.fields.stand[0]?.value).toBe('B11');
    expect(listed?.fields.domain[0]?.value).toBe('zahnrad-ohm.de');
    expect(reading.list).toEqual({ title: 'Ausstellerverzeichnis', page: 2, total: 52 });
  });

  test('cards alike are records: each phone stays in its card', async () => {
    const card = (name: string, phone: string) => `<li><strong>${name}</strong><div>Tel. ${phone}</div></li>`;
    const { companies } = await read(
      `<h1>Händler</h1><ul>${card('Radhaus Birke GmbH', '030 2315501')}${card('Fahrradstadl Nord', '030 2315502')}${card('Velo Ohm KG', '030 2315503')}</ul>`,
      { url: 'https://www.almrad.de/haendler', title: 'Händler | Almrad', lang: 'de' },
    );
    const phones = new Map(companies.map((c) => [c.name, c.phones]));
    expect(phones.get('Radhaus Birke GmbH')).toEqual(['+49302315501']);
    expect(phones.get('Fahrradstadl Nord')).toEqual(['+49302315502']);
    expect(phones.get('Velo Ohm KG')).toEqual(['+49302315503']);
  });
});

test('share buttons are no profiles, a free-mail domain is no company domain', async () => {
  const { reading } = await read(
    `<h1>Birkwerk GmbH</h1><p>birkwerk@gmail.com</p><a href="https://www.facebook.com/sharer.php?u=x">share</a><a href="https://www.linkedin.com/company/birkwerk">LinkedIn</a>`,
    { url: 'file:///tmp/page.html', title: 'Birkwerk GmbH' },
  );
  expect(reading.companies[0]?.fields.links.map((l) => l.value)).toEqual(['https://www.linkedin.com/company/birkwerk']);
  expect(reading.companies[0]?.fields.domain).toEqual([]);
});

test('frames are read with the page, each value says which frame it stood in', async () => {
  const page = await snapshotOf('<h1>Birkwerk GmbH</h1><p>Tel. 030 2315500</p>', {
    url: 'https://www.birkwerk.de/',
    title: 'Birkwerk GmbH',
    lang: 'de',
  });
  const frame = await snapshotOf('<div><h3>Jana Pohl</h3><p>Leiterin Vertrieb</p><p>jana.pohl@birkwerk.de</p></div>', {
    url: 'https://www.birkwerk.de/team-frame',
    lang: 'de',
  });
  const { people, companies } = assemble([page, frame], { now: 0, frameIds: [0, 7] });
  expect(people.map((p) => [p.fields.name[0]?.value, p.fields.emails[0]?.provenance[0]?.frameId])).toEqual([
    ['Jana Pohl', 7],
  ]);
  expect(companies[0]?.fields.name[0]?.provenance[0]?.frameId).toBeUndefined();
});
