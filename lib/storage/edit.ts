import { diffLeads } from '../domain/diff-leads.ts';
import { type FieldValue, fieldsOf } from '../domain/draft-values.ts';
import { flattenLead, ownFieldPath, ownKeyOf, unflattenLead } from '../domain/flat-lead.ts';
import { isListChange, withListChange } from '../domain/list-change.ts';
import { parseName } from '../domain/normalize/name.ts';
import {
  type Change,
  type Interaction,
  type Lead,
  type LeadSource,
  lead as leadSchema,
} from '../domain/schema/lead.ts';
import type { OwnValues } from '../domain/schema/own-field.ts';
import type { Book } from './book.ts';
import { BookError } from './book-error.ts';
import { newId } from './new-id.ts';
import { putLead } from './put-lead.ts';
import {
  appendChange,
  companyRowOf,
  findRow,
  followMerges,
  hiddenBatches,
  type Row,
  receiptsOf,
  toLead,
} from './rows.ts';
import { changedReceipts, withNote } from './save-values.ts';
import { origin } from './settings.ts';
import { leadStores, tell, type WriteTx, writeWithHistory } from './transact.ts';
import { stampTime, typedReceipts } from './typed-receipts.ts';

export type Action = { actionId: string };
/** Fields of the lead to their new values, or a list's to its change (`ListChange`), own fields as `own.KEY`; `null` empties a field. */
export type LeadPatch = Record<string, unknown>;
export type BulkPatch = {
  list?: string | null;
  addTags?: string[];
  removeTags?: string[];
  owner?: string | null;
  /** Without a name each keeps its own. */
  leadSource?: { group: LeadSource['group']; name?: string } | null;
  standIn?: Lead['standIn'] | null;
  nextStep?: Lead['nextStep'] | null;
  pipelineStage?: Lead['pipelineStage'] | null;
  outcome?: Lead['outcome'] | null;
  keptLonger?: Lead['keptLonger'] | null;
  /** Own fields by their keys. */
  own?: OwnValues;
};

const commonFields = [
  'list',
  'leadSource',
  'tags',
  'owner',
  'standIn',
  'nextStep',
  'pipelineStage',
  'note',
  'companyId',
  'outcome',
  'capability',
  'wallet',
  'doNotContact',
  'lawfulBasis',
  'consent',
  'keptLonger',
  'noticedAt',
];

export type Edit = {
  cause: Change['cause'];
  /** What the lead becomes. The row may be a deleted one. */
  change: (lead: Lead) => Lead;
  /** What is set of the one that stands for the lead: a person's company, else itself. */
  ofHead?: LeadPatch;
  /** A dated touch that goes with it. */
  note?: string;
};

/** A patch in two: where the work stands is said of a person's company, the rest of the lead itself. */
function splitPatch(patch: LeadPatch): { own: LeadPatch; ofHead?: LeadPatch } {
  const isOfHead = ([field]: [string, unknown]) => field === 'pipelineStage' || field === 'outcome';
  const [head, own] = [true, false].map((wanted) => Object.entries(patch).filter((one) => isOfHead(one) === wanted));
  return { own: Object.fromEntries(own ?? []), ...(head?.length && { ofHead: Object.fromEntries(head) }) };
}

/**
 * Changes fields of one lead; what is typed here wins over every capture. Stage and outcome of a person whose company is there
 * are that company's. In: id, new values (`null` empties), the time. Out: the action, for undo. Throws `BookError` where there is no such lead, a ZodError for a value the schema refuses.
 */
export function editLead(book: Book, id: string, patch: LeadPatch, now: number): Promise<Action> {
  const { own, ...head } = splitPatch(patch);
  return changeLeads(book, [id], now, { cause: 'edit', change: (lead) => patched(lead, own), ...head });
}

/**
 * Changes what several leads have in common; stage and outcome as in `editLead`, each company once. In: ids, what to set, which
 * tags to add and take away. Throws `BookError`.
 */
export function bulkEdit(book: Book, ids: string[], patch: BulkPatch, now: number): Promise<Action> {
  const { addTags = [], removeTags = [], own = {}, leadSource: source, ...rest } = patch;
  const typed = Object.entries(own).map(([key, value]) => [ownFieldPath(key), value]);
  const { own: values, ...head } = splitPatch({ ...rest, ...Object.fromEntries(typed) });
  return changeLeads(book, ids, now, {
    cause: 'edit',
    change: (lead) => {
      const tags = [...new Set([...lead.tags, ...addTags])].filter((tag) => !removeTags.includes(tag));
      const named = source && { ...source, name: source.name ?? lead.leadSource?.name ?? '' };
      return patched(lead, { ...values, ...(source !== undefined && { leadSource: named }), tags });
    },
    ...head,
  });
}

/** Deletes leads; for 30 days they can be brought back. Throws `BookError`. */
export function deleteLeads(book: Book, ids: string[], now: number): Promise<Action> {
  return changeLeads(book, ids, now, { cause: 'delete', change: (lead) => ({ deletedAt: now, ...lead }) });
}

/** Brings deleted leads back as they were. Throws `BookError`, `later` for what became part of another: that is to be taken apart. */
export function restoreLeads(book: Book, ids: string[], now: number): Promise<Action> {
  return changeLeads(book, ids, now, {
    cause: 'restore',
    change: ({ deletedAt: _deletedAt, ...lead }) => {
      if (lead.mergedInto !== undefined) throw new BookError('later', 'It became part of another');
      return lead;
    },
  });
}

/** Adds a dated note to a lead, and puts it before its notes. Throws `BookError`. */
export function addNote(book: Book, leadId: string, text: string, now: number): Promise<Action> {
  return changeLeads(book, [leadId], now, { cause: 'edit', change: (lead) => withNote(lead, text), note: text.trim() });
}

