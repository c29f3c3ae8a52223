import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createImportSession } from '../../../../lib/exchange/import/session.ts';
import { shareRules, syncTeam, teamKey } from '../../../../lib/exchange/pack/team-folder.ts';
import { starterProfile } from '../../../../lib/scoring/starter.ts';
import { type Book, openBookAt } from '../../../../lib/storage/book.ts';
import { carryOut } from '../../../../lib/storage/carry-out.ts';
import { editLead } from '../../../../lib/storage/edit.ts';
import { erasePerson } from '../../../../lib/storage/erase.ts';
import { allWentOut } from '../../../../lib/storage/ledger.ts';
import { keptChoices } from '../../../../lib/storage/packs/kept-choices.ts';
import { getTeam, setTeam } from '../../../../lib/storage/packs/team-state.ts';
import {
  activeProfile,
  discardDraft,
  getProfiles,
  publishProfile,
  saveDraft,
} from '../../../../lib/storage/profiles.ts';
import { getLead, readRows } from '../../../../lib/storage/read-leads.ts';
import { saveItems } from '../../../../lib/storage/save.ts';
import { addTask, tasksOf } from '../../../../lib/storage/tasks.ts';
import { undoAction } from '../../../../lib/storage/undo.ts';
import { noBatch, person } from '../make.ts';

const url = 'https://glas.example/team';

/** A folder in memory, as far as packs use one. */
function memoryFolder() {
  const files = new Map<string, { blob: Blob; at: number }>();
  let clock = 1;
  let problem: string | undefined;
  const handleOf = (name: string) => ({
    kind: 'file',
    name,
    getFile: async () => {
      const { blob, at } = files.get(name) ?? { blob: new Blob([]), at: 0 };
      return new File([blob], name, { lastModified: at });
    },
    createWritable: async () => {
      let next = new Blob([]);
      return {
        write: async (content: Blob) => {
          next = content;
        },
        close: async () => {
          files.set(name, { blob: next, at: clock++ });
        },
      };
    },
  });
  const folder = {
    name: 'team',
    async *values() {
      if (problem) throw new DOMException('no', problem);
      for (const name of files.keys()) yield handleOf(name);
    },
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!create && !files.has(name)) throw new DOMException('none', 'NotFoundError');
      return handleOf(name);
    },
  };
  return {
    handle: folder as unknown as FileSystemDirectoryHandle,
    files,
    put: (name: string, text: string) => files.set(name, { blob: new Blob([text]), at: clock++ }),
    fail: (name: string | undefined) => {
      problem = name;
    },
  };
}

// The handle cannot be cloned into the fake database: it stands in its place for the length of a test.
const shared = new Map<Book, { folder: FileSystemDirectoryHandle; key?: Awaited<ReturnType<typeof teamKey>> }>();
async function join(book: Book, folder: FileSystemDirectoryHandle) {
  shared.set(book, { folder });
  await setTeam(book, undefined);
}
const open = (name: string): Promise<Book> => openBookAt({ name, now: 1000 });
const sync = (book: Book, by: string, now: number) => {
  const team = shared.get(book);
  return syncTeam(book, by, now, team && { folder: team.folder, ...(team.key && { seal: team.key }) });
};
const save = (book: Book, name: string, now: number) =>
  saveItems(book, {
    items: [person(`d-${name}`, { name, emails: [`${name.toLowerCase().replace(' ', '.')}@glas.example`] })],
    batch: noBatch,
    url,
    now,
  });
async function namesIn(book: Book): Promise<string[]> {
  const names: string[] = [];
  await readRows(book, 'person', (rows) =>
    names.push(...rows.map((row) => [row.name, row.kind === 'person' && row.jobTitle].filter(Boolean).join(', '))),
  );
  return names.sort();
}

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
  shared.clear();
});

