// @vitest-environment jsdom
import { describe, expect, test } from 'vitest';
import { mailDate } from '../../../../lib/capture/mail/mail-date.ts';
import { readOpenMail } from '../../../../lib/capture/mail/read-open-mail.ts';
import { mailSnapshot } from '../../../../lib/domain/schema/mail-snapshot.ts';
import { takeMailSnapshot } from '../../../../lib/mailbox/snapshot.ts';
import { mailboxFixtures, pageAt } from '../../mailbox/fixtures.ts';

const now = Date.UTC(2026, 10, 15, 12);

/** Reads one of our clients' pages all the way, as the background does. */
async function readFixture(name: string, apart: string[] = []) {
  const fixture = mailboxFixtures().find((one) => one.name === name);
  if (!fixture) throw new Error(`no fixture ${name}`);
  const { doc, host } = pageAt(fixture.expected.url, fixture.html);
  const taken = JSON.parse(JSON.stringify(await takeMailSnapshot(doc, host)));
  const reading = await readOpenMail(mailSnapshot.parse(taken), {
    now,
    isLeftAlone: (address) => apart.some((end) => address.endsWith(end)),
  });
  if (!reading) throw new Error('no message');
  return reading;
}

const brief = (reading: Awaited<ReturnType<typeof readFixture>>) =>
  reading.people.map(({ fields }) => ({
    name: fields.name[0]?.value,
    email: fields.emails[0]?.value,
    title: fields.jobTitle[0]?.value,
    phone: fields.phones[0]?.value.e164,
    firm: fields.companyName[0]?.value,
  }));

describe('the mail that is open', () => {
  test('sender with signature first, then everybody of the thread; not the owner, not colleagues', async () => {
    const reading = await readFixture('gmail/conversation', ['@larkfield-machines.example']);
    expect(reading.title).toBe('Conveyor for hall 3');
    expect(brief(reading)).toEqual([
      {
        name: 'Tunde Oyelaran',
        email: 't.oyelaran@ferncroft-logistics.example',
        title: 'Head of Warehousing',
        phone: '+441174960418',
        firm: 'Ferncroft Logistics Ltd',
      },
      expect.objectContaining({ name: 'Kemi Adeyemi', email: 'k.adeyemi@ferncroft-logistics.example' }),
    ]);
    expect(reading.companies.map(({ fields }) => fields.domain[0]?.value)).toEqual(['ferncroft-logistics.example']);
  });

  test('each value leads back to the mail, and says nothing of lines of the page', async () => {
    const reading = await readFixture('outlook/message', ['@harrow-valves.example']);
    const places = reading.people.flatMap(({ fields }) => Object.values(fields).flat()).flatMap((c) => c.provenance);
    expect(places.length).toBeGreaterThan(3);
    for (const place of places) {
      expect(place.url).toBe('https://outlook.office.com/mail/inbox/id/AAQkADk1');
      expect(place.line).toBeUndefined();
    }
  });

  test('the time of the touch is the mail’s', async () => {
    const { mailOpen } = await readFixture('open-xchange/message', ['@falkenried-metall.example']);
    expect(mailOpen?.touched[0]).toEqual({
      address: 'a.nowicka@drewpol-meble.example',
      at: Date.parse('2026-11-11T09:20:00.000Z'),
    });
    expect(mailOpen?.touched.map(({ address }) => address)).not.toContain('karin.wolff@falkenried-metall.example');
  });

  test('in the folder of sent mail whoever was written to', async () => {
    const reading = await readFixture('outlook/conversation');
    expect(brief(reading).map(({ email }) => email)).toContain('emre.yildiz@karaca-boru.example');
    expect(brief(reading).map(({ email }) => email)).not.toContain('oskar.lind@harrow-valves.example');
  });

  test('two messages at one address have two keys', async () => {
    const [a, b] = await Promise.all([readFixture('yahoo/message'), readFixture('yandex/message')]);
    expect(a.key).toMatch(/^mail:mail\.yahoo\.com\/\w+$/);
    expect(a.key).not.toBe(b.key);
  });

  test('a page bound to the visit is no way back', async () => {
    const { mailOpen } = await readFixture('netease/read');
    expect(mailOpen?.link).toBeUndefined();
  });
});

