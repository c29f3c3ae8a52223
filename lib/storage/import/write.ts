import { unwrap } from 'idb';
import { diffLeads } from '../../domain/diff-leads.ts';
import { fieldsOf } from '../../domain/draft-values.ts';
import { receiptKey } from '../../domain/receipt-key.ts';
import type { Change, Lead, LeadReceipts, Stamp } from '../../domain/schema/lead.ts';
import type { OwnFieldDefinition } from '../../domain/schema/own-field.ts';
import type { Address, Phone, Provenance } from '../../domain/schema/value.ts';
import type { Book } from '../book.ts';
import { BookError } from '../book-error.ts';
import type { ActionRow } from '../book-schema.ts';
import { type CameBy, firstEntries } from '../first-entry.ts';
import { newId } from '../new-id.ts';
import { ownFieldsIn, putOwnFields } from '../own-fields.ts';
import { putLead } from '../put-lead.ts';
import { appendChange, findRow, receiptsOf, toLead } from '../rows.ts';
import { changedReceipts } from '../save-values.ts';
import { origin } from '../settings.ts';
import { stagingLock } from '../staging-lock.ts';
import { purgeBatch } from '../sweep.ts';
import { leadStores, tell, type WriteTx, write } from '../transact.ts';
import { mergePart, type Part } from './merge-part.ts';
import type { ImportPlan, PlannedLead } from './plan-types.ts';

export type ImportWrite = {
  plan: ImportPlan;
  /** Name of the file, for history and where-read. */
  file: string;
  /** Own fields that the import makes; they come with its leads. */
  ownFields: OwnFieldDefinition[];
  replace: boolean;
  now: number;
  onProgress?: (done: number, total: number) => void;
  /** Calls the import off: nothing of it is kept, and its reason is thrown. */
  signal?: AbortSignal;
  /** New leads from which on their first entries are not written; absent: the usual. */
  unwrittenFrom?: number;
};

const chunk = 500;
/** From so many new leads on, their first entries of the history are worked out when asked for: writing them takes half the time. */
const unwrittenFrom = 1000;

/** Address under which where-read names a row of a file. */
const placeOf = (file: string, row: number, at: number): Provenance => ({
  url: `import:${encodeURIComponent(file.slice(0, 200))}#${row}`,
  at,
  detector: 'import',
  snippet: '',
});

/**
 * Writes a plan into the book, whole or not at all: new leads unseen, a chunk at a time; one last transaction changes those
 * that were there and lets everything be seen. Whoever dies or calls it off on the way leaves nothing behind. In: the plan
 * and what belongs to it. Out: the action, which undo takes back. Throws `BookError`, or the signal's reason.
 */
export async function writeImport(book: Book, job: ImportWrite): Promise<{ actionId: string }> {
  const { plan, now, signal, onProgress } = job;
  const install = await origin(book);
  const by: By = { actionId: newId(now), at: now, origin: install, file: job.file };
  const { created, merged, unchanged, refused } = plan.counts;
  const leads = [...plan.leads.values()];
  const fresh = leads.filter(({ before }) => !before);
  const known = leads.filter(({ before }) => before);
  const isLarge = fresh.length >= (job.unwrittenFrom ?? unwrittenFrom);
  const action: ActionRow = {
    id: by.actionId,
    at: now,
    cause: 'import',
    draftIds: [],
    interactionIds: [],
    import: {
      file: job.file,
      counts: { created, merged, unchanged, refused },
      ownFields: job.ownFields.map(({ key }) => key),
      newestBefore: 0,
      ...(isLarge && { unwritten: { origin: install } }),
    },
  };
  await navigator.locks.request(stagingLock(by.actionId), async () => {
    await write(book, ['actions'], (tx) => tx.objectStore('actions').put({ ...action, staging: 'unpublished' }));
    try {
      await writeFresh(book, fresh, (lead) => recordsOf(lead, by, isLarge), {
        signal,
        onProgress: (done) => onProgress?.(done, leads.length),
      });
      signal?.throwIfAborted();
      await write(
        book,
        leadStores,
        async (tx) => {
          const staged = await tx.objectStore('actions').get(by.actionId);
          if (staged?.staging !== 'unpublished') throw new BookError('unknown', 'The staged import is gone');
          const newestBefore = (await tx.objectStore('changes').openKeyCursor(null, 'prev'))?.key ?? 0;
          for (const lead of known) {
            signal?.throwIfAborted();
            await change(tx, lead, job, by);
          }
          if (isLarge) await appendChange(tx, madeBy(by, fresh.length));
          await addOwnFields(tx, job.ownFields);
          await tx
            .objectStore('actions')
            .put({ ...action, ...(action.import && { import: { ...action.import, newestBefore } }) });
        },
        signal,
      );
    } catch (error) {
      // Best effort: should this fail too, the batch stays unseen and goes when the book is next opened.
      await purgeBatch(book, by.actionId).catch(() => undefined);
      throw error;
    }
  });
  onProgress?.(leads.length, leads.length);
  tell({ stores: ['people', 'companies', 'meta'], leadIds: leads.map(({ row }) => row.id) });
  return { actionId: by.actionId };
}

