import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Pack } from '../../../../lib/domain/schema/pack.ts';
import { PackFileError, packFile, readPackFile } from '../../../../lib/exchange/pack/pack-file.ts';
import { sealKey } from '../../../../lib/exchange/sealed-file.ts';
import { listDeleted } from '../../../../lib/storage/bin.ts';
import { type Book, openBookAt } from '../../../../lib/storage/book.ts';
import { addNote, deleteLeads, editLead, restoreLeads } from '../../../../lib/storage/edit.ts';
import { erasePerson } from '../../../../lib/storage/erase.ts';
import { mergeLeads } from '../../../../lib/storage/merge-leads.ts';
import { addOwnField, deleteOwnField } from '../../../../lib/storage/own-fields.ts';
import { makePack } from '../../../../lib/storage/packs/make-pack.ts';
import { planPack } from '../../../../lib/storage/packs/plan-pack.ts';
import { senderName } from '../../../../lib/storage/packs/sender.ts';
import { recentPacks, writePack } from '../../../../lib/storage/packs/write-pack.ts';
import { getLead, readRows } from '../../../../lib/storage/read-leads.ts';
import { saveItems } from '../../../../lib/storage/save.ts';
import { getSetting, setBatch, setSetting } from '../../../../lib/storage/settings.ts';
import { sweepBook } from '../../../../lib/storage/sweep.ts';
import { undoAction } from '../../../../lib/storage/undo.ts';
import { company, noBatch, person, phone } from '../make.ts';

const url = 'https://glas.example/team';
const anna = () =>
  person(
    'd1',
    { name: 'Anna Roth', companyName: 'Glas AG', emails: ['anna@glas.example'], phones: [phone('+498912345601')] },
    { companyDraftId: 'c1' },
  );
const glas = () => company('c1', { name: 'Glas AG', domain: 'glas.example' });

const open = (name: string): Promise<Book> => openBookAt({ name, now: 1000 });
const fill = async (book: Book, now: number) => {
  const { outcomes } = await saveItems(book, { items: [anna(), glas()], batch: noBatch, url, now });
  return outcomes.find(({ draftId }) => draftId === 'd1')?.leadId ?? '';
};
const send = (book: Book, now = 9000, leadIds?: string[]): Promise<Pack> =>
  makePack(book, { by: 'A', touches: true, tasks: true, rules: false, now, ...(leadIds && { leadIds }) });
async function take(book: Book, pack: Pack, now = 9500) {
  const plan = await planPack(book, pack, now);
  return { plan, action: await writePack(book, plan, now) };
}
/** All leads of a book without what each book has for itself. */
async function content(book: Book): Promise<unknown[]> {
  const all: unknown[] = [];
  for (const kind of ['company', 'person'] as const)
    await readRows(book, kind, (rows) => {
      for (const { id: _id, updatedAt: _at, ...lead } of rows) {
        if (lead.kind === 'person') delete lead.companyId;
        all.push({ ...lead, emails: lead.emails.toSorted(), tags: lead.tags.toSorted() });
      }
    });
  return all;
}
const onlyPerson = async (book: Book) => {
  const ids: string[] = [];
  await readRows(book, 'person', (rows) => ids.push(...rows.map(({ id }) => id)));
  return getLead(book, ids[0] ?? '');
};

const firmIds = async (book: Book) => {
  const ids: string[] = [];
  await readRows(book, 'company', (rows) => ids.push(...rows.map(({ id }) => id)));
  return ids;
};

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

