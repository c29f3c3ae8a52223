import type { Lead } from '../../domain/schema/lead.ts';
import type { AnyTx, Store } from '../transact.ts';

/** Stores that tell under which names a lead goes about. */
export const nameStores: Store[] = ['packAliases', 'merges', 'actions', 'changes'];

/** The names of leads in packs: their own id, those that other installs gave them, and those of leads that became part of them. */
export type KnownNames = {
  /** All names of a lead. In: its id. */
  of(id: string): string[];
  /** The lead that a name means, as far as aliases and merges tell; else the name itself. */
  lead(name: string): string;
  /** Whether a name means what became part of another lead by a merge in this book. */
  isPart(name: string): boolean;
  /** When a deletion of a lead was last taken back; 0 where none was. */
  revivedAt(id: string): number;
};

/** In: a transaction over `nameStores`. */
export async function namesIn(tx: AnyTx): Promise<KnownNames> {
  const [aliases, merges, revived] = await Promise.all([
    tx.objectStore('packAliases').getAll(),
    tx.objectStore('merges').getAll(),
    revivals(tx),
  ]);
  const leadOf = new Map<string, Lead['id']>(aliases.map(({ id, leadId }) => [id, leadId]));
  const parts = new Set<string>();
  for (const { keptId, leadIds, undoneAt } of merges)
    for (const id of undoneAt === undefined ? leadIds : [])
      if (id !== keptId) {
        leadOf.set(id, keptId);
        parts.add(id);
      }
  /** A name and all that it leads to: whoever became part of another may have been another's name before. */
  const wayOf = (name: string): string[] => {
    const way = new Set([name]);
    let id = name;
    for (let next = leadOf.get(id); next !== undefined && !way.has(next); next = leadOf.get(id)) {
      way.add(next);
      id = next;
    }
    return [...way];
  };
  const lead = (name: string): string => wayOf(name).at(-1) ?? name;
  const names = new Map<string, string[]>();
  for (const name of leadOf.keys()) names.set(lead(name), [...(names.get(lead(name)) ?? []), name]);
  return {
    of: (id) => [...new Set([id, ...(names.get(id) ?? [])])].sort(),
    lead,
    isPart: (name) => wayOf(name).some((id) => parts.has(id)),
    revivedAt: (id) => revived.get(id) ?? 0,
  };
}

/** Undo gives a lead back as it was, without a word in its receipts: that it is back is told by the action. */
async function revivals(tx: AnyTx): Promise<Map<string, number>> {
  const revived = new Map<string, number>();
  for (const { id, cause, undoneAt } of await tx.objectStore('actions').getAll()) {
    if (cause !== 'delete' || undoneAt === undefined) continue;
    for (const { leadId } of await tx.objectStore('changes').index('actionId').getAll(id))
      revived.set(leadId, Math.max(revived.get(leadId) ?? 0, undoneAt));
  }
  return revived;
}
