import { beforeEach, describe, expect, test, vi } from 'vitest';
import { isSound } from '../../../lib/backup/book-report.ts';
import { checkBook } from '../../../lib/backup/check-book.ts';
import { compareBooks } from '../../../lib/backup/compare-books.ts';
import { leaveErased } from '../../../lib/backup/leave-erased.ts';
import { restoreAll } from '../../../lib/backup/restore-all.ts';
import { restoreLeads } from '../../../lib/backup/restore-leads.ts';
import { createBackupSession } from '../../../lib/backup/session.ts';
import { type Staged, stageBackup } from '../../../lib/backup/stage-restore.ts';
import { createImportSession } from '../../../lib/exchange/import/session.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { addNote, deleteLeads, editLead } from '../../../lib/storage/edit.ts';
import { erasePerson } from '../../../lib/storage/erase.ts';
import { eraseBound } from '../../../lib/storage/lead-bound.ts';
import { mergeLeads } from '../../../lib/storage/merge-leads.ts';
import { getLead } from '../../../lib/storage/read-leads.ts';
import { eraseLead, findRow } from '../../../lib/storage/rows.ts';
import { origin, setSetting } from '../../../lib/storage/settings.ts';
import { leadStores, type Store, write } from '../../../lib/storage/transact.ts';
import { undoAction } from '../../../lib/storage/undo.ts';
import { emptyBook } from '../storage/make.ts';
import { allRows, fileOf, info, memoryFolder, saveTeam } from './make.ts';

vi.mock('../../../lib/backup/folder.ts', () => ({ ownFolder: async () => memoryFolder().folder }));
const following = () => ({ signal: new AbortController().signal, onStep: () => undefined });

let book: Book;
let firm: string;
let erika: string;
let max: string;
beforeEach(async () => {
  book = await emptyBook();
  const ids = await saveTeam(book, ['Erika Lindner', 'Max Sund']);
  [firm = '', erika = '', max = ''] = ids;
  await addNote(book, erika, 'Met in Malmö', 2500);
});

const withStaged = async <T>(file: Blob, work: (staged: Staged) => Promise<T>): Promise<T> => {
  const staged = await stageBackup(file);
  try {
    return await work(staged);
  } finally {
    await staged.drop();
  }
};
const differences = async (file: Blob) =>
  withStaged(file, async (staged) => {
    const { leads, same } = await compareBooks(book, staged.book);
    return { same, leads: Object.fromEntries(leads.map(({ id, state, fields }) => [id, [state, ...fields]])) };
  });
const goneForGood = async (id: string): Promise<void> => {
  const stores = (await book.connection()).objectStoreNames;
  await write(book, [...stores] as Store[], async (tx) => {
    const row = await findRow(tx, id);
    if (row) await eraseLead(tx, row);
    await eraseBound(tx, id);
  });
};

describe('what differs', () => {
  test('nothing at first', async () => {
    expect(await differences(await fileOf(book))).toEqual({ same: 3, leads: {} });
  });
  test('gone, deleted, changed and new leads', async () => {
    const file = await fileOf(book);
    await goneForGood(erika);
    await deleteLeads(book, [max], 3000);
    await editLead(book, firm, { note: 'Other' }, 3000);
    const [, fresh = ''] = await saveTeam(book, ['Ada Wolf'], 3500);
    expect(await differences(file)).toEqual({
      same: 0,
      leads: { [erika]: ['missing'], [max]: ['missing'], [firm]: ['changed', 'note'], [fresh]: ['extra'] },
    });
  });
});

describe('what is shown of it', () => {
  const everything = { text: '', offset: 0, limit: 9 };
  test('both values of what changed; whom the user deleted or merged is not among the lost', async () => {
    const [, ada = '', otto = ''] = await saveTeam(book, ['Ada Wolf', 'Otto Lind'], 2600);
    const file = await fileOf(book);
    await editLead(book, firm, { note: 'Other' }, 3000);
    await deleteLeads(book, [max], 3000);
    await mergeLeads(book, [{ leadIds: [ada, otto], keptId: ada }], 3100);
    await goneForGood(erika);
    const session = createBackupSession(book, () => 9000);
    await session.open(file, undefined, following());
    const { rows } = await session.page({ state: 'all', ...everything });
    const of = (id: string) => rows.find((row) => row.id === id);
    expect(of(firm)?.values).toEqual([{ field: 'note', ours: 'Other' }]);
    expect([of(max)?.since, of(otto)?.since, of(erika)?.since]).toEqual(['deleted', 'merged', undefined]);
    expect(session.ids({ state: 'missing', ...everything }).toSorted()).toEqual([max, otto, erika].toSorted());
    expect(session.ids({ state: 'missing', lostOnly: true, ...everything })).toEqual([erika]);
    await session.close();
  });
});

