import type { Handover } from '../domain/schema/handover.ts';
import type { Book } from './book.ts';
import { newId } from './new-id.ts';
import { read, tell, type WriteTx, write } from './transact.ts';

/** Leads in one row of the store. */
const chunk = 500;

export type HandedOver = Pick<Handover, 'at' | 'target' | 'file'> & { leadId: string; digest: string };
export type ReadBack = Pick<Handover, 'at' | 'target' | 'file'> & { leadId: string; recordId: string };

/**
 * Remembers what went to another system, or the ids that came back from it. In: the book, when, where and in which file, and
 * for each lead the digest of what went out or its id there; `latest` where only the last time counts, as of files made again and
 * again: rows that this one says all of anew go. Out: the id of the run. Throws `BookError`.
 */
export async function rememberHandover(
  book: Book,
  about: Pick<Handover, 'at' | 'target' | 'file' | 'way'>,
  entries: readonly { leadId: string; value: string }[],
  how?: 'latest',
): Promise<string> {
  const run = newId(about.at);
  const rows: Handover[] = [];
  for (let from = 0; from < entries.length; from += chunk) {
    const part = entries.slice(from, from + chunk);
    const values = part.map(({ value }) => value);
    const lists = about.way === 'out' ? { digests: values, recordIds: [] } : { digests: [], recordIds: values };
    rows.push({ id: newId(about.at), run, ...about, leadIds: part.map(({ leadId }) => leadId), ...lists });
  }
  // One transaction: a hand-over is remembered whole or not at all.
  await write(book, ['handovers'], async (tx) => {
    if (how) await dropSaidAnew(tx, about, new Set(entries.map(({ leadId }) => leadId)));
    await Promise.all(rows.map((row) => tx.objectStore('handovers').put(row)));
  });
  tell({ stores: ['handovers'], leadIds: entries.length <= chunk ? entries.map(({ leadId }) => leadId) : [] });
  return run;
}

async function dropSaidAnew(
  tx: WriteTx,
  { target, way }: Pick<Handover, 'target' | 'way'>,
  said: ReadonlySet<string>,
): Promise<void> {
  const store = tx.objectStore('handovers');
  for (const row of await store.getAll())
    if (row.target === target && row.way === way && row.leadIds.every((id) => said.has(id))) await store.delete(row.id);
}

/** The last digest of each lead that went to a target, and the last id that came back of it. Throws `BookError`. */
export function handedOverTo(
  book: Book,
  target: string,
): Promise<{ digests: Map<string, string>; recordIds: Map<string, string> }> {
  return read(book, ['handovers'], async (tx) => {
    const digests = new Map<string, string>();
    const recordIds = new Map<string, string>();
    // Keys sort by time: what is later overwrites.
    for (const row of await tx.objectStore('handovers').getAll()) {
      if (row.target !== target) continue;
      for (const [at, leadId] of row.leadIds.entries()) {
        const [digest, recordId] = [row.digests[at], row.recordIds[at]];
        if (digest !== undefined) digests.set(leadId, digest);
        if (recordId !== undefined) recordIds.set(leadId, recordId);
      }
    }
    return { digests, recordIds };
  });
}

/** Where a lead went and the ids that it has there, the newest first. Throws `BookError`. */
export function handoversOf(book: Book, leadId: string): Promise<{ out: HandedOver[]; back: ReadBack[] }> {
  return read(book, ['handovers'], async (tx) => {
    const rows = await tx.objectStore('handovers').index('leadIds').getAll(leadId);
    const out: HandedOver[] = [];
    const back: ReadBack[] = [];
    for (const { at, target, file, leadIds, digests, recordIds } of rows.reverse()) {
      const place = leadIds.indexOf(leadId);
      const [digest, recordId] = [digests[place], recordIds[place]];
      if (digest !== undefined) out.push({ at, target, file, leadId, digest });
      if (recordId !== undefined) back.push({ at, target, file, leadId, recordId });
    }
    return { out, back };
  });
}

export type HandoverRun = Pick<Handover, 'run' | 'at' | 'target' | 'file' | 'way'> & { count: number };

/** The last hand-overs, the newest first. Throws `BookError`. */
export function recentHandovers(book: Book, most = 20): Promise<HandoverRun[]> {
  return read(book, ['handovers'], async (tx) => {
    const runs = new Map<string, HandoverRun>();
    let cursor = await tx.objectStore('handovers').openCursor(null, 'prev');
    while (cursor) {
      const { run, at, target, file, way, leadIds } = cursor.value;
      const known = runs.get(run);
      if (!known && runs.size === most) break;
      if (known) known.count += leadIds.length;
      else runs.set(run, { run, at, target, file, way, count: leadIds.length });
      cursor = await cursor.continue();
    }
    return [...runs.values()];
  });
}
