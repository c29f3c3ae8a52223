import { afterEach, describe, expect, it } from 'vitest';
import type { Tier } from '../../../lib/domain/schema/icp.ts';
import type { Interaction } from '../../../lib/domain/schema/lead.ts';
import { starterProfile } from '../../../lib/scoring/starter.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { deleteLeads, editLead, restoreLeads, saveItems } from '../../../lib/storage/leads.ts';
import { publishProfile, restoreVersion, saveDraft } from '../../../lib/storage/profiles.ts';
import { factPlaces, scoreDetail } from '../../../lib/storage/score-detail.ts';
import { onScores, type ScoresEvent } from '../../../lib/storage/score-event.ts';
import { allScoreInputs, scoreInputs } from '../../../lib/storage/score-input.ts';
import { createScoreService, type ScoreService } from '../../../lib/storage/score-service.ts';
import { briefScores, scoreHistory } from '../../../lib/storage/scores.ts';
import { createSearchService } from '../../../lib/storage/search-service.ts';
import { tell } from '../../../lib/storage/transact.ts';
import { company, emptyBook, noBatch, page, person, phone } from './make.ts';

const day = 86_400_000;
const start = Date.UTC(2026, 5, 1, 12);
let now = start;
let service: ScoreService | undefined;
afterEach(() => {
  service?.close();
  service = undefined;
  now = start;
});

/** Lindner with Erika (buys) and Jörg, and Ada without a firm. */
async function bookOfThree(): Promise<{ book: Book; id: Record<'firm' | 'erika' | 'joerg' | 'ada', string> }> {
  const book = await emptyBook();
  const items = [
    company('c', {
      name: 'Lindner Glas',
      website: 'https://lindner.example',
      industry: 'Glass',
      domain: 'lindner.example',
    }),
    person('p1', { name: 'Erika Lindner', jobTitle: 'Head of Purchasing' }, { companyDraftId: 'c' }),
    person('p2', { name: 'Jörg Sund', jobTitle: 'Engineer' }, { companyDraftId: 'c' }),
    person('p3', {
      name: 'Ada Berg',
      jobTitle: 'CEO',
      emails: ['ada.berg@berg.example'],
      phones: [phone('+4930654321')],
    }),
  ];
  const { outcomes } = await saveItems(book, { items, batch: noBatch, url: page, now: start });
  const of = (draft: string) => outcomes.find(({ draftId }) => draftId === draft)?.leadId ?? '';
  return { book, id: { firm: of('c'), erika: of('p1'), joerg: of('p2'), ada: of('p3') } };
}

const talk = (leadId: string, kind: Interaction['kind'], at: number): Interaction => ({
  id: crypto.randomUUID(),
  leadId,
  kind,
  occurredAt: at,
  text: '',
});
async function log(book: Book, one: Interaction): Promise<void> {
  await (await book.connection()).put('interactions', one);
  tell({ stores: ['interactions'], leadIds: [one.leadId] });
}
const kept = async (book: Book) => (await book.connection()).getAll('scores');

describe('what leads are scored by', () => {
  it('is the firm with its people, their talks and their own values, for each of its people too', async () => {
    const { book, id } = await bookOfThree();
    await editLead(book, id.erika, { 'own.budget': 10 }, start);
    await editLead(book, id.firm, { 'own.budget': 20 }, start);
    await log(book, talk(id.joerg, 'call', start - day));
    const inputs = await scoreInputs(book, [id.erika, id.firm, id.ada, 'nobody']);
    expect([...inputs.keys()].sort()).toEqual([id.erika, id.firm, id.ada].sort());
    const firm = inputs.get(id.firm);
    expect(inputs.get(id.erika)).toBe(firm);
    expect(firm).toMatchObject({
      lead: { id: id.firm, kind: 'company' },
      interactions: [{ kind: 'call', occurredAt: start - day }],
      own: { budget: 20 },
    });
    expect(firm?.people?.map(({ name }) => name).sort()).toEqual(['Erika Lindner', 'Jörg Sund']);
    expect(inputs.get(id.ada)).toMatchObject({ lead: { id: id.ada }, interactions: [] });

    const all = new Map<string, unknown>();
    await allScoreInputs(book, (some) => {
      for (const input of some) all.set(input.lead.id, input);
    });
    expect([...all.keys()].sort()).toEqual([id.firm, id.ada].sort());
    expect(all.get(id.firm)).toEqual(firm);
    expect(all.get(id.ada)).toEqual(inputs.get(id.ada));
  });

  it('is the person alone once the firm is deleted', async () => {
    const { book, id } = await bookOfThree();
    await deleteLeads(book, [id.firm], start);
    const inputs = await scoreInputs(book, [id.firm, id.erika]);
    expect(inputs.has(id.firm)).toBe(false);
    expect(inputs.get(id.erika)?.lead.id).toBe(id.erika);
    const all: string[] = [];
    await allScoreInputs(book, (some) => all.push(...some.map(({ lead }) => lead.id)));
    expect(all.sort()).toEqual([id.erika, id.joerg, id.ada].sort());
  });
});

