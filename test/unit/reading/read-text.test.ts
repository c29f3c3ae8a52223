import { describe, expect, it } from 'vitest';
import { isRawMail, readGivenText } from '../../../lib/reading/read-text.ts';
import { rehome } from '../../../lib/reading/rehome.ts';

const mail = `Received: by mx.firm.example
From: Jane Roe <jane.roe@harbour-tools.example>
To: me@firm.example
Message-ID: <1@harbour-tools.example>
Subject: =?utf-8?Q?Angebot_f=C3=BCr_B=C3=A4nder?=
Content-Type: text/plain; charset=utf-8

Good morning,
please find the offer attached.

Best regards
Jane Roe
Head of Sales
Harbour Tools Ltd
+44 161 496 0123
`;

describe('whole mails', () => {
  it.each([
    ['a mail with its header', mail, true],
    ['the same with Windows line ends', mail.replaceAll('\n', '\r\n'), true],
    ['a mail as quoted in a chat', 'From: Jane\nSubject: offer\n\nHello', false],
    ['a signature', 'Jane Roe\nPhone: 0161 496 0123', false],
    ['nothing', '', false],
  ])('%s', (_what, text, expected) => {
    expect(isRawMail(text)).toBe(expected);
  });

  it('are read as mails when pasted', async () => {
    const request = { text: mail, as: 'text', binary: false, name: '', keep: false } as const;
    const outcome = await readGivenText(request, { now: () => 5, keep: () => Promise.reject(new Error('not kept')) });
    expect(outcome).toMatchObject({
      ok: true,
      reading: { at: 5, mail: { from: { name: 'Jane Roe', address: 'jane.roe@harbour-tools.example' } } },
    });
  });

  it('say why when the tray cannot keep them', async () => {
    const request = { text: mail, as: 'eml', binary: false, name: '', keep: true } as const;
    const outcome = await readGivenText(request, { now: () => 5, keep: () => Promise.reject(new Error('disk full')) });
    expect(outcome).toEqual({ ok: false, refusal: 'failed', detail: 'disk full' });
  });
});

it('a part of a page belongs to the page', async () => {
  const request = { text: mail.split('\n\n')[2] ?? '', as: 'text', binary: false, name: '', keep: false } as const;
  const outcome = await readGivenText(request, { now: () => 5, keep: async () => undefined });
  if (!outcome.ok) throw new Error(outcome.detail);
  const moved = rehome(outcome.reading, { url: 'https://firm.example/', title: 'Firm' });
  expect(moved.url).toBe('https://firm.example/');
  expect(JSON.stringify(moved)).not.toMatch(/"url":"pasted|"line":/);
  expect(moved.people.length).toBe(outcome.reading.people.length);
});