/**
 * Writes new leads unseen, a chunk at a time. While the database works on a chunk, the next is already being handed to it.
 * Settles only when nothing is under way any more.
 */
async function writeFresh(
  book: Book,
  fresh: readonly PlannedLead[],
  toRecords: (lead: PlannedLead) => Records,
  { signal, onProgress }: { signal: AbortSignal | undefined; onProgress: (done: number) => void },
): Promise<void> {
  const all: Promise<void>[] = [];
  let failed = false;
  for (let from = 0; from < fresh.length && !failed && !signal?.aborted; from += chunk) {
    const part = fresh.slice(from, from + chunk).map(toRecords);
    const writing = write(book, ['people', 'companies', 'receipts', 'changes'], (tx) => putAll(tx, part), signal);
    all.push(writing.then(() => onProgress(from + part.length)));
    // Thrown below, once nothing is under way.
    all.at(-1)?.catch(() => {
      failed = true;
    });
    await all.at(-2)?.catch(() => undefined);
  }
  const stopped = (await Promise.allSettled(all)).find(({ status }) => status === 'rejected');
  if (stopped?.status === 'rejected') throw stopped.reason;
}

type By = CameBy & { file: string };
type Records = { row: PlannedLead['row']; receipts: LeadReceipts; changes: Change[] };

/** Everything that is stored of a new lead. Its rows keep the mark of the import: published, it hides nothing, and undo goes by it. */
function recordsOf({ row, parts }: PlannedLead, by: By, isLarge: boolean): Records {
  const { keys: _keys, ...lead } = row;
  const { actionId, origin: install } = by;
  const all = diffLeads(undefined, lead as Lead).filter(({ after }) => !(Array.isArray(after) && after.length === 0));
  const stamp: Stamp = { at: lead.createdAt, by: 'import', origin: install };
  const stamps = Object.fromEntries(
    all.filter(({ field }) => !unstamped.has(field)).map(({ field }) => [field, stamp]),
  );
  const receipts: LeadReceipts = { leadId: lead.id, stamps, readAt: {} };
  for (const part of parts) addPlaces(receipts, lead as Lead, part, by);
  return { row: { ...row, stagedBy: actionId }, receipts, changes: isLarge ? [] : firstEntries(lead as Lead, by) };
}

/** The one entry of a large import, so that whoever follows the history learns of its leads. */
const madeBy = ({ actionId, at, origin: install }: By, made: number): Change => ({
  leadId: '',
  kind: 'person',
  made,
  at,
  origin: install,
  actionId,
  cause: 'import',
  fields: [],
});

const unstamped = new Set(['createdAt', 'updatedAt', 'partial']);