describe('the scores of a few leads', () => {
  it('come with tier, three reasons, what is known and the part in a purchase', async () => {
    const { book, id } = await bookOfThree();
    const briefs = await briefScores(book, [id.erika, id.joerg, id.ada, id.firm], start);
    const { reasons, ...erika } = briefs.get(id.erika) ?? { reasons: [] };
    expect(erika).toMatchObject({ leadId: id.erika, tier: 'B', fit: 45, total: 45, role: 'decides', gates: [] });
    expect(briefs.get(id.joerg)).toMatchObject({ tier: 'B', role: 'uses' });
    expect(briefs.get(id.firm)).not.toHaveProperty('role');
    expect(reasons.map(({ rule, points }) => [rule, points])).toEqual([
      ['person.role', 25],
      ['firm.site', 10],
      ['firm.about', 10],
    ]);
    const { lines, total, fit, engagement } = (await scoreDetail(book, id.joerg, start)).explanation;
    expect(total).toBe(45);
    expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(fit + engagement);
  });

  it('lead from each line to where its facts were read, or to who typed them', async () => {
    const { book, id } = await bookOfThree();
    await editLead(book, id.firm, { employees: '120' }, start + 5);
    const { explanation, places, input } = await scoreDetail(book, id.joerg, start + 5);
    expect(input.lead.id).toBe(id.firm);
    expect(explanation.lines.find(({ rule }) => rule === 'person.role')?.facts).toMatchObject([
      { field: 'people.role' },
    ]);
    expect(places['people.role']).toMatchObject([
      { leadId: id.joerg, field: 'jobTitle', value: 'Engineer', places: [{ url: page, snippet: 'Engineer' }] },
      { leadId: id.erika, value: 'Head of Purchasing' },
    ]);
    expect(places['company.about']).toMatchObject([{ leadId: id.firm, field: 'industry', value: 'Glass' }]);
    expect(places['company.website']?.map(({ field }) => field)).toEqual(['website', 'domain']);
    const leads = [input.lead];
    expect(factPlaces(leads, new Map(), 'company.employees')).toMatchObject([{ value: '120', places: [] }]);
    expect(factPlaces(leads, new Map(), 'people.count')).toEqual([]);
    expect(factPlaces(leads, new Map(), 'interactions.count')).toEqual([]);
    await expect(scoreDetail(book, 'nobody', start)).rejects.toThrow('nobody');
  });
});

describe('scores in the book', () => {
  it('are worked out once, then follow data, rules and time, with the cause of each step', async () => {
    const { book, id } = await bookOfThree();
    service = createScoreService(book, () => now);
    await service.settle();
    expect((await kept(book)).map(({ leadId, tier, total }) => [leadId, tier, total]).sort()).toEqual(
      [
        [id.firm, 'B', 45],
        [id.ada, 'B', 60],
      ].sort(),
    );

    now = start + 1000;
    await editLead(book, id.erika, { phones: [phone('+4930123456')] }, now);
    await service.settle();
    now = start + 2000;
    await log(book, talk(id.joerg, 'meeting', now));
    await service.settle([id.joerg]);
    now = start + 3000;
    const starter = starterProfile();
    await saveDraft(book, { ...starter, cuts: { A: 90, B: 70, C: 20 } }, now);
    await service.settle();
    await publishProfile(book, 'starter', now);
    await service.settle();
    now = start + 30 * day;
    await service.settle();
    await service.settle();

    const history = await scoreHistory(book, id.erika);
    expect(
      history.map(({ cause, before, after }) => [cause, before?.tier, before?.total, after.tier, after.total]),
    ).toEqual([
      ['time', 'B', 80, 'B', 75],
      ['rule', 'A', 80, 'B', 80],
      ['data', 'B', 60, 'A', 80],
      ['data', 'B', 45, 'B', 60],
      ['data', undefined, undefined, 'B', 45],
    ]);
    expect((await scoreHistory(book, id.ada)).map(({ cause, after }) => [cause, after.tier])).toEqual([
      ['rule', 'C'],
      ['data', 'B'],
    ]);
    await restoreVersion(book, 'starter', 0, now);
    await service.settle();
    expect((await kept(book)).find(({ leadId }) => leadId === id.ada)?.tier).toBe('B');
  });

  it('go with a firm that is deleted, to its people, and come back with it', async () => {
    const { book, id } = await bookOfThree();
    service = createScoreService(book, () => now);
    await service.settle();
    await deleteLeads(book, [id.firm], start + 1);
    await service.settle();
    expect((await kept(book)).map(({ leadId }) => leadId).sort()).toEqual([id.erika, id.joerg, id.ada].sort());
    await restoreLeads(book, [id.firm], start + 2);
    await service.settle();
    expect((await kept(book)).map(({ leadId }) => leadId).sort()).toEqual([id.firm, id.ada].sort());
  });

  it('are told to lists at once, and written by one page only', async () => {
    const { book, id } = await bookOfThree();
    const heard: ScoresEvent[] = [];
    const stop = onScores((scores) => heard.push(scores));
    service = createScoreService(book, () => now);
    const other = createScoreService(book, () => now);
    await Promise.all([service.settle(), other.settle()]);
    expect(await (await book.connection()).count('scoreChanges')).toBe(2);
    await expect.poll(() => heard.length).toBe(1);
    expect([...(heard[0]?.ids ?? [])].sort()).toEqual([id.firm, id.ada].sort());
    stop();
    other.close();
  });
});

