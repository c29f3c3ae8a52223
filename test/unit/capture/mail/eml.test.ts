import { describe, expect, test } from 'vitest';
import { readEml } from '../../../../lib/capture/mail/eml.ts';

const from = async (header: string) => (await readEml(`${header}\r\nSubject: x\r\n\r\nHello`)).from;

describe('the sender of a raw message', () => {
  test.each([
    ['GBK', 'From: =?GBK?B?zfXQocP3?= <w@example.com>', '王小明', 'w@example.com'],
    ['Big5', 'From: =?Big5?B?pP2kcKn6?= <w@example.com>', '王小明', 'w@example.com'],
    ['ISO-2022-JP', 'From: =?ISO-2022-JP?B?GyRCOzNFREJATzobKEI=?= <y@example.com>', '山田太郎', 'y@example.com'],
    ['KOI8-R', 'From: =?KOI8-R?B?6drBzg==?= <i@example.com>', 'Изан', 'i@example.com'],
    [
      'a name over two encoded words',
      'From: =?utf-8?q?J=C3=B6rg?= =?utf-8?q?_Roth?= <j@example.com>',
      'Jörg Roth',
      'j@example.com',
    ],
    ['no name', 'From: <only@example.com>', '', 'only@example.com'],
    ['no address', 'From: Just A Name', 'Just A Name', ''],
    ['a comment for a name', 'From: jane@example.com (Jane Roe)', 'Jane Roe', 'jane@example.com'],
    [
      'comments inside',
      'From: Pete(a good \\) man) <pete(his account)@example.com(his host)>',
      'Pete',
      'pete@example.com',
    ],
    ['a comma in quotes', 'From: "Roe, Jane" <jane@example.com>', 'Roe, Jane', 'jane@example.com'],
    ['two From lines', 'From: Ann <ann@example.com>\r\nFrom: Bob <bob@example.com>', 'Ann', 'ann@example.com'],
    ['a group', 'From: Team: ann@example.com, bob@example.com;', '', 'ann@example.com'],
    ['signs that turn the text', 'From: \u202eJane\u202c <jane@example.com>', 'Jane', 'jane@example.com'],
  ])('%s', async (_, header, name, address) => expect(await from(header)).toEqual({ name, address }));

  test('no From at all', async () => expect(await from('To: x@example.com')).toBeUndefined());

  test('an attached vCard comes along', async () => {
    const raw =
      'From: a@example.com\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHello\r\n--b\r\nContent-Type: text/vcard; name=a.vcf\r\n\r\nBEGIN:VCARD\r\nFN:Ann Roe\r\nEND:VCARD\r\n--b--\r\n';
    const { cards, text } = await readEml(raw);
    expect(text?.trim()).toBe('Hello');
    expect(cards[0]).toContain('FN:Ann Roe');
  });

  test('what no parser takes is read as text', async () => {
    const { text } = await readEml(`X-A: ${'a'.repeat(3_000_000)}\r\n\r\nHello`);
    expect(text).toContain('X-A');
  });
});
