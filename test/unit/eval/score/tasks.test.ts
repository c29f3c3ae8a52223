import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { articles } from '../../../eval/score/articles.ts';
import { cards } from '../../../eval/score/cards.ts';
import { eml } from '../../../eval/score/eml.ts';
import { forge } from '../../../eval/score/forge.ts';
import { capturedLine } from '../../../eval/score/line.ts';
import { microformats } from '../../../eval/score/microformats.ts';
import { pages } from '../../../eval/score/pages.ts';
import { records } from '../../../eval/score/records.ts';
import { replies } from '../../../eval/score/replies.ts';
import { signatures } from '../../../eval/score/signatures.ts';
import { Tally } from '../../../eval/score/tally.ts';
import type { CaptureTask } from '../../../eval/score/task.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'leadlight-score-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Right, wrong and missed of everything that a task counts for one row. */
function counts(task: CaptureTask, row: object, ...lines: object[]): Record<string, number[]> {
  const tally = new Tally();
  const parsed = lines.map((line) => capturedLine.parse({ input: 'page', ...line }));
  task.prepare(row, folder).score(parsed, tally);
  return Object.fromEntries(tally.figures().map(({ what, right, wrong, missed }) => [what, [right, wrong, missed]]));
}

describe('pages', () => {
  const entity = (type: string, text: string, zone = 'body') => ({ type, text, zone });
  const page = {
    id: 'shops/1.html',
    corpus: 'shops',
    file: '1.html',
    labels: ['TEL', 'FAX', 'STREET', 'ZIPCODE', 'ORG', 'PER', 'FUNC'],
    entities: [
      entity('ORG', 'Alder Conveyors, Inc.', 'title'),
      entity('TEL', '(212) 555-0123'),
      entity('FAX', '212.555.0199'),
      entity('TEL', '212 555 0100', 'title'),
      entity('STREET', '5 Mill Lane'),
      entity('ZIPCODE', '10001-2345'),
      entity('PER', 'Jane Roe'),
      entity('PER', 'Roe'),
      entity('FUNC', 'Owner'),
    ],
  };

  test('each kind that the page was annotated with', () => {
    const line = {
      people: [{ name: 'Jane Q. Roe', phones: [{ e164: '+12125550123' }] }, { name: 'Jane Roe-Smith' }],
      companies: [
        {
          name: 'Alder Conveyors',
          phones: [{ text: '555 1234' }],
          emails: ['not@counted.example'],
          addresses: [{ street: '5 Mill Lane, Suite 2', postalCode: '10001' }],
        },
      ],
    };
    expect(counts(pages, page, line)).toEqual({
      phones: [1, 1, 1],
      'postal codes': [1, 0, 0],
      'streets found': [1, 0, 0],
      'streets right': [1, 0, 0],
      'company (first)': [1, 0, 0],
      'people right': [1, 0, 1],
      'people found': [1, 0, 0],
    });
  });

  test('the Dutch pages are not scored', () => {
    expect(pages.prepare({ ...page, corpus: 'nl' }, folder).inputs).toEqual([]);
    expect(pages.prepare(page, folder).inputs).toEqual([{ file: 'shops/clean/1.html' }]);
  });
});

