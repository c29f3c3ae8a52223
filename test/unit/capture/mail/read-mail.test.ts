import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMail } from '../../../../lib/capture/mail/read-mail.ts';
import type { PersonDraft } from '../../../../lib/domain/schema/draft.ts';

const base = { url: 'file:///mail', now: 1_700_000_000_000 };
const eml = (from: string, body: string, more = '') =>
  `From: ${from}\r\nSubject: Offer\r\n${more}\r\n${body.replace(/\n/g, '\r\n')}`;
const html = (from: string, body: string) => eml(from, body, 'Content-Type: text/html; charset=utf-8\r\n');
const flat = ({ fields: f }: PersonDraft) => ({
  name: f.name[0]?.value,
  title: f.jobTitle[0]?.value,
  company: f.companyName[0]?.value,
  emails: f.emails.map((e) => e.value),
  phones: f.phones.map((p) => p.value.e164),
});

describe('a message becomes its sender', () => {
  test('English, plain text', async () => {
    const { people, companies, mail, title } = await readMail({
      ...base,
      raw: eml(
        'Martha Keane <martha.keane@elmworks.co.uk>',
        'Hello Tom,\n\nthe parts are on their way to you.\n\nBest regards,\nMartha Keane\nHead of Sales\nElm Works Ltd\nT: +44 20 7946 0018\nwww.elmworks.co.uk',
      ),
    });
    expect(title).toBe('Offer');
    expect(people.map(flat)).toEqual([
      {
        name: 'Martha Keane',
        title: 'Head of Sales',
        company: 'Elm Works Ltd',
        emails: ['martha.keane@elmworks.co.uk'],
        phones: ['+442079460018'],
      },
    ]);
    expect(companies[0]?.fields.domain[0]?.value).toBe('elmworks.co.uk');
    expect(mail?.from).toEqual({ name: 'Martha Keane', address: 'martha.keane@elmworks.co.uk' });
    expect(mail?.reply).toContain('on their way');
  });

  test('German, Word mark-up, a managing director and register facts below', async () => {
    const word = (text: string) => `<p class=MsoNormal><span style='font-size:10.0pt'>${text}<o:p></o:p></span></p>`;
    const { people, companies } = await readMail({
      ...base,
      raw: html(
        'Roth, Jana <jana.roth@nordlicht-technik.de>',
        [
          word('Sehr geehrter Herr Beck,'),
          word('anbei unser Angebot, wir freuen uns auf Ihre Antwort.'),
          word('&nbsp;'),
          word('Mit freundlichen Gr&uuml;&szlig;en'),
          word('Jana Roth'),
          word('Leiterin Einkauf'),
          word('Nordlicht Technik GmbH'),
          word('Deichstra&szlig;e 4 | 20459 Hamburg'),
          word('Tel.: 040 5550110'),
          word('Gesch&auml;ftsf&uuml;hrer: Uwe Harms | Amtsgericht Hamburg HRB 12345'),
        ].join(''),
      ),
    });
    expect(people.map(flat)).toEqual([
      {
        name: 'Jana Roth',
        title: 'Leiterin Einkauf',
        company: 'Nordlicht Technik GmbH',
        emails: ['jana.roth@nordlicht-technik.de'],
        phones: ['+49405550110'],
      },
    ]);
    expect(companies[0]?.fields.registerNumber[0]?.value).toContain('12345');
  });

  test('Chinese signature in a table, nickname in the header', async () => {
    const { people } = await readMail({
      ...base,
      raw: html(
        '"=?utf-8?B?6aOO6L+H5peg55eV?=" <12345678@qq.com>',
        '<div>您好，报价单请查收，谢谢！</div><div>------------------</div><table><tr><td>王小明</td></tr><tr><td>销售经理</td></tr><tr><td>杭州青石机械有限公司</td></tr><tr><td>手机：13800138000</td></tr></table>',
      ),
    });
    expect(people.map(flat)).toEqual([
      {
        name: '王小明',
        title: '销售经理',
        company: '杭州青石机械有限公司',
        emails: ['12345678@qq.com'],
        phones: ['+8613800138000'],
      },
    ]);
  });

  test('name and address of the header win over those of the signature', async () => {
    const { people } = await readMail({
      ...base,
      raw: eml(
        'Jane Roe <jane.roe@example.com>',
        'Please call me.\n\nRegards,\nJohn Smith\nDirector\n+44 20 7946 0018',
      ),
    });
    expect(people[0]?.fields.name[0]?.value).toBe('Jane Roe');
    expect(people[0]?.fields.emails[0]?.value).toBe('jane.roe@example.com');
  });

  test('nothing of quoted text is given to the sender; the quoted person stands apart and doubtful', async () => {
    const { people } = await readMail({
      ...base,
      raw: eml(
        'Tom Beck <tom.beck@suedwind.de>',
        'Fine with me.\n\nTom\n\nOn Tue, 3 Mar 2026 at 10:12, Jane Roe <jane.roe@elmworks.co.uk> wrote:\n> Shall we meet?\n>\n> Jane Roe\n> Head of Sales\n> +44 20 7946 0018',
      ),
    });
    expect(people.map(flat)[0]).toMatchObject({ emails: ['tom.beck@suedwind.de'], phones: [] });
    expect(people.map(flat)[1]).toMatchObject({ name: 'Jane Roe', title: 'Head of Sales', phones: ['+442079460018'] });
    expect(people[1]?.confidence).toBeLessThan(0.6);
  });

  test('an enquiry from a web form is the lead, not the program that sent it', async () => {
    const { people } = await readMail({
      ...base,
      raw: eml(
        'Website <noreply@suedwind.de>',
        'New message from your site\n\nName: Jane Roe\nCompany: Elm Works Ltd\nPhone: +44 20 7946 0018\nE-mail: jane.roe@elmworks.co.uk\nMessage: Please send us your prices.',
      ),
    });
    expect(people.map(flat)).toEqual([
      {
        name: 'Jane Roe',
        title: undefined,
        company: 'Elm Works Ltd',
        emails: ['jane.roe@elmworks.co.uk'],
        phones: ['+442079460018'],
      },
    ]);
  });

  test('a signature that is only a picture gives nothing beyond the header', async () => {
    const { people } = await readMail({
      ...base,
      raw: html(
        'Jane Roe <jane.roe@example.com>',
        '<p>Dear Tom, thank you for the call, we will come back to you.</p><img src="cid:1" alt="image001.png">',
      ),
    });
    expect(people.map(flat)).toEqual([
      { name: 'Jane Roe', title: undefined, company: undefined, emails: ['jane.roe@example.com'], phones: [] },
    ]);
  });

  test("a firm named only in the small print is not the sender's", async () => {
    const { companies } = await readMail({
      ...base,
      html: '<table><tr><td><b>Jane Roe</b></td></tr><tr><td>Sales Manager</td></tr><tr><td><a href="tel:+442079460018">+44 20 7946 0018</a></td></tr></table><p>This e-mail is confidential. If you are not the intended recipient, please notify Other Firm Ltd.</p>',
    });
    expect(companies.flatMap((c) => c.fields.name)).toEqual([]);
  });

  test('every value says where it was read', async () => {
    const { people } = await readMail({
      ...base,
      html: '<div>Jane Roe</div><div>Sales Manager</div><div>+44 20 7946 0018</div>',
    });
    expect(people[0]?.fields.phones[0]?.provenance[0]).toMatchObject({ url: base.url, at: base.now, line: 2 });
  });

  test('any message is read without an error', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.constantFrom(
            'From: a <a@example.com>\n',
            '> ',
            'On 3 March 2026, Jane wrote:\n',
            '-- \n',
            'Jane Roe\n',
            '+49 40 5550110\n',
            'Name: ',
            '发件人: ',
            '<table><tr><td>',
            '\n',
            'Regards,\n',
            '\u202e',
          ),
          { maxLength: 40 },
        ),
        async (parts) => {
          const text = parts.join('');
          await readMail({ ...base, raw: text });
          await readMail({ ...base, text });
          await readMail({ ...base, html: text });
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('what comes along with a message', () => {
  const mail = (card: string) =>
    `From: Ann Roe <ann.roe@elmworks.co.uk>\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nHello Tom, the card is attached.\r\n\r\nAnn\r\n--b\r\nContent-Type: text/vcard; name=a.vcf\r\n\r\n${card}\r\n--b--\r\n`;

  test("the sender's own vCard completes them", async () => {
    const { people, companies } = await readMail({
      ...base,
      raw: mail(
        'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Roe\r\nORG:Elm Works Ltd;Sales\r\nTITLE:Head of Sales\r\nTEL;TYPE=CELL:+44 7400 123456\r\nEMAIL:ann.roe@elmworks.co.uk\r\nEND:VCARD',
      ),
    });
    expect(people.map(flat)).toEqual([
      {
        name: 'Ann Roe',
        title: 'Head of Sales',
        company: 'Elm Works Ltd',
        emails: ['ann.roe@elmworks.co.uk'],
        phones: ['+447400123456'],
      },
    ]);
    expect(companies.map((c) => c.fields.name[0]?.value)).toEqual(['Elm Works Ltd']);
  });

  test("a colleague's vCard in old quoted-printable form is a person of its own", async () => {
    const { people } = await readMail({
      ...base,
      raw: mail(
        'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=CD=F5;=D0=A1=C3=F7\r\nFN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=CD=F5=D0=A1=C3=F7\r\nTEL;CELL:+86 138 0013 8000\r\nEND:VCARD',
      ),
    });
    expect(people.map(flat)[1]).toMatchObject({ name: '王小明', phones: ['+8613800138000'] });
  });

  test('people named in the text with their own number stand beside the sender', async () => {
    const { people } = await readMail({
      ...base,
      raw: eml(
        'Tom Beck <tom.beck@suedwind.de>',
        'Dear Ann,\n\nplease contact Jane Roe at +44 20 7946 0018 about the delivery.\n\nBest regards,\nTom Beck\n+49 89 5550111',
      ),
    });
    expect(people.map(flat)).toMatchObject([
      { name: 'Tom Beck', phones: ['+49895550111'] },
      { name: 'Jane Roe', phones: ['+442079460018'] },
    ]);
  });

  test('a very long message of quotations ends soon', async () => {
    const start = performance.now();
    await readMail({ ...base, text: 'On Mon, 3 Mar 2026 at 10:12 Jane\n'.repeat(20_000) });
    await readMail({ ...base, text: '--\n'.repeat(20_000) });
    expect(performance.now() - start).toBeLessThan(5000);
  });
});
