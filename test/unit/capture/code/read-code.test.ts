import encodeQR from 'qr';
import { describe, expect, test } from 'vitest';
import { assemble } from '../../../../lib/capture/assemble.ts';
import { decodeCode, type Pixels } from '../../../../lib/capture/code/decode.ts';
import { readCode } from '../../../../lib/capture/code/read-code.ts';
import type { Candidate } from '../../../../lib/domain/schema/draft.ts';
import { pageSnapshot } from '../../../../lib/domain/schema/snapshot.ts';

/** A code as a canvas would give it: so many pixels for a module, dark on light or the other way round. */
function drawn(text: string, scale = 4, dark = 0): Pixels {
  const modules = encodeQR(text, 'raw', { border: 4 });
  const size = modules.length * scale;
  const data = new Uint8ClampedArray(size * size * 4);
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const on = modules[Math.floor(y / scale)]?.[Math.floor(x / scale)] === true;
      data.fill(on ? dark : 255 - dark, (y * size + x) * 4, (y * size + x) * 4 + 3);
      data[(y * size + x) * 4 + 3] = 255;
    }
  return { width: size, height: size, data };
}

const vcard = `BEGIN:VCARD
VERSION:3.0
N:Brandt;Helene;;Dr.;
FN:Dr. Helene Brandt
ORG:Ostwind Pumpen GmbH;Export
TITLE:Head of Export
TEL;TYPE=CELL:+49 151 23456789
TEL;TYPE=WORK,FAX:+49 40 4321 099
EMAIL:helene.brandt@ostwind-pumpen.example
URL:https://www.linkedin.com/in/helene-brandt-pumpen
URL:https://www.ostwind-pumpen.example/
ADR;TYPE=WORK:;;Kaistraße 4;Hamburg;;20457;Germany
END:VCARD`;

describe('a QR code', () => {
  test.each([vcard, 'MECARD:N:王,小明;TEL:13800138000;;', 'https://u.wechat.com/kK3pXq7', '普通文字 王小明'])(
    'is decoded as drawn, small and large, dark on light and light on dark',
    (text) => {
      for (const [scale, dark] of [
        [3, 0],
        [6, 0],
        [4, 255],
      ] as const)
        expect(decodeCode(drawn(text, scale, dark))).toBe(text);
    },
  );

  test('that is none says nothing', () => {
    expect(decodeCode({ width: 60, height: 60, data: new Uint8ClampedArray(60 * 60 * 4).fill(200) })).toBeUndefined();
  });
});

test('pictures on a page that call themselves codes are counted', () => {
  const read = (...marks: object[]) =>
    assemble(
      [
        pageSnapshot.parse({
          url: 'https://fair.example/',
          meta: { title: 'Fair' },
          outline: {
            blocks: [{ p: -1, t: 'body' }],
            lines: marks.map((mark) => ({ b: 0, s: '', m: [{ a: 0, z: 0, t: 'img', ...mark }] })),
          },
          structured: [],
          closedFrames: [],
          truncated: 'no',
          msPage: 0,
        }),
      ],
      { now: 1 },
    ).codes;
  expect(
    read(
      { u: 'https://a.example/img/qrcode_7.png' },
      { u: 'https://a.example/7', l: '微信二维码' },
      { h: 'footer-qr' },
    ),
  ).toBe(3);
  expect(read({ u: 'https://qr.example/logo.png' }, { l: 'Marqrin GmbH' }, { h: 'square' })).toBeUndefined();
});

const options = { now: 1000, url: 'https://fair.example/', country: 'DE' };
const values = (fields: object) =>
  Object.fromEntries(
    Object.entries(fields as Record<string, Candidate<unknown>[]>)
      .filter(([, list]) => list.length > 0)
      .map(([field, list]) => [field, list.map(({ value }) => value)]),
  );
const read = (text: string, more: object = {}) => {
  const { people, companies } = readCode(text, { ...options, ...more });
  return {
    people: people.map(({ fields }) => values(fields)),
    companies: companies.map(({ fields }) => values(fields)),
  };
};

