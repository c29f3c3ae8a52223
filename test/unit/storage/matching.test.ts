import { afterEach, describe, expect, it } from 'vitest';
import type { MatchingSetup } from '../../../lib/domain/schema/matching.ts';
import { editLead } from '../../../lib/storage/edit.ts';
import { getLead } from '../../../lib/storage/leads.ts';
import { getMatching, matchLead, saveMatching } from '../../../lib/storage/matching.ts';
import { addOwnField } from '../../../lib/storage/own-fields.ts';
import { putLead } from '../../../lib/storage/put-lead.ts';
import { createScoreService, type ScoreService } from '../../../lib/storage/score-service.ts';
import { setSetting } from '../../../lib/storage/settings.ts';
import { leadStores, write } from '../../../lib/storage/transact.ts';
import { undoAction } from '../../../lib/storage/undo.ts';
import { aCompany, aPerson, now } from '../scoring/build.ts';
import { emptyBook } from './make.ts';

const firm = aCompany({ name: 'Lindner', employees: '300', founded: '2024' });
const worker = aPerson({ companyId: firm.id });
let service: ScoreService | undefined;
afterEach(() => service?.close());

async function bookWithFirm() {
  const book = await emptyBook();
  await write(book, leadStores, async (tx) => {
    await Promise.all([firm, worker].map((lead) => putLead(tx, lead, undefined)));
  });
  return book;
}
const able = (setup: MatchingSetup): MatchingSetup => ({
  ...setup,
  capability: { ...setup.capability, levels: { technology: 100, people: 50 } },
});

describe('matching in the book', () => {
  it('begins with rules for the own country and knows the own fields', async () => {
    const book = await emptyBook();
    const ids = async () =>
      (await getMatching(book, now)).rules.groups.flatMap(({ rules }) => rules.map(({ id }) => id));
    expect(await ids()).not.toContain('match.abroad');
    await setSetting(book, 'defaultCountry', 'DE');
    expect(await ids()).toContain('match.abroad');
    const field = await addOwnField(book, { name: 'Yearly purchases', type: 'number', of: 'company' });
    expect((await getMatching(book, now)).rules.fields).toEqual([field]);
  });

  it('keeps what was said, and refuses what is no setup', async () => {
    const book = await bookWithFirm();
    const setup = able(await getMatching(book, now));
    await saveMatching(book, setup);
    expect(await getMatching(book, now)).toEqual(setup);
    await expect(saveMatching(book, { ...setup, cuts: { attractiveness: 500, capability: 0 } })).rejects.toThrow();
    expect(await getMatching(book, now)).toEqual(setup);
  });

  it('places a company, a person as their company, and takes what was said of the company itself', async () => {
    const book = await bookWithFirm();
    expect((await matchLead(book, firm.id, now))?.quadrant).toBeUndefined();
    await saveMatching(book, able(await getMatching(book, now)));
    const placed = await matchLead(book, firm.id, now);
    expect(placed).toMatchObject({ quadrant: 'pursue', capability: { score: 75 } });
    expect(await matchLead(book, worker.id, now)).toEqual(placed);
    const { actionId } = await editLead(book, firm.id, { capability: { technology: 0 } }, now);
    expect((await matchLead(book, firm.id, now))?.capability?.score).toBe(25);
    await undoAction(book, actionId, now + 1);
    expect((await getLead(book, firm.id))?.lead).not.toHaveProperty('capability');
    expect(await matchLead(book, 'nobody', now)).toBeUndefined();
  });

  it('places all companies in the scoring worker', async () => {
    const book = await bookWithFirm();
    await saveMatching(book, able(await getMatching(book, now)));
    service = createScoreService(book, () => now);
    const run = { progress: () => undefined, pause: () => Promise.resolve() };
    const map = await service.methods.matching(run);
    const one = await matchLead(book, firm.id, now);
    expect(map).toMatchObject({ ids: [firm.id], names: ['Lindner'] });
    expect([map.attractiveness[0], map.capability[0], map.quadrant[0], map.said[0]]).toEqual([
      one?.attractiveness?.score,
      75,
      0,
      0,
    ]);
  });
});
