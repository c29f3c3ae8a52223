import * as CFB from 'cfb';

/** What goes into an Outlook file that a test writes. */
export type MsgSample = {
  subject: string;
  from: { name: string; address: string };
  to?: { name: string; address: string }[];
  text?: string;
  html?: string;
  /** Unpacked RTF. */
  rtf?: string;
  at?: number;
  cards?: string[];
  /** A message attached to it. */
  inner?: MsgSample;
  /** Windows code page: texts are written in it, one or two bytes a sign, instead of UTF-16. */
  ansi?: boolean;
};

const utf16 = (text: string) => Buffer.from(text, 'utf16le');

function fixed(head: number, values: [id: number, type: number, value: bigint][]): Buffer {
  const stream = Buffer.alloc(head + values.length * 16);
  for (const [i, [id, type, value]] of values.entries()) {
    const at = head + i * 16;
    stream.writeUInt16LE(type, at);
    stream.writeUInt16LE(id, at + 2);
    stream.writeUInt32LE(6, at + 4);
    stream.writeBigUInt64LE(value, at + 8);
  }
  return stream;
}

/** RTF as Outlook wraps it when it does not pack it. */
function wrapRtf(rtf: string): Buffer {
  const text = Buffer.from(rtf, 'latin1');
  const head = Buffer.alloc(16);
  head.writeUInt32LE(text.length + 12, 0);
  head.writeUInt32LE(text.length, 4);
  head.write('MELA', 8, 'latin1');
  return Buffer.concat([head, text]);
}

function write(container: CFB.CFB$Container, folder: string, head: number, mail: MsgSample): void {
  const put = (name: string, content: Buffer) => CFB.utils.cfb_add(container, folder + name, content);
  const text = (where: string, id: string, value: string | undefined) => {
    if (value === undefined) return;
    const name = `${where}__substg1.0_${id}${mail.ansi ? '001E' : '001F'}`;
    put(name, mail.ansi ? Buffer.from(value, 'latin1') : utf16(value));
  };
  text('', '0037', mail.subject);
  text('', '0C1A', mail.from.name);
  text('', '0C1F', `/O=ORG/CN=RECIPIENTS/CN=${mail.from.name}`);
  if (mail.from.address) text('', '5D01', mail.from.address);
  text('', '1000', mail.text);
  if (mail.html !== undefined) put('__substg1.0_10130102', Buffer.from(mail.html, 'utf8'));
  if (mail.rtf !== undefined) put('__substg1.0_10090102', wrapRtf(mail.rtf));
  const filetime = (BigInt(mail.at ?? 1_700_000_000_000) + 11_644_473_600_000n) * 10_000n;
  put(
    '__properties_version1.0',
    fixed(head, [
      [0x0039, 0x40, filetime],
      [0x3fde, 3, mail.ansi ? 1252n : 65001n],
    ]),
  );
  for (const [i, { name, address }] of (mail.to ?? []).entries()) {
    const where = `__recip_version1.0_#${String(i).padStart(8, '0')}/`;
    text(where, '3001', name);
    text(where, '39FE', address);
    put(`${where}__properties_version1.0`, fixed(8, [[0x0c15, 3, 1n]]));
  }
  const files = [...(mail.cards ?? []), ...(mail.inner ? [mail.inner] : [])];
  for (const [i, file] of files.entries()) {
    const where = `__attach_version1.0_#${String(i).padStart(8, '0')}/`;
    put(`${where}__properties_version1.0`, fixed(8, []));
    if (typeof file === 'string') {
      text(where, '3707', `card-${i}.vcf`);
      put(`${where}__substg1.0_37010102`, Buffer.from(file, 'utf8'));
    } else write(container, `${folder}${where}__substg1.0_3701000D/`, 24, file);
  }
}

/** Writes a message as Outlook would save it. Out: the bytes of a .msg file. */
export function makeMsg(mail: MsgSample): Uint8Array {
  const container = CFB.utils.cfb_new();
  write(container, '', 32, mail);
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
}