describe('team packs', () => {
  it('what a person typed last wins, also where their clock was turned back by years in between', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const id = await fill(a, 2_000_000);
    await editLead(a, id, { jobTitle: 'Buyer' }, 5_000_000);
    await take(b, await send(a));
    await editLead(a, id, { jobTitle: 'Head of Purchasing', emails: ['roth@glas.example'] }, 1000);
    await take(b, await send(a));
    expect((await onlyPerson(b))?.lead).toMatchObject({
      jobTitle: 'Head of Purchasing',
      emails: ['roth@glas.example'],
    });
    await deleteLeads(a, [id], 1500);
    await take(b, await send(a));
    expect(await onlyPerson(b)).toBeUndefined();
  });

  it('take leads with company, notes and where each value was read into another book, once', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const id = await fill(a, 2000);
    await addNote(a, id, 'wants a price list', 3000);
    const pack = await send(a);
    const { plan } = await take(b, pack);
    expect(plan.counts).toEqual({ created: 2, merged: 0, deleted: 0, unchanged: 0, refused: 0 });
    const there = await onlyPerson(b);
    expect(there?.lead).toMatchObject({ name: 'Anna Roth', note: 'wants a price list', createdAt: 2000 });
    expect(there?.company?.name).toBe('Glas AG');
    expect(there?.receipts.readAt.name?.[0]?.detector).toBe('text');
    expect(there?.interactions.map(({ text }) => text)).toContain('wants a price list');
    const again = await take(b, pack);
    expect(again.plan.counts).toEqual({ created: 0, merged: 0, deleted: 0, unchanged: 2, refused: 0 });
    expect(again.action).toBeUndefined();
    expect(await content(b)).toEqual(await content(a));
  });

  it('know somebody whom both captured by themselves, and go field by field by who typed last', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const [inA, inB] = [await fill(a, 2000), await fill(b, 2500)];
    await editLead(a, inA, { jobTitle: 'CEO', emails: ['anna@glas.example', 'a.roth@home.example'] }, 3000);
    await editLead(b, inB, { jobTitle: 'CFO', phones: [] }, 4000);
    const [fromA, fromB] = [await send(a), await send(b)];
    const { plan } = await take(b, fromA);
    const choice = plan.rows.flatMap(({ choices }) => choices).find(({ field }) => field === 'jobTitle');
    expect(choice).toMatchObject({ ours: 'CFO', theirs: 'CEO', chosen: 'ours', by: 'newer' });
    await take(a, fromB);
    expect(await content(a)).toEqual(await content(b));
    const lead = (await onlyPerson(a))?.lead;
    expect(lead).toMatchObject({ jobTitle: 'CFO', phones: [], createdAt: 2000 });
    expect(lead?.emails).toEqual(['anna@glas.example', 'a.roth@home.example']);
  });

  it('call firms by their names where there is a choice between them, and ask nothing where both mean one', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const [inA, inB] = [await fill(a, 2000), await fill(b, 2100)];
    const firmChoice = async () =>
      (await planPack(b, await send(a), 9500)).rows
        .flatMap(({ choices }) => choices)
        .find(({ field }) => field === 'companyId');
    expect(await firmChoice()).toBeUndefined();
    const saved = await saveItems(a, {
      items: [company('c2', { name: 'Stahl GmbH', domain: 'stahl.example' })],
      batch: noBatch,
      url,
      now: 2200,
    });
    const stahl = saved.outcomes[0]?.leadId ?? '';
    await editLead(a, inA, { companyId: stahl }, 3000);
    await editLead(b, inB, { jobTitle: 'CEO' }, 2900);
    await editLead(b, inB, { companyId: null }, 3900);
    await editLead(b, inB, { companyId: (await firmIds(b))[0] }, 4000);
    const choice = await firmChoice();
    expect(choice).toMatchObject({ chosen: 'ours', names: { ours: 'Glas AG', theirs: 'Stahl GmbH' } });
    const plan = await planPack(b, await send(a), 9500);
    const action = await writePack(b, plan, 9500, new Map([[inB, { companyId: choice?.theirs, jobTitle: 'CFO' }]]));
    expect(await onlyPerson(b)).toMatchObject({ company: { name: 'Stahl GmbH' }, lead: { jobTitle: 'CFO' } });
    await undoAction(b, action?.actionId ?? '', 9600);
    expect(await onlyPerson(b)).toMatchObject({ company: { name: 'Glas AG' }, lead: { jobTitle: 'CEO' } });
  });

  it('come from whom the user says they are, else from the owner of what they save', async () => {
    const a = await open('a');
    expect(await senderName(a)).toBe('');
    await setBatch(a, { ...noBatch, owner: 'Sales' });
    expect(await senderName(a)).toBe('Sales');
    await setSetting(a, 'work', { ...(await getSetting(a, 'work')), myName: 'Li Hua' });
    expect(await senderName(a)).toBe('Li Hua');
  });

  it('come to the same whatever their order, also through a third', async () => {
    const books = [await open('a'), await open('b'), await open('c')] as const;
    const [a, b, c] = books;
    await editLead(a, await fill(a, 2000), { jobTitle: 'CEO', tags: ['x', 'y'] }, 3000);
    await editLead(b, await fill(b, 2100), { department: 'Sales', tags: ['z'] }, 3100);
    await editLead(c, await fill(c, 2200), { jobTitle: null, wechat: 'annaroth' }, 3200);
    const packs = [await send(a), await send(b), await send(c)] as const;
    await take(a, packs[1]);
    await take(a, packs[2]);
    await take(b, packs[2]);
    await take(b, packs[0]);
    await take(c, await send(b));
    const result = await content(a);
    expect(await content(b)).toEqual(result);
    expect(await content(c)).toEqual(result);
    expect(result.at(-1)).toMatchObject({ department: 'Sales', wechat: 'annaroth', tags: ['x', 'y', 'z'] });
    for (const pack of packs) expect((await take(a, pack)).action).toBeUndefined();
  });

  it('carry what was taken away: a value, and a lead; brought back it is back', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const id = await fill(a, 2000);
    await take(b, await send(a));
    await editLead(a, id, { emails: [] }, 3000);
    await take(b, await send(a));
    expect((await onlyPerson(b))?.lead.emails).toEqual([]);
    await deleteLeads(a, [id], 4000);
    const { plan } = await take(b, await send(a));
    expect(plan.counts.deleted).toBe(1);
    expect(await onlyPerson(b)).toBeUndefined();
    await restoreLeads(b, [plan.rows.find(({ outcome }) => outcome === 'deleted')?.id ?? ''], 5000);
    await take(b, await send(a));
    expect((await onlyPerson(b))?.lead.name).toBe('Anna Roth');
    await take(a, await send(b));
    expect((await onlyPerson(a))?.lead.name).toBe('Anna Roth');
  });

  it('leave a lead alive that somebody became part of who was deleted and brought back before', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const kept = await fill(a, 2000);
    const { outcomes } = await saveItems(a, {
      items: [person('d2', { name: 'A. Roth', emails: ['roth@home.example'] })],
      batch: noBatch,
      url,
      now: 2100,
    });
    const other = outcomes[0]?.leadId ?? '';
    await deleteLeads(a, [other], 3000);
    await restoreLeads(a, [other], 3100);
    await mergeLeads(a, [{ leadIds: [kept, other], keptId: kept }], 4000);
    const pack = await send(a);
    expect(pack.leads.filter(({ life }) => life.deleted)).toEqual([]);
    await take(b, pack);
    expect((await onlyPerson(b))?.lead.name).toBe('Anna Roth');
  });

  it('leave a lead alive of which a colleague deleted only what became part of it here', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const kept = await fill(a, 2000);
    const { outcomes } = await saveItems(a, {
      items: [person('d2', { name: 'A. Roth', emails: ['roth@home.example'] })],
      batch: noBatch,
      url,
      now: 2100,
    });
    const other = outcomes[0]?.leadId ?? '';
    await take(b, await send(a));
    await deleteLeads(b, [other], 3000);
    await mergeLeads(a, [{ leadIds: [kept, other], keptId: kept }], 4000);
    for (let round = 0; round < 2; round++) {
      await take(a, await send(b));
      await take(b, await send(a));
      for (const book of [a, b]) expect((await onlyPerson(book))?.lead.name).toBe('Anna Roth');
    }
  });

  it('give whom a colleague deleted long ago 30 days from when that is heard of', async () => {
    const day = 24 * 60 * 60 * 1000;
    const [a, b] = [await open('a'), await open('b')];
    const id = await fill(a, 2000);
    await take(b, await send(a));
    const there = (await onlyPerson(b))?.lead.id ?? '';
    await deleteLeads(a, [id], 3000);
    const heard = 3000 + 40 * day;
    await take(b, await send(a, heard), heard);
    expect((await listDeleted(b)).map(({ lead, deletedAt }) => [lead.id, deletedAt])).toEqual([[there, heard]]);
    await sweepBook(b, heard + 20 * day);
    expect((await listDeleted(b)).map(({ lead }) => lead.id)).toEqual([there]);
    expect((await send(b)).leads.find(({ life }) => life.deleted)?.life.at).toBe(3000);
  });

  it('keep of each way to reach somebody what was said of it last', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const [inA, inB] = [await fill(a, 2000), await fill(b, 2100)];
    await editLead(a, inA, { consent: { email: { state: 'withdrawn', at: 3000 } } }, 3000);
    await editLead(b, inB, { consent: { call: { state: 'given', at: 4000 } } }, 4000);
    const [fromA, fromB] = [await send(a), await send(b)];
    await take(a, fromB);
    await take(b, fromA);
    const said = { email: { state: 'withdrawn', at: 3000 }, call: { state: 'given', at: 4000 } };
    for (const book of [a, b]) expect((await onlyPerson(book))?.lead.consent).toEqual(said);
    expect((await take(b, await send(a))).action).toBeUndefined();
    await editLead(b, inB, { consent: { email: said.email } }, 5000);
    await take(a, await send(b));
    expect((await onlyPerson(a))?.lead.consent).toEqual({ email: said.email });
    await editLead(a, inA, { consent: null }, 6000);
    await take(b, await send(a));
    await take(b, fromA);
    expect((await onlyPerson(b))?.lead.consent).toBeUndefined();
  });

  it('keep what was said of each way also where an install wrote all of it as one value', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const [inA, inB] = [await fill(a, 2000), await fill(b, 2100)];
    await editLead(b, inB, { consent: { email: { state: 'withdrawn', at: 3000 } } }, 3000);
    await editLead(a, inA, { jobTitle: 'CEO' }, 3500);
    const pack = await send(a);
    const stamp = { at: 4000, by: 'user' as const, origin: 'x' };
    for (const { fields } of pack.leads) fields.consent = { value: { call: { state: 'given', at: 4000 } }, stamp };
    await take(b, pack);
    expect((await onlyPerson(b))?.lead.consent).toEqual({
      email: { state: 'withdrawn', at: 3000 },
      call: { state: 'given', at: 4000 },
    });
  });

  it('leave alone whose deletion was taken back, though others had it already', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const id = await fill(a, 2000);
    await take(b, await send(a));
    const { actionId } = await deleteLeads(a, [id], 4000);
    await take(b, await send(a));
    await undoAction(a, actionId, 4100);
    await take(a, await send(b));
    expect((await onlyPerson(a))?.lead.name).toBe('Anna Roth');
    await take(b, await send(a));
    expect((await onlyPerson(b))?.lead.name).toBe('Anna Roth');
  });

  it('are taken back by one undo, and what was taken back does not come again or delete anything elsewhere', async () => {
    const [a, b] = [await open('a'), await open('b')];
    await fill(a, 2000);
    const pack = await send(a);
    const { action } = await take(b, pack);
    expect((await recentPacks(b))[0]?.pack?.counts.created).toBe(2);
    await undoAction(b, action?.actionId ?? '', 9600);
    expect(await content(b)).toEqual([]);
    expect((await take(b, pack)).action).toBeUndefined();
    await take(a, await send(b));
    expect(await content(a)).toHaveLength(2);
  });

  it('keep nobody who was erased here', async () => {
    const [a, b] = [await open('a'), await open('b')];
    await fill(a, 2000);
    await take(b, await send(a));
    await erasePerson(b, (await onlyPerson(b))?.lead.id ?? '', 9700);
    const { plan } = await take(b, await send(a));
    expect(plan.rows.find(({ outcome }) => outcome === 'refused')).toMatchObject({ reason: 'erased', kind: 'person' });
    expect(await onlyPerson(b)).toBeUndefined();
  });

  it('name nobody among the representatives of a firm who was erased here', async () => {
    const [a, b] = [await open('a'), await open('b')];
    await fill(a, 2000);
    const firm = async (book: Book) => getLead(book, (await firmIds(book))[0] ?? '');
    await take(b, await send(a));
    await erasePerson(b, (await onlyPerson(b))?.lead.id ?? '', 9700);
    const firmId = (await firm(a))?.lead.id ?? '';
    await editLead(a, firmId, { representatives: ['Anna Roth', 'Ben Kurz'] }, 3000);
    await take(b, await send(a));
    expect((await firm(b))?.lead).toMatchObject({ representatives: ['Ben Kurz'] });
    expect(JSON.stringify((await firm(b))?.receipts).toLowerCase()).not.toContain('anna roth');
    const c = await open('c');
    await take(c, await send(a));
    expect((await firm(c))?.lead).toMatchObject({ representatives: ['Anna Roth', 'Ben Kurz'] });
  });

  it('leave values of own fields that were deleted lately where they are', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const [inA, inB] = [await fill(a, 2000), await fill(b, 2100)];
    const { key } = await addOwnField(b, { name: 'Budget', type: 'number', of: 'both' });
    await editLead(b, inB, { [`own.${key}`]: 50 }, 3000);
    await deleteOwnField(b, key, 3100);
    await editLead(a, inA, { jobTitle: 'CEO' }, 3200);
    await take(b, await send(a));
    expect((await onlyPerson(b))?.lead).toMatchObject({ jobTitle: 'CEO', own: { [key]: 50 } });
  });

  it('leave out values of an own field that is of another type here', async () => {
    const [a, b] = [await open('a'), await open('b')];
    const [inA, inB] = [await fill(a, 2000), await fill(b, 2100)];
    const { key } = await addOwnField(b, { name: 'Budget', type: 'number', of: 'both' });
    await editLead(b, inB, { [`own.${key}`]: 50 }, 3000);
    await addOwnField(a, { name: 'Budget', type: 'text', of: 'both' });
    await editLead(a, inA, { [`own.${key}`]: 'a lot' }, 4000);
    const { plan } = await take(b, await send(a));
    expect(plan.rows.flatMap(({ changes }) => changes).map(({ field }) => field)).not.toContain(`own.${key}`);
    expect((await onlyPerson(b))?.lead.own).toEqual({ [key]: 50 });
  });

  it('leave out values that no lead can have', async () => {
    const [a, b] = [await open('a'), await open('b')];
    await fill(a, 2000);
    const pack = await send(a);
    for (const lead of pack.leads) {
      lead.fields.jobTitle = { value: { evil: 1 }, stamp: { at: 1, by: 'user', origin: 'x' } };
      lead.fields.id = { value: 'other', stamp: { at: 1, by: 'user', origin: 'x' } };
      lead.fields['own.unknown'] = { value: 5, stamp: { at: 1, by: 'user', origin: 'x' } };
      lead.lists.emails = { 'emails|x': { value: 7, stamp: { at: 1, by: 'user', origin: 'x' } } };
      Object.assign(lead.fields, JSON.parse('{"__proto__":{"value":"x","stamp":{"at":1,"by":"user","origin":"x"}}}'));
    }
    await take(b, pack);
    const lead = (await onlyPerson(b))?.lead;
    expect(lead).toMatchObject({ name: 'Anna Roth', emails: [] });
    expect(lead).not.toHaveProperty('jobTitle');
    expect(lead).not.toHaveProperty('own');
    expect(Object.getPrototypeOf(lead)).toBe(Object.prototype);
  });
});

