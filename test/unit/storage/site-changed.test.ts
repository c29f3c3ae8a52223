import { beforeEach, describe, expect, it } from 'vitest';
import { type CoverageHistories, noteCoverage } from '../../../lib/domain/adapter-coverage.ts';
import type { AdapterReading } from '../../../lib/domain/schema/draft.ts';
import type { Book } from '../../../lib/storage/book.ts';
import { putReading } from '../../../lib/storage/put-reading.ts';
import { getSetting } from '../../../lib/storage/settings.ts';
import { emptyBook, personOf, readingOf } from './make.ts';

const found = (fields: string[], more: Partial<AdapterReading> = {}): AdapterReading => ({
  id: 'linkedin',
  kind: 'profile',
  entries: 1,
  coverage: Object.fromEntries(fields.map((field) => [field, 1])),
  ...more,
});
const run = (readings: AdapterReading[]): string[][] => {
  let histories: CoverageHistories = {};
  return readings.map((reading) => {
    const noted = noteCoverage(histories, reading);
    histories = noted.histories;
    return noted.lost;
  });
};
const times = <T>(n: number, value: T): T[] => Array.from({ length: n }, () => value);

describe('coverage against its own history', () => {
  it('says nothing while there is no history', () => {
    expect(run(times(6, found(['name']))).flat()).toEqual([]);
  });

  it('misses a usual field only after several entries without it', () => {
    const lost = run([...times(8, found(['name', 'jobTitle'])), ...times(5, found(['name']))]);
    expect(lost.slice(8)).toEqual([[], [], [], [], ['jobTitle']]);
  });

  it('one page of a list with many entries is enough', () => {
    const list = (fields: string[]) => found(fields, { kind: 'people', entries: 10 });
    expect(run([...times(6, list(['name', 'jobTitle'])), list(['name'])]).at(-1)).toEqual(['jobTitle']);
  });

  it('a field that comes and goes is not missed', () => {
    const readings = times(4, [found(['name', 'phones']), found(['name']), found(['name']), found(['name'])]).flat();
    expect(run([...readings, ...times(8, found(['name']))]).flat()).toEqual([]);
  });

  it('in time what is gone for good is the new usual', () => {
    const lost = run([...times(8, found(['name', 'jobTitle'])), ...times(60, found(['name']))]);
    expect(lost.at(-1)).toEqual([]);
  });

  it('kinds of pages have histories of their own', () => {
    const lost = run([...times(8, found(['name', 'jobTitle'])), ...times(8, found(['name'], { kind: 'company' }))]);
    expect(lost.flat()).toEqual([]);
  });
});

describe('the page in the tray', () => {
  let book: Book;
  beforeEach(async () => {
    book = await emptyBook();
  });
  const drafts = [personOf('p_1', { name: 'Mara Lindqvist' })];

  it('says that the site seems changed where its reader found nothing', async () => {
    const adapter = found([], { coverage: {}, entries: 0, seemsChanged: true });
    expect(await putReading(book, readingOf(drafts, { adapter }))).toMatchObject({ siteChanged: true });
    expect(await putReading(book, readingOf(drafts, { adapter: found(['name']) }))).not.toHaveProperty('siteChanged');
  });

  it('keeps counts and shares, and no value', async () => {
    await putReading(book, readingOf(drafts, { adapter: found(['name']) }));
    expect(await getSetting(book, 'adapterCoverage')).toEqual({
      'linkedin:profile': { readings: 1, usual: { name: 1 }, missing: { name: 0 } },
    });
  });
});