describe('records', () => {
  const truth = {
    file: 'de/001-team.html',
    kind: 'team',
    people: [
      { name: 'Annika Petersen', jobTitle: 'Vertrieb', emails: ['a@n.example'], phones: [{ e164: '+494066969100' }] },
      { name: 'Lars Hinrichsen', emails: [], phones: [], optional: true },
      { name: 'Birgit Mommsen', emails: [], phones: [], wechat: 'birgit_m' },
    ],
    companies: [{ name: 'Nordlicht GmbH', emails: [], phones: [{ e164: '+494066969100' }], vatId: 'DE 999' }],
    notLeads: ['Webwerk Agentur'],
    notPhones: ['0800 111 222'],
  };

  test('values belong to their person; a shared number is owed by one of them', () => {
    const line = {
      people: [
        { name: 'Petersen, Annika', jobTitle: 'Vertrieb', emails: ['A@n.example', 'b@n.example'] },
        { name: 'Frau Birgit Mommsen', wechat: 'birgit-m' },
        { name: 'Webwerk Agentur' },
      ],
      companies: [
        {
          name: 'Nordlicht',
          phones: [{ e164: '+494066969100' }, { e164: '+494066969109', kind: 'fax' }],
          vatId: 'DE999',
        },
      ],
    };
    expect(counts(records, truth, line)).toEqual({
      'people found': [2, 0, 0],
      'title of person': [1, 0, 0],
      'e-mails of person': [1, 1, 0],
      'phones of person': [0, 0, 0],
      'WeChat, QQ': [1, 0, 0],
      'companies found': [1, 0, 0],
      'phones of company': [1, 0, 0],
      'e-mails of company': [0, 0, 0],
      'city of company': [0, 0, 0],
      'register, VAT, credit numbers': [1, 0, 0],
      representatives: [0, 0, 0],
      'people right': [2, 0, 1],
      'companies right': [1, 0, 0],
      'own company first': [1, 0, 0],
      'not-leads left alone': [0, 0, 1],
      'not-phones left alone': [1, 0, 0],
    });
  });

  test('nothing read: everyone is missed but those who are optional', () => {
    const figures = counts(records, truth, { error: 'could not be read' });
    expect(figures['people found']).toEqual([0, 0, 2]);
    expect(figures['companies found']).toEqual([0, 0, 1]);
    expect(figures['not-leads left alone']).toEqual([1, 0, 0]);
  });
});

test('signatures: one person, links told from profiles, fax numbers aside', () => {
  const truth = {
    name: 'Paul Okafor',
    title: null,
    company: 'Nordlicht GmbH',
    phones: ['040 66969-140'],
    website: ['nordlicht.example'],
    emails: [],
    social: ['https://www.linkedin.com/in/okafor/'],
  };
  const line = {
    people: [
      {
        name: 'Paul Okafor',
        jobTitle: 'Service',
        phones: [{ e164: '+494066969140' }, { e164: '+494066969109', kind: 'fax' }],
        links: ['https://linkedin.com/in/okafor', 'https://blog.example/'],
      },
    ],
    companies: [{ name: 'Nordlicht', website: 'https://www.nordlicht.example/' }],
  };
  expect(counts(signatures, { id: 'a/b', text: '…', truth }, line)).toEqual({
    name: [1, 0, 0],
    title: [0, 1, 0],
    company: [1, 0, 0],
    phones: [1, 0, 0],
    emails: [0, 0, 0],
    websites: [1, 1, 0],
    'social links': [1, 0, 0],
  });
  expect(signatures.prepare({ id: 'a/b c', text: 'x', truth }, folder).inputs).toEqual([
    { name: 'a_b_c.txt', text: 'x' },
  ]);
});

describe('mails', () => {
  test('signature lines: blank ones count for neither', () => {
    const row = {
      id: 'm/1',
      body: 'Hello,\n\nsee below.\n\nBest\n\nAnnika',
      has_signature: true,
      sig_lines: [4, 5, 6],
    };
    expect(counts(forge, row, { mail: { signatureLines: [2, 5, 6] } })).toEqual({
      'signature lines': [1, 1, 1],
      'has signature': [1, 0, 0],
    });
  });

  test('replies: the same words are the same reply', () => {
    const row = { id: 'r/1', format: 'html', input: '<p>Yes</p>', reply: 'Yes,\n> please' };
    expect(replies.prepare(row, folder).inputs).toEqual([{ name: 'r_1.html', text: '<p>Yes</p>' }]);
    expect(counts(replies, row, { mail: { reply: '<b>Yes,</b> please' } })).toEqual({
      'reply exact (html)': [1, 0, 0],
    });
    expect(counts(replies, row, {})).toEqual({ 'reply exact (html)': [0, 0, 1] });
  });

  test('senders; broken messages and several senders are left out', () => {
    const row = { id: 'a.eml', defects: false, from: [{ name: 'Jürgen X', email: 'J@x.example' }] };
    const mail = { from: { name: 'Jurgen X', address: 'j@x.example' } };
    expect(counts(eml, row, { mail })).toEqual({ 'sender address': [1, 0, 0], 'sender name': [1, 0, 0] });
    expect(eml.prepare({ ...row, defects: true }, folder).inputs).toEqual([]);
    expect(eml.prepare({ ...row, from: [...row.from, ...row.from] }, folder).inputs).toEqual([]);
  });
});

