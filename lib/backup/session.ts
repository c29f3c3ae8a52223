import { type Book, BookError } from '../storage/book.ts';
import type { BookReport } from './book-report.ts';
import { checkBook, mendBook } from './check-book.ts';
import { type Comparison, compareBooks, differingValues } from './compare-books.ts';
import { copyOut } from './copy-out.ts';
import { ownFolder } from './folder.ts';
import { leaveErased } from './leave-erased.ts';
import { type MadeBackup, makeBackup } from './make-backup.ts';
import type { BackupProgress, DifferencePage, DifferenceQuery, OpenedBackup, Surroundings } from './protocol.ts';
import { restoreAll } from './restore-all.ts';
import { restoreLeads } from './restore-leads.ts';
import { restoreLock, type Staged, stageBackup } from './stage-restore.ts';
import { setBookReport } from './vault.ts';

export type Following = { signal: AbortSignal; onStep(step: BackupProgress): void };
type Opened = { staged: Staged; comparison: Comparison; letGo(): void };

/** Backups and restores of one page, step by step: a backup that was opened stays laid out until the next or the end. */
export function createBackupSession(book: Book, now: () => number = Date.now) {
  let opened: Opened | undefined;

  const close = async (): Promise<void> => {
    const before = opened;
    opened = undefined;
    await before?.staged.drop();
    before?.letGo();
  };

  const current = (): Opened => {
    if (!opened) throw new BookError('unknown', 'No backup is open');
    return opened;
  };

  const backUp = async (around: Surroundings, { signal, onStep }: Following): Promise<MadeBackup> => {
    const folder = await ownFolder();
    const made = await makeBackup({ book, folder, now: now(), ...around, onStep, signal });
    if (!made) throw new BookError('unknown', 'No backup was made');
    await copyOut(book, folder, now());
    return made;
  };

  const check = async ({ signal }: Pick<Following, 'signal'>): Promise<BookReport> => {
    const report = await checkBook(book, now(), signal);
    await setBookReport(book, report);
    return report;
  };

  return {
    backUp,
    check,
    close,

    async mend(report: BookReport, following: Following): Promise<BookReport> {
      await mendBook(book, report);
      return check(following);
    },

    async open(file: Blob, secret: string | undefined, { signal, onStep }: Following): Promise<OpenedBackup> {
      await close();
      const letGo = await holdRestore();
      try {
        const onBytes = (done: number, total: number) => onStep({ step: 'reading', done, total });
        const staged = await stageBackup(file, { secret, onBytes, signal });
        try {
          const { people: erased } = await leaveErased(staged.book, book);
          const total = Object.values(staged.head.counts).reduce((sum, count) => sum + count, 0);
          const onRows = (done: number) => onStep({ step: 'comparing', done, total: Math.max(done, total) });
          const comparison = await compareBooks(book, staged.book, onRows, signal);
          opened = { staged, comparison, letGo };
          return summaryOf(staged, comparison, erased);
        } catch (error) {
          await staged.drop();
          throw error;
        }
      } catch (error) {
        letGo();
        throw error;
      }
    },

    async page(query: DifferenceQuery): Promise<DifferencePage> {
      const { comparison, staged } = current();
      const rows = matching(comparison, query);
      const shown = rows.slice(query.offset, query.offset + query.limit);
      return { rows: await differingValues(book, staged.book, shown), total: rows.length };
    },
    ids: (query: DifferenceQuery): string[] => matching(current().comparison, query).map(({ id }) => id),

    async restoreLeads(ids: string[], { onStep, signal }: Following): Promise<{ actionId: string; leads: number }> {
      const open = current();
      const { staged } = open;
      // Whoever was erased since it was opened is no longer among what differs.
      if ((await leaveErased(staged.book, book)).isNew)
        open.comparison = await compareBooks(book, staged.book, undefined, signal);
      const onWritten = (done: number, total: number) => onStep({ step: 'restoring', done, total });
      const { actionId, leadIds } = await restoreLeads(book, staged.book, ids, now(), onWritten);
      return { actionId, leads: leadIds.length };
    },

    async restoreAll(around: Surroundings, following: Following): Promise<{ safety: string; leads: number }> {
      const { staged, comparison } = current();
      const { onStep, signal } = following;
      const { name } = await backUp(around, following);
      const onWritten = (done: number, total: number) => onStep({ step: 'restoring', done, total });
      const { leadIds } = await restoreAll(book, staged.book, comparison, { onWritten, signal });
      return { safety: name, leads: leadIds.length };
    },
  };
}

/** Takes the lock of restores; who holds it has the staging database for themselves. Out: the way to let go. */
async function holdRestore(): Promise<() => void> {
  const held = Promise.withResolvers<void>();
  const got = Promise.withResolvers<boolean>();
  navigator.locks
    .request(restoreLock, { ifAvailable: true }, (lock) => {
      got.resolve(lock !== null);
      return lock ? held.promise : undefined;
    })
    .catch((error: unknown) => got.reject(error));
  if (!(await got.promise)) throw new BookError('blocked', 'Another page is restoring');
  return held.resolve;
}

function summaryOf({ head, leftOut }: Staged, { leads, same, plan }: Comparison, erased: number): OpenedBackup {
  const counts = { missing: 0, changed: 0, extra: 0, same };
  for (const { state } of leads) counts[state] += 1;
  let others = 0;
  for (const [store, { puts, deletes }] of plan) {
    if (!['people', 'companies', 'receipts', 'changes', 'scores', 'scoreChanges'].includes(store))
      others += puts.length + deletes.length;
  }
  return { head, leftOut, erased, counts, others };
}

function matching({ leads }: Comparison, { state, kind, text, lostOnly }: DifferenceQuery) {
  const words = text.trim().toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return leads.filter((one) => {
    if ((state !== 'all' && one.state !== state) || (kind && one.kind !== kind)) return false;
    if (lostOnly && one.since) return false;
    const said = `${one.name} ${one.more}`.toLocaleLowerCase();
    return words.every((word) => said.includes(word));
  });
}
