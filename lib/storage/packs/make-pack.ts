import { packLeadOf } from '../../domain/pack-lead.ts';
import { mergePacks } from '../../domain/pack-merge.ts';
import type { Interaction } from '../../domain/schema/lead.ts';
import type { Pack, PackLead } from '../../domain/schema/pack.ts';
import type { Task } from '../../domain/schema/task.ts';
import type { Book } from '../book.ts';
import { ownFieldsIn } from '../own-fields.ts';
import { activeProfile } from '../profiles.ts';
import { hiddenBatches, type Row, receiptsOf, toLead } from '../rows.ts';
import { origin } from '../settings.ts';
import { toTask } from '../task-row.ts';
import { type AnyTx, read, type Store } from '../transact.ts';
import { nameStores, namesIn } from './known-names.ts';

export type PackRequest = {
  /** These, with the companies of people; absent: everything, deletions too. */
  leadIds?: string[];
  /** What the sender calls themselves. */
  by: string;
  /** Notes, calls, mails and meetings go along; tasks; the rules in force. */
  touches: boolean;
  tasks: boolean;
  rules: boolean;
  now: number;
};

const stores: Store[] = ['people', 'companies', 'receipts', 'actions', 'meta', 'interactions', 'tasks', ...nameStores];

/** A pack of the book as it stands. Throws `BookError`. */
export async function makePack(book: Book, request: PackRequest): Promise<Pack> {
  const { by, now, rules } = request;
  const [install, profile] = await Promise.all([origin(book), rules ? activeProfile(book) : undefined]);
  const content = await read(book, stores, async (tx) => {
    const [names, hidden, own, wanted] = await Promise.all([
      namesIn(tx),
      hiddenBatches(tx),
      ownFieldsIn(tx),
      rowsOf(tx, request.leadIds),
    ]);
    // What became part of another goes about under that one's names: by itself it would be news of a deletion.
    const isPart = ({ id, deletedAt, mergedInto }: Row) =>
      mergedInto !== undefined || (deletedAt !== undefined && names.lead(id) !== id);
    const rows = wanted.filter((row) => !isPart(row) && !(row.stagedBy && hidden.has(row.stagedBy)));
    const nameOf = (id: string) => names.of(id)[0] ?? id;
    const packed = await Promise.all(
      rows.map(async (row): Promise<{ id: string; lead: PackLead } | undefined> => {
        const receipts = await receiptsOf(tx, row.id);
        // Deleted without anybody having deleted it: it was taken back. That is no news for others.
        if (row.deletedAt !== undefined && !receipts.stamps.deletedAt) return undefined;
        const lead = packLeadOf({ lead: toLead(row), receipts }, names.of(row.id), nameOf, names.revivedAt(row.id));
        return { id: row.id, lead: lead.life.deleted ? withoutContent(lead) : lead };
      }),
    );
    const leads = packed.filter((one) => one !== undefined);
    const living = leads.filter(({ lead }) => !lead.life.deleted).map(({ id }) => id);
    const [interactions, tasks] = await Promise.all([
      request.touches ? touchesOf(tx, living) : [],
      request.tasks ? tasksOf(tx, living) : [],
    ]);
    const state = {
      leads: leads.map(({ lead }) => lead),
      interactions: interactions.map((one) => ({ ...one, leadId: nameOf(one.leadId) })),
      tasks: tasks.map((one) => (one.leadId === undefined ? one : { ...one, leadId: nameOf(one.leadId) })),
    };
    return { ...mergePacks(state, state), ownFields: own.fields };
  });
  return {
    format: 'leadlight-pack',
    version: 1,
    origin: install,
    by,
    madeAt: now,
    ...content,
    profiles: profile ? [profile] : [],
  };
}

/** Of a deleted lead others need to know only that it is. */
const withoutContent = (lead: PackLead): PackLead => ({ ...lead, fields: {}, lists: {}, places: {} });

async function rowsOf(tx: AnyTx, ids: string[] | undefined): Promise<Row[]> {
  if (!ids) {
    const [companies, people] = await Promise.all([
      tx.objectStore('companies').getAll(),
      tx.objectStore('people').getAll(),
    ]);
    return [...companies, ...people];
  }
  const [people, companies] = await Promise.all([
    Promise.all(ids.map((id) => tx.objectStore('people').get(id))),
    Promise.all(ids.map((id) => tx.objectStore('companies').get(id))),
  ]);
  const homes = new Set(people.flatMap((row) => row?.companyId ?? []).filter((id) => !ids.includes(id)));
  const along = await Promise.all([...homes].map((id) => tx.objectStore('companies').get(id)));
  return [...companies, ...along, ...people].filter(
    (row): row is Row => row !== undefined && row.deletedAt === undefined,
  );
}

async function touchesOf(tx: AnyTx, ids: string[]): Promise<Interaction[]> {
  const store = tx.objectStore('interactions').index('leadId');
  const all = (await Promise.all(ids.map((id) => store.getAll(id)))).flat();
  // That something was captured says where the user was; where values were read goes along anyway.
  return all.filter(({ kind }) => kind !== 'capture');
}

async function tasksOf(tx: AnyTx, ids: string[]): Promise<Task[]> {
  const store = tx.objectStore('tasks').index('leadId');
  const rows = (await Promise.all(ids.map((id) => store.getAll(id)))).flat();
  return rows.map(toTask);
}
