import { fieldsOf } from '../domain/draft-values.ts';
import { ownFieldPath, ownKeyOf } from '../domain/flat-lead.ts';
import { receiptKey } from '../domain/receipt-key.ts';
import type { ReferencePurpose } from '../domain/schema/handover.ts';
import type { CallOutcome, Change, Company, Interaction, Lead, LeadReceipts } from '../domain/schema/lead.ts';
import type { CustomerValue } from '../domain/schema/order.ts';
import type { OwnFieldDefinition } from '../domain/schema/own-field.ts';
import type { LedgerOut } from '../domain/schema/privacy.ts';
import type { ScoreRow } from '../domain/schema/score.ts';
import type { Task, TaskBody } from '../domain/schema/task.ts';
import type { Address, Phone, Provenance } from '../domain/schema/value.ts';
import { wholeNeed } from '../domain/schema/wallet.ts';
import { noDay } from '../value/order-table.ts';
import type { ReportWords } from './words.ts';

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
  /** What they are worth as a customer of their own. */
  value?: CustomerValue | undefined;
  /** The user's own fields, by which their values are called. */
  ownFields?: readonly Pick<OwnFieldDefinition, 'key' | 'name'>[];
  /** What stands beside the record; a notice does without. */
  elsewhere?: ToldElsewhere;
  wentOut: Pick<LedgerOut, 'at' | 'what' | 'where'>[];
};

/** What the book holds of somebody beside their own record. */
export type ToldElsewhere = {
  /** Drafts of pages: what was read of them; nothing where a page only names them. */
  drafts: { at: number; where: string; values: { field: string; value: unknown }[] }[];
  /** Orders of lists, with what the list says of the customer. `day` in whole days since 1970. */
  orders: { day: number; amount: number; currency: string; customer: string[]; file: string }[];
  /** Entries of lists for checking. */
  listed: { list: string; source: string; purpose?: ReferencePurpose; said: string[] }[];
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
  contacts: { at: number; kind: Interaction['kind']; outcome?: CallOutcome; text: string; where?: string }[];
  tasks: { text: string; dueAt?: number; doneAt?: number }[];
  history: { at: number; cause: string; fields: { field: string; before?: string; after?: string }[] }[];
  score?: { fit: number; engagement: number; tier: string };
  drafts: { at: number; where: string; values: { field: string; value: string }[] }[];
  orders: { at?: number; amount: number; currency: string; customer: string[]; file: string }[];
  customerValue?: Omit<CustomerValue, 'leadId'>;
  lists: ToldElsewhere['listed'];
  recipients: { at: number; what: string; where: string }[];
};

const dayMs = 86_400_000;

/** Fields that only say how the record is kept. */
const inner = new Set(['id', 'kind', 'partial', 'updatedAt', 'companyId', 'stagedBy', 'own', 'createdAt']);

/** What is kept of somebody, value by value with where each was read. In: all that the book has, who keeps it, the time. */
export function accessReport(input: ReportInput, controller: Controller, madeAt: number): AccessReport {
  const { lead, receipts, changes, interactions, tasks, score, value, wentOut } = input;
  const { drafts, orders, listed } = input.elsewhere ?? { drafts: [], orders: [], listed: [] };
  const ownNames = new Map(input.ownFields?.map(({ key, name }) => [key, name]));
  const ownName = (key: string) => ownNames.get(key) ?? key;
  const values = valuesOf(lead, receipts, ownName);
  const nameOf = (field: string): string => {
    const key = ownKeyOf(field);
    return key === undefined ? field : ownName(key);
  };
  return {
    format: 'leadlight-access-report',
    version: 1,
    madeAt,
    controller,
    name: lead.name ?? lead.emails[0] ?? lead.id,
    keptSince: lead.createdAt,
    values,
    ...(lead.lawfulBasis && { basis: lead.lawfulBasis }),
    contacts: interactions.map(({ occurredAt: at, kind, callOutcome, text, line, url }) => ({
      at,
      kind,
      ...(callOutcome && { outcome: callOutcome }),
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
                field: nameOf(field),
                ...(before !== undefined && { before: plainText(before) }),
                ...(after !== undefined && { after: plainText(after) }),
              },
            ],
      ),
    })),
    ...(score && { score: { fit: score.fit, engagement: score.engagement, tier: score.tier } }),
    drafts: drafts.map(({ values: read, ...rest }) => ({
      ...rest,
      values: read.map(({ field, value: one }) => ({ field, value: plainText(one) })),
    })),
    orders: orders.map(({ day, ...rest }) => ({ ...(day > noDay && { at: day * dayMs }), ...rest })),
    ...(value && { customerValue: withoutId(value) }),
    lists: listed,
    recipients: wentOut.map(({ at, what, where }) => ({ at, what, where })),
  };
}

const withoutId = ({ leadId: _leadId, ...rest }: CustomerValue) => rest;
const taskOf = ({ text, dueAt }: TaskBody) => ({ text, ...(dueAt !== undefined && { dueAt }) });

function valuesOf(
  lead: Lead,
  { readAt, stamps }: LeadReceipts,
  ownName: (key: string) => string,
): AccessReport['values'] {
  const all: Record<string, unknown> = { ...lead };
  const read = new Map(fieldsOf(lead.kind));
  const sourcesOf = (key: string, field: string): ReportSource[] => {
    const places = readAt[key] ?? [];
    const { by, at } = stamps[field] ?? {};
    const set = at !== undefined && (by === 'user' || by === 'import') ? [{ where: by, at }] : [];
    return places.length > 0 ? places.map(sourceOf) : set;
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
  const own = Object.entries(lead.own ?? {}).map(([key, value]) => ({
    field: ownName(key),
    value: plainText(value),
    sources: sourcesOf(ownFieldPath(key), ownFieldPath(key)),
  }));
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

/** Where a value was read, and when, in the words of a letter. */
export function placeText({ where, at }: ReportSource, words: ReportWords, date: (at: number) => string): string {
  const [, file, row] = /^import:([^#]*)#(\d+)$/.exec(where) ?? [];
  const place =
    where === 'user'
      ? words.typed
      : where === 'import'
        ? words.imported
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