describe('what a code says', () => {
  test('a vCard is a person with all of it, and their firm', () => {
    expect(read(vcard)).toMatchObject({
      people: [
        {
          name: ['Dr. Helene Brandt', 'Helene Brandt'],
          jobTitle: ['Head of Export'],
          department: ['Export'],
          companyName: ['Ostwind Pumpen GmbH'],
          emails: ['helene.brandt@ostwind-pumpen.example'],
          phones: [
            { e164: '+4915123456789', kind: 'mobile' },
            { e164: '+49404321099', kind: 'fax' },
          ],
          links: ['https://www.linkedin.com/in/helene-brandt-pumpen'],
        },
      ],
      companies: [
        {
          name: ['Ostwind Pumpen GmbH'],
          domain: ['ostwind-pumpen.example'],
          addresses: [{ street: 'Kaistraße 4', city: 'Hamburg', postalCode: '20457' }],
        },
      ],
    });
  });

  test('a MeCard and a BizCard too', () => {
    expect(
      read(
        'MECARD:N:Okafor,Ngozi;TEL:+442079460123;EMAIL:ngozi@tidemark.example;ORG:Tidemark Ltd;ADR:,,4 Quay Rd,Hull;;',
      ),
    ).toMatchObject({
      people: [{ name: ['Ngozi Okafor'], emails: ['ngozi@tidemark.example'], phones: [{ e164: '+442079460123' }] }],
      companies: [{ name: ['Tidemark Ltd'], addresses: [{ street: '4 Quay Rd, Hull' }] }],
    });
    expect(read('MECARD:N:王,小明;TEL:13800138000;;', { country: 'CN' }).people).toMatchObject([
      { name: ['王小明'], phones: [{ e164: '+8613800138000' }] },
    ]);
    expect(
      read('BIZCARD:N:Sean;X:Doyle;T:Buyer;C:Doyle & Sons;B:+353871234567;E:sean@doyle.example;;').people,
    ).toMatchObject([
      { name: ['Sean Doyle'], jobTitle: ['Buyer'], companyName: ['Doyle & Sons'], emails: ['sean@doyle.example'] },
    ]);
  });

  test.each([
    ['mailto:eva.lind@nordglas.example?subject=x', { emails: ['eva.lind@nordglas.example'] }],
    ['MATMSG:TO:eva.lind@nordglas.example;SUB:x;;', { emails: ['eva.lind@nordglas.example'] }],
    ['tel:+46%2031%20555%2001%2020', { phones: [{ e164: '+46315550120' }] }],
    ['SMSTO:+46315550120:call me', { phones: [{ e164: '+46315550120' }] }],
    ['https://wa.me/46701740605', { whatsapp: ['+46701740605'] }],
    ['https://www.linkedin.com/in/eva-lind', { links: ['https://www.linkedin.com/in/eva-lind'] }],
    ['https://u.wechat.com/kK3pXq7', { links: ['https://u.wechat.com/kK3pXq7'] }],
  ])('%s is a way to reach somebody, named by the words beside it', (text, fields) => {
    expect(read(text).people).toMatchObject([fields]);
    expect(read(text, { words: 'Eva Lind' }).people).toMatchObject([{ name: ['Eva Lind'], ...fields }]);
    expect(read(text, { words: 'Scan to add me' }).people[0]).not.toHaveProperty('name');
  });

  test('two nameless codes of one page are two drafts, the same code is one', () => {
    const id = (text: string) => readCode(text, options).people[0]?.id;
    expect(id('https://u.wechat.com/a1')).not.toBe(id('https://u.wechat.com/b2'));
    expect(id('https://u.wechat.com/a1')).toBe(id('https://u.wechat.com/a1'));
  });

  test('a site is a firm, words are read as pasted text', () => {
    expect(read('https://www.nordglas.example/en')).toMatchObject({
      people: [],
      companies: [{ domain: ['nordglas.example'] }],
    });
    expect(read('Eva Lind\nHead of Sales\neva.lind@nordglas.example').people).toMatchObject([{ name: ['Eva Lind'] }]);
  });

  test.each([
    'WIFI:T:WPA;S:Guest;P:secret;;',
    'otpauth://totp/x?secret=ABC',
    'tel:138****1234',
    'MECARD:TEL:138xxxx1234;;',
    '',
    'https://www.facebook.com/',
  ])('%s names nobody to reach', (text) => {
    expect(read(text, { country: 'CN' })).toEqual({ people: [], companies: [] });
  });
});
