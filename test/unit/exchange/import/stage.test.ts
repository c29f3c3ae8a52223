import { beforeEach, describe, expect, it } from 'vitest';
import { firstPipeline } from '../../../../lib/domain/schema/stage.ts';
import { createImportSession } from '../../../../lib/exchange/import/session.ts';
import { stageWord } from '../../../../lib/exchange/import/stage-words.ts';
import type { Book } from '../../../../lib/storage/book.ts';
import { readFullRows } from '../../../../lib/storage/export-rows.ts';
import { setSetting } from '../../../../lib/storage/settings.ts';
import { emptyBook } from '../../storage/make.ts';

it.each([
  ['Contacted', 'contacted'],
  ['In talks', 'talking'],
  ['Angebot', 'offer'],
  ['洽谈中', 'talking'],
  ['Closed Won', 'won'],
  ['丢单', 'lost'],
  ['Nurturing', ''],
])('%s is the stage %j', (value, expected) => {
  expect(stageWord(value, firstPipeline.stages)).toBe(expected);
});

describe('a column of stages', () => {
  let book: Book;
  beforeEach(async () => {
    book = await emptyBook();
    const stages = [...firstPipeline.stages, { id: 's5', name: 'Sample sent', patienceDays: 0 }];
    await setSetting(book, 'pipeline', { ...firstPipeline, stages });
  });
  const taken = async (text: string, replace = false) => {
    const session = createImportSession(book);
    const { mapping } = await session.open({ name: 'a.csv', text });
    const summary = await session.plan({ mapping, choices: { replace, maybe: 'merge', tags: [] } });
    await session.write();
    return { mapping, summary };
  };
  const stood = async () =>
    Object.fromEntries(
      (await readFullRows(book, 'company')).map(({ lead, stage }) => [lead.name ?? '', stage.id] as const),
    );
  const file =
    'Company,Domain,Stage\nA AB,a.example,New\nB AB,b.example,In talks\nC AB,c.example,sample SENT\nD AB,d.example,Won\nE AB,e.example,Nurturing\n';

  it('sets where the work stands, ends too; who was never moved is unchanged by the first stage', async () => {
    const { mapping } = await taken(file);
    expect(mapping.columns[2]).toMatchObject({ to: 'lead.stage', stages: { 'sample SENT': 's5', Nurturing: '' } });
    expect(await stood()).toEqual({ 'A AB': 'new', 'B AB': 'talking', 'C AB': 's5', 'D AB': 'won', 'E AB': 'new' });
    expect((await taken(file)).summary.unchanged).toBe(5);
  });

  it('moves who stood elsewhere only where the file is to win', async () => {
    await taken(file);
    const moved = 'Company,Domain,Stage\nB AB,b.example,Offer\n';
    await taken(moved);
    expect((await stood())['B AB']).toBe('talking');
    await taken(moved, true);
    expect((await stood())['B AB']).toBe('offer');
  });
});
