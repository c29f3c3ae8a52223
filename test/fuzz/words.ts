import fc from 'fast-check';

/** What breaks readers: things repeated, cut off, turned round, nested, or too long. */
const nasty = [
  '',
  ' ',
  '\u0000',
  '\ufeff',
  '\u202e',
  '\u200b'.repeat(200),
  '\ud800',
  '💼'.repeat(300),
  'ａ＠ｂ．ｃ',
  'a@'.repeat(3000),
  '@'.repeat(5000),
  'a.'.repeat(3000),
  '+'.repeat(3000),
  '+49 '.repeat(800),
  '0'.repeat(4000),
  '1-'.repeat(2000),
  '('.repeat(3000),
  '<'.repeat(2000),
  '"'.repeat(2001),
  ','.repeat(3000),
  ';'.repeat(3000),
  '\t'.repeat(2000),
  '\n'.repeat(3000),
  ' '.repeat(8000),
  '-- \n'.repeat(400),
  '> '.repeat(1500),
  '王'.repeat(2000),
  'Dr. '.repeat(800),
  'GmbH & Co. KG '.repeat(300),
  'Street 1, '.repeat(400),
  'http://'.repeat(600),
  'https://x.example/'.repeat(200),
  'BEGIN:VCARD\n'.repeat(300),
  '=?utf-8?B?'.repeat(400),
  '=?utf-8?Q?=E2=82?= <a@b.example>',
  '=C3'.repeat(1500),
  '[object Object]',
  '__proto__',
  'constructor',
  '{"a":'.repeat(900),
  '['.repeat(2000),
  "'; DROP TABLE leads; --",
  '=HYPERLINK("http://x.example","a")',
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '%E0%A4%A',
];

const good = [
  'Jane Roe',
  'Dr. Petra Öztürk-Lindqvist',
  '王小明',
  'Ngozi O’Brien',
  'Head of Sales',
  'Leiterin Einkauf',
  '采购经理',
  'Tannhof Maschinenbau GmbH',
  '上海蓝海泵业有限公司',
  'jane.roe@tannhof.example',
  'info [at] tannhof dot example',
  '+49 (0)711 123-45 67',
  '138 0013 8000',
  '(415) 555-0132 ext. 12',
  'Tel./Fax: 030 1234567 / -68',
  'Industriestraße 12, 70565 Stuttgart',
  '1600 Elm Street, Springfield, IL 62704',
  'VAT: DE123456789',
  '统一社会信用代码：91310000MA1FL0XX5A',
  'Handelsregister: HRB 12345, Amtsgericht Stuttgart',
  'From:',
  'To: ',
  'Best regards',
  '-- ',
  'On 3 May 2026, Jane Roe wrote:',
  '12.05.2026 14:30',
  '€ 1.200,00',
];

/** Words as they stand on pages and in mails, good ones and bad ones. */
export const words: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...good) },
  { weight: 2, arbitrary: fc.constantFrom(...nasty) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
);

type Edit = { kind: 'cut' | 'double' | 'put' | 'swap' | 'turn'; at: number; length: number; text: string };

const edit: fc.Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('cut', 'double', 'put', 'put', 'swap', 'turn'),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 1, max: 400 }),
  text: words,
});

function edited(text: string, { kind, at, length, text: put }: Edit): string {
  const from = Math.floor(at * text.length);
  const to = Math.min(text.length, from + length);
  const [before, part, after] = [text.slice(0, from), text.slice(from, to), text.slice(to)];
  switch (kind) {
    case 'cut':
      return before + after;
    case 'double':
      return before + part.repeat(3) + after;
    case 'put':
      return before + put + after;
    case 'swap':
      return before + after.slice(0, length) + part + after.slice(length);
    case 'turn':
      return before + [...part].reverse().join('') + after;
  }
}

/** Texts that others made, changed in a few places. In: the texts, the most characters taken of one, from anywhere in it. */
export function changed(texts: readonly string[], most = 40_000): fc.Arbitrary<string> {
  return fc
    .record({
      which: fc.nat(texts.length - 1),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      edits: fc.array(edit, { minLength: 1, maxLength: 8 }),
    })
    .map(({ which, from, edits }) => {
      const text = texts[which] ?? '';
      const start = Math.floor(from * Math.max(0, text.length - most));
      return edits.reduce(edited, text.slice(start, start + most)).slice(0, most * 3);
    });
}

/** Bytes of others, changed in a few places. */
export function changedBytes(files: readonly Uint8Array[], most = 60_000): fc.Arbitrary<Uint8Array> {
  const flip = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255), run: fc.nat(40) });
  return fc
    .record({
      which: fc.nat(files.length - 1),
      flips: fc.array(flip, { maxLength: 12 }),
      keep: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ which, flips, keep }) => {
      const bytes = (files[which] ?? new Uint8Array()).slice(0, most);
      for (const { at, byte, run } of flips) {
        const from = Math.floor(at * bytes.length);
        bytes.fill(byte, from, Math.min(bytes.length, from + run + 1));
      }
      return keep < 0.3 ? bytes.slice(0, Math.floor((keep / 0.3) * bytes.length)) : bytes;
    });
}