describe('structured data', () => {
  test('cards: each form for itself, addresses are nobody', () => {
    const row = {
      id: 'e1',
      forms: { microdata: 'a.html', jsonld: 'b.html', plain: 'c.html' },
      truth: [
        { type: 'Person', name: 'Jane Roe', jobTitle: 'Owner', telephone: ['212 555 0123'] },
        { type: 'PostalAddress', name: 'Home' },
      ],
    };
    expect(cards.prepare(row, folder).inputs).toEqual([{ file: 'a.html' }, { file: 'b.html' }]);
    const read = { people: [{ name: 'Jane Roe', jobTitle: 'owner', phones: [{ e164: '+12125550123' }] }] };
    expect(counts(cards, row, read, { people: [{ name: 'John' }] })).toEqual({
      'right (microdata)': [1, 0, 0],
      'name (microdata)': [1, 0, 0],
      'phones (microdata)': [1, 0, 0],
      'emails (microdata)': [0, 0, 0],
      'title (microdata)': [1, 0, 0],
      'right (jsonld)': [0, 0, 1],
      'name (jsonld)': [0, 0, 1],
    });
  });

  test('microformats: nested cards too, with their mail, and one more subject at most', () => {
    const inner = { type: ['h-card'], properties: { name: ['Acme'] } };
    const outer = {
      type: ['h-card'],
      properties: { name: [{ value: 'Jane Roe' }], email: ['mailto:jane@acme.example?subject=x'], org: [inner] },
    };
    writeFileSync(join(folder, 'case.json'), JSON.stringify({ items: [{ type: ['h-entry'], children: [outer] }] }));
    const row = { id: 'hcard', html: 'h-card/case.html', expected: 'case.json' };
    const people = [{ name: 'Jane Roe', emails: ['jane@acme.example'] }];
    expect(counts(microformats, row, { people, companies: [{ name: 'Acme' }] })['cases equal']).toEqual([1, 0, 0]);
    expect(counts(microformats, row, { people })['cases equal']).toEqual([0, 0, 1]);
    const crowd = [{ name: 'Acme' }, { name: 'A' }, { name: 'B' }];
    expect(counts(microformats, row, { people, companies: crowd })['cases equal']).toEqual([0, 0, 1]);
  });
});

test('articles: only what the page holds, no by-line', () => {
  writeFileSync(join(folder, 'a.html'), '<p>Call 212-<b>555</b>-0123<script>2125550199</script></p><p>x@y.example</p>');
  const row = { id: 'a.html', byline: 'By Jane Roe' };
  const line = {
    people: [{ name: 'Jane Roe' }],
    companies: [
      {
        name: 'Y',
        phones: [{ text: '212 555 0123' }, { text: '0999 888 777' }],
        emails: ['z@y.example', 'a@b.example'],
      },
    ],
  };
  expect(counts(articles, row, line)).toEqual({
    'phones that the page holds': [1, 0, 1],
    'e-mails that the page holds': [1, 0, 1],
    'pages with no by-line offered as a lead': [0, 0, 1],
  });
});
