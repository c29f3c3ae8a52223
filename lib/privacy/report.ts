import { fieldsOf } from '../domain/draft-values.ts';
import { receiptKey } from '../domain/receipt-key.ts';
import type { Change, Company, Interaction, Lead, LeadReceipts } from '../domain/schema/lead.ts';
import type { LedgerOut } from '../domain/schema/privacy.ts';
import type { ScoreRow } from '../domain/schema/score.ts';
import type { Task, TaskBody } from '../domain/schema/task.ts';
import type { Address, Phone, Provenance } from '../domain/schema/value.ts';
import { wholeNeed } from '../domain/schema/wallet.ts';
import { type LetterLanguage, letterLocales, type ReportWords, reportWords } from './words.ts';

/** Who keeps the data, as the user named themselves: name, address, and how they are reached. */
export type Controller = { name: string; address: string; contact: string };

/** Everything the book has of somebody. */
export type ReportInput = {
  lead: Lead;
  receipts: LeadReceipts;
  changes: Change[];
  interactions: Interaction[];
  tasks: Task[];
  company?: Company | undefined;
  score?: ScoreRow | undefined;
  wentOut: Pick<LedgerOut, 'at' | 'what' | 'where'>[];
};

export type ReportSource = { where: string; at?: number };
/** The report as data: also the machine-readable file. */
export type AccessReport = {
  format: 'leadlight-access-report';
  version: 1;
  madeAt: number;
  controller: Controller;
  name: string;
  keptSince: number;
  values: { field: string; value: string; sources: ReportSource[] }[];
  basis?: { basis: string; note?: string | undefined };
  contacts: { at: number; kind: string; text: string; where?: string }[];
  tasks: { text: string; dueAt?: number; doneAt?: number }[];
  history: { at: number; cause: string; fields: { field: string; before?: string; after?: string }[] }[];
  score?: { fit: number; engagement: number; tier: string };
  recipients: { at: number; what: string; where: string }[];
};

/** Fields that only say how the record is kept. */
const inner = new Set(['id', 'kind', 'partial', 'updatedAt', 'companyId', 'stagedBy', 'own', 'createdAt']);

/** What is kept of somebody, value by value with where each was read. In: all that the book has, who keeps it, the time. */
export function accessReport(input: ReportInput, controller: Controller, madeAt: number): AccessReport {
  const { lead, receipts, changes, interactions, tasks, score, wentOut } = input;
  const values = valuesOf(lead, receipts);
  return {
    format: 'leadlight-access-report',
    version: 1,
    madeAt,
    controller,
    name: lead.name ?? lead.emails[0] ?? lead.id,
    keptSince: lead.createdAt,
    values,
    ...(lead.lawfulBasis && { basis: lead.lawfulBasis }),
    contacts: interactions.map(({ occurredAt: at, kind, text, line, url }) => ({
      at,
      kind,
      text: [text, line].filter(Boolean).join(' – '),
      ...(url && { where: url }),
    })),
    tasks: [
      ...(lead.nextStep ? [taskOf(lead.nextStep)] : []),
      ...tasks.map((task) => ({ ...taskOf(task), ...(task.doneAt !== undefined && { doneAt: task.doneAt }) })),
    ],
    history: changes.map(({ at, cause, fields }) => ({
      at,
      cause,
      fields: fields.flatMap(({ field, before, after }) =>
        inner.has(field)
          ? []
          : [
              {
                field,
                ...(before !== undefined && { before: plainText(before) }),
                ...(after !== undefined && { after: plainText(after) }),
              },
            ],
      ),
    })),
    ...(score && { score: { fit: score.fit, engagement: score.engagement, tier: score.tier } }),
    recipients: wentOut.map(({ at, what, where }) => ({ at, what, where })),
  };
}

const taskOf = ({ text, dueAt }: TaskBody) => ({ text, ...(dueAt !== undefined && { dueAt }) });

function valuesOf(lead: Lead, { readAt, stamps }: LeadReceipts): AccessReport['values'] {
  const all: Record<string, unknown> = { ...lead };
  const read = new Map(fieldsOf(lead.kind));
  const sourcesOf = (key: string, field: string): ReportSource[] => {
    const places = readAt[key] ?? [];
    const typed = stamps[field]?.by === 'user' ? [{ where: 'user', at: stamps[field].at }] : [];
    return places.length > 0 ? places.map(sourceOf) : typed;
  };
  const names = [...read.keys(), ...Object.keys(all).filter((key) => !read.has(key) && !inner.has(key))];
  const values = names.flatMap((field) => {
    const value = all[field];
    if (value === undefined || field === 'lawfulBasis') return [];
    const list: unknown[] = Array.isArray(value) ? value : [value];
    return list.map((one) => ({
      field,
      value: plainText(one),
      sources: sourcesOf(
        read.get(field)?.many ? receiptKey(field, one as string | Phone | Address) : receiptKey(field),
        field,
      ),
    }));
  });
  const own = Object.entries(lead.own ?? {}).map(([field, value]) => ({ field, value: plainText(value), sources: [] }));
  return [...values, ...own].filter(({ value }) => value !== '');
}

const sourceOf = ({ url, at, detector }: Provenance): ReportSource => ({
  where: detector === 'user' ? 'user' : url,
  at,
});

/** Any value in plain words. */
function plainText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '✓' : '–';
  if (typeof value === 'number') return value > 1e11 ? new Date(value).toISOString().slice(0, 10) : String(value);
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value)) return value.map(plainText).join(', ');
  if ('text' in value && typeof value.text === 'string' && !('state' in value)) return value.text;
  const need = wholeNeed.safeParse(value).data;
  if (need) {
    const { day, amount, currency, from } = need;
    const since = new Date(day * 86_400_000).toISOString().slice(0, 10);
    return [since, `${(amount / 100).toFixed(2)} ${currency}`.trim(), from].filter(Boolean).join(' · ');
  }
  return Object.values(value).map(plainText).filter(Boolean).join(' · ');
}

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
        report.contacts.map(({ at, kind, text: said, where }) => [
          text(date(at)),
          text(kind),
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

const style =
  'body{font:15px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1b1e2b;background:#fff}h1{font-size:1.5rem}h2{font-size:1.1rem;margin-top:2rem}table{border-collapse:collapse;width:100%}th,td{text-align:start;vertical-align:top;border-bottom:1px solid #ccc;padding:.35rem .5rem .35rem 0;overflow-wrap:anywhere}';

function basisText({ basis, note }: NonNullable<AccessReport['basis']>, words: ReportWords): string {
  const said = basis in words.bases ? words.bases[basis as keyof ReportWords['bases']] : basis;
  return [said, note].filter(Boolean).join(' – ');
}

/** Where a value was read, and when, in the words of a letter. */
export function placeText({ where, at }: ReportSource, words: ReportWords, date: (at: number) => string): string {
  const [, file, row] = /^import:([^#]*)#(\d+)$/.exec(where) ?? [];
  const place =
    where === 'user'
      ? words.typed
      : file !== undefined && row !== undefined
        ? words.file.replace('$1', () => decoded(file)).replace('$2', row)
        : where || words.typed;
  return at === undefined ? place : `${place} ${words.readOn} ${date(at)}`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A stray % sign is part of the name as it is.
    return text;
  }
}
