// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { read } from './pages.ts';

const fields = (c: { fields: Record<string, { value: unknown }[] | undefined> } | undefined, ...names: string[]) =>
  names.map((name) => c?.fields[name]?.[0]?.value);

describe('contact pages of many countries', () => {
  test('Germany: extensions in a table without a head go to the people of their rows', async () => {
    const { people, companies, reading } = await read(
      `<h1>Kontakt</h1><p>Kranbau Elbe GmbH<br>Industriestraße 12<br>01129 Dresden</p><p>Telefon 0351 / 84 76-0</p>
      <table><tr><td>Vertrieb Inland</td><td>Hr. Torsten Schüßler</td><td>-21</td><td>t.schuessler@kranbau-elbe.de</td></tr>
      <tr><td>Vertrieb Export</td><td>Fr. Agnieszka Wójcik</td><td>-24</td><td>a.wojcik@kranbau-elbe.de</td></tr></table>`,
      { url: 'https://www.kranbau-elbe.de/kontakt', title: 'Kontakt | Kranbau Elbe GmbH', lang: 'de' },
    );
    expect(people.map(({ name, title, phones }) => [name, title, phones])).toEqual([
      ['Torsten Schüßler', 'Vertrieb Inland', ['+49351847621']],
      ['Agnieszka Wójcik', 'Vertrieb Export', ['+49351847624']],
    ]);
    expect(companies[0]?.phones).toEqual(['+4935184760']);
    expect(reading.companies[0]?.fields.addresses[0]?.value).toMatchObject({ street: 'Industriestraße 12' });
  });

  test('a title that begins like a label is a title', async () => {
    const card = (name: string, title: string) => `<div class="card"><h3>${name}</h3><p>${title}</p></div>`;
    const { people } = await read(
      card('Jane Roe', 'Director') +
        card('Sanne de Groot', 'Directeur') +
        card('Paul Becker', 'Produktmanager') +
        card('Åsa Lindqvist', 'Web Developer'),
    );
    expect(people.map(({ title }) => title)).toEqual(['Director', 'Directeur', 'Produktmanager', 'Web Developer']);
  });

  test('France: the host of the site is nobody', async () => {
    const { companies, people, reading } = await read(
      `<h1>Mentions légales</h1><h2>Éditeur du site</h2><p>Fonderie Lavigne SAS, société par actions simplifiée au capital de 250 000 €<br>RCS Lyon 412 345 678<br>Siège social : 14 bis rue des Forges, 69007 Lyon<br>Tél. : 04 72 11 22 33</p>
      <p>Directrice de la publication : Mme Claire Fontaine, Présidente</p><h2>Hébergeur</h2><p>Hostiva SAS, 2 rue Keller, 59100 Roubaix, tél. 09 72 10 10 07</p>`,
      {
        url: 'https://www.fonderie-lavigne.fr/mentions-legales',
        title: 'Mentions légales - Fonderie Lavigne',
        lang: 'fr',
      },
    );
    expect(companies.map(({ name, phones }) => [name, phones])).toEqual([['Fonderie Lavigne SAS', ['+33472112233']]]);
    expect(people.map(({ name }) => name)).toEqual(['Claire Fontaine']);
    expect(fields(reading.companies[0], 'registerNumber', 'registeredCapital')).toEqual(['412 345 678', '250 000 €']);
  });

  test('Italy: a tax number is no phone, and each has their own mail', async () => {
    const { companies, people } = await read(
      `<h1>Contatti</h1><p>Officine Morandi S.r.l.<br>Via Emilia Est 1140/B<br>41122 Modena (MO)<br>Tel. +39 059 123456<br>P.IVA e C.F. 02345678901</p>
      <ul><li><b>Ing. Paolo Ferri</b> – Direttore Tecnico – p.ferri@officinemorandi.it – cell. 335 1234567</li><li><b>Dott.ssa Giulia Neri</b> – Responsabile Acquisti – g.neri@officinemorandi.it</li></ul>`,
      { url: 'https://www.officinemorandi.it/contatti', title: 'Contatti | Officine Morandi S.r.l.', lang: 'it' },
    );
    expect(companies[0]?.phones).toEqual(['+39059123456']);
    expect(people.map(({ name, title, emails }) => [name, title, emails])).toEqual([
      ['Paolo Ferri', 'Direttore Tecnico', ['p.ferri@officinemorandi.it']],
      ['Giulia Neri', 'Responsabile Acquisti', ['g.neri@officinemorandi.it']],
    ]);
  });

  test('Britain: a rank in small letters, a number in the sentence', async () => {
    const { people } = await read(
      '<p>Contact our sales manager Priya Raghunathan on 07911 123456 or email priya@harrow-castings.co.uk.</p>',
      { url: 'https://www.harrow-castings.co.uk/contact', lang: 'en-GB' },
    );
    expect(people).toMatchObject([
      {
        name: 'Priya Raghunathan',
        title: 'sales manager',
        phones: ['+447911123456'],
        emails: ['priya@harrow-castings.co.uk'],
      },
    ]);
  });

  test('Japan: 会社概要', async () => {
    const { people, companies, reading } = await read(
      `<h1>会社概要</h1><table><tr><th>社名</th><td>株式会社山吹精機（Yamabuki Seiki Co., Ltd.）</td></tr><tr><th>代表者</th><td>代表取締役社長　高橋 健一</td></tr><tr><th>設立</th><td>1968年4月1日</td></tr>
      <tr><th>TEL</th><td>026-222-1234</td></tr></table><div><h3>佐藤 美咲</h3><p>営業部 部長</p><p>m.sato@yamabuki-seiki.co.jp</p></div>`,
      { url: 'https://www.yamabuki-seiki.co.jp/company/', title: '会社概要｜株式会社山吹精機', lang: 'ja' },
    );
    expect(companies).toMatchObject([{ name: '株式会社山吹精機', phones: ['+81262221234'] }]);
    expect(fields(reading.companies[0], 'founded', 'representatives')).toEqual(['1968-04-01', '高橋 健一']);
    expect(people.map(({ name, phones }) => [name, phones])).toEqual([
      ['高橋 健一', []],
      ['佐藤美咲', []],
    ]);
  });

  test('Korea and Russia: names and firms in their scripts, heads of tables are nobody', async () => {
    const korea = await read(
      `<h1>담당자</h1><table><tr><th>이름</th><th>직책</th><th>전화</th><th>이메일</th></tr><tr><td>김민준</td><td>영업팀장</td><td>02-1234-5678</td><td>mj.kim@hanbit-tech.co.kr</td></tr><tr><td>박서연</td><td>과장</td><td>02-1234-5679</td><td>sy.park@hanbit-tech.co.kr</td></tr></table>
      <footer>(주)한빛테크 | 대표: 이서연 | 서울특별시 강남구 테헤란로 152</footer>`,
      { url: 'https://www.hanbit-tech.co.kr/team', title: '한빛테크', lang: 'ko' },
    );
    expect(korea.people.slice(0, 2)).toMatchObject([
      { name: '김민준', title: '영업팀장', phones: ['+82212345678'] },
      { name: '박서연', title: '과장' },
    ]);
    expect(korea.companies.map(({ name }) => name)).toContain('(주)한빛테크');
    const russia = await read(
      `<p>ООО «Уралпромдеталь»<br>620014, г. Екатеринбург, ул. Малышева, д. 51<br>ИНН 6671234567</p><table><tr><td>Генеральный директор</td><td>Иванов Сергей Петрович</td><td>ivanov@uralpromdetal.ru</td></tr></table>`,
      { url: 'https://www.uralpromdetal.ru/kontakty', title: 'Контакты — ООО «Уралпромдеталь»', lang: 'ru' },
    );
    expect(russia.companies[0]).toMatchObject({ name: 'ООО «Уралпромдеталь»' });
    expect(russia.people).toMatchObject([
      { name: 'Иванов Сергей Петрович', title: 'Генеральный директор', emails: ['ivanov@uralpromdetal.ru'] },
    ]);
  });

  test('Brazil: a quarter in an address is nobody', async () => {
    const { people } = await read(
      `<p>Metalúrgica Santos Ltda. - CNPJ 12.345.678/0001-95</p><p>Av. Paulista, 1578 - Bela Vista, São Paulo - SP, 01310-200</p><p>Telefone: (11) 3253-1234</p><p>Diretor Comercial: Thiago Albuquerque - thiago@metalurgicasantos.com.br</p>`,
      { url: 'https://www.metalurgicasantos.com.br/contato', title: 'Contato', lang: 'pt-BR' },
    );
    expect(people.map(({ name }) => name)).toEqual(['Thiago Albuquerque']);
  });

  test('an exhibitor list that tells stand and country alone is a list of firms', async () => {
    const entry = (name: string, stand: string, country: string) =>
      `<li><a href="/e/${stand}">${name}</a><div>Hall 4 / ${stand}</div><div>${country}</div><p>Castings</p></li>`;
    const { reading } = await read(
      `<h1>Exhibitors A-Z</h1><ul>${entry('Aurora Gießtechnik GmbH & Co. KG', 'B12', 'Germany')}${entry('Baltic Forge AS', 'B14', 'Estonia')}${entry('Ferrari & Figli S.n.c.', 'C01', 'Italy')}</ul>`,
      { url: 'https://www.metalfair.example/exhibitors', title: 'Exhibitor list | MetalFair 2026' },
    );
    expect(
      reading.companies
        .filter((c) => c.role === 'listed')
        .map((c) => fields(c, 'name', 'stand').concat(c.fields.addresses[0]?.value.country)),
    ).toEqual([
      ['Aurora Gießtechnik GmbH & Co. KG', 'Hall 4 / B12', 'DE'],
      ['Baltic Forge AS', 'Hall 4 / B14', 'EE'],
      ['Ferrari & Figli S.n.c.', 'Hall 4 / C01', 'IT'],
    ]);
  });

  test('family names first in a column of names, with a degree, with "von der"', async () => {
    const row = (name: string, mail: string) => `<tr><td>${name}</td><td>04541 / 88-120</td><td>${mail}</td></tr>`;
    const { people } = await read(
      `<table><tr><th>Name</th><th>Telefon</th><th>E-Mail</th></tr>${row('Dr. Nguyen, Minh', 'm.nguyen@seeburg.de')}${row('von der Heide, Friedrich-Wilhelm', 'fw.heide@seeburg.de')}</table>`,
      { url: 'https://www.seeburg.de/', lang: 'de' },
    );
    expect(people.map(({ name }) => name)).toEqual(['Minh Nguyen', 'Friedrich-Wilhelm von der Heide']);
  });

  test('a report: people are of the firm that it names, its facts are not the paper’s', async () => {
    const { people, companies, reading } = await read(
      `<article><h1>Valve maker expands</h1><p>By Theresa Lindholm, 3 March 2026</p><p>Corvus Valves Ltd said on Tuesday it would invest in its Leeds plant. “This is a milestone,” said Martin Okafor, operations director at Corvus Valves. The company employs 340 people and was founded in 1978, and it sells its products to customers in many countries of the world.</p></article>`,
      { url: 'https://www.industryweekly.example/news/1', title: 'Plant expands | Industry Weekly' },
    );
    expect(people).toMatchObject([{ name: 'Martin Okafor', title: 'operations director', company: 'Corvus Valves' }]);
    expect(companies[0]).toMatchObject({ name: 'Industry Weekly', role: 'publisher' });
    expect(fields(reading.companies[0], 'founded', 'employees')).toEqual([undefined, undefined]);
  });

  test('Sweden: the words of a mail link are no second person', async () => {
    const { people } = await read(
      `<div class="p"><h3>Åsa Lindqvist</h3><p>VD</p><p>070-123 45 67</p><a href="mailto:asa.lindqvist@norrmek.se">Maila Åsa</a></div><div class="p"><h3>Jörgen Öberg</h3><p>Försäljningschef</p><p>070-234 56 78</p></div>`,
      { url: 'https://www.norrmek.se/kontakt', lang: 'sv' },
    );
    expect(people.map(({ name, emails }) => [name, emails])).toEqual([
      ['Åsa Lindqvist', ['asa.lindqvist@norrmek.se']],
      ['Jörgen Öberg', []],
    ]);
  });
});