describe('everything as it was', () => {
  test('row for row, in a book that was changed', async () => {
    await setSetting(book, 'myDomains', ['glasbau-lindner.example']);
    const file = await fileOf(book);
    const before = await allRows(book);
    await goneForGood(erika);
    await editLead(book, max, { jobTitle: 'Head' }, 3000);
    await saveTeam(book, ['Ada Wolf'], 3500);
    await setSetting(book, 'myDomains', []);
    const { leadIds } = await withStaged(file, async (staged) =>
      restoreAll(book, staged.book, await compareBooks(book, staged.book)),
    );
    expect(await allRows(book)).toEqual(before);
    expect(leadIds).toContain(erika);
  });

  test('on another install, which stays itself', async () => {
    const file = await fileOf(book);
    const before = await allRows(book);
    book = await emptyBook();
    const install = await origin(book);
    await withStaged(file, async (staged) => restoreAll(book, staged.book, await compareBooks(book, staged.book)));
    expect(await origin(book)).toBe(install);
    const meta = { ...before.meta, '"origin"': { key: 'origin', value: install } };
    expect(await allRows(book)).toEqual({ ...before, meta });
    // The history goes on behind what was restored.
    await editLead(book, erika, { jobTitle: 'Head' }, 4000);
    expect(Object.keys((await allRows(book)).changes ?? {})).toHaveLength(Object.keys(before.changes ?? {}).length + 1);
  });

  test('whoever was erased since stays so, and what is of this machine stays', async () => {
    const file = await fileOf(book);
    const connection = await book.connection();
    const mark = { hash: 'h', keyId: 'k', at: 1, erasureId: 'e' };
    await connection.put('erased', mark);
    await connection.put('vault', { key: 'folder', value: 1 });
    await withStaged(file, async (staged) => restoreAll(book, staged.book, await compareBooks(book, staged.book)));
    expect(await connection.get('erased', 'h')).toEqual(mark);
    expect(await connection.get('vault', 'folder')).toBeDefined();
  });

  test('what is written between looking and restoring is seen', async () => {
    const file = await fileOf(book);
    const before = await allRows(book);
    await withStaged(file, async (staged) => {
      const comparison = await compareBooks(book, staged.book);
      await editLead(book, erika, { jobTitle: 'Head' }, 3000);
      await restoreAll(book, staged.book, comparison);
    });
    expect(await allRows(book)).toEqual(before);
  });

  test('called off, it leaves the book as it is', async () => {
    const file = await fileOf(book);
    await goneForGood(erika);
    const before = await allRows(book);
    const off = new AbortController();
    await withStaged(file, async (staged) => {
      const comparison = await compareBooks(book, staged.book);
      const onWritten = () => off.abort(new Error('called off'));
      await expect(restoreAll(book, staged.book, comparison, { onWritten, signal: off.signal })).rejects.toThrow(
        'called off',
      );
    });
    expect(await allRows(book)).toEqual(before);
  });
});

describe('single leads', () => {
  const bring = (file: Blob, ids: string[], now = 9000) =>
    withStaged(file, (staged) => restoreLeads(book, staged.book, ids, now));
  const held = async (id: string) => {
    const { people, companies, receipts, interactions } = await allRows(book);
    const { updatedAt: _updatedAt, ...row } = ({ ...people, ...companies }[JSON.stringify(id)] ?? {}) as Record<
      string,
      unknown
    >;
    const notes = Object.values(interactions ?? {}).filter((one) => (one as { leadId: string }).leadId === id);
    return { row, receipts: receipts?.[JSON.stringify(id)], notes };
  };

  test('one that is gone comes back with its firm, places, notes and history', async () => {
    const file = await fileOf(book);
    const before = await held(erika);
    const history = await (await book.connection()).countFromIndex('changes', 'leadId', erika);
    await goneForGood(erika);
    await goneForGood(firm);
    const { leadIds } = await bring(file, [erika]);
    expect(leadIds).toEqual([firm, erika]);
    expect(await held(erika)).toEqual(before);
    expect(await (await book.connection()).countFromIndex('changes', 'leadId', erika)).toBe(history + 1);
  });

  test('one that was changed becomes as it was; both can be undone', async () => {
    const file = await fileOf(book);
    const before = await held(max);
    await editLead(book, max, { jobTitle: 'Head', emails: ['other@glasbau-lindner.example'] }, 3000);
    const changed = await held(max);
    await goneForGood(erika);
    const { actionId } = await bring(file, [max, erika]);
    expect(await held(max)).toEqual(before);
    await undoAction(book, actionId, 9500);
    expect(await held(max)).toEqual(changed);
    expect((await held(erika)).row.deletedAt).toBe(9500);
  });

  test('a deleted one is there again', async () => {
    const file = await fileOf(book);
    const before = await held(max);
    await deleteLeads(book, [max], 3000);
    await bring(file, [max]);
    expect(await held(max)).toEqual(before);
  });

  test('a person without their firm in backup or book stands alone', async () => {
    await write(book, leadStores, async (tx) => {
      await tx.objectStore('companies').delete(firm);
    });
    const file = await fileOf(book);
    await goneForGood(erika);
    await bring(file, [erika]);
    expect((await held(erika)).row).not.toHaveProperty('companyId');
  });
});