/**
 * Changes leads, all of them or none, as one action. In: ids, the change, the time, what else is written with it (over
 * `leadStores`). Out: the action, for undo. Throws `BookError`.
 */
export async function changeLeads(
  book: Book,
  ids: readonly string[],
  now: number,
  edit: Edit,
  also?: (tx: WriteTx) => Promise<unknown>,
): Promise<Action> {
  const install = await origin(book);
  const actionId = newId(now);
  const touched = await writeWithHistory(book, leadStores, async (tx) => {
    const interactionIds: string[] = [];
    const steps = await stepsOf(tx, [...new Set(ids)], edit);
    const changeOne = async ({ row, change }: Step) => {
      const note = edit.note && touch(interactionIds, row.id, edit.note, now);
      await Promise.all([
        apply(tx, row, { ...edit, change }, { actionId, at: now, origin: install }),
        note && tx.objectStore('interactions').put(note),
      ]);
    };
    // All at once: one after the other, thousands of leads spend their time on waiting for answers.
    await Promise.all([...steps.values()].map(changeOne));
    await Promise.all([
      also?.(tx),
      tx.objectStore('actions').put({ id: actionId, at: now, cause: edit.cause, draftIds: [], interactionIds }),
    ]);
    return [...new Set([...ids, ...steps.keys()])];
  });
  tell({ stores: ['people', 'companies', ...(edit.note ? (['interactions'] as const) : [])], leadIds: touched });
  return { actionId };
}

type Step = { row: Row; change: Edit['change'] };

/** What becomes of each lead that an edit is about, the companies that stand for people among them once. Throws `BookError` for an id that is none. */
async function stepsOf(
  tx: WriteTx,
  ids: readonly string[],
  { cause, change, ofHead }: Edit,
): Promise<Map<string, Step>> {
  const hidden = ofHead && (await hiddenBatches(tx));
  const steps = new Map<string, Step>();
  const heads = new Map<string, Row>();
  await Promise.all(
    ids.map(async (id) => {
      const row = await rowOf(tx, id, cause);
      steps.set(row.id, { row, change });
      if (!hidden) return;
      const head = (await companyRowOf(tx, row, hidden)) ?? row;
      heads.set(head.id, head);
    }),
  );
  for (const [id, row] of heads) {
    const own = steps.get(id)?.change;
    steps.set(id, { row, change: (lead) => patched(own ? own(lead) : lead, ofHead ?? {}) });
  }
  return steps;
}

/**
 * The row of a lead that is to be changed. What is typed of one that became part of another meanwhile is that one's; to delete it
 * or to bring it back is not meant for the other. Throws `BookError`.
 */
async function rowOf(tx: WriteTx, id: string, cause: Edit['cause']): Promise<Row> {
  const found = await findRow(tx, id);
  const row = cause === 'edit' ? await followMerges(tx, found) : found;
  if (!row) throw new BookError('unknown', `There is no lead ${id}`);
  return row;
}

/** A dated note to a lead; its id is added to those of the action. */
function touch(ids: string[], leadId: string, text: string, now: number): Interaction {
  const id = newId(now);
  ids.push(id);
  return { id, leadId, kind: 'note', occurredAt: now, text };
}

/** Who changes something, when, and as part of which action. */
export type By = { actionId: string; at: number; origin: string };

/** Changes one lead within a transaction over `leadStores`: row, stamps and history. In: its row, the change, who and when. */
export async function apply(tx: WriteTx, row: Row, edit: Edit, by: By): Promise<void> {
  const before = toLead(row);
  const after = leadSchema.parse(edit.change(before));
  const changed = diffLeads(before, after);
  if (changed.length === 0) return;
  const lead = { ...after, updatedAt: by.at };
  const [receipts] = await Promise.all([receiptsOf(tx, row.id), putLead(tx, lead, row.stagedBy)]);
  const typed =
    edit.cause === 'edit'
      ? typedReceipts(
          receipts,
          before,
          lead,
          changed.map(({ field }) => field),
          { ...by, at: stampTime(receipts, by.at) },
        )
      : edit.cause === 'delete' || edit.cause === 'restore'
        ? {
            ...receipts,
            stamps: {
              ...receipts.stamps,
              deletedAt: { at: stampTime(receipts, by.at), by: 'user' as const, origin: by.origin },
            },
          }
        : receipts;
  const change: Change = {
    leadId: lead.id,
    kind: lead.kind,
    ...by,
    cause: edit.cause,
    fields: diffLeads(before, lead),
    receiptsBefore: changedReceipts(receipts, typed),
  };
  await Promise.all([typed !== receipts && tx.objectStore('receipts').put(typed), appendChange(tx, change)]);
}

/** A lead with new values; `null` empties a field. Throws `BookError` for a field that no lead has. */
export function patched(lead: Lead, patch: LeadPatch): Lead {
  const specs = new Map(fieldsOf(lead.kind));
  const values = flattenLead(lead);
  for (const [field, value] of Object.entries(patch)) {
    if (!specs.has(field) && !commonFields.includes(field) && ownKeyOf(field) === undefined)
      throw new BookError('unknown', `No field ${field} in a lead`);
    const isEmpty = value === null || value === undefined || (typeof value === 'string' && !value.trim());
    if (isListChange(value)) values[field] = withListChange(field, (values[field] ?? []) as FieldValue[], value);
    else if (!isEmpty) values[field] = value;
    else if (specs.get(field)?.many || field === 'tags') values[field] = [];
    else delete values[field];
  }
  if (lead.kind === 'person' && values.name !== lead.name) {
    values.partial = typeof values.name === 'string' && parseName(values.name).partial;
  }
  return leadSchema.parse(unflattenLead(values));
}
