import { describe, expect, it } from 'vitest';
import { person as personSchema } from '../../../lib/domain/schema/lead.ts';
import { noticeText } from '../../../lib/privacy/notice.ts';
import { accessReport, type ReportInput } from '../../../lib/privacy/report.ts';
import { reportHtml } from '../../../lib/privacy/report-page.ts';
import { letterLanguages } from '../../../lib/privacy/words.ts';

const at = Date.parse('2026-03-05T12:00:00Z');
const page = 'https://firm.example/team';
const input: ReportInput = {
  lead: personSchema.parse({
    kind: 'person',
    id: '00000000-0000-4000-9000-000000000001',
    name: '<b>Anna "A" Roth</b>',
    emails: ['anna@firm.example'],
    jobTitle: 'CEO',
    tags: ['hot'],
    own: { budget: 5000 },
    lawfulBasis: { basis: 'consent', note: 'fair' },
    createdAt: at,
    updatedAt: at,
  }),
  receipts: {
    leadId: 'x',
    stamps: { jobTitle: { at, by: 'user', origin: 'o' } },
    readAt: {
      name: [{ url: page, at, detector: 'text', snippet: 'Anna' }],
      'emails|anna@firm.example': [{ url: 'import:list%20a.csv#17', at, detector: 'import', snippet: '' }],
    },
  },
  changes: [
    {
      leadId: 'x',
      kind: 'person',
      at,
      origin: 'o',
      actionId: 'a',
      cause: 'edit',
      fields: [{ field: 'jobTitle', before: 'CTO', after: 'CEO' }],
    },
  ],
  interactions: [
    { id: '00000000-0000-4000-9000-000000000002', leadId: 'x', kind: 'note', occurredAt: at, text: 'met' },
  ],
  tasks: [],
  wentOut: [{ at, what: 'export', where: 'people.xlsx' }],
};
const controller = { name: 'Muster & Co', address: 'Weg 1', contact: 'datenschutz@muster.example' };

describe('the access report', () => {
  it('has each value with its true source and day', () => {
    const { values, recipients, history, keptSince } = accessReport(input, controller, at);
    const of = (field: string) => values.find((one) => one.field === field);
    expect(of('name')).toMatchObject({ sources: [{ where: page, at }] });
    expect(of('emails')).toMatchObject({ value: 'anna@firm.example', sources: [{ where: 'import:list%20a.csv#17' }] });
    expect(of('jobTitle')).toMatchObject({ value: 'CEO', sources: [{ where: 'user', at }] });
    expect(of('tags')?.value).toBe('hot');
    expect(of('budget')?.value).toBe('5000');
    expect(recipients).toEqual([{ at, what: 'export', where: 'people.xlsx' }]);
    expect(history[0]?.fields).toEqual([{ field: 'jobTitle', before: 'CTO', after: 'CEO' }]);
    expect(keptSince).toBe(at);
  });

  it.each(letterLanguages)('is a page in %s that runs nothing of what it shows', (language) => {
    const html = reportHtml(accessReport(input, controller, at), language);
    expect(html).toContain('&lt;b&gt;Anna &quot;A&quot; Roth&lt;/b&gt;');
    expect(html).not.toContain('<b>Anna');
    expect(html).toContain("default-src 'none'");
    for (const part of [page, 'list a.csv', '17', 'people.xlsx', 'Muster &amp; Co', 'CTO', 'met'])
      expect(html).toContain(part);
    expect(html).not.toMatch(/\$\d/);
  });
});

describe('what else is told of them', () => {
  const whole: ReportInput = {
    ...input,
    receipts: { ...input.receipts, stamps: { 'own.budget': { at, by: 'import', origin: 'o' } } },
    changes: [],
    interactions: [
      {
        id: '00000000-0000-4000-9000-000000000002',
        leadId: 'x',
        kind: 'call',
        occurredAt: at,
        text: '',
        callOutcome: 'voicemail',
      },
    ],
    ownFields: [{ key: 'budget', name: 'Yearly budget' }],
    value: { leadId: 'x', orders: 3, amount: 120, currency: 'EUR', lastDay: 20_000, valueClass: 'A', at },
    elsewhere: {
      drafts: [
        { at, where: 'https://fair.example/list', values: [{ field: 'emails', value: 'a.roth@firm.example' }] },
        { at, where: 'https://blog.example/', values: [] },
      ],
      orders: [{ day: 20_000, amount: 40, currency: 'EUR', customer: ['Roth, A.', 'C-17'], file: 'shop.csv' }],
      listed: [{ list: 'Robinson', source: 'HubSpot', purpose: 'doNotContact', said: ['Anna Roth', 'unsubscribed'] }],
    },
  };

  it('is data: own fields by their names and whence, orders, drafts, lists', () => {
    const report = accessReport(whole, controller, at);
    expect(report.values.at(-1)).toEqual({
      field: 'Yearly budget',
      value: '5000',
      sources: [{ where: 'import', at }],
    });
    expect(report.drafts[0]?.values).toEqual([{ field: 'emails', value: 'a.roth@firm.example' }]);
    expect(report.orders).toMatchObject([{ at: 20_000 * 86_400_000, amount: 40, file: 'shop.csv' }]);
    expect(report.customerValue).toMatchObject({ orders: 3, amount: 120 });
    expect(report.lists).toMatchObject([{ list: 'Robinson', said: ['Anna Roth', 'unsubscribed'] }]);
    expect(report.contacts).toMatchObject([{ kind: 'call', outcome: 'voicemail' }]);
    expect(JSON.stringify(report)).not.toContain('leadId');
  });

  it.each([
    ['en', ['Call – left a message', 'From a file', 'Orders', 'Named on this page', 'not to be contacted']],
    ['de', ['Anruf – Nachricht hinterlassen', 'Aus einer Datei', 'Bestellungen', 'Auf dieser Seite genannt']],
    ['zh', ['通话 – 已留言', '来自文件', '订单', '该页面提及', '请勿联系']],
  ] as const)('is in the page in %s', (language, words) => {
    const html = reportHtml(accessReport(whole, controller, at), language);
    for (const part of ['Yearly budget', 'a.roth@firm.example', '40.00 EUR', 'C-17', 'shop.csv', 'Robinson', ...words])
      expect(html).toContain(part);
    if (language !== 'en') expect(html).not.toMatch(/>call|voicemail|doNotContact/);
  });
});

describe('the notice', () => {
  it.each([
    ['en', 'Art. 14 GDPR', '5 March 2026', '5 March 2028'],
    ['de', 'Art. 14 DSGVO', '5. März 2026', '5. März 2028'],
    ['zh', '告知', '2026年3月5日', '2028年3月5日'],
  ] as const)('names in %s true places and days', (language, subject, since, until) => {
    const notice = noticeText(input, controller, { months: 24, now: at, language });
    expect(notice.subject).toContain(subject);
    for (const part of [page, 'list a.csv', since, until, 'people.xlsx', controller.contact])
      expect(notice.text).toContain(part);
    expect(notice.text).not.toMatch(/\$\d|undefined/);
    // What the user noted down is none of what was collected.
    expect(notice.text).not.toContain('hot');
  });
});