describe('whoever was erased', () => {
  test('is left out of a backup made before, with all that tells of them', async () => {
    const file = await fileOf(book);
    await erasePerson(book, erika, 3000);
    const marks = await (await book.connection()).getAll('erased');
    await withStaged(file, async (staged) => {
      expect((await leaveErased(staged.book, book)).people).toBe(1);
      expect(JSON.stringify(await allRows(staged.book))).not.toMatch(/Erika|erika@/);
      await restoreAll(book, staged.book, await compareBooks(book, staged.book));
    });
    expect(JSON.stringify(await allRows(book))).not.toMatch(/Erika|erika@/);
    expect(await (await book.connection()).getAll('erased')).toEqual(marks);
    expect(await (await book.connection()).get('people', max)).toBeDefined();
  });

  test('is left out with whoever had been merged into them, whichever comes first', async () => {
    const [, other = ''] = await saveTeam(book, ['Ada Wolf'], 2600);
    await editLead(book, other, { emails: ['erika@glasbau-lindner.example'] }, 2700);
    await mergeLeads(book, [{ leadIds: [erika, other], keptId: erika }], 2800);
    const file = await fileOf(book);
    await erasePerson(book, erika, 3000);
    await withStaged(file, async (staged) => {
      expect((await leaveErased(staged.book, book)).people).toBe(1);
      expect(JSON.stringify(await allRows(staged.book, ['vault']))).not.toMatch(/Erika|Ada Wolf|erika@/);
    });
  });

  test('while a backup stands open does not come back, neither with all nor alone', async () => {
    const file = await fileOf(book);
    const session = createBackupSession(book, () => 9000);
    await session.open(file, undefined, following());
    await erasePerson(book, erika, 3000);
    await session.restoreLeads([erika, firm], following());
    expect(JSON.stringify(await allRows(book))).not.toMatch(/Erika|erika@/);
    await session.restoreLeads([erika], following());
    expect(session.ids({ state: 'all', text: 'Erika', offset: 0, limit: 9 })).toEqual([]);
    await erasePerson(book, max, 3100);
    await session.restoreAll(info, following());
    expect(JSON.stringify(await allRows(book))).not.toMatch(/Erika|erika@|Max|max@/);
    await session.close();
  });
});

test.each([
  ['keeps its mark, so that the import can still be taken back', undefined],
  ['has its history written out where the import wrote none', 1],
])('a lead of an import %s', async (_what, unwrittenFrom) => {
  const session = createImportSession(book, unwrittenFrom === undefined ? {} : { unwrittenFrom });
  const file = await session.open({ name: 'list.csv', text: 'Name,E-mail\nAda Wolf,ada@wolf.example\n' });
  await session.plan({ mapping: file.mapping, choices: { replace: false, maybe: 'create', tags: [] } });
  const done = await session.write();
  const actionId = 'actionId' in done ? (done.actionId ?? '') : '';
  const connection = await book.connection();
  const [row] = await connection.getAllFromIndex('people', 'stagedBy', actionId);
  const ada = row?.id ?? '';
  const causes = async () => (await getLead(book, ada))?.changes.map(({ cause }) => cause);
  expect(isSound(await checkBook(book, 3000))).toBe(true);
  const backup = await fileOf(book);
  await editLead(book, ada, { jobTitle: 'Head' }, 9100);
  await withStaged(backup, (staged) => restoreLeads(book, staged.book, [ada], 9200));
  expect(await connection.get('people', ada)).toMatchObject({ stagedBy: actionId });
  expect(await causes()).toEqual(['restore', 'edit', 'import']);

  await goneForGood(ada);
  await withStaged(backup, (staged) => restoreLeads(book, staged.book, [ada], 9300));
  expect((await connection.get('people', ada))?.stagedBy).toBe(unwrittenFrom === undefined ? actionId : undefined);
  expect(await causes()).toEqual(['restore', 'import']);
});
