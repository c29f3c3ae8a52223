import { decompressRTF } from '@kenjiuno/decompressrtf';
import { composeEml, encodeWord, type MailParts, mailbox } from './compose.ts';
import { type MapiObject, openMsg } from './mapi.ts';
import { type RtfBody, readRtf } from './rtf.ts';

/** Property ids of [MS-OXPROPS]. */
const id = {
  kind: '001a',
  subject: '0037',
  submitted: '0039',
  delivered: '0e06',
  headers: '007d',
  body: '1000',
  rtf: '1009',
  html: '1013',
  codePage: '3fde',
  messageId: '1035',
  displayName: '3001',
  address: '3003',
  smtp: '39fe',
  recipientKind: '0c15',
  data: '3701',
  fileName: '3707',
  shortFileName: '3704',
  mimeType: '370e',
} as const;
const senderNames = ['0c1a', '0042'];
const senderAddresses = ['5d01', '5d02', '0c1f', '0065'];
/** Of a header that a server wrote, what readers of mail look at. */
const keptHeaders =
  /^(?:from|sender|reply-to|to|cc|date|subject|message-id|list-[a-z-]+|precedence|auto-submitted|delivered-to|x-original-to)$/i;
const mostDepth = 3;
const mostRtf = 4_000_000;

const isAddress = (text: string | undefined) => text !== undefined && /^[^\s@]+@[^\s@]+$/.test(text);
const firstText = (from: MapiObject, ids: readonly string[]) =>
  ids.map((each) => from.text(each)).find((text) => text?.trim());

/** Header fields as a server handed them over, folded lines joined. */
function serverHeaders(text: string): [string, string][] {
  return text
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)
    .flatMap((line): [string, string][] => {
      const m = /^([\w-]+):\s*(.*)$/.exec(line);
      return m?.[1] && keptHeaders.test(m[1]) ? [[m[1], m[2] ?? '']] : [];
    });
}

function headersOf(message: MapiObject): [string, string][] {
  const given = serverHeaders(message.text(id.headers) ?? '');
  const has = (name: string) => given.some(([key, value]) => key.toLowerCase() === name && value !== '');
  const own: [string, string][] = [];
  const name = firstText(message, senderNames) ?? '';
  const address = senderAddresses.map((each) => message.text(each)).find(isAddress);
  if (!given.some(([key, value]) => /^from$/i.test(key) && value.includes('@')) && (name || address))
    own.push(['From', mailbox(name === address ? '' : name, address ?? '')]);
  for (const [field, kind] of [
    ['To', 1],
    ['Cc', 2],
  ] as const) {
    const boxes = message
      .children('recip')
      .filter((each) => each.number(id.recipientKind) === kind)
      .map((each) => {
        const box = [each.text(id.smtp), each.text(id.address)].find(isAddress);
        const shown = each.text(id.displayName) ?? '';
        return mailbox(shown === box ? '' : shown.replace(/^'(.*)'$/, '$1'), box ?? '');
      })
      .filter(Boolean);
    if (boxes.length > 0 && !has(field.toLowerCase())) own.push([field, boxes.join(', ')]);
  }
  const subject = message.text(id.subject);
  if (subject && !has('subject')) own.push(['Subject', encodeWord(subject)]);
  const at = message.time(id.submitted) ?? message.time(id.delivered);
  if (at && !has('date')) own.push(['Date', new Date(at).toUTCString()]);
  const messageId = message.text(id.messageId);
  if (messageId && !has('message-id')) own.push(['Message-ID', encodeWord(messageId)]);
  return [
    ...own,
    ...given.filter(([key, value]) => !(/^from$/i.test(key) && own[0]?.[0] === 'From' && !value.includes('@'))),
  ];
}

/** RTF as Outlook packs it; undefined where it is damaged. */
function unpackRtf(packed: Uint8Array): RtfBody | undefined {
  const bytes = Array.from(packed.subarray(0, mostRtf));
  // the packed size in front is what the reading goes by: one that lies would make it go on for ever
  const size = bytes.length - 4;
  for (let i = 0; i < 4; i++) bytes[i] = (size >> (8 * i)) & 0xff;
  try {
    const rtf = decompressRTF(bytes).slice(0, mostRtf);
    return readRtf(new TextDecoder('windows-1252').decode(new Uint8Array(rtf)));
  } catch {
    // no packed RTF: then the message has only what its other bodies say
    return undefined;
  }
}

