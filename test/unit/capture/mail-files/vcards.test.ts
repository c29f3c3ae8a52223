import { describe, expect, it } from 'vitest';
import { splitVcards } from '../../../../lib/capture/mail/vcard.ts';
import { readVcards } from '../../../../lib/capture/mail-files/read-vcards.ts';
import { vcardPieces, vcardText } from '../../../../lib/capture/mail-files/vcard-text.ts';
import { cards } from '../../../mail-files/samples.ts';

const card = (lines: string, version = '3.0') => `BEGIN:VCARD\nVERSION:${version}\n${lines}\nEND:VCARD\n`;
const read = (text: string) => readVcards(text, { url: 'pasted:1', now: 1 });
const first = (text: string) => {
  const fields = read(text).people[0]?.fields;
  return (
    fields && {
      name: fields.name[0]?.value,
      title: fields.jobTitle[0]?.value,
      emails: fields.emails.map((e) => e.value),
    }
  );
};

describe('a file of address cards', () => {
  it('gives everybody with their firm, in versions 2.1, 3.0 and 4.0', () => {
    const { people, companies } = read(cards);
    expect(
      people.map(({ fields: f }) => [
        f.name[0]?.value,
        f.jobTitle[0]?.value,
        f.companyName[0]?.value,
        f.phones[0]?.value.e164,
        f.phones[0]?.value.kind,
      ]),
    ).toEqual([
      ['Paul Okafor', 'Head of Purchasing', 'Pier Nine Logistics', '+441614960456', 'work'],
      ['Jörg Müller', 'Geschäftsführer', 'Mueller Walzen GmbH', '+4915123456789', 'mobile'],
      ['李明', undefined, '华东输送设备有限公司', '+8613812345678', 'mobile'],
    ]);
    expect(companies).toHaveLength(3);
  });

  it.each([
    [
      'a folded line',
      card('FN:Jane\n  Roe\nTITLE:Head\n\tof Sales'),
      { name: 'Jane Roe', title: 'Headof Sales', emails: [] },
    ],
    [
      'escaped signs',
      card('FN:Roe\\, Jane\nTITLE:Sales\\; South'),
      { name: 'Roe, Jane', title: 'Sales; South', emails: [] },
    ],
    [
      'a group in front',
      card('FN:Jane Roe\nitem1.EMAIL;TYPE=INTERNET:jane@roe.example'),
      { name: 'Jane Roe', title: undefined, emails: ['jane@roe.example'] },
    ],
    [
      'a colon in a parameter',
      card('FN:Jane Roe\nEMAIL;X-A="b:c":jane@roe.example'),
      { name: 'Jane Roe', title: undefined, emails: ['jane@roe.example'] },
    ],
    [
      'a picture before the address',
      card('FN:Jane Roe\nPHOTO;ENCODING=b:QUJD=\nEMAIL:jane@roe.example'),
      { name: 'Jane Roe', title: undefined, emails: ['jane@roe.example'] },
    ],
    [
      'an address for a name',
      card('FN:jane@roe.example\nEMAIL:jane@roe.example'),
      { name: undefined, title: undefined, emails: ['jane@roe.example'] },
    ],
    ['an end that is missing', 'BEGIN:VCARD\nFN:Jane Roe\n', { name: 'Jane Roe', title: undefined, emails: [] }],
  ])('%s', (_what, text, expected) => expect(first(text)).toEqual(expected));

  it('a card of a firm is a firm', () => {
    const { people, companies } = read(card('FN:Harbour Tools Ltd\nORG:Harbour Tools Ltd\nTEL:+44 161 496 0123'));
    expect(people).toEqual([]);
    expect(companies[0]?.fields.name[0]?.value).toBe('Harbour Tools Ltd');
    expect(companies[0]?.fields.phones).toHaveLength(1);
    expect(read(card('KIND:org\nFN:Pier Nine', '4.0')).companies[0]?.fields.name[0]?.value).toBe('Pier Nine');
  });

  it('a number of no country is kept as written', () => {
    const { people } = read(card('FN:Jane Roe\nTEL;TYPE=home:555-0100-77'));
    expect(people[0]?.fields.phones[0]?.value).toEqual({ text: '555-0100-77', kind: 'home' });
  });

  it('cards cut off or one in another are told apart', () => {
    expect(splitVcards('BEGIN:VCARD\nFN:A\nBEGIN:VCARD\nFN:B\nEND:VCARD\n', 10)).toHaveLength(2);
    const agent = 'BEGIN:VCARD\nFN:A\nAGENT:\nBEGIN:VCARD\nFN:B\nEND:VCARD\nEMAIL:a@b.example\nEND:VCARD\n';
    const [only, ...rest] = splitVcards(agent, 10);
    expect(rest).toEqual([]);
    expect(only).toContain('EMAIL:a@b.example');
    expect(only).not.toContain('FN:B');
  });

  it.each(['utf-8', 'utf-16le', 'windows-1252'])('in %s', (encoding) => {
    const text = card('FN:Jörg Müller');
    const bytes = {
      'utf-8': Buffer.from(text, 'utf8'),
      'utf-16le': Buffer.from(`\ufeff${text}`, 'utf16le'),
      'windows-1252': Buffer.from(text, 'latin1'),
    }[encoding as 'utf-8'];
    expect(first(vcardText(new Uint8Array(bytes)))?.name).toBe('Jörg Müller');
  });

  it('a big file is handed over in pieces of whole cards, without pictures', () => {
    const big = Array.from({ length: 50 }, (_, i) => card(`FN:Person ${i}\nPHOTO:${'QUJD'.repeat(200)}`)).join('');
    const pieces = vcardPieces(new TextEncoder().encode(big), 500);
    expect(pieces.length).toBeGreaterThan(2);
    expect(pieces.join('')).not.toContain('QUJD');
    expect(pieces.flatMap((piece) => splitVcards(piece, 100))).toHaveLength(50);
  });
});
