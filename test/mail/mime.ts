const newline = '\r\n';
const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** A header word as it travels: as it is, or encoded. */
export const headerText = (text: string): string =>
  isAscii(text) ? text : `=?UTF-8?B?${Buffer.from(text).toString('base64')}?=`;

/** `"Name" <address>`, encoded where needed; the bare address without a name. */
export function mailbox([name, address]: readonly [string, string]): string {
  if (!name) return address;
  const said = isAscii(name) ? `"${name.replace(/(["\\])/g, '\\$1')}"` : headerText(name);
  return `${said} <${address}>`;
}

/** Quoted-printable, in lines of at most 76. */
export function quotedPrintable(text: string): string {
  const lines = text.split(/\r?\n/).map((line) => {
    const out: string[] = [];
    let current = '';
    for (const byte of Buffer.from(line)) {
      const plain = byte === 9 || (byte >= 32 && byte <= 126 && byte !== 61);
      const unit = plain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`;
      if (current.length + unit.length > 75) {
        out.push(`${current}=`);
        current = '';
      }
      current += unit;
    }
    return [
      ...out,
      current.replace(/[ \t]$/, (end) => `=${end.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`),
    ].join(newline);
  });
  return lines.join(newline);
}

const base64 = (body: string | Buffer): string =>
  Buffer.from(body)
    .toString('base64')
    .replace(/.{1,76}/g, `$&${newline}`)
    .trimEnd();

type Encoding = 'quoted-printable' | 'base64' | '8bit';

/** One part with its headers. */
export function part(type: string, body: string, encoding: Encoding = 'quoted-printable', more: string[] = []): string {
  const coded = {
    'quoted-printable': quotedPrintable,
    base64,
    '8bit': (text: string) => text.replace(/\r?\n/g, newline),
  };
  const head = [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, ...more];
  return [...head, '', coded[encoding](body), ''].join(newline);
}

/** Several parts under one boundary. */
export function parts(kind: 'alternative' | 'mixed', boundary: string, all: string[]): string {
  const inside = all.map((one) => `--${boundary}${newline}${one}`).join('');
  return `Content-Type: multipart/${kind}; boundary="${boundary}"${newline}${newline}${inside}--${boundary}--${newline}`;
}

/** A mail as a file. In: its headers in order, its body with the headers of content. */
export const mailFile = (headers: readonly (readonly [string, string])[], content: string): string =>
  headers.map(([name, value]) => `${name}: ${value}${newline}`).join('') + content;
