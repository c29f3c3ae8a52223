/** A message with a header and a signature, as a mail program saves it. */
export function mailOf({
  name,
  address,
  subject = 'Our offer',
  day = 1,
  body,
  headers = [],
  to = 'Sam Buyer <sam.buyer@own-firm.example>',
}: {
  name: string;
  address: string;
  subject?: string;
  /** Of January 2026. */
  day?: number;
  body: string;
  headers?: string[];
  to?: string;
}): string {
  return [
    `From: "${name}" <${address}>`,
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${new Date(Date.UTC(2026, 0, day, 9)).toUTCString()}`,
    `Message-ID: <${day}.${address}>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    ...headers,
    '',
    body,
    '',
  ].join('\r\n');
}

export const jane = { name: 'Jane Roe', address: 'jane.roe@harbour-tools.example' };
export const janeSigned = `Good morning,
please find the offer attached.

Best regards
Jane Roe
Head of Sales
Harbour Tools Ltd
+44 161 496 0123`.replaceAll('\n', '\r\n');

export const lukas = { name: 'Lukas Brandt', address: 'l.brandt@brandt-foerderbaender.example' };
export const lukasSigned = `Guten Tag,
anbei unser Angebot.

Mit freundlichen Grüßen
Lukas Brandt
Leiter Vertrieb
Brandt Förderbänder GmbH
Tel. +49 30 23125 014`.replaceAll('\n', '\r\n');

/** Messages in one file, as mail programs export a folder. */
export const mboxOf = (messages: string[]): string =>
  messages
    .map((message) => `From - Mon Jan  5 09:00:00 2026\r\n${message.replace(/^(>*From )/gm, '>$1')}\r\n`)
    .join('');

export const cards = `BEGIN:VCARD
VERSION:3.0
N:Okafor;Paul;;;
FN:Paul Okafor
ORG:Pier Nine Logistics;Purchasing
TITLE:Head of Purchasing
TEL;TYPE=WORK,VOICE:+44 161 496 0456
EMAIL:paul.okafor@pier-nine.example
END:VCARD
BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg
TITLE;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:Gesch=C3=A4fts=
f=C3=BChrer
ORG:Mueller Walzen GmbH
TEL;CELL:+49 151 23456789
EMAIL;INTERNET:joerg@mueller-walzen.example
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:李明
ORG:华东输送设备有限公司
TEL;VALUE=uri;TYPE=cell:tel:+86-138-1234-5678
EMAIL:li.ming@huadong-ss.example
END:VCARD
`.replaceAll('\n', '\r\n');
