import { part, parts } from './mime.ts';

export const owner = ['Test User', 'testuser@example.test'] as const;

type Person = readonly [name: string, address: string];

/** One invented mail. `chip` is what must stand beside its sender; absent: nothing. */
export type Seed = {
  from: Person;
  subject: string;
  body: string;
  to?: Person[];
  cc?: Person[];
  headers?: [string, string][];
  chip?: 'known' | 'firm' | 'stranger';
  sent?: true;
};

/** Kept in the book before the mails are looked at: one person, and with her the firm. */
export const lena = {
  name: 'Lena Ortmann',
  jobTitle: 'Head of Purchasing',
  companyName: 'Alder Conveyors Ltd',
  email: 'lena.ortmann@alder-conveyors.example',
  phone: '+44 161 496 0771',
  nextStep: 'Ring when sorting starts',
} as const;

/** A stranger with a signature: captured by the tests. */
export const marit = {
  name: 'Marit Halvorsen',
  jobTitle: 'Purchasing Manager',
  companyName: 'Fjordkran AS',
  email: 'marit.halvorsen@fjordkran.example',
  phone: '+47 22 55 01 30',
} as const;

const people = {
  lena: [lena.name, lena.email],
  colin: ['Colin Frey', 'colin.frey@alder-conveyors.example'],
  marit: [marit.name, marit.email],
  tobias: ['Brandner, Tobias (Einkauf)', 't.brandner@brandner-guss.example'],
  zhou: ['周晓兰', 'zhou.xiaolan@lanhai-pump.example'],
  salma: ['سلمى الحداد', 'salma@haddad-cables.example'],
  ops: ['', 'ops@quarry-labs.example'],
  gina: ['Gina Bianchi', 'GBianchi@Officina-Bianchi.EXAMPLE'],
  ruth: ["Ruth O'Maddox", 'ruth+quotes@maddox-freight.example'],
  ruthAtHome: ["Ruth O'Maddox", 'ruth.maddox1979@gmail.com'],
  spoof: [lena.email, 'z7@pay-today.example'],
  weekly: ['Packline Weekly', 'news@packline-weekly.example'],
  billing: ['Harbour Billing', 'no-reply@billing.harbour-tools.example'],
  relay: ['Ivo Marek via MeetLine', 'messages@meetline.example'],
  colleague: ['Petra Kolb', 'petra.kolb@example.test'],
} as const satisfies Record<string, Person>;

const text = (body: string): string => part('text/plain; charset=UTF-8', body);
const html = (body: string): string => part('text/html; charset=UTF-8', body);
let boundary = 0;
const both = (plain: string, rich: string): string => {
  boundary += 1;
  return parts('alternative', `=_both_${boundary}`, [text(plain), html(rich)]);
};

const signature = `<table cellpadding="0"><tr><td><b>${marit.name}</b><br><span>${marit.jobTitle}</span></td>
<td><b>${marit.companyName}</b><br>T <a href="tel:+4722550130">${marit.phone}</a><br>E <a href="mailto:${marit.email}">${marit.email}</a><br>
W <a href="https://www.fjordkran.example">www.fjordkran.example</a><br>Havnegata 4, 0150 Oslo</td></tr></table>`;

const vcard = [
  'BEGIN:VCARD',
  'VERSION:3.0',
  'FN:Tobias Brandner',
  'N:Brandner;Tobias;;;',
  'ORG:Brandner Guss GmbH',
  'TITLE:Leiter Einkauf',
  'EMAIL;TYPE=WORK:t.brandner@brandner-guss.example',
  'TEL;TYPE=WORK:+49 911 2500 119',
  'END:VCARD',
  '',
].join('\r\n');

