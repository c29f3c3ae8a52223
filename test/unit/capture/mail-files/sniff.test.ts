import { describe, expect, it } from 'vitest';
import { slimMail } from '../../../../lib/capture/mail-files/slim.ts';
import { sniff } from '../../../../lib/capture/mail-files/sniff.ts';
import { makeMsg } from '../../../mail-files/make-msg.ts';
import { cards, jane, mailOf, mboxOf } from '../../../mail-files/samples.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const mail = mailOf({ ...jane, body: 'Hello' });

describe('what a file is', () => {
  it.each([
    ['a message', bytes(mail), 'x.eml', 'eml', 0],
    ['a message of another name', bytes(mail), 'x.vcf', 'eml', 0],
    ['a message with lines in front', bytes(`\r\n\r\n${mail}`), 'x.eml', 'eml', 4],
    ['a message with a mark in front', bytes(`\ufeff${mail}`), 'x', 'eml', 3],
    ["a message as Apple's mail keeps it", bytes(`1234      \n${mail}`), 'x.emlx', 'eml', 11],
    ['a message without a whole header', bytes('jane@firm.example wrote\n\nHello'), 'x.eml', 'eml', 0],
    ['a mailbox', bytes(mboxOf([mail])), 'Inbox', 'mbox', 0],
    ['a mailbox of several under a message’s name', bytes(mboxOf([mail, mail])), 'x.eml', 'mbox', 0],
    [
      'one message with a mailbox’s line before it',
      bytes(`From jane@firm.example Mon May  2 16:07:05 2005\n${mail}`),
      'x.eml',
      'eml',
      48,
    ],
    ['cards', bytes(cards), 'x', 'vcard', 0],
    ['cards in UTF-16', new Uint8Array(Buffer.from(`\ufeff${cards}`, 'utf16le')), 'x', 'vcard', 0],
    ['an Outlook file', makeMsg({ subject: 'x', from: jane }), 'x', 'msg', 0],
  ])('%s', (_what, head, name, kind, skip) => expect(sniff(head, name)).toEqual({ kind, skip }));

  it.each([
    ['a picture', new Uint8Array(Buffer.from('89504e470d0a1a0a0000000d', 'hex')), 'x.eml'],
    ['a PDF', bytes('%PDF-1.7\nFrom: x'), 'x.pdf'],
    ['a page', bytes('<!doctype html><title>From: x</title>'), 'x.html'],
    ['a sheet', bytes('name;mail\nJane;jane@roe.example\n'), 'x.csv'],
    ['text', bytes('From here: to there\nDate: today'), 'x.txt'],
    ['nothing', bytes(''), 'x.eml'],
  ])('%s is none', (_what, head, name) => expect(sniff(head, name)).toBeUndefined());
});

it('a message without its documents still holds all people', () => {
  const part = (type: string, body: string) => `--b\r\nContent-Type: ${type}\r\n\r\n${body}\r\n`;
  const raw = [
    'From: jane@roe.example\r\nContent-Type: multipart/mixed;\r\n boundary="b"\r\n\r\n',
    part('text/plain', 'Words'),
    part('application/pdf; name=a.pdf', 'JVBERi0='.repeat(1000)),
    part('application/octet-stream; name="jane.vcf"', 'BEGIN:VCARD'),
    part(
      'message/rfc822',
      'Subject: inner\r\nContent-Type: multipart/mixed; boundary=c\r\n\r\n--c\r\nContent-Type: image/png\r\n\r\nUE5H\r\n--c\r\nContent-Type: text/plain\r\n\r\nInner words\r\n--c--',
    ),
    '--b--\r\n',
  ].join('');
  const slim = slimMail(raw);
  for (const kept of ['Words', 'BEGIN:VCARD', 'Subject: inner', 'Inner words']) expect(slim).toContain(kept);
  for (const dropped of ['JVBERi0=', 'UE5H']) expect(slim).not.toContain(dropped);
});
