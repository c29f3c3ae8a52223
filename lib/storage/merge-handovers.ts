import type { MergeRecord } from '../domain/schema/merge.ts';
import type { WriteTx } from './transact.ts';

/**
 * What was handed over of a lead counts for the one that it becomes part of: its id there and what went out are known of that
 * one. In: a transaction over `handovers`, both ids. Out: in which records, at which places.
 */
export async function moveHandovers(tx: WriteTx, from: string, to: string): Promise<MergeRecord['handedOver']> {
  const rows = await tx.objectStore('handovers').index('leadIds').getAll(from);
  await Promise.all(
    rows.map((row) =>
      tx.objectStore('handovers').put({ ...row, leadIds: row.leadIds.map((id) => (id === from ? to : id)) }),
    ),
  );
  return rows.flatMap(({ id, leadIds }) =>
    leadIds.flatMap((one, place) => (one === from ? [{ id, place, from }] : [])),
  );
}

/** Gives records of hand-overs back the ids that stood in them. */
export async function moveHandoversBack(tx: WriteTx, { handedOver, keptId }: MergeRecord): Promise<void> {
  for (const { id, place, from } of handedOver) {
    const row = await tx.objectStore('handovers').get(id);
    if (row?.leadIds[place] === keptId)
      await tx.objectStore('handovers').put({ ...row, leadIds: row.leadIds.with(place, from) });
  }
}
