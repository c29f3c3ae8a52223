import type { CustomerValue } from '../domain/schema/order.ts';
import { type AccessReport, placeText } from './report.ts';
import { type LetterLanguage, letterLocales, type ReportWords, reportWords } from './words.ts';

const dayMs = 86_400_000;
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (c) => escapes[c] ?? c);

/** The report as a page of its own that needs nothing else and runs nothing. In: the report, the language it is written in. */
export function reportHtml(report: AccessReport, language: LetterLanguage): string {
  const words = reportWords[language];
  const date = (at: number) => new Intl.DateTimeFormat(letterLocales[language], { dateStyle: 'long' }).format(at);
  const fieldName = (field: string) => words.fields[field] ?? field;
  const section = (title: string, body: string) => `<section><h2>${escapeHtml(title)}</h2>${body}</section>`;
  const rows = (heads: string[], cells: string[][]) =>
    cells.length === 0
      ? '<p>–</p>'
      : `<table><thead><tr>${heads.map((head) => `<th scope="col">${escapeHtml(head)}</th>`).join('')}</tr></thead><tbody>${cells
          .map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`)
          .join('')}</tbody></table>`;
  const text = escapeHtml;
  const { controller, basis, score } = report;
  const parts = [
    section(
      words.controller,
      `<p>${[controller.name, controller.address, controller.contact].filter(Boolean).map(text).join('<br>') || '–'}</p>`,
    ),
    section(words.basis, `<p>${text(basis ? basisText(basis, words) : words.noBasis)}</p>`),
    section(
      words.kept,
      rows(
        [words.field, words.value, words.source],
        report.values.map(({ field, value, sources }) => [
          text(fieldName(field)),
          text(value),
          sources.map((source) => text(placeText(source, words, date))).join('<br>') || text(words.noSource),
        ]),
      ),
    ),
    section(
      words.touches,
      rows(
        [words.when, words.field, words.value],
        report.contacts.map(({ at, kind, outcome, text: said, where }) => [
          text(date(at)),
          text([words.kinds[kind], outcome && words.outcomes[outcome]].filter(Boolean).join(' – ')),
          [said, where ?? ''].filter(Boolean).map(text).join('<br>'),
        ]),
      ),
    ),
    section(
      words.tasks,
      rows(
        [words.when, words.value],
        report.tasks.map(({ text: said, dueAt }) => [dueAt === undefined ? '–' : text(date(dueAt)), text(said)]),
      ),
    ),
    ...(score
      ? [
          section(
            words.score,
            `<p>${text(`${score.tier} · ${score.fit} / ${score.engagement}`)}</p><p>${text(words.scoreWhy)}</p>`,
          ),
        ]
      : []),
    ...elsewhereParts(report, words, date, { section, rows, fieldName }),
    section(
      words.recipients,
      report.recipients.length === 0
        ? `<p>${text(words.noRecipients)}</p>`
        : rows(
            [words.when, words.recipients],
            report.recipients.map(({ at, where }) => [text(date(at)), text(where)]),
          ),
    ),
    section(
      words.history,
      rows(
        [words.when, words.field, words.before, words.after],
        report.history.flatMap(({ at, fields }) =>
          fields.map(({ field, before = '', after = '' }) => [
            text(date(at)),
            text(fieldName(field)),
            text(before),
            text(after),
          ]),
        ),
      ),
    ),
    section(words.rights, `<p>${text(words.rightsText)}</p>`),
  ];
  const title = words.title.replace('$1', () => report.name);
  return `<!doctype html><html lang="${letterLocales[language]}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><title>${text(title)}</title><style>${style}</style></head><body><h1>${text(title)}</h1><p>${text(words.made.replace('$1', date(report.madeAt)))} · ${text(words.keptSince)} ${text(date(report.keptSince))}</p>${parts.join('')}</body></html>\n`;
}

type Layout = {
  section(title: string, body: string): string;
  rows(heads: string[], cells: string[][]): string;
  fieldName(field: string): string;
};

/** Sections on what stands beside the record; none where there is nothing of the kind. */
function elsewhereParts(
  { drafts, orders, customerValue, lists }: AccessReport,
  words: ReportWords,
  date: (at: number) => string,
  { section, rows, fieldName }: Layout,
): string[] {
  const text = escapeHtml;
  const lines = (parts: readonly string[]) => parts.filter(Boolean).map(text).join('<br>');
  const money = (amount: number, currency: string) => `${amount.toFixed(2)} ${currency}`.trim();
  const worth = customerValue && worthText(customerValue, words, money);
  return [
    drafts.length > 0 &&
      section(
        words.drafts,
        rows(
          [words.when, words.source, words.value],
          drafts.map(({ at, where, values }) => [
            text(date(at)),
            text(where),
            lines(values.map(({ field, value }) => `${fieldName(field)}: ${value}`)) || text(words.named),
          ]),
        ),
      ),
    orders.length > 0 &&
      section(
        words.orders,
        rows(
          [words.when, words.value, words.customer, words.source],
          orders.map(({ at, amount, currency, customer, file }) => [
            at === undefined ? '–' : text(date(at)),
            text(money(amount, currency)),
            lines(customer),
            text(file),
          ]),
        ),
      ),
    worth && section(words.worth, `<p>${lines(worth)}</p><p>${text(words.scoreWhy)}</p>`),
    lists.length > 0 &&
      section(
        words.lists,
        rows(
          [words.list, words.value],
          lists.map(({ list, source, purpose, said }) => [
            lines([[list, source].filter(Boolean).join(' – '), purpose ? words.purposes[purpose] : '']),
            lines(said),
          ]),
        ),
      ),
  ].filter((part) => typeof part === 'string');
}

function worthText(
  { orders, amount, currency, lastDay, valueClass, lifetime, chanceAlive }: Omit<CustomerValue, 'leadId'>,
  words: ReportWords,
  money: (amount: number, currency: string) => string,
): string[] {
  return [
    `${words.orders}: ${orders} · ${money(amount, currency)}`,
    lastDay === undefined ? '' : `${words.lastOrder}: ${new Date(lastDay * dayMs).toISOString().slice(0, 10)}`,
    valueClass ? `${words.worth}: ${valueClass}` : '',
    lifetime === undefined ? '' : `${words.expected}: ${money(lifetime, currency)}`,
    chanceAlive === undefined ? '' : `${words.alive}: ${Math.round(chanceAlive * 100)} %`,
  ];
}

const style =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1e2b;background:#fff}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;border-bottom:1px solid #ccc;padding:.35rem .5rem .35rem 0;overflow-wrap:anywhere}';

function basisText({ basis, note }: NonNullable<AccessReport['basis']>, words: ReportWords): string {
  const said = basis in words.bases ? words.bases[basis as keyof ReportWords['bases']] : basis;
  return [said, note].filter(Boolean).join(' – ');
}
