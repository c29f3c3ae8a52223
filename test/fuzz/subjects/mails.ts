import { Blob as NodeBlob } from 'node:buffer';
import fc from 'fast-check';
import { readMail } from '../../../lib/capture/mail/read-mail.ts';
import { readOpenMail } from '../../../lib/capture/mail/read-open-mail.ts';
import { readMbox } from '../../../lib/capture/mail-files/mbox.ts';
import { msgToEml } from '../../../lib/capture/mail-files/msg.ts';
import { readVcards } from '../../../lib/capture/mail-files/read-vcards.ts';
import { sniff } from '../../../lib/capture/mail-files/sniff.ts';
import { vcardText } from '../../../lib/capture/mail-files/vcard-text.ts';
import { readHtml, readText } from '../../../lib/capture/paste.ts';
import { mailSnapshot } from '../../../lib/domain/schema/mail-snapshot.ts';
import { bytesOf, ownMailFiles, ownMails, textsOf } from '../material.ts';
import { subject } from '../subject.ts';
import { changed, changedBytes, words } from '../words.ts';

const headers = fc.constantFrom(
  'From',
  'To',
  'Cc',
  'Reply-To',
  'Sender',
  'Subject',
  'Date',
  'Content-Type',
  'Content-Transfer-Encoding',
  'MIME-Version',
  'List-Id',
);
const headerValues = fc.oneof(
  words,
  fc.constantFrom(
    'multipart/mixed; boundary="b"',
    'multipart/alternative; boundary=b',
    'text/html; charset=gbk',
    'text/plain; charset=x-unknown',
    'message/rfc822',
    'text/vcard',
    'base64',
    'quoted-printable',
    '"Jane Roe" <jane@x.example>, =?utf-8?B?546L?= <w@y.example>',
  ),
);
const made = fc
  .record({
    head: fc.array(fc.tuple(headers, headerValues), { maxLength: 10 }),
    body: fc.array(fc.oneof(words, fc.constantFrom('--b', '--b--', 'Content-Type: text/html', '')), { maxLength: 30 }),
  })
  .map(
    ({ head, body }) => `${head.map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${body.join('\r\n')}`,
  );
const raw = (text: string) => readMail({ raw: text, url: 'pasted:fuzzed', now: 0 });

const party = fc.record({ name: words, address: words });
const shown = fc.record({
  url: fc.constant('https://mail.firm.example/'),
  owner: fc.option(words, { nil: undefined }),
  rows: fc.nat(3),
  messages: fc.array(
    fc.record({
      from: party,
      to: fc.array(party, { maxLength: 3 }),
      cc: fc.array(party, { maxLength: 2 }),
      subject: words,
      date: words,
      sent: fc.boolean(),
      certain: fc.boolean(),
      html: fc.array(words, { maxLength: 12 }).map((parts) => parts.map((part) => `<p>${part}</p>`).join('')),
      cards: fc.array(words, { maxLength: 2 }),
    }),
    { maxLength: 4 },
  ),
});

async function readShown(told: unknown): Promise<void> {
  const parsed = mailSnapshot.safeParse(told);
  if (parsed.success) await readOpenMail(parsed.data, { now: 0, isLeftAlone: () => false });
}

/** A file as it is dropped. Outlook's may be refused, but only as what it is. */
async function readFileBytes(bytes: Uint8Array): Promise<void> {
  const kind = sniff(bytes.slice(0, 32_768), 'dropped.bin')?.kind;
  if (kind === 'vcard') readVcards(vcardText(bytes), { url: 'pasted:fuzzed', now: 0 });
  else if (kind === 'mbox') {
    // The document's own has no stream.
    const mbox = new NodeBlob([new Uint8Array(bytes)]) as unknown as Blob;
    for await (const { start, end } of readMbox(mbox))
      await readMail({ raw: bytes.slice(start, Math.min(end, start + 20_000)), url: 'pasted:fuzzed', now: 0 });
  } else if (kind === 'msg') {
    let eml: string;
    try {
      eml = msgToEml(bytes);
    } catch (cause) {
      if (cause instanceof Error) return;
      throw cause;
    }
    await raw(eml);
  } else await readMail({ raw: bytes, url: 'pasted:fuzzed', now: 0 });
}

const pasted = fc
  .array(words, { maxLength: 25 })
  .chain((parts) => fc.constantFrom('\n', '\t', ', ', ';', '\n\n').map((between) => parts.join(between)));

export const mails = [
  subject('mails made up', 120, made, raw),
  subject('mails of others, changed', 60, changed([...ownMails, ...textsOf(/\.eml$/i)], 20_000), raw),
  subject('what a mailbox might show', 60, shown, readShown),
  subject(
    'mail files, changed',
    60,
    changedBytes([...ownMailFiles, ...bytesOf(/\.(?:eml|msg|mbox|vcf)$/i)]),
    readFileBytes,
  ),
  subject('pasted text', 50, pasted, (text) => readText(text, { now: 0 })),
  subject('pasted HTML', 20, changed(textsOf(/\.html?$/i, 10), 8000), (html) => readHtml(html, { now: 0 })),
];
