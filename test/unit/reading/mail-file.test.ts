import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../lib/domain/schema/draft.ts';
import { protocol } from '../../../lib/messaging/protocol.ts';
import { type MailFileRequest, readMailFile } from '../../../lib/reading/mail-file.ts';
import { readGivenText } from '../../../lib/reading/read-text.ts';
import { makeMsg } from '../../mail-files/make-msg.ts';
import { cards, jane, janeSigned, lukas, lukasSigned, mailOf, mboxOf } from '../../mail-files/samples.ts';

/** Reads as the panel does, with the background's reader at hand and what it keeps in a list. */
async function read(content: string | Uint8Array, name: string, more: Partial<MailFileRequest> = {}) {
  const kept: Reading[] = [];
  const keep = async (reading: Reading) => {
    kept.push(reading);
  };
  const outcome = await readMailFile(
    {
      file: new Blob([content as BlobPart]),
      name,
      url: 'pasted:file/x',
      keep: true,
      own: { addresses: [], domains: [], never: [] },
      ...more,
    },
    {
      now: () => 5,
      read: (request) => readGivenText(protocol['text.read'].request.parse(request), { now: () => 5, keep }),
      keep,
    },
  );
  return { outcome, kept };
}

const names = ({ people }: Reading) => people.map(({ fields }) => fields.name[0]?.value);
const sam = { name: 'Sam Buyer', address: 'sam.buyer@own-firm.example' };

describe('a mail file', () => {
  it.each([
    ['offer.eml', mailOf({ ...jane, body: janeSigned }), ['Jane Roe']],
    ['offer.msg', makeMsg({ subject: 'Offer', from: jane, text: janeSigned }), ['Jane Roe']],
    ['people.vcf', cards, ['Paul Okafor', 'Jörg Müller', '李明']],
    ['inbox.mbox', mboxOf([mailOf({ ...jane, body: janeSigned })]), ['Jane Roe']],
  ])('%s is read and kept once, under its own address', async (name, content, expected) => {
    const { outcome, kept } = await read(content, name);
    expect(outcome).toMatchObject({ ok: true });
    expect(kept.map(({ url }) => url)).toEqual(['pasted:file/x']);
    expect(kept.flatMap(names)).toEqual(expected);
    expect(JSON.stringify(kept)).not.toContain('"url":"pasted:5"');
  });

  it.each([
    ['empty.eml', '', 'empty'],
    ['page.eml', '<!doctype html><p>Hello', 'notMail'],
    ['cut.msg', makeMsg({ subject: 'x', from: jane, text: 'y'.repeat(9000) }).slice(0, 3000), 'broken'],
  ])('%s says why not', async (name, content, why) => {
    const { outcome, kept } = await read(content, name);
    expect(outcome).toMatchObject({ ok: false, why });
    expect(kept).toEqual([]);
  });

  it('of one message tells who was met by it, and when', async () => {
    const { kept } = await read(mailOf({ ...jane, day: 7, body: janeSigned }), 'offer.eml');
    const at = Date.UTC(2026, 0, 7, 9);
    expect(kept[0]?.mailOpen).toEqual({
      subject: 'Our offer',
      touched: [
        { address: jane.address, at },
        { address: sam.address, at },
      ],
    });
  });

  it('says so when the tray cannot keep it', async () => {
    const outcome = readMailFile(
      {
        file: new Blob([mailOf({ ...jane, body: janeSigned })]),
        name: 'x.eml',
        url: 'pasted:file/x',
        keep: true,
        own: { addresses: [], domains: [], never: [] },
      },
      {
        now: () => 5,
        read: async () => ({ ok: false, refusal: 'failed', detail: 'disk full' }),
        keep: () => Promise.reject(new Error('not asked')),
      },
    );
    expect(await outcome).toEqual({ ok: false, why: 'failed', detail: 'disk full' });
  });

  it('a message with a document of many megabytes is still read', async () => {
    const big = [
      'From: "Jane Roe" <jane.roe@harbour-tools.example>',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      `--b\r\nContent-Type: application/pdf\r\n\r\n${'QUJD'.repeat(19).concat('\r\n').repeat(90_000)}`,
      `--b\r\nContent-Type: text/plain\r\n\r\n${janeSigned}`,
      '--b--',
    ].join('\r\n');
    const { kept } = await read(big, 'big.eml');
    expect(kept[0]?.people[0]?.fields.jobTitle[0]?.value).toBe('Head of Sales');
  });
});

