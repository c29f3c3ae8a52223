import { compareBooks } from '../../../lib/backup/compare-books.ts';
import { restoreAll } from '../../../lib/backup/restore-all.ts';
import { restoreLeads } from '../../../lib/backup/restore-leads.ts';
import { stageBackup } from '../../../lib/backup/stage-restore.ts';
import { backupOf } from '../../../lib/backup/write-backup.ts';
import { deleteForGood } from '../../../lib/storage/bin.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { bulkEdit, deleteLeads } from '../../../lib/storage/edit.ts';
import { saveItems } from '../../../lib/storage/save.ts';
import { origin } from '../../../lib/storage/settings.ts';
import { person } from '../../bench/people.ts';
import type { Trial } from '../trial.ts';

const people = 600;

const folder = async () => (await navigator.storage.getDirectory()).getDirectoryHandle('kill', { create: true });

/** Digest of every row of the book but what is of this machine, by way of a backup. */
async function digestOf(book: Book): Promise<string> {
  const { bytes, end } = await backupOf(book, infoOf('digest'));
  await bytes.pipeTo(new WritableStream());
  return (await end).digest;
}
const infoOf = (by: string) => ({ at: 0, origin: by, app: '', permissions: { permissions: [], origins: [] } });

async function keep(book: Book, name: string): Promise<string> {
  const file = await (await folder()).getFileHandle(name, { create: true });
  const { bytes, end } = await backupOf(book, infoOf(await origin(book)));
  await bytes.pipeTo((await file.createWritable()) as unknown as WritableStream<Uint8Array>);
  return (await end).digest;
}

const addPeople = async (book: Book, from: number, count: number): Promise<string[]> => {
  const url = `https://firm.example/${from}`;
  const items = Array.from({ length: count }, (_, at) => person(from + at, url));
  const { outcomes } = await saveItems(book, { items, batch: { tags: [] }, url, now: Date.now() });
  return outcomes.map(({ leadId }) => leadId);
};

/** Restores of a whole book to and fro between two states, and of single leads: the state before or the one after, row for row. */
export const restores: Trial = {
  async seed(book) {
    const ids = await addPeople(book, 0, people);
    const a = await keep(book, 'a');
    await deleteLeads(book, ids.slice(0, 200), Date.now());
    await deleteForGood(book, ids.slice(0, 200));
    await bulkEdit(book, ids.slice(200, 400), { addTags: ['changed'] }, Date.now());
    await addPeople(book, 10_000, 300);
    const b = await keep(book, 'b');
    return { a, b, now: b };
  },

  async run({ book, memory, random, begin }) {
    const name = random() < 0.5 ? 'a' : 'b';
    const file = await (await (await folder()).getFileHandle(name)).getFile();
    const staged = await stageBackup(file);
    try {
      const comparison = await compareBooks(book, staged.book);
      const missing = comparison.leads.flatMap(({ id, state }) => (state === 'missing' ? [id] : []));
      if (missing.length > 0 && random() < 0.3) {
        await begin({ what: 'leads', ids: missing });
        await restoreLeads(book, staged.book, missing, Date.now());
      } else {
        await begin({ what: 'all', digest: memory[name] });
        await restoreAll(book, staged.book, comparison);
      }
    } finally {
      await staged.drop();
    }
    return { digest: await digestOf(book) };
  },

  async check(book, memory, begun, done) {
    const wrong: string[] = [];
    const digest = await digestOf(book);
    let settled = String(memory.now);
    for (const [at, { what, digest: wanted }] of begun.slice(0, done.length).entries()) {
      settled = String(done[at]?.digest);
      if (what === 'all' && settled !== wanted) wrong.push('a restore came to another book than its backup');
    }
    const last = begun[done.length];
    if (last?.what === 'leads' && digest !== settled) {
      const connection = await book.connection();
      const rows = await Promise.all((last.ids as string[]).map((id) => connection.get('people', id)));
      const here = rows.filter((row) => row && row.deletedAt === undefined).length;
      if (here !== rows.length) wrong.push(`single leads: ${here} of ${rows.length}`);
    } else if (digest !== settled && digest !== last?.digest) wrong.push('the book is neither the old nor the new one');
    return { wrong, memory: { ...memory, now: digest } };
  },
};
