import type { Book } from './book.ts';
import { BookError } from './book-error.ts';
import { eraseLead, findRow } from './rows.ts';
import { type SaveRun, type SaveStep, saveOne } from './save-one.ts';
import { actionOf, checkComplete, markSaved, prepare, putAction, type SaveRequest, saveStores } from './save-run.ts';
import { stagingLock } from './staging-lock.ts';
import { purgeBatch } from './sweep.ts';
import { read, type WriteTx, write } from './transact.ts';

const chunk = 100;

/**
 * Saves many items without holding up the book: new leads are written unseen, a chunk at a time; one last small
 * transaction merges what belongs to leads that were there before, and lets all be seen at once. Whoever dies on the way
 * leaves nothing behind. In: the run, the request. Throws `BookError`, or the signal's reason.
 */
export async function saveStaged(book: Book, run: SaveRun, request: SaveRequest): Promise<void> {
  await navigator.locks.request(stagingLock(run.actionId), async () => {
    const start = await lastChange(book);
    await write(book, ['actions'], (tx) => tx.objectStore('actions').put({ ...actionOf(run), staging: 'unpublished' }));
    try {
      const later = await stageAll(book, run, request);
      const needed = [...saveStores, ...(request.along?.stores ?? [])];
      await write(book, needed, (tx) => publish(tx, run, request, later, start), request.signal);
    } catch (error) {
      // Best effort: should this fail too, the batch stays unseen and goes when the book is next opened.
      await purgeBatch(book, run.actionId).catch(() => undefined);
      throw error;
    }
  });
  request.onProgress?.(request.items.length, request.items.length);
}

async function stageAll(book: Book, run: SaveRun, { items, signal, onProgress }: SaveRequest): Promise<Set<string>> {
  const later = new Set<string>();
  for (let from = 0; from < items.length; from += chunk) {
    const part = items.slice(from, from + chunk);
    await write(
      book,
      saveStores,
      async (tx) => {
        const step: SaveStep = { ...(await prepare(tx, run, items)), staging: { later } };
        step.finder.warm(part.flatMap((item) => run.facts.get(item.draft.id) ?? []));
        for (const item of part) {
          signal?.throwIfAborted();
          await saveOne(run, step, item);
        }
        await Promise.all(step.writes);
      },
      signal,
    );
    onProgress?.(from + part.length, items.length);
  }
  return later;
}

async function publish(
  tx: WriteTx,
  run: SaveRun,
  { items, along }: SaveRequest,
  later: Set<string>,
  start: number,
): Promise<void> {
  const action = await tx.objectStore('actions').get(run.actionId);
  if (action?.staging !== 'unpublished') throw new BookError('unknown', 'The staged save is gone');
  const step = await prepare(tx, run, items);
  for (const id of await metElsewhere(tx, run, step, start)) later.add(id);
  for (const id of later) {
    const item = run.items.get(id);
    if (item) await saveOne(run, step, item);
  }
  await Promise.all(step.writes);
  checkComplete(run, items);
  await markSaved(tx, run);
  // The rows keep the mark of the batch: published, it hides nothing, and taking it off would write them all once more.
  await putAction(tx, run, along);
}

/** Drafts staged as new whose lead somebody else saved in the meantime: unstaged again, to be merged. */
async function metElsewhere(tx: WriteTx, run: SaveRun, step: SaveStep, start: number): Promise<string[]> {
  const since = await tx.objectStore('changes').getAll(IDBKeyRange.lowerBound(start, true));
  if (since.every(({ actionId }) => actionId === run.actionId || step.hidden.has(actionId))) return [];
  // What we staged ourselves must not answer here.
  const { finder } = await prepare(tx, run, [], false);
  const met: string[] = [];
  for (const [draftId, { leadId }] of [...run.outcomes]) {
    const item = run.items.get(draftId);
    const facts = run.facts.get(draftId);
    const found = item && facts && (await finder.find(item, facts)).row;
    const own = found && (await findRow(tx, leadId));
    if (!found || !own) continue;
    await eraseLead(tx, own);
    for (const person of await tx.objectStore('people').index('companyId').getAll(leadId)) {
      await tx.objectStore('people').put({ ...person, companyId: found.id });
    }
    run.outcomes.delete(draftId);
    met.push(draftId);
  }
  return met;
}

/** Number of the newest entry of the history. */
function lastChange(book: Book): Promise<number> {
  return read(book, ['changes'], async (tx) => (await tx.objectStore('changes').openKeyCursor(null, 'prev'))?.key ?? 0);
}