describe('a mailbox file', () => {
  const mails = [
    ...Array.from({ length: 12 }, (_, i) => mailOf({ ...jane, day: i + 1, body: janeSigned })),
    mailOf({ ...jane, day: 20, body: janeSigned.replace('Head of Sales', 'Managing Director') }),
    mailOf({ ...jane, day: 21, body: 'Thanks' }),
    mailOf({ ...lukas, day: 2, body: lukasSigned }),
    mailOf({ name: 'Rita Blank', address: 'rita@blank.example', day: 3, body: '' }),
    mailOf({ ...sam, to: jane.address, body: 'Hello' }),
  ];

  it('gives each sender once, the newest signature and the name of the header', async () => {
    const { outcome, kept } = await read(mboxOf(mails), 'inbox.mbox');
    if (!outcome.ok) throw new Error(outcome.why);
    expect(outcome.count).toEqual({ messages: 17, lists: 0, automatic: 0, own: 1 });
    expect(names(outcome.reading)).toEqual(['Jane Roe', 'Rita Blank', 'Lukas Brandt']);
    expect(outcome.reading.people.map(({ fields }) => fields.jobTitle[0]?.value)).toEqual([
      'Managing Director',
      undefined,
      'Leiter Vertrieb',
    ]);
    expect(new Set(outcome.reading.people.map(({ id }) => id)).size).toBe(3);
    const firms = new Set(outcome.reading.companies.map(({ id }) => id));
    expect(
      outcome.reading.people.every(({ companyDraftId }) => companyDraftId === undefined || firms.has(companyDraftId)),
    ).toBe(true);
    expect(kept).toEqual([outcome.reading]);
  });

  it('colleagues who share a number are two people of one firm', async () => {
    const colleague = { name: 'Ann Poole', address: 'ann.poole@harbour-tools.example' };
    const mail = mailOf({ ...colleague, day: 4, body: janeSigned.replace('Jane Roe', 'Ann Poole') });
    const { outcome } = await read(mboxOf([mail, ...mails]), 'inbox.mbox');
    if (!outcome.ok) throw new Error(outcome.why);
    expect(names(outcome.reading)).toEqual(['Jane Roe', 'Ann Poole', 'Rita Blank', 'Lukas Brandt']);
    const [first, second] = outcome.reading.people;
    expect(first?.companyDraftId).toBe(second?.companyDraftId);
  });

  it('whoever filled in a web form is a lead, the machine that sent it is none', async () => {
    const form = mailOf({
      name: 'Website',
      address: 'noreply@own-site.example',
      body: 'New enquiry\r\n\r\nName: Tom Pearce\r\nCompany: Pearce Rollers Ltd\r\nEmail: tom@pearce-rollers.example\r\nPhone: +44 161 496 0789\r\nMessage: Please call me.',
    });
    const { outcome } = await read(mboxOf([form, ...mails]), 'inbox.mbox');
    if (!outcome.ok) throw new Error(outcome.why);
    expect(names(outcome.reading)).toContain('Tom Pearce');
    expect(JSON.stringify(outcome.reading.people)).not.toContain('noreply@own-site.example');
  });

  it('tells how far it is and stops when it is told to; nothing of it is kept', async () => {
    const many = Array.from({ length: 300 }, (_, i) =>
      mailOf({ ...jane, address: `p${i}@firm${i}.example`, body: janeSigned }),
    );
    const stop = new AbortController();
    const shares: number[] = [];
    const { outcome, kept } = await read(mboxOf(many), 'inbox.mbox', {
      signal: stop.signal,
      onProgress({ messages, share }) {
        shares.push(share);
        if (messages === 300 && share > 0.4) stop.abort();
      },
    });
    expect(outcome).toMatchObject({ ok: false, why: 'cancelled' });
    expect(kept).toEqual([]);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(shares.at(-1)).toBeLessThan(0.6);
  });
});