/** The mails of the test mailbox, oldest first. All invented. */
export const seeds: Seed[] = [
  {
    from: people.lena,
    subject: 'Rollers for the sorting line',
    chip: 'known',
    body: both('Please send prices for 60 rollers.\n\nLena', '<p>Please send prices for 60 rollers.</p><p>Lena</p>'),
  },
  {
    from: people.marit,
    subject: 'Request: two slewing cranes for Bergen',
    chip: 'stranger',
    body: both(
      `Hello,\n\nwe need an offer for two slewing cranes by Friday.\n\n-- \n${marit.name}\n${marit.jobTitle}\n${marit.companyName}\n${marit.phone}`,
      `<p>Hello,</p><p>we need an offer for two slewing cranes by Friday.</p><p>Best regards<br>Marit</p>${signature}`,
    ),
  },
  {
    from: people.tobias,
    subject: 'AW: Angebot Nr. 2217',
    chip: 'stranger',
    body: parts('mixed', '=_mixed_tobias', [
      text(
        'Guten Tag,\n\nwir nehmen das Angebot an.\n\nMit freundlichen Grüßen\nTobias Brandner\nBrandner Guss GmbH\nTel. +49 911 2500 119',
      ),
      part('text/vcard; charset=UTF-8; name="brandner.vcf"', vcard, 'base64', [
        'Content-Disposition: attachment; filename="brandner.vcf"',
      ]),
    ]),
  },
  {
    from: people.zhou,
    subject: '水泵样品交期',
    chip: 'stranger',
    body: part('text/plain; charset=UTF-8', '您好，请确认样品交期。\n\n周晓兰\n采购经理\n蓝海泵业有限公司', 'base64'),
  },
  {
    from: people.salma,
    subject: 'طلب عرض سعر',
    chip: 'stranger',
    body: both(
      'نرجو إرسال عرض سعر.\n\nسلمى الحداد',
      '<div dir="rtl"><p>نرجو إرسال عرض سعر.</p><p>سلمى الحداد</p></div>',
    ),
  },
  { from: people.ops, subject: 'A bare address writes', chip: 'stranger', body: text('The nightly job is done.') },
  {
    from: people.gina,
    subject: 'Indirizzo in maiuscole',
    chip: 'stranger',
    body: html('<p>Buongiorno,</p><p>vorrei un preventivo.</p><p>Gina Bianchi<br>Officina Bianchi</p>'),
  },
  {
    from: people.ruth,
    subject: 'Seats and prices',
    chip: 'stranger',
    body: text("How much for 120 seats?\n\nRuth O'Maddox\nMaddox Freight"),
  },
  {
    from: people.ruthAtHome,
    subject: 'From my own mailbox',
    chip: 'stranger',
    body: text('Same Ruth, other mailbox.'),
  },
  {
    from: people.colin,
    subject: 'Colin here, for Lena',
    chip: 'firm',
    cc: [people.lena],
    body: both(
      'Lena asked me to take this over.\n\nColin Frey\nAlder Conveyors Ltd',
      '<p>Lena asked me to take this over.</p><div class="gmail_signature">Colin Frey<br>Alder Conveyors Ltd</div>',
    ),
  },
  {
    from: people.spoof,
    subject: 'Please pay today',
    chip: 'stranger',
    body: html(
      `<p>This is <b>${lena.email}</b>.</p><script>window.mailRan = 1</script><span class="lead-chip" data-tier="A" style="display:inline-block">A</span><a href="mailto:${lena.email}" title="${lena.email}" class="rcmContactAddress">Lena Ortmann</a><span title="${lena.email}">Lena</span>`,
    ),
  },
  {
    from: people.weekly,
    subject: 'Packline Weekly 31',
    headers: [
      ['List-Id', '<weekly.packline-weekly.example>'],
      ['Precedence', 'bulk'],
    ],
    body: both('1. News', '<h1>News</h1><p>editor@packline-weekly.example</p>'),
  },
  {
    from: people.billing,
    subject: 'Invoice 5561 is ready',
    headers: [
      ['Auto-Submitted', 'auto-generated'],
      ['Reply-To', '"Harbour Support" <support@harbour-tools.example>'],
    ],
    body: text('Invoice 5561: 40.00 EUR'),
  },
  {
    from: people.relay,
    subject: 'Ivo Marek sent you a message',
    headers: [
      ['Reply-To', '"Ivo Marek" <reply-81@meetline.example>'],
      ['Sender', 'bounce@meetline.example'],
    ],
    body: text('Ivo Marek wrote: shall we talk?'),
  },
  { from: people.colleague, subject: 'Lunch', body: text('At noon?\n\nPetra') },
  {
    from: people.lena,
    subject: 'Re: Rollers for the sorting line',
    chip: 'known',
    cc: [people.marit],
    body: text('Thursday works.\n\nOn Mon, Test User wrote:\n> Would Thursday do?\n> -- \n> Test User'),
  },
  {
    from: people.marit,
    subject: 'Fwd: Contact at Elvheim',
    chip: 'stranger',
    body: text(
      'You should talk to Odd.\n\n---------- Forwarded message ---------\nFrom: Odd Elvheim <odd@elvheim-heis.example>\nDate: Tue, 6 Oct 2026\nSubject: Lifts\nTo: Marit Halvorsen <marit.halvorsen@fjordkran.example>\n\nHei Marit,\nring meg.\n\nOdd Elvheim\nDaglig leder, Elvheim Heis AS\n+47 55 55 01 66',
    ),
  },
  ...[1, 2, 3].map(
    (n): Seed => ({
      from: [`Form Visitor ${n}`, `visitor${n}@shop-${n}.example`],
      subject: `Contact form ${300 + n}`,
      chip: 'stranger',
      body: text(
        `Name: Form Visitor ${n}\nCompany: Shop ${n} Ltd\nEmail: visitor${n}@shop-${n}.example\nPhone: +44 20 7946 010${n}\nMessage: A price list, please.`,
      ),
    }),
  ),
  {
    from: owner,
    to: [people.lena],
    subject: 'Our offer for rollers',
    sent: true,
    body: text('Dear Lena,\n\nour offer is attached.'),
  },
];

/** Plain mails from so many invented senders, for measuring. */
export function manySeeds(count: number): Seed[] {
  return Array.from({ length: count }, (_, n) => ({
    from: [`Sender ${n}`, `sender.${n}@plant-${n % 977}.example`],
    subject: `Question ${n} about order ${10_000 + n}`,
    chip: 'stranger',
    body: text(`Hello,\n\nplease tell me about order ${10_000 + n}.\n\nSender ${n}\nPlant ${n % 977} Ltd`),
  }));
}
