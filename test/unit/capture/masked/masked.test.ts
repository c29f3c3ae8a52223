import { describe, expect, test } from 'vitest';
import { assemble } from '../../../../lib/capture/assemble.ts';
import { readCode } from '../../../../lib/capture/code/read-code.ts';
import { hasMasked } from '../../../../lib/capture/detectors/masked.ts';
import { readMail } from '../../../../lib/capture/mail/read-mail.ts';
import { readHtml, readText } from '../../../../lib/capture/paste.ts';
import type { Reading } from '../../../../lib/domain/schema/draft.ts';
import { pageSnapshot } from '../../../../lib/domain/schema/snapshot.ts';

/** Numbers with digits hidden, as directories and marketplaces show them until one pays or signs in. */
const masked = [
  '138****1234',
  '138xxxx1234',
  '138XXXX1234',
  '138＊＊＊＊1234',
  '138 **** 1234',
  '138-****-1234',
  '138••••1234',
  '138●●●●1234',
  '138○○○○1234',
  '138□□□□1234',
  '138####1234',
  '138__1234',
  '138……1234',
  '138....1234',
  '138……',
  '1381234****',
  '13812345***',
  '138 1234 XXXX',
  '****13812345',
  '+86 138****1234',
  '86-138****1234',
  '0571-8888****',
  '0571-****8888',
  '+49 171 ****567',
  '+49 171 23456xx',
  '+49 171 xxx 4567',
  '(212) 555-****',
  '(212) 555-XXXX',
  '212-***-1234',
  '+1 212 555 01**',
];

const now = 1000;
type Given = Omit<Reading, 'ms' | 'msPage'>;

/** A page that shows the number in a line, under a label, as a link, and says it to search engines. */
function ofPage(number: string): Given {
  const snapshot = pageSnapshot.parse({
    url: 'https://www.directory.example/firms/7',
    meta: { title: 'Hangzhou Beilin Valve Co., Ltd.', lang: 'en' },
    outline: {
      blocks: [{ p: -1, t: 'body' }],
      lines: [
        { b: 0, s: 'Wang Xiaoming' },
        { b: 0, s: 'Sales Manager' },
        { b: 0, s: `Mobile: ${number}` },
        { b: 0, s: 'Tel' },
        { b: 0, s: number },
        { b: 0, s: number, m: [{ a: 0, z: number.length, t: 'a', u: `tel:${encodeURIComponent(number)}` }] },
        { b: 0, s: 'Call', m: [{ a: 0, z: 4, t: 'a', u: `tel:${number}` }] },
        { b: 0, s: `WhatsApp ${number}` },
      ],
    },
    structured: [
      {
        detector: 'jsonld',
        kind: 'person',
        type: 'Person',
        name: 'Wang Xiaoming',
        phones: [{ text: number }, { text: number, type: 'mobile' }],
        snippet: number,
      },
    ],
    closedFrames: [],
    truncated: 'no',
    msPage: 0,
  });
  return assemble([snapshot], { now, country: 'CN' });
}

const ways: Record<string, (number: string) => Given | Promise<Given>> = {
  'a page': ofPage,
  'pasted text': (n) =>
    readText(`Wang Xiaoming\nSales Manager\nBeilin Valve Co., Ltd.\nMobile: ${n}\nTel ${n}`, { now, country: 'CN' }),
  'pasted rows': (n) =>
    readText(`Name\tPhone\tEmail\nWang Xiaoming\t${n}\twang@beilin.example\nLi Na\t${n}\tli@beilin.example`, {
      now,
      country: 'CN',
    }),
  'a pasted table': (n) =>
    readHtml(`<table><tr><th>姓名<th>手机<tr><td>王小明<td>${n}<tr><td>李娜<td><a href="tel:${n}">${n}</a></table>`, {
      now,
      country: 'CN',
    }),
  'a mail': (n) =>
    readMail({
      raw: `From: Wang Xiaoming <wang@beilin.example>\nTo: me@own.example\nSubject: Offer\nMessage-ID: <1@beilin.example>\nContent-Type: text/plain; charset=utf-8\n\nHello,\nplease call me on ${n}.\n\nBest regards\nWang Xiaoming\nSales Manager\nBeilin Valve Co., Ltd.\nMobile: ${n}\n`,
      url: 'mail:1',
      now,
      country: 'CN',
    }),
  'a mail in HTML': (n) =>
    readMail({
      html: `<p>Hello</p><p>--<br>Wang Xiaoming<br>Sales Manager<br>Mobile: ${n}<br>Tel: <a href="tel:${n}">${n}</a></p>`,
      url: 'mail:2',
      now,
      country: 'CN',
    }),
  'a vCard': (n) =>
    readCode(`BEGIN:VCARD\nFN:Wang Xiaoming\nTEL;TYPE=CELL:${n}\nTEL:tel:${n}\nEND:VCARD`, { now, country: 'CN' }),
  'a MeCard': (n) => readCode(`MECARD:N:Wang,Xiaoming;TEL:${n};;`, { now, country: 'CN' }),
  'a phone code': (n) => readCode(`tel:${n}`, { now, country: 'CN' }),
};

describe.each(Object.entries(ways))('%s', (_way, read) => {
  test.each(masked)('saves no number of %s', async (number) => {
    const { people, companies } = await read(number);
    const held = [...people, ...companies].flatMap(({ fields }) => [
      ...fields.phones.map(({ value }) => value.e164 ?? value.text),
      ...fields.whatsapp.map(({ value }) => value),
      ...fields.wechat.map(({ value }) => value),
      ...fields.qq.map(({ value }) => value),
    ]);
    expect(held).toEqual([]);
  });

  test('but a whole one', async () => {
    const { people } = await read('+86 138 1234 1234');
    expect(people[0]?.fields.phones[0]?.value.e164).toBe('+8613812341234');
  });
});

test.each([
  '(0xx11) 2555-0126',
  '+49 171 2345678 x12',
  'Müller ........ 0221 1234567',
  '2 x 0221 1234567',
  '**Tel** 0221 1234567',
])('%s hides nothing', (text) => {
  expect(hasMasked(text)).toBe(false);
});
