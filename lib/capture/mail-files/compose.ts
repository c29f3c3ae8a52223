/** A message as its parts, from a format that is no MIME. */
export type MailParts = {
  /** Header lines, already in order, values as plain text. */
  headers: [string, string][];
  text?: string | undefined;
  html?: string | undefined;
  /** Attachments that may hold people: address cards and whole mails. */
  attached: { type: 'text/vcard' | 'message/rfc822'; name: string; content: Uint8Array | string }[];
};

const encoder = new TextEncoder();

function base64(content: Uint8Array | string): string {
  const bytes = typeof content === 'string' ? encoder.encode(content) : content;
  let binary = '';
  for (let i = 0; i < bytes.length; i += 8192) binary += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(binary).replace(/.{76}/g, '$&\r\n');
}

/** A header's value in one line of ASCII. */
export function encodeWord(text: string): string {
  const line = text.replace(/\p{Cc}+/gu, ' ').trim();
  if (/^[\x20-\x7e]*$/.test(line)) return line;
  const words: string[] = [];
  let word = '';
  for (const sign of line) {
    // an encoded word has at most 75 signs
    if (encoder.encode(word + sign).length > 42) {
      words.push(word);
      word = '';
    }
    word += sign;
  }
  return [...words, word].map((part) => `=?utf-8?B?${base64(part)}?=`).join(' ');
}

/** A mailbox as a header has it. In: a display name, which may be empty, and an address, which may be none. */
export function mailbox(name: string, address: string): string {
  const plain = name.replace(/["\\]/g, '').trim();
  const shown = /^[\x20-\x7e]*$/.test(plain) ? (plain ? `"${plain}"` : '') : encodeWord(plain);
  return address ? `${shown} <${address.replace(/[\s<>]/g, '')}>`.trim() : shown;
}

const part = (type: string, content: Uint8Array | string, more = '') =>
  `Content-Type: ${type}\r\nContent-Transfer-Encoding: base64\r\n${more}\r\n${base64(content)}\r\n`;

/** Writes a message in MIME, all ASCII. In: its parts. Out: what a mail program would save as .eml. */
export function composeEml({ headers, text, html, attached }: MailParts): string {
  // no line of base64, and no line of a mail inside this one, can be that
  const [outer, inner] = [`=_${crypto.randomUUID()}`, `=_${crypto.randomUUID()}`];
  const parts = [
    ...(text === undefined ? [] : [part('text/plain; charset=utf-8', text)]),
    ...(html === undefined ? [] : [part('text/html; charset=utf-8', html)]),
  ];
  const bodies = parts.map((each) => `--${inner}\r\n${each}`).join('');
  const files = attached.map(({ type, name, content }) => {
    const shown = name.replace(/[^\w. -]/g, '_').slice(0, 80);
    return `--${outer}\r\n${part(type, content, `Content-Disposition: attachment; filename="${shown}"\r\n`)}`;
  });
  return [
    ...headers.map(([name, value]) => `${name}: ${value}`),
    'MIME-Version: 1.0',
    `Content-Type: multipart/mixed; boundary="${outer}"`,
    '',
    `--${outer}\r\nContent-Type: multipart/alternative; boundary="${inner}"\r\n\r\n${bodies}--${inner}--\r\n${files.join('')}--${outer}--\r\n`,
  ].join('\r\n');
}