describe('the file of a pack', () => {
  const problemOf = async (work: Promise<unknown>) => {
    const cause = await work.then(
      () => undefined,
      (error: unknown) => error,
    );
    return cause instanceof PackFileError ? cause.problem : cause;
  };

  it('is read back, open or sealed', async () => {
    const a = await open('a');
    await fill(a, 2000);
    const pack = await send(a);
    expect(await readPackFile(await packFile(pack))).toEqual(pack);
    const quick = await sealKey('correct horse', undefined, 1000);
    const sealed = await packFile(pack, quick);
    expect(await problemOf(readPackFile(sealed))).toBe('sealed');
    expect(await problemOf(readPackFile(sealed, 'wrong'))).toBe('passphrase');
    expect(await problemOf(readPackFile(sealed.slice(0, sealed.size - 40), 'correct horse'))).toBe('truncated');
    expect(await readPackFile(sealed, 'correct horse')).toEqual(pack);
  });

  it.each([
    ['anything', 'hello', 'other'],
    ['another file', '{"a":1}', 'other'],
    ['one of a later version', '{"format":"leadlight-pack","version":2}', 'newer'],
    ['one with parts missing', '{"format":"leadlight-pack","version":1}', 'damaged'],
  ])('is refused in words: %s', async (_what, text, problem) => {
    expect(await problemOf(readPackFile(new Blob([text])))).toBe(problem);
  });
});