function bodiesOf(message: MapiObject): Pick<MailParts, 'text' | 'html'> {
  const text = message.text(id.body);
  const bytes = message.bytes(id.html);
  const page = message.number(id.codePage);
  const html = message.text(id.html) ?? (bytes && decodeHtml(bytes, page));
  if (html) return { text, html };
  const packed = message.bytes(id.rtf);
  const rtf = packed && unpackRtf(packed);
  if (rtf && 'html' in rtf) return { text, html: rtf.html };
  return { text: text?.trim() ? text : rtf?.text };
}

const pages: Record<number, string> = {
  936: 'gbk',
  950: 'big5',
  932: 'shift_jis',
  949: 'euc-kr',
  50220: 'iso-2022-jp',
};
function decodeHtml(bytes: Uint8Array, page: number | undefined): string {
  const said = /charset=["']?([\w-]+)/i.exec(new TextDecoder('windows-1252').decode(bytes.subarray(0, 2048)))?.[1];
  const iso = page && page > 28590 && page < 28606 ? `iso-8859-${page - 28590}` : undefined;
  for (const label of [pages[page ?? 0], iso, page === 65001 ? 'utf-8' : undefined, said, page && `windows-${page}`]) {
    if (!label) continue;
    try {
      return new TextDecoder(label).decode(bytes);
    } catch {
      // no such encoding: the next guess
    }
  }
  return new TextDecoder().decode(bytes);
}

/** What an address book entry of Outlook says, as a vCard; undefined for what is none. */
function contactCard(message: MapiObject): string | undefined {
  if (!/^ipm\.contact/i.test(message.text(id.kind) ?? '')) return undefined;
  const fields: [string, string][] = [
    ['FN', '3001'],
    ['ORG', '3a16'],
    ['TITLE', '3a17'],
    ['TEL;TYPE=work', '3a08'],
    ['TEL;TYPE=cell', '3a1c'],
    ['TEL;TYPE=home', '3a09'],
    ['TEL;TYPE=fax', '3a24'],
    ['URL', '3a51'],
  ];
  const lines = fields.flatMap(([field, property]) => {
    const value = message.text(property)?.replace(/\s+/g, ' ').trim();
    return value ? [`${field}:${value.replace(/[;\\]/g, '\\$&')}`] : [];
  });
  // the addresses are kept under numbers that differ from file to file
  const emails = new Set(
    message
      .texts()
      .filter(isAddress)
      .map((text) => text.toLowerCase()),
  );
  for (const email of emails) lines.push(`EMAIL:${email}`);
  return `BEGIN:VCARD\nVERSION:3.0\n${lines.join('\n')}\nEND:VCARD\n`;
}

function attachedOf(message: MapiObject, depth: number): MailParts['attached'] {
  return message.children('attach').flatMap((file): MailParts['attached'] => {
    const name = file.text(id.fileName) ?? file.text(id.shortFileName) ?? file.text(id.displayName) ?? '';
    const inner = file.embedded();
    if (inner) return depth < mostDepth ? attachedMessage(inner, name, depth) : [];
    const type = file.text(id.mimeType)?.toLowerCase() ?? '';
    const isCard = /\.vcf$/i.test(name) || /vcard/.test(type);
    const content = isCard || /\.eml$/i.test(name) || type === 'message/rfc822' ? file.bytes(id.data) : undefined;
    if (!content) return [];
    if (isCard) return [{ type: 'text/vcard', name: name || 'card.vcf', content }];
    return [{ type: 'message/rfc822', name, content }];
  });
}

function attachedMessage(inner: MapiObject, name: string, depth: number): MailParts['attached'] {
  const card = contactCard(inner);
  if (card) return [{ type: 'text/vcard', name: `${name}.vcf`, content: card }];
  return [{ type: 'message/rfc822', name: `${name}.eml`, content: emlOf(inner, depth + 1) }];
}

function emlOf(message: MapiObject, depth: number): string {
  const card = contactCard(message);
  return composeEml({
    headers: card ? [] : headersOf(message),
    ...bodiesOf(message),
    attached: [
      ...(card ? [{ type: 'text/vcard' as const, name: 'contact.vcf', content: card }] : []),
      ...attachedOf(message, depth),
    ],
  });
}

/**
 * Turns a message as Outlook saves it (.msg) into the same message in MIME: header, bodies (HTML also where it is packed in
 * RTF), attached address cards and messages; other attachments are left out. In: the file's bytes. Throws where it is no
 * such file or was cut off.
 */
export function msgToEml(bytes: Uint8Array): string {
  return emlOf(openMsg(bytes), 0);
}
