// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { read } from './pages.ts';

const german = { url: 'https://www.birkwerk.de/team', title: 'Team | Birkwerk GmbH', lang: 'de' };

describe('people in cards', () => {
  test('each has their own title, phone and mail, never the neighbour’s', async () => {
    const { people } = await read(
      `<h1>Unser Team</h1><div class="grid">
      <div class="card"><h3>Jana Pohl</h3><p>Leiterin Vertrieb</p><p><a href="tel:+49302315501">030 2315501</a></p><p>jana.pohl@birkwerk.de</p></div>
      <div class="card"><h3>Timo Ruland</h3><p>Einkaufsleiter</p></div>
      <div class="card"><h3>Mehmet Yildiz</h3><p>Projektleiter</p><p>m.yildiz@birkwerk.de</p></div></div>
      <footer>Birkwerk GmbH · info@birkwerk.de</footer>`,
      german,
    );
    expect(people).toEqual([
      expect.objectContaining({
        name: 'Jana Pohl',
        title: 'Leiterin Vertrieb',
        emails: ['jana.pohl@birkwerk.de'],
        phones: ['+49302315501'],
      }),
      expect.objectContaining({ name: 'Timo Ruland', title: 'Einkaufsleiter', emails: [], phones: [] }),
      expect.objectContaining({ name: 'Mehmet Yildiz', title: 'Projektleiter', emails: ['m.yildiz@birkwerk.de'] }),
    ]);
  });

  test('flat mark-up: what follows a heading is that person’s, up to the next heading', async () => {
    const { people } = await read(
      `<h2>Anna Berger</h2><p>Managing Director</p><p>anna@birkwerk.de</p><h2>Paul Lindner</h2><p>Sales Manager</p><p>paul@birkwerk.de</p>`,
      german,
    );
    expect(people.map((p) => [p.name, p.emails])).toEqual([
      ['Anna Berger', ['anna@birkwerk.de']],
      ['Paul Lindner', ['paul@birkwerk.de']],
    ]);
  });

  test('an address that spells another person’s name goes to that person', async () => {
    const { people } = await read(
      `<ul><li>Anna Berger, Managing Director</li><li>Paul Lindner, Sales Manager</li></ul><p>Mail: lindner@birkwerk.de</p>`,
      german,
    );
    expect(people.find((p) => p.name === 'Paul Lindner')?.emails).toEqual(['lindner@birkwerk.de']);
    expect(people.find((p) => p.name === 'Anna Berger')?.emails).toEqual([]);
  });
});

describe('people in tables', () => {
  test('the header row says what the columns mean; names turned round; extensions join the switchboard', async () => {
    const { people } = await read(
      `<p>Zentrale: 030 23155-0</p><table><thead><tr><th>Name, Vorname</th><th>Aufgabe</th><th>Durchwahl</th><th>E-Mail</th></tr></thead>
      <tbody><tr><td>Berger, Anna</td><td>Buchhaltung</td><td>-14</td><td>berger@birkwerk.de</td></tr>
      <tr><td>Lindner, Paul</td><td>Einkauf</td><td>-15</td><td></td></tr></tbody></table>`,
      german,
    );
    expect(people.map(({ name, title, phones }) => [name, title, phones])).toEqual([
      ['Anna Berger', 'Buchhaltung', ['+49302315514']],
      ['Paul Lindner', 'Einkauf', ['+49302315515']],
    ]);
  });

  test('a cell that reaches over two rows does not shift the second', async () => {
    const { people } = await read(
      `<table><tr><th>区域</th><th>负责人</th><th>职务</th><th>手机</th></tr>
      <tr><td rowspan="2">华东</td><td>高振华</td><td>销售经理</td><td>13900000001</td></tr><tr><td>李 静</td><td>主任</td><td>13900000002</td></tr></table>`,
      { url: 'http://www.birk.com.cn/', title: '联系我们', lang: 'zh' },
    );
    expect(people.map(({ name, title, phones }) => [name, title, phones])).toEqual([
      ['高振华', '销售经理', ['+8613900000001']],
      ['李静', '主任', ['+8613900000002']],
    ]);
  });

  test('a list of terms is one record', async () => {
    const { people } = await read(
      `<dl><dt>联系人：</dt><dd>罗春燕 女士</dd><dt>移动电话：</dt><dd>13900000003</dd></dl>`,
      { url: 'http://www.birk.com.cn/', title: '联系方式', lang: 'zh' },
    );
    expect(people[0]?.name).toBe('罗春燕');
    expect(people[0]?.phones).toEqual(['+8613900000003']);
  });
});

describe('people in prose', () => {
  test('a name with its rank is a lead; author and photographer are not', async () => {
    const { people } = await read(
      `<article><h1>New hall opened</h1><p>By Carla Winter</p><p>The firm has built a new hall for forty people. Managing director Peter Hansen is glad about the new place and the short ways.</p>
      <p>Photo: Georg Sommer</p></article>`,
      { url: 'https://daily.example/news/1', title: 'New hall opened' },
    );
    expect(people.map((p) => p.name)).toEqual(['Peter Hansen']);
  });

  test('partial names are kept as such', async () => {
    const { reading } = await read('<p>联系人：王先生</p><p>电话：021-55500012</p>', {
      url: 'http://www.birk.com.cn/',
      lang: 'zh',
    });
    expect(reading.people[0]?.partial).toBe(true);
  });
});

test('ids stay the same when the page is read again, whatever stands before', async () => {
  const card = '<div><h3>Jana Pohl</h3><p>Sales Manager</p><p>jana.pohl@birkwerk.de</p></div>';
  const first = await read(card, german);
  const again = await read(`<p>Good morning</p>${card}`, german);
  expect(first.reading.people[0]?.id).toBe(again.reading.people[0]?.id);
  expect(first.reading.people[0]?.id).toMatch(/^p_/);
});
