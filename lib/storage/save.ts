import type { Book } from './book.ts';
import { readErasedList } from './erased-list.ts';
import { itemsWithoutErased } from './erased-tray.ts';
import { newId } from './new-id.ts';
import { type Outcome, type SaveRun, saveOne } from './save-one.ts';
import { checkComplete, markSaved, prepare, putAction, type SaveRequest, saveStores } from './save-run.ts';
import { getSetting, origin } from './settings.ts';
import { saveStaged } from './stage.ts';
import { tell, type WriteTx, writeWithHistory } from './transact.ts';
import { trayKey } from './tray-key.ts';

/** `erased`: of those asked for, how many are not kept because they were erased. */
export type SaveResult = { actionId: string; outcomes: Outcome[]; erased: number };

/** Above this many items one transaction would hold up every look-up too long: they are staged and published at the end. */
const oneTransaction = 200;

/**
 * Puts items of a tray page into the book: each becomes a new lead, is merged into the one it surely is (or the user said
 * it is), or changes nothing; companies of saved people come along; the tray's items become saved. All or nothing, and
 * resolved only once it is on disk. In: items with ticks, edits and notes, the batch line, the page's address, the time.
 * Out: the action (for undo), and the outcome of every draft. Throws `BookError`, or the signal's reason.
 */
export async function saveItems(book: Book, asked: SaveRequest): Promise<SaveResult> {
  const { items } = itemsWithoutErased(asked.items, await readErasedList(book));
  const { myName } = await getSetting(book, 'work');
  // Whoever works alone is the owner of all that they save.
  const batch = myName && !asked.batch.owner ? { ...asked.batch, owner: myName } : asked.batch;
  const request = { ...asked, items, batch };
  const run: SaveRun = {
    actionId: newId(request.now),
    batch: request.batch,
    url: trayKey(request.url),
    now: request.now,
    origin: await origin(book),
    facts: new Map(),
    shared: new Set(),
    items: new Map(),
    asked: new Set(request.items.map(({ draft }) => draft.id)),
    outcomes: new Map(),
    interactionIds: [],
  };
  if (request.items.length > oneTransaction) await saveStaged(book, run, request);
  else
    await writeWithHistory(
      book,
      [...saveStores, ...(request.along?.stores ?? [])],
      (tx) => saveHere(tx, run, request),
      request.signal,
    );
  const outcomes = [...run.outcomes.values()];
  tell({
    stores: ['people', 'companies', 'interactions', 'tray'],
    leadIds: outcomes.map((o) => o.leadId),
    urls: [run.url],
  });
  return { actionId: run.actionId, outcomes, erased: asked.items.length - items.length };
}

async function saveHere(tx: WriteTx, run: SaveRun, request: SaveRequest): Promise<void> {
  const step = await prepare(tx, run, request.items);
  step.finder.warm(request.items.flatMap((item) => run.facts.get(item.draft.id) ?? []));
  for (const [index, item] of request.items.entries()) {
    request.signal?.throwIfAborted();
    await saveOne(run, step, item);
    request.onProgress?.(index + 1, request.items.length);
  }
  await Promise.all(step.writes);
  checkComplete(run, request.items);
  await markSaved(tx, run);
  await putAction(tx, run, request.along);
}
