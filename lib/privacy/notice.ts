import { accessReport, type Controller, placeText, type ReportInput } from './report.ts';
import { periodEnd } from './retention.ts';
import { type LetterLanguage, letterLocales, reportWords } from './words.ts';

type NoticeWords = {
  subject: string;
  greeting: string;
  greetingNamed: string;
  intro: string;
  kinds: string;
  from: string;
  since: string;
  purpose: string;
  basis: string;
  recipients: string;
  nobody: string;
  until: string;
  rights: string;
  objection: string;
  regards: string;
};

const words: Record<LetterLanguage, NoticeWords> = {
  en: {
    subject: 'Information about your data (Art. 14 GDPR)',
    greeting: 'Good day,',
    greetingNamed: 'Dear $1,',
    intro: 'We keep business contact details of yours and would like you to know which, from where, and what for.',
    kinds: 'What we keep: $1.',
    from: 'Where we read it:',
    since: 'We have kept it since $1.',
    purpose:
      'What for: to get in touch with you and your firm about our products and services in your professional role.',
    basis: 'Lawful basis: $1.',
    recipients: 'Recipients: $1.',
    nobody: 'nobody outside our firm',
    until: 'We look at it again by $1 at the latest, and erase it if we have no more use for it.',
    rights: 'Your rights: $1',
    objection:
      'You may object to being contacted at any time: a short reply is enough, and we will not contact you again.',
    regards: 'Kind regards',
  },
  de: {
    subject: 'Information über Ihre Daten (Art. 14 DSGVO)',
    greeting: 'Guten Tag,',
    greetingNamed: 'Guten Tag $1,',
    intro:
      'wir haben geschäftliche Kontaktdaten von Ihnen gespeichert und möchten, dass Sie wissen, welche, woher und wozu.',
    kinds: 'Was wir speichern: $1.',
    from: 'Fundstelle:',
    since: 'Gespeichert seit $1.',
    purpose:
      'Zweck: Kontakt mit Ihnen in Ihrer beruflichen Funktion und mit Ihrer Firma zu unseren Produkten und Leistungen.',
    basis: 'Rechtsgrundlage: $1.',
    recipients: 'Empfänger: $1.',
    nobody: 'niemand außerhalb unseres Unternehmens',
    until: 'Spätestens am $1 prüfen wir, ob wir die Daten noch brauchen, und löschen sie andernfalls.',
    rights: 'Ihre Rechte: $1',
    objection:
      'Sie können der Kontaktaufnahme jederzeit widersprechen: Eine kurze Antwort genügt, und wir melden uns nicht mehr.',
    regards: 'Mit freundlichen Grüßen',
  },
  zh: {
    subject: '关于处理您个人信息的告知',
    greeting: '您好：',
    greetingNamed: '$1，您好：',
    intro: '我们保存了您的业务联系信息，特此告知保存的内容、来源和用途。',
    kinds: '保存的内容：$1。',
    from: '出处：',
    since: '自 $1 起保存。',
    purpose: '处理目的：就我们的产品与服务，以您的职务身份与您及贵公司联系。',
    basis: '合法性基础：$1。',
    recipients: '接收方：$1。',
    nobody: '未提供给本公司以外的任何人',
    until: '我们最迟于 $1 复核，若不再需要即予删除。',
    rights: '您的权利：$1',
    objection: '您可随时拒绝我们与您联系：简短回复即可，我们将不再联系您。',
    regards: '顺颂商祺',
  },
};

/**
 * The notice that somebody is owed whose data did not come from themselves: what, from where (each true place with its date),
 * what for, on what ground, to whom, until when. In: as for the report; the usual period in months; the language. Out:
 * subject and text of a mail.
 */
export function noticeText(
  input: ReportInput,
  controller: Controller,
  { months, now, language }: { months: number; now: number; language: LetterLanguage },
): { subject: string; text: string } {
  const { lead, wentOut } = input;
  const say = words[language];
  const report = reportWords[language];
  const date = (at: number) => new Intl.DateTimeFormat(letterLocales[language], { dateStyle: 'long' }).format(at);
  const read = accessReport(input, controller, now).values.filter(({ field }) => field in notified);
  const kinds = [...new Set(read.map(({ field }) => report.fields[field] ?? field))];
  const places = [
    ...new Set(read.flatMap(({ sources }) => sources.slice(0, 1).map((source) => placeText(source, report, date)))),
  ];
  const basis = report.bases[lead.lawfulBasis?.basis ?? 'legitimateInterest'];
  const name = lead.kind === 'person' && lead.name && !lead.partial ? lead.name : undefined;
  const put = (text: string, value: string) => text.replace('$1', () => value);
  const comma = language === 'zh' ? '、' : ', ';
  const lines = [
    name ? put(say.greetingNamed, name) : say.greeting,
    '',
    say.intro,
    '',
    put(say.kinds, kinds.join(comma)),
    ...(places.length > 0 ? [say.from, ...places.map((place) => `  – ${place}`)] : []),
    put(say.since, date(lead.createdAt)),
    say.purpose,
    put(say.basis, basis),
    put(say.recipients, recipientsText(wentOut, comma) || say.nobody),
    put(say.until, date(Math.max(periodEnd(lead.createdAt, months), now))),
    '',
    put(say.rights, report.rightsText),
    say.objection,
    '',
    say.regards,
    ...[controller.name, controller.address, controller.contact].filter(Boolean),
  ];
  return { subject: say.subject, text: lines.join('\n') };
}

/** Notices tell of what was collected, not of what the user noted down. */
const notified: Record<string, true> = {
  name: true,
  honorific: true,
  jobTitle: true,
  department: true,
  companyName: true,
  emails: true,
  phones: true,
  wechat: true,
  qq: true,
  whatsapp: true,
  links: true,
  addresses: true,
};

const recipientsText = (out: ReportInput['wentOut'], comma: string): string =>
  [...new Set(out.map(({ where }) => where))].join(comma);
