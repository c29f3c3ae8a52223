import { diffLeads } from '../../domain/diff-leads.ts';
import { leadOfPack, packLeadOf } from '../../domain/pack-lead.ts';
import { mergeLeads } from '../../domain/pack-merge.ts';
import type { Change } from '../../domain/schema/lead.ts';
import { stepId } from '../../domain/step-id.ts';
import type { Book } from '../book.ts';
import type { ActionRow } from '../book-schema.ts';
import { apply, type LeadPatch, patched } from '../edit.ts';
import { newId } from '../new-id.ts';
import { ownFieldsIn, putOwnFields } from '../own-fields.ts';
import { putLead } from '../put-lead.ts';
import { appendChange, findRow, type Row, receiptsOf, storeOf, toLead } from '../rows.ts';
import { changedReceipts } from '../save-values.ts';
import { origin } from '../settings.ts';
import { leadStores, type Store, tell, type WriteTx, write } from '../transact.ts';
import { choicesToKeep } from './kept-choices.ts';
import { nameStores, namesIn } from './known-names.ts';
import { goneWorkIn } from './known-work.ts';
import type { PackPlan, PackRow } from './plan-pack.ts';
import { type MergedLead, putTasks, putTouches } from './write-work.ts';

const stores: Store[] = [...leadStores, 'tasks', ...nameStores];

/**
 * Takes a pack over as planned, in one transaction: each lead is merged anew with what the book has at that moment. In: the
 * plan, the time, values that the user wants otherwise than it says, by lead. Out: the action, which undo takes back; undefined
 * where there is nothing to take over. Throws `BookError`.
 */
export async function writePack(
  book: Book,
  plan: PackPlan,
  now: number,
  others: ReadonlyMap<string, LeadPatch> = new Map(),
): Promise<{ actionId: string } | undefined> {
  const install = await origin(book);
  const actionId = newId(now);
  const rows = plan.rows.filter(({ outcome }) => outcome !== 'refused');
  const touched = await write(book, stores, async (tx) => {
    const names = await namesIn(tx);
    const leadIds: string[] = [];
    const leads = new Map<string, MergedLead>();
    for (const row of rows) {
      const lead = await mergeInto(tx, row);
      if (!lead) continue;
      // Two of a pack may be one here: what the first replaced is no less replaced after the second.
      const earlier = leads.get(row.id);
      leads.set(row.id, earlier ? { ...earlier, steps: [...earlier.steps, ...lead.steps] } : lead);
      if (lead.isChanged) leadIds.push(row.id);
      await putAliases(tx, row);
    }

    async function mergeInto(inTx: WriteTx, row: PackRow): Promise<(MergedLead & { isChanged: boolean }) | undefined> {
      const { id, kind, packed } = row;
      const known = (await inTx.objectStore(storeOf(kind)).get(id)) as Row | undefined;
      const held = known && { lead: toLead(known), receipts: await receiptsOf(inTx, id) };
      if (!held && (packed.life.deleted || row.outcome !== 'created')) return undefined;
      if (held?.lead.deletedAt !== undefined && !held.receipts.stamps.deletedAt) return undefined;
      const both = held
        ? mergeLeads(
            packLeadOf(held, names.of(id), (one) => names.of(one)[0] ?? one, names.revivedAt(id)),
            packed,
          )
        : packed;
      const resolve = (one: string) => plan.places.get(one) ?? names.lead(one);
      const merged = leadOfPack(both, { id, held, resolve, now });
      if (!merged) return undefined;
      const before = held?.lead.nextStep;
      const lead = { stepBefore: before && stepId(id, before), steps: Object.values(both.steps ?? {}) };
      const changes = diffLeads(held?.lead, merged.lead);
      const receiptsBefore = held && changedReceipts(held.receipts, merged.receipts);
      await inTx.objectStore('receipts').put(merged.receipts);
      if (changes.length === 0) return { ...lead, isChanged: false };
      await putLead(inTx, merged.lead, known?.stagedBy);
      const change: Change = {
        leadId: id,
        kind,
        at: now,
        origin: install,
        actionId,
        cause: 'import',
        fields: changes,
        ...(receiptsBefore && { receiptsBefore }),
      };
      await appendChange(inTx, change);
      return { ...lead, isChanged: true };
    }

    for (const [id, patch] of others) {
      const row = await findRow(tx, id);
      if (!row) continue;
      // Another choice is a value of its own, typed now: so it wins wherever this book's pack goes.
      await apply(
        tx,
        row,
        { cause: 'edit', change: (lead) => patched(lead, patch) },
        { actionId, at: now, origin: install },
      );
      leadIds.push(id);
    }

    const gone = await goneWorkIn(tx, actionId);
    const interactionIds = await putTouches(tx, plan, leads, gone);
    const tasks = await putTasks(tx, plan, leads, gone);
    if (leadIds.length + interactionIds.length + tasks.length === 0) return undefined;
    await addOwnFields(tx, plan);
    const { created, merged, unchanged, refused } = plan.counts;
    const choices = choicesToKeep(plan);
    const action: ActionRow = {
      id: actionId,
      at: now,
      cause: 'import',
      draftIds: [],
      interactionIds,
      tasks,
      pack: {
        by: plan.pack.by,
        counts: { created, merged: merged + plan.counts.deleted, unchanged, refused },
        ...(choices.length > 0 && { choices }),
      },
    };
    await tx.objectStore('actions').put(action);
    return leadIds;
  });
  if (!touched) return undefined;
  tell({ stores: ['people', 'companies', 'interactions', 'tasks', 'meta'], leadIds: touched });
  return { actionId };
}

/** The pack's names for a lead, so that the next pack is known again. */
async function putAliases(tx: WriteTx, { id, packed }: PackRow): Promise<void> {
  await Promise.all(
    packed.ids.filter((one) => one !== id).map((one) => tx.objectStore('packAliases').put({ id: one, leadId: id })),
  );
}

async function addOwnFields(tx: WriteTx, { ownFields }: PackPlan): Promise<void> {
  if (ownFields.length === 0) return;
  const state = await ownFieldsIn(tx);
  const keys = new Set(state.fields.map(({ key }) => key));
  const added = ownFields.filter(({ key }) => !keys.has(key));
  const revived = new Set(added.map(({ key }) => key));
  await putOwnFields(tx, {
    fields: [...state.fields, ...added],
    deleted: state.deleted.filter(({ definition }) => !revived.has(definition.key)),
  });
}

/** Packs that were taken over, the newest first, those taken back included. Throws `BookError`. */
export async function recentPacks(book: Book, most = 10): Promise<ActionRow[]> {
  const database = await book.connection();
  const found: ActionRow[] = [];
  let cursor = await database.transaction('actions').store.index('at').openCursor(null, 'prev');
  while (cursor && found.length < most) {
    if (cursor.value.pack) found.push(cursor.value);
    cursor = await cursor.continue();
  }
  return found;
}