describe('enquiries', () => {
  const shown = (html: string, more = {}) =>
    mailSnapshot.parse({
      url: 'https://mail.harrow.example/?_task=mail&_uid=9',
      rows: 0,
      messages: [
        {
          from: { name: 'Website', address: 'wordpress@harrow.example' },
          to: [{ name: '', address: 'office@harrow.example' }],
          subject: 'New enquiry',
          sent: false,
          certain: true,
          html,
          ...more,
        },
      ],
    });
  const isLeftAlone = (address: string) => address.endsWith('@harrow.example');

  test('a web form is a lead of its own, as an inbound enquiry', async () => {
    const html =
      '<p>Name: Silvia Kranz<br>Firma: Kranz Fensterbau GmbH<br>E-Mail: s.kranz@kranz-fensterbau.example<br>Telefon: +49 30 23125 417<br>Nachricht: Bitte rufen Sie mich an.</p>';
    const reading = await readOpenMail(shown(html), { now, isLeftAlone });
    expect(reading?.people).toHaveLength(1);
    expect(reading?.people[0]).toMatchObject({ leadSource: { group: 'inbound', name: '' } });
    expect(reading?.people[0]?.fields.phones[0]?.value.e164).toBe('+493023125417');
  });

  test('a contact handed on by a colleague is one too, the colleague none', async () => {
    const html =
      '<div>Please call him.</div><div>---------- Forwarded message ---------<br>From: Bo Nyberg &lt;bo.nyberg@isvik-fisk.example&gt;<br>Date: Mon, Nov 9, 2026<br>Subject: Ice machine<br>To: Ann &lt;ann@harrow.example&gt;<br><br>Hello,<br>we need an ice machine.<br><br>Best regards<br>Bo Nyberg<br>Purchasing Manager<br>Isvik Fisk AS<br>Tel. +47 22 12 34 56</div>';
    const from = { name: 'Ann Harrow', address: 'ann@harrow.example' };
    const reading = await readOpenMail(shown(html, { from, subject: 'Fwd: Ice machine' }), { now, isLeftAlone });
    expect(reading?.people.map(({ fields }) => fields.emails[0]?.value)).toEqual(['bo.nyberg@isvik-fisk.example']);
    expect(reading?.people[0]).toMatchObject({ leadSource: { group: 'inbound' } });
  });

  test('an address that the text names beside the sender’s own is not theirs', async () => {
    const html =
      '<p>Hello Ann,</p><p>see you.</p><p>Best regards<br>Bo Nyberg<br>Purchasing Manager<br>Isvik Fisk AS<br>bo@isvik-fisk.example<br>ceo@other-firm.example<br>Tel. +47 22 12 34 56</p>';
    const from = { name: 'Bo Nyberg', address: 'bo.nyberg@isvik-fisk.example' };
    const reading = await readOpenMail(shown(html, { from }), { now, isLeftAlone });
    expect(reading?.people[0]?.fields.emails.map(({ value }) => value)).toEqual([
      'bo.nyberg@isvik-fisk.example',
      'bo@isvik-fisk.example',
    ]);
  });

  test('an attached card is read', async () => {
    const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:Mei Sato\nORG:Aoba Tools\nTEL;TYPE=CELL:+81 90 1234 5678\nEND:VCARD';
    const reading = await readOpenMail(shown('<p>Hi</p>', { cards: [card] }), { now, isLeftAlone });
    expect(reading?.people.map(({ fields }) => fields.name[0]?.value)).toContain('Mei Sato');
  });
});

describe('the date that a client shows', () => {
  const at = (y: number, m: number, d: number, h = 12, min = 0) => new Date(y, m - 1, d, h, min).getTime();
  test.each<[string, string | undefined, number | undefined]>([
    ['2026-11-11T09:20:00.000Z', 'de', Date.parse('2026-11-11T09:20:00.000Z')],
    ['Tue, Nov 10, 2026, 8:15 AM', 'en', at(2026, 11, 10, 8, 15)],
    ['Wed, Nov 11 at 3:12 PM', 'en', at(2026, 11, 11, 15, 12)],
    ['Tue 11/10/2026 9:14 AM', 'en', at(2026, 11, 10, 9, 14)],
    ['11.11.2026 um 17:45 Uhr', 'de', at(2026, 11, 11, 17, 45)],
    ['2026年11月11日(星期三) 上午10:05', 'zh-CN', at(2026, 11, 11, 10, 5)],
    ['2026年11月11日 下午3:05', 'zh-CN', at(2026, 11, 11, 15, 5)],
    ['11 nov. 2026 09:31', 'fr', at(2026, 11, 11, 9, 31)],
    ['11 ноября 2026 в 12:00', 'ru', at(2026, 11, 11, 12, 0)],
    ['30. Dez. 2025', 'de', at(2025, 12, 30)],
    ['Dec 30', 'en', at(2025, 12, 30)],
    ['yesterday', 'en', undefined],
    ['12.12.2031', 'de', undefined],
    ['', undefined, undefined],
  ])('%s', (text, lang, expected) => {
    expect(mailDate(text, lang, now)).toBe(expected);
  });
});
