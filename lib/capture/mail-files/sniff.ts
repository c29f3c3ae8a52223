/** What a file is, by what it holds; its name is only asked where that says nothing. */
export type MailFileKind = 'eml' | 'msg' | 'mbox' | 'vcard';

/** So much of a file is enough to tell. */
export const sniffSize = 32 * 1024;

const outlook = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
const field = /^([\w-]{1,60}):/;
const mailFields =
  /^(?:from|to|cc|subject|date|message-id|mime-version|received|return-path|delivered-to|reply-to|sender|x-mozilla-status|content-type)$/i;

/** Whether a text begins as a mail does: with header fields, of which two are those of a mail. */
function beginsWithHeader(text: string): boolean {
  const lines = text.split(/\r?\n/, 60);
  const known = new Set<string>();
  for (const line of lines) {
    if (line.trim() === '') break;
    if (/^[ \t]/.test(line) && known.size > 0) continue;
    const name = field.exec(line)?.[1];
    if (name === undefined) return false;
    if (mailFields.test(name)) known.add(name.toLowerCase());
  }
  return known.has('from') ? known.size >= 2 : known.size >= 3;
}

/**
 * Tells what a mail file is. In: its beginning (`sniffSize` bytes), its name. Out: its kind, and how many bytes in front of
 * the message are none of it; undefined where it is no mail, mailbox or address card.
 */
export function sniff(head: Uint8Array, name: string): { kind: MailFileKind; skip: number } | undefined {
  if (outlook.every((byte, i) => head[i] === byte)) return { kind: 'msg', skip: 0 };
  const wide =
    head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : '';
  const text = new TextDecoder(wide || 'windows-1252').decode(head);
  const plain = text.replace(/^(?:\ufeff|ï»¿)?\s*/, '');
  if (/^(?:[\w-]+\.)?BEGIN:VCARD/i.test(plain)) return { kind: 'vcard', skip: 0 };
  const skip = text.length - plain.length;
  // Apple's mail writes the number of bytes in front.
  const counted = /^\d{1,12}[ \t]*\r?\n/.exec(plain)?.[0].length ?? 0;
  const fromLine = /^From [^\n]{0,300}?\d\d?:\d\d[^\n]*\n(?=[^\s:]+:)/.exec(plain)?.[0];
  if (fromLine) {
    // One message saved with a mailbox's line before it is that message.
    const alone = /\.(?:eml|emlx)$/i.test(name) && !/\n\r?\nFrom [^\n]{0,300}?\d\d?:\d\d/.test(plain);
    return alone ? { kind: 'eml', skip: skip + fromLine.length } : { kind: 'mbox', skip };
  }
  if (beginsWithHeader(plain.slice(counted))) return { kind: 'eml', skip: skip + counted };
  // A message whose header is damaged; bytes that no text has are none.
  const binary = /(?![\t\r\n\f\v])\p{Cc}/u.test(plain.slice(0, 4000).replace(/[\u0080-\u009f]/g, ''));
  return /\.(?:eml|emlx)$/i.test(name) && !binary && /@/.test(plain) ? { kind: 'eml', skip } : undefined;
}