describe('a folder of the team', () => {
  it('brings two books together, each by its own file, and comes to rest', async () => {
    const { handle, files } = memoryFolder();
    const [a, b] = [await open('a'), await open('b')];
    await Promise.all([join(a, handle), join(b, handle)]);
    const { outcomes } = await save(a, 'Anna Roth', 2000);
    await save(b, 'Ben Kurz', 2100);
    await sync(a, 'Li', 3000);
    const first = await sync(b, 'Max', 3100);
    expect(first?.taken).toMatchObject([{ by: 'Li', leads: 1 }]);
    await sync(a, 'Li', 3200);
    expect(await namesIn(a)).toEqual(['Anna Roth', 'Ben Kurz']);
    expect(await namesIn(b)).toEqual(['Anna Roth', 'Ben Kurz']);
    expect(files.size).toBe(2);
    await editLead(a, outcomes[0]?.leadId ?? '', { jobTitle: 'CEO' }, 4000);
    await sync(a, 'Li', 4100);
    await sync(b, 'Max', 4200);
    expect(await namesIn(b)).toEqual(['Anna Roth, CEO', 'Ben Kurz']);
    await sync(a, 'Li', 4300);
    const written = [...files.values()].map(({ at }) => at);
    expect((await sync(b, 'Max', 4400))?.taken).toEqual([]);
    expect((await sync(a, 'Li', 4500))?.taken).toEqual([]);
    expect([...files.values()].map(({ at }) => at)).toEqual(written);
    expect(await allWentOut(a, 10)).toMatchObject([{ what: 'pack', count: 2 }]);
  });

  it('shares a call or a task alone, and what is taken back of them', async () => {
    const { handle, files } = memoryFolder();
    const [a, b] = [await open('a'), await open('b')];
    await Promise.all([join(a, handle), join(b, handle)]);
    const { outcomes } = await save(a, 'Anna Roth', 2000);
    const leadId = outcomes[0]?.leadId ?? '';
    await addTask(a, [leadId], { text: 'call', dueAt: 10_000 }, 2100);
    await sync(a, 'Li', 3000);
    await sync(b, 'Max', 3100);
    const there = async () => {
      const ids: string[] = [];
      await readRows(b, 'person', (rows) => ids.push(...rows.map(({ id }) => id)));
      const { open: still } = await tasksOf(b, ids[0] ?? '');
      const calls = ((await getLead(b, ids[0] ?? ''))?.interactions ?? []).filter(({ kind }) => kind === 'call');
      return [...still.map(({ text }) => text), ...calls.map(({ text }) => text)];
    };
    await carryOut(a, [{ leadId, touch: { kind: 'call', occurredAt: 3500, text: 'reached her' } }], 3500);
    await sync(a, 'Li', 3600);
    await sync(b, 'Max', 3700);
    expect(await there()).toEqual(['call', 'reached her']);
    const { actionId } = await addTask(a, [leadId], { text: 'write', dueAt: 20_000 }, 4000);
    await sync(a, 'Li', 4100);
    await sync(b, 'Max', 4200);
    expect(await there()).toEqual(['call', 'write', 'reached her']);
    const written = files.get([...files.keys()][0] ?? '')?.at;
    await undoAction(a, actionId, 4300);
    await sync(a, 'Li', 4400);
    expect(files.get([...files.keys()][0] ?? '')?.at).not.toBe(written);
  });

  it('says afterwards what it chose where both had a value; another choice is a new value', async () => {
    const { handle } = memoryFolder();
    const [a, b] = [await open('a'), await open('b')];
    await Promise.all([join(a, handle), join(b, handle)]);
    const idIn = async (book: Book, at: number) => (await save(book, 'Anna Roth', at)).outcomes[0]?.leadId ?? '';
    const [inA, inB] = [await idIn(a, 2000), await idIn(b, 2100)];
    await editLead(a, inA, { jobTitle: 'CEO' }, 2900);
    await editLead(b, inB, { jobTitle: 'Buyer' }, 2500);
    await sync(a, 'Li', 3000);
    const actionId = (await sync(b, 'Max', 3100))?.taken[0]?.actionId ?? '';
    const chosen = { leadId: inB, name: 'Anna Roth', field: 'jobTitle', ours: 'Buyer', theirs: 'CEO', by: 'newer' };
    expect(await keptChoices(b, actionId)).toMatchObject([{ ...chosen, chosen: 'theirs', stands: 'theirs' }]);
    await editLead(b, inB, { jobTitle: 'Buyer' }, 3200);
    expect(await keptChoices(b, actionId)).toMatchObject([{ ...chosen, stands: 'ours' }]);
    await sync(b, 'Max', 3300);
    await sync(a, 'Li', 3400);
    expect(await namesIn(a)).toEqual(['Anna Roth, Buyer']);
    await erasePerson(b, inB, 3500);
    const kept = await (await b.connection()).get('actions', actionId);
    expect(JSON.stringify(kept)).not.toContain('Buyer');
  });

  it('has nobody in its own file any more who was erased', async () => {
    const { handle } = memoryFolder();
    const [a, b] = [await open('a'), await open('b')];
    await join(a, handle);
    const session = createImportSession(a);
    const text = 'Name;E-mail\nAnna Roth;anna@glas.example\nBen Kurz;ben@glas.example\n';
    const { mapping } = await session.open({ name: 'team.csv', text });
    await session.plan({ mapping, choices: { replace: false, maybe: 'merge', tags: [] } });
    await session.write();
    await sync(a, 'Li', 3000);
    const ids: string[] = [];
    await readRows(a, 'person', (rows) =>
      ids.push(...rows.flatMap(({ id, name }) => (name === 'Anna Roth' ? id : []))),
    );
    await erasePerson(a, ids[0] ?? '', 3100);
    await sync(a, 'Li', 3200);
    await join(b, handle);
    await sync(b, 'Max', 3300);
    expect(await namesIn(b)).toEqual(['Ben Kurz']);
  });

  it('shares rules where both want it: beside what is in force, once for each time they are published', async () => {
    const { handle } = memoryFolder();
    const [a, b] = [await open('a'), await open('b')];
    await Promise.all([join(a, handle), join(b, handle)]);
    const publish = async (A: number, now: number) => {
      await saveDraft(a, { ...starterProfile(), cuts: { A, B: 50, C: 30 } }, now);
      await publishProfile(a, 'starter', now);
    };
    await publish(90, 2000);
    const round = async (now: number) => {
      await sync(a, 'Li', now);
      return (await sync(b, 'Max', now + 10))?.offered;
    };
    expect(await round(3000)).toEqual([]);
    await shareRules(a, true);
    expect(await round(3100)).toEqual([]);
    await shareRules(b, true);
    expect(await round(3200)).toEqual([{ by: 'Li', rules: starterProfile().name }]);
    expect(await activeProfile(b)).toEqual(starterProfile());
    expect(await getProfiles(b)).toMatchObject([{ id: 'starter', draft: { cuts: { A: 90 } } }]);
    await discardDraft(b, 'starter');
    await save(a, 'Anna Roth', 3300);
    expect(await round(3400)).toEqual([]);
    await publish(85, 3500);
    await saveDraft(b, { ...starterProfile(), name: 'Mine' }, 3550);
    expect(await round(3600)).toEqual([]);
    expect(await getProfiles(b)).toMatchObject([{ draft: { name: 'Mine' } }]);
  });

  it('opens files that others sealed with the same passphrase, and says which it cannot', async () => {
    const { handle, put } = memoryFolder();
    const [a, b, c] = [await open('a'), await open('b'), await open('c')];
    for (const [book, phrase] of [
      [a, 'blue sky'],
      [b, 'blue sky'],
      [c, 'red sky'],
    ] as const) {
      await join(book, handle);
      await save(book, book === a ? 'Anna Roth' : book === b ? 'Ben Kurz' : 'Cem Ak', 2000);
      shared.set(book, { folder: handle, key: await teamKey(handle, phrase) });
      await sync(book, 'x', 3000);
    }
    await sync(a, 'x', 3100);
    expect(await namesIn(a)).toEqual(['Anna Roth', 'Ben Kurz']);
    put('broken.leadlight-pack', 'hello');
    await sync(a, 'x', 3200);
    const { state } = await getTeam(a);
    expect(
      Object.values(state.seen)
        .map(({ problem }) => problem)
        .filter(Boolean)
        .sort(),
    ).toEqual(['other', 'passphrase']);
  });

  it.each([
    ['NotAllowedError', 'permission'],
    ['NotFoundError', 'gone'],
  ])('says why it cannot be read: %s', async (error, problem) => {
    const { handle, fail } = memoryFolder();
    const a = await open('a');
    await join(a, handle);
    fail(error);
    expect((await sync(a, 'x', 3000))?.state.problem).toBe(problem);
    fail(undefined);
    expect((await sync(a, 'x', 3100))?.state.problem).toBeUndefined();
  });
});
