import { once } from 'node:events';
import { createWriteStream } from 'node:fs';

const given = ['Anna', 'Ben', 'Clara', 'David', 'Elena', 'Farid', 'Greta', 'Hugo', 'Ines', 'Jonas', 'Karin', 'Liam'];
const families = [
  'Meier',
  'Novak',
  'Okafor',
  'Rossi',
  'Sato',
  'Tanner',
  'Ueda',
  'Vogel',
  'Weber',
  'Young',
  'Zimmer',
  'Holm',
];
const pdf = 'VGhlc2Ugd29yZHMgc3RhbmQgZm9yIGEgZG9jdW1lbnQgdGhhdCBzb21lYm9keSBhdHRhY2hlZC4u\r\n'.repeat(400);

/**
 * Writes a mailbox file of people who never lived: so many senders with a signature each, every message with a document, a
 * seventh of them from mailing lists. In: path, size in bytes. Out: how many messages, how many senders that count.
 */
export async function makeMbox(
  path: string,
  bytes: number,
  people = 1500,
): Promise<{ messages: number; senders: number }> {
  const file = createWriteStream(path);
  const senders = new Set<string>();
  let messages = 0;
  for (let size = 0; size < bytes; messages++) {
    const who = messages % people;
    const name = `${given[who % 12]} ${families[Math.floor(who / 12) % 12]}`;
    const firm = `works-${Math.floor(who / 3)}`;
    const address = `${name.replace(' ', '.').toLowerCase()}.${who}@${firm}.example`;
    const at = new Date(1.6e12 + messages * 600_000);
    const isList = messages % 7 === 0;
    if (!isList) senders.add(address);
    const text = [
      `From ${address} ${at.toUTCString().replace(',', '')}`,
      `From: "${name}" <${address}>`,
      'To: Sam Buyer <sam.buyer@own-firm.example>',
      `Subject: Offer ${messages}`,
      `Date: ${at.toUTCString()}`,
      ...(isList ? ['List-Id: <news.example>'] : []),
      `Content-Type: multipart/mixed; boundary=b${messages}`,
      '',
      `--b${messages}`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      `Good morning,\r\n\r\nplease find our offer attached.\r\n>From here on it is easy.\r\n\r\nBest regards\r\n${name}`,
      `Head of Sales\r\n${firm} Tools Ltd\r\n+44 161 496 0${String(who % 1000).padStart(3, '0')}`,
      '',
      `--b${messages}`,
      'Content-Type: application/pdf; name=offer.pdf',
      'Content-Transfer-Encoding: base64',
      '',
      `${pdf}--b${messages}--\r\n\r\n`,
    ].join('\r\n');
    size += text.length;
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'close');
  return { messages, senders: senders.size };
}