/** Where-read of the values that came with a row and are not said to be from elsewhere. */
function addPlaces(receipts: LeadReceipts, lead: Lead, part: Part, { file, at }: By): void {
  const places = [placeOf(file, part.at, at)];
  const own: Record<string, unknown> = { ...lead };
  const said: Record<string, unknown> = { ...part.values };
  for (const [field, { many }] of fieldsOf(lead.kind)) {
    const theirs = said[field];
    if (theirs === undefined) continue;
    if (!many) {
      if (own[field] === theirs) receipts.readAt[field] ??= places;
      continue;
    }
    for (const value of theirs as (string | Phone | Address)[]) receipts.readAt[receiptKey(field, value)] ??= places;
  }
}

/** The requests themselves, without a promise for each: an error of one takes the transaction back, which is awaited. */
async function putAll(tx: WriteTx, records: Records[]): Promise<void> {
  const raw = unwrap(tx);
  const stores = {
    person: raw.objectStore('people'),
    company: raw.objectStore('companies'),
    receipts: raw.objectStore('receipts'),
    changes: raw.objectStore('changes'),
  };
  for (const { row, receipts, changes } of records) {
    stores[row.kind].put(row);
    stores.receipts.put(receipts);
    for (const change of changes) stores.changes.add(change);
  }
}

/** Changes a lead of the book. Was it changed since the plan was made, then what the file says is taken over anew. */
async function change(tx: WriteTx, planned: PlannedLead, job: ImportWrite, by: By): Promise<void> {
  const row = await findRow(tx, planned.row.id);
  if (!row || row.deletedAt !== undefined) return;
  const before = toLead(row);
  let after: Lead = before;
  for (const [index, part] of planned.parts.entries())
    after = mergePart(after, part, job.replace && index === 0, job.now).lead;
  const changed = diffLeads(before, after);
  if (changed.length === 0) return;
  const lead: Lead = { ...after, updatedAt: by.at };
  const old = await receiptsOf(tx, row.id);
  const receipts: LeadReceipts = { ...old, stamps: { ...old.stamps }, readAt: { ...old.readAt } };
  for (const { field } of changed) {
    receipts.stamps[field] = { at: by.at, by: 'import', origin: by.origin };
    delete receipts.readAt[field];
  }
  for (const part of planned.parts) addPlaces(receipts, lead, part, by);
  const since = Math.min(by.at, ...planned.parts.map(({ common }) => common.createdAt ?? by.at));
  const { actionId, origin: install } = by;
  await Promise.all([
    putLead(tx, lead, row.stagedBy),
    tx.objectStore('receipts').put(receipts),
    appendChange(tx, {
      leadId: lead.id,
      kind: lead.kind,
      at: since,
      ...(since !== by.at && { recordedAt: by.at }),
      origin: install,
      actionId,
      cause: 'import',
      fields: diffLeads(before, lead),
      receiptsBefore: changedReceipts(old, receipts),
    }),
  ]);
}

async function addOwnFields(tx: WriteTx, fresh: OwnFieldDefinition[]): Promise<void> {
  if (fresh.length === 0) return;
  const state = await ownFieldsIn(tx);
  const keys = new Set(state.fields.map(({ key }) => key));
  const added = fresh.filter(({ key }) => !keys.has(key));
  const revived = new Set(added.map(({ key }) => key));
  await putOwnFields(tx, {
    fields: [...state.fields, ...added],
    deleted: state.deleted.filter(({ definition }) => !revived.has(definition.key)),
  });
}

/** The imports of the book, the newest first, those taken back included. Throws `BookError`. */
export async function recentImports(book: Book, most = 10): Promise<ActionRow[]> {
  const database = await book.connection();
  const found: ActionRow[] = [];
  let cursor = await database.transaction('actions').store.index('at').openCursor(null, 'prev');
  while (cursor && found.length < most) {
    if (cursor.value.import && cursor.value.staging === undefined) found.push(cursor.value);
    cursor = await cursor.continue();
  }
  return found;
}
