import { sharedKeys } from '../domain/dedupe.ts';
import type { Batch, TrayItem, TrayPage } from '../domain/schema/tray.ts';
import { BookError } from './book-error.ts';
import type { ActionRow } from './book-schema.ts';
import { pageFacts } from './facts.ts';
import { createFinder } from './find.ts';
import { hiddenBatches } from './rows.ts';
import type { SaveRun, SaveStep } from './save-one.ts';
import { leadStores, type Store, type WriteTx } from './transact.ts';

export type SaveRequest = {
  items: TrayItem[];
  batch: Batch;
  /** Address of the tray page that the items are on. */
  url: string;
  now: number;
  /** What is stored with it, in the same transaction. */
  along?: SavedAlong;
  onProgress?: (done: number, total: number) => void;
  /** Calls the save off: nothing of it is kept, and its reason is thrown. */
  signal?: AbortSignal;
};
/** Something that belongs to a save: in the stores that it needs, done once the outcomes are known. Out: what the action keeps of it. */
export type SavedAlong = {
  stores: Store[];
  work: (tx: WriteTx, outcomes: SaveRun['outcomes']) => Promise<Partial<ActionRow>>;
};
export const saveStores: Store[] = [...leadStores, 'tray'];

/**
 * Reads what the page in the tray knows beside the items: companies that may come along, keys that several share.
 * `seesOwn`: whether what the run itself staged is found too.
 */
export async function prepare(tx: WriteTx, run: SaveRun, items: TrayItem[], seesOwn = true): Promise<SaveStep> {
  if (run.items.size === 0) {
    const page = await tx.objectStore('tray').get(run.url);
    if (page?.mailOpen) run.mail = page.mailOpen;
    for (const item of [...(page?.items ?? []), ...items]) run.items.set(item.draft.id, item);
  }
  if (run.facts.size === 0) {
    run.facts = pageFacts([...run.items.values()]);
    run.shared = sharedKeys([...run.facts.values()]);
  }
  const hidden = await hiddenBatches(tx);
  if (seesOwn) hidden.delete(run.actionId);
  return { tx, hidden, writes: [], finder: await createFinder(tx, run.shared, hidden) };
}

/** Turns the items of the tray's page that are now leads to saved. */
export async function markSaved(tx: WriteTx, run: SaveRun): Promise<void> {
  const page = await tx.objectStore('tray').get(run.url);
  if (!page) return;
  const items = page.items.map((item): TrayItem => {
    const outcome = run.outcomes.get(item.draft.id);
    return outcome ? { ...item, state: 'saved', leadId: outcome.leadId } : item;
  });
  const saved: TrayPage = { ...page, items };
  await tx.objectStore('tray').put(saved);
}

/** What undo needs to know of the save beside its changes. */
export function actionOf(run: SaveRun): ActionRow {
  const draftIds = [...run.outcomes.keys()].filter((id) => run.items.get(id)?.state !== 'saved');
  const { actionId: id, now: at, url, interactionIds } = run;
  return { id, at, cause: 'capture', url, draftIds, interactionIds };
}

/** Stores the action, and what belongs to the save. In: a transaction over `saveStores` and the stores of `along`. */
export async function putAction(tx: WriteTx, run: SaveRun, along: SavedAlong | undefined): Promise<void> {
  const more = await along?.work(tx, run.outcomes);
  await tx.objectStore('actions').put({ ...actionOf(run), ...more });
}

/** Every item asked for must have come out as something: a lost one would be said to be saved. */
export function checkComplete(run: SaveRun, items: TrayItem[]): void {
  const lost = items.find(({ draft }) => !run.outcomes.has(draft.id));
  if (lost) throw new BookError('unknown', `A draft got lost while saving: ${lost.draft.id}`);
}
