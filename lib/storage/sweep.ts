import type { TrayPage } from '../domain/schema/tray.ts';
import type { Book } from './book.ts';
import type { LeadStore } from './book-schema.ts';
import { doubtOfClock, noteUse } from './clock.ts';
import { boundStores, familyOf, purgeBound } from './lead-bound.ts';
import { purgeLedger } from './ledger.ts';
import { purgeOwnFields } from './purge-own-fields.ts';
import { purgeReferences } from './references.ts';
import { eraseLead, type Row, storeOf } from './rows.ts';
import { stagingLock } from './staging-lock.ts';
import { isTouched } from './touched.ts';
import { leadStores, read, write } from './transact.ts';

const day = 24 * 60 * 60 * 1000;
/** How long a deleted lead can be brought back. */
const keptDeleted = 30 * day;
/** How long the drafts of a page stay on which the user left nothing half done. */
const keptInTray = 90 * day;

const chunk = 500;
const stores: LeadStore[] = ['people', 'companies'];

/**
 * Puts the book in order after opening: unpublished bulk writes of pages that died go, published ones are finished, leads deleted
 * and pages read long ago go, unless the clock is in doubt.
 */
export async function sweepBook(book: Book, now: number): Promise<void> {
  const staged = await read(book, ['actions'], (tx) => tx.objectStore('actions').index('staging').getAll());
  for (const action of staged) {
    if (action.staging === 'published') await finishBatch(book, action.id);
    else
      await navigator.locks.request(
        stagingLock(action.id),
        { ifAvailable: true },
        (lock) => lock && purgeBatch(book, action.id),
      );
  }
  // What goes for its age does not come back: a clock that cannot be right must not decide it.
  if (await doubtOfClock(book, now)) return;
  await noteUse(book, now);
  await purgeDeleted(book, now - keptDeleted);
  await purgeOwnFields(book, now - keptDeleted);
  await purgeTray(book, now - keptInTray);
  await purgeLedger(book, now);
  await purgeReferences(book, now);
}

/**
 * Removes the rows of a bulk write that was never published, or was taken back: the action of that one stays, so that what it did
 * to others counts as taken back. Safe to run twice, and to be killed in the middle.
 */
export async function purgeBatch(book: Book, actionId: string): Promise<void> {
  let more = true;
  while (more) {
    more = await write(book, leadStores, async (tx) => {
      const action = await tx.objectStore('actions').get(actionId);
      if (action?.staging !== 'unpublished') return false;
      for (const store of stores) {
        const rows = await tx.objectStore(store).index('stagedBy').getAll(actionId, chunk);
        await Promise.all(rows.map((row) => eraseLead(tx, row)));
        if (rows.length > 0) return true;
      }
      const { staging: _staging, ...done } = action;
      if (done.undoneAt === undefined) await tx.objectStore('actions').delete(actionId);
      else await tx.objectStore('actions').put(done);
      return false;
    });
  }
}

/** Takes the mark of their batch off published rows, a chunk at a time, so that nobody else has to wait. */
async function finishBatch(book: Book, actionId: string): Promise<void> {
  let more = true;
  while (more) {
    more = await write(book, leadStores, async (tx) => {
      for (const row of await tx.objectStore('people').index('stagedBy').getAll(actionId, chunk)) {
        const { stagedBy: _stagedBy, ...rest } = row;
        await tx.objectStore('people').put(rest);
      }
      for (const row of await tx.objectStore('companies').index('stagedBy').getAll(actionId, chunk)) {
        const { stagedBy: _stagedBy, ...rest } = row;
        await tx.objectStore('companies').put(rest);
      }
      const left = await Promise.all(stores.map((store) => tx.objectStore(store).index('stagedBy').count(actionId)));
      if (left.some((count) => count > 0)) return true;
      const action = await tx.objectStore('actions').get(actionId);
      if (action) {
        const { staging: _staging, ...done } = action;
        await tx.objectStore('actions').put(done);
      }
      return false;
    });
  }
}

async function purgeDeleted(book: Book, before: number): Promise<void> {
  const range = IDBKeyRange.upperBound(before);
  const expired = await read(book, stores, async (tx) => {
    const rows: Row[][] = await Promise.all(
      stores.map((store) => tx.objectStore(store).index('deletedAt').getAll(range)),
    );
    // What became part of another lead stays for as long as that one.
    return rows.flat().filter(({ mergedInto }) => mergedInto === undefined);
  });
  if (expired.length === 0) return;
  await write(book, [...stores, ...boundStores], async (tx) => {
    for (const { id, kind } of expired) {
      // It may have been brought back in the meantime, or deleted anew since.
      const { deletedAt, mergedInto } = (await tx.objectStore(storeOf(kind)).get(id)) ?? {};
      if (deletedAt === undefined || deletedAt > before || mergedInto !== undefined) continue;
      for (const one of await familyOf(tx, id))
        await Promise.all([purgeBound(tx, one), tx.objectStore(storeOf(kind)).delete(one)]);
    }
  });
}

async function purgeTray(book: Book, before: number): Promise<void> {
  const range = IDBKeyRange.upperBound(before);
  const old = await read(book, ['tray'], (tx) => tx.objectStore('tray').index('readAt').getAll(range));
  const done = old.filter((page) => !isWorkedOn(page));
  if (done.length === 0) return;
  await write(book, ['tray'], async (tx) => {
    const tray = tx.objectStore('tray');
    for (const { url } of done) {
      const page = await tray.get(url);
      // It may have been read again, or worked on, in the meantime.
      if (page && page.readAt <= before && !isWorkedOn(page)) await tray.delete(url);
    }
  });
}

const isWorkedOn = ({ items }: TrayPage): boolean => items.some((item) => item.state === 'open' && isTouched(item));
