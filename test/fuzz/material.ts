import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where data of others lie, if the machine has any. */
const data = process.env.LEADLIGHT_DATA;
const own = resolve('test/fixtures');

/** Paths of files by their ending: our own drawings, and where there are any what others wrote, at most so many, spread over all. */
function paths(ending: RegExp, most: number): string[] {
  return [own, ...(data ? [data] : [])].flatMap((folder) => {
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((path) => ending.test(path))
      .sort()
      .map((path) => join(folder, path))
      .filter((path) => statSync(path).size < 400_000);
    const step = Math.max(1, Math.floor(found.length / most));
    return found.filter((_, at) => at % step === 0).slice(0, most);
  });
}

/** Texts of files. In: what their names end in, the most of each place. */
export const textsOf = (ending: RegExp, most = 40): string[] =>
  paths(ending, most).map((path) => readFileSync(path, 'utf8'));

/** Bytes of files. */
export const bytesOf = (ending: RegExp, most = 40): Uint8Array[] =>
  paths(ending, most).map((path) => new Uint8Array(readFileSync(path)));

const mail = (body: string, type = 'text/plain; charset=utf-8'): string =>
  [
    'From: =?utf-8?Q?Jane_R=C3=B6e?= <jane.roe@tannhof.example>',
    'To: "Owner, The" <owner@firm.example>, Bo Lind <bo@lind.example>',
    'Subject: Your offer',
    'Date: Tue, 12 May 2026 14:30:00 +0200',
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
    '',
    body,
  ].join('\r\n');
const signed =
  'Hello,\r\nplease send the drawings.\r\n\r\nBest regards\r\n-- \r\nJane Röe\r\nHead of Purchasing\r\nTannhof GmbH\r\nTel. +49 711 123450\r\n\r\nOn 3 May 2026, Bo Lind <bo@lind.example> wrote:\r\n> Thank you.\r\n> Bo';
const card =
  'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Jane Röe\r\nN:Röe;Jane;;;\r\nORG:Tannhof GmbH\r\nTEL;TYPE=WORK:+49711123450\r\nEND:VCARD\r\n';

/** Mails of our own, for machines without others'. */
export const ownMails: readonly string[] = [
  mail(signed),
  mail('<table><tr><td><b>Jane</b></td><td>Tel: 030 1234567</td></tr></table>', 'text/html; charset=utf-8'),
  mail(
    `--b\r\nContent-Type: text/plain\r\n\r\n${signed}\r\n--b\r\nContent-Type: text/vcard\r\n\r\n${card}\r\n--b--`,
    'multipart/mixed; boundary=b',
  ),
];
const mbox = ownMails.map((one) => `From jane@tannhof.example Tue May 12 14:30:00 2026\n${one}\n\n`).join('');
export const ownMailFiles: readonly Uint8Array[] = [...ownMails, card, mbox].map((text) =>
  new TextEncoder().encode(text),
);