describe('the list of leads', () => {
  it('has tier and reasons with its rows, and its order and choice follow what is published', async () => {
    const { book, id } = await bookOfThree();
    service = createScoreService(book, () => now);
    const search = createSearchService(book, () => now);
    const shown = async (tiers: Tier[] = ['A', 'B', 'C', 'D', '?']) => {
      const { rows, briefs } = await search.query({
        kind: 'person',
        text: '',
        filter: { tier: tiers },
        sort: { by: 'tier', descending: true },
        offset: 0,
        limit: 10,
      });
      return rows.map((row) => [row.id, briefs.get(row.id)?.tier, briefs.get(row.id)?.reasons.length]);
    };
    await service.settle();
    expect(await shown()).toEqual([
      [id.ada, 'B', 3],
      [id.joerg, 'B', 3],
      [id.erika, 'B', 3],
    ]);
    const starter = starterProfile();
    const groups = starter.groups.map((group) =>
      group.id === 'person' ? { ...group, max: 0 } : group.id === 'firm' ? { ...group, min: 25 } : group,
    );
    await saveDraft(book, { ...starter, groups, cuts: { A: 50, B: 35, C: 25 } }, now);
    await publishProfile(book, 'starter', now);
    await service.settle();
    await expect.poll(() => shown(['A'])).toEqual([[id.ada, 'A', 3]]);
    await expect
      .poll(async () => (await search.facets('person')).tiers)
      .toEqual([
        { value: 'A', count: 1 },
        { value: 'C', count: 2 },
      ]);
    search.close();
  });
});

describe('work over all leads', () => {
  const run = { progress: () => undefined, pause: () => Promise.resolve() };

  it('counts totals, and tells who would change tier, with what is written meanwhile', async () => {
    const { book, id } = await bookOfThree();
    service = createScoreService(book, () => now);
    const starter = starterProfile();
    const before = await service.methods.histogram(run, starter);
    expect(before).toMatchObject({ n: 2, tiers: { A: 0, B: 2, C: 0, D: 0, '?': 0 } });
    expect([before.totals[45], before.totals[60]]).toEqual([1, 1]);
    const result = await service.methods.simulate(run, { ...starter, cuts: { A: 45, B: 30, C: 20 } }, 30);
    expect(result).toMatchObject({ n: 2, before: { B: 2 }, after: { A: 2 }, down: [] });
    expect(result.up.sort()).toEqual([id.firm, id.ada].sort());
    await editLead(book, id.ada, { emails: [], jobTitle: null }, start);
    expect((await service.methods.histogram(run, starter)).tiers).toMatchObject({ B: 1 });
    await deleteLeads(book, [id.ada], start);
    expect((await service.methods.histogram(run, starter)).n).toBe(1);
  });

  it('stops where it is called off, and the next one is answered', async () => {
    const { book } = await bookOfThree();
    service = createScoreService(book, () => now);
    const off = { progress: () => undefined, pause: () => Promise.reject(new Error('called off')) };
    await expect(service.methods.histogram(off, starterProfile())).rejects.toThrow('called off');
    expect((await service.methods.histogram(run, starterProfile())).n).toBe(2);
  });
});
