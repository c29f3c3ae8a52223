import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readEml } from '../../../../lib/capture/mail/eml.ts';
import { readMail } from '../../../../lib/capture/mail/read-mail.ts';
import { msgToEml } from '../../../../lib/capture/mail-files/msg.ts';
import { makeMsg } from '../../../mail-files/make-msg.ts';
import { cards, jane, janeSigned, lukas, lukasSigned } from '../../../mail-files/samples.ts';

const sam = { name: 'Sam Buyer', address: 'sam.buyer@own-firm.example' };
const people = async (raw: string) =>
  (await readMail({ raw, url: 'pasted:1', now: 1 })).people.map(({ fields }) => [
    fields.name[0]?.value,
    fields.jobTitle[0]?.value,
    fields.emails[0]?.value,
  ]);

describe('a message as Outlook saves it', () => {
  it('has the header that it was sent with', async () => {
    const at = Date.UTC(2026, 0, 5, 9);
    const mail = await readEml(
      msgToEml(makeMsg({ subject: 'Angebot für Bänder', from: lukas, to: [sam], text: 'x', at })),
    );
    expect(mail).toMatchObject({
      from: lukas,
      to: [sam],
      subject: 'Angebot für Bänder',
      date: '2026-01-05T09:00:00.000Z',
      text: expect.stringContaining('x'),
    });
  });

  it.each([
    ['text', { text: lukasSigned }],
    ['HTML', { html: `<p>${lukasSigned.replaceAll('\r\n', '<br>')}</p>` }],
    ['text in Windows-1252', { text: lukasSigned, ansi: true }],
    [
      'plain RTF',
      {
        rtf: String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}Guten Tag,\par Mit freundlichen Gr\'fc\'dfen\par Lukas Brandt\par Leiter Vertrieb\par Brandt F\u246?rderb\u228?nder GmbH\par Tel. +49 30 23125 014\par}`,
      },
    ],
    [
      'HTML in RTF',
      {
        rtf: String.raw`{\rtf1\ansi\ansicpg1252\fromhtml1 {\*\htmltag64 <p>}Guten Tag,\htmlrtf {\f0 hidden}\htmlrtf0 {\*\htmltag84 <br>}Mit freundlichen Gr\'fc\'dfen{\*\htmltag84 <br>}Lukas Brandt{\*\htmltag84 <br>}Leiter Vertrieb{\*\htmltag84 <br>}Brandt F\u246?rderb\u228?nder GmbH{\*\htmltag84 <br>}Tel. +49 30 23125 014{\*\htmltag72 </p>}}`,
      },
    ],
  ])('gives the sender with the signature, body as %s', async (_what, body) => {
    const raw = msgToEml(makeMsg({ subject: 'Angebot', from: lukas, ...body }));
    expect(await people(raw)).toEqual([['Lukas Brandt', 'Leiter Vertrieb', lukas.address]]);
  });

  it('gives attached address cards and the senders of attached messages', async () => {
    const inner = { subject: 'Inner', from: jane, text: janeSigned };
    const raw = msgToEml(makeMsg({ subject: 'Outer', from: lukas, text: lukasSigned, cards: [cards], inner }));
    const names = (await people(raw)).map(([name]) => name);
    expect(names).toEqual(['Lukas Brandt', 'Paul Okafor', 'Jane Roe']);
  });

  it('says so when it is none, or was cut off; never hangs on a damaged one', async () => {
    expect(() => msgToEml(new Uint8Array(0))).toThrow();
    expect(() => msgToEml(new TextEncoder().encode('From: a@b.example\n\nx'.repeat(100)))).toThrow();
    const whole = makeMsg({ subject: 'x', from: jane, text: 'y'.repeat(9000), rtf: '{\\rtf1 x}', cards: [cards] });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 30 }),
        fc.integer({ min: 0, max: whole.length }),
        (changes, length) => {
          const damaged = whole.slice(0, length);
          for (const [at, byte] of changes) if (at < damaged.length) damaged[at] = byte;
          try {
            expect(typeof msgToEml(damaged)).toBe('string');
          } catch (cause) {
            expect(cause).toBeInstanceOf(Error);
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});
