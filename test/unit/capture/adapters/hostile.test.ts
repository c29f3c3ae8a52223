// @vitest-environment jsdom
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adapt } from '../../../../lib/capture/adapters/adapt.ts';
import { assemble } from '../../../../lib/capture/assemble.ts';
import { type PageSnapshot, type PageSnapshotInput, pageSnapshot } from '../../../../lib/domain/schema/snapshot.ts';
import { tries } from '../../runs.ts';
import { fixtures, snapshotOf } from './fixtures.ts';

/** One address of each adapter and each kind of page. */
const addresses = fixtures.map((f) => f.url);

const pageAt = (url: string, outline: PageSnapshotInput['outline'], title = 'x'): PageSnapshot =>
  pageSnapshot.parse({ url, meta: { title }, outline, structured: [], closedFrames: [], truncated: 'no', msPage: 0 });

describe.each(fixtures)('$adapter/$name, redrawn', (fixture) => {
  test('with nothing left to go by it is read the general way, and says so', async () => {
    const snapshot = await snapshotOf(fixture);
    const plain = {
      ...snapshot,
      meta: { title: '' },
      structured: [],
      outline: {
        blocks: snapshot.outline.blocks.map((block) => ({ p: block.p, t: 'div' })),
        // the look of the site is gone: no link, heading, label or name is where it was
        lines: snapshot.outline.lines.map((line) => ({ b: line.b, s: line.s === '' ? '' : 'Welcome back' })),
      },
    };
    const reading = assemble([plain], { now: 0 });
    if (reading.adapter)
      expect(reading.adapter).toMatchObject({ id: fixture.adapter, seemsChanged: true, coverage: {} });
    expect(reading.people).toEqual([]);
  });

  test('lines left out, tags swapped: never an error, never a masked number', async () => {
    const snapshot = await snapshotOf(fixture);
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(9)), (stream) => {
        const dice = () => stream.next().value as number;
        const lines = snapshot.outline.lines.map((line) => (dice() === 0 ? { b: line.b, s: '' } : line));
        const blocks = snapshot.outline.blocks.map((block) => (dice() < 2 ? { p: block.p, t: 'div' } : block));
        const reading = assemble([{ ...snapshot, outline: { blocks, lines } }], { now: 0 });
        for (const { fields } of [...reading.people, ...reading.companies])
          for (const { value } of fields.phones) expect(value.text).not.toContain('*');
      }),
      { numRuns: tries(12) },
    );
  });
});

describe('what is read when the site changed', () => {
  test('the general reading still finds whom the page shows', () => {
    const reading = assemble(
      [
        pageAt('https://www.xing.com/pages/tannhof', {
          blocks: [
            { p: -1, t: 'body' },
            { p: 0, t: 'div' },
            { p: 1, t: 'p' },
            { p: 1, t: 'p' },
            { p: 1, t: 'p' },
          ],
          lines: [
            { b: 2, s: 'Henrike Moosburg' },
            { b: 3, s: 'Leiterin Einkauf' },
            { b: 4, s: 'henrike.moosburg@tannhof.example' },
          ],
        }),
      ],
      { now: 0 },
    );
    expect(reading.adapter).toMatchObject({ id: 'xing', seemsChanged: true });
    expect(reading.people.map((p) => p.fields.emails[0]?.value)).toEqual(['henrike.moosburg@tannhof.example']);
    expect(reading.companies.map((c) => c.fields.name[0]?.value)).not.toContain('XING');
  });
});

describe('hostile pages at the address of each site', () => {
  test.each([...new Set(addresses)])('%s: ten thousand entries end soon', (url) => {
    const blocks: PageSnapshotInput['outline']['blocks'] = [
      { p: -1, t: 'body' },
      { p: 0, t: 'ul' },
    ];
    const lines: PageSnapshotInput['outline']['lines'] = [];
    for (let i = 0; i < 10_000; i++) {
      const item = blocks.push({ p: 1, t: i % 2 ? 'li' : 'h1', h: 'title', r: 'Address: x' }) - 1;
      const u = URL.parse(i % 3 ? `/in/x${i}` : `/de/firma/x${i}`, url)?.href ?? url;
      lines.push({ b: item, s: `Anna Berger ${i} GmbH`, m: [{ a: 0, z: 11, t: 'a', u }] });
    }
    const started = performance.now();
    adapt(pageAt(url, { blocks, lines }), {});
    expect(performance.now() - started).toBeLessThan(2500);
  });

  test.each([...new Set(addresses)])('%s: lines made to slow patterns down', (url) => {
    const texts = [
      'a '.repeat(2000),
      'About '.repeat(600),
      '复制'.repeat(2000),
      '• 1'.repeat(1300),
      'A, '.repeat(1300),
    ];
    const lines = [...texts, 'Experience', 'Kontakt', 'Address:', '电话：'].flatMap((s) =>
      Array.from({ length: 20 }, () => ({ b: 1, s: s.slice(0, 4000) })),
    );
    const started = performance.now();
    adapt(
      pageAt(url, {
        blocks: [
          { p: -1, t: 'body' },
          { p: 0, t: 'h1' },
        ],
        lines,
      }),
      {},
    );
    expect(performance.now() - started).toBeLessThan(1500);
  });

  test.each(addresses)('%s: an empty page and lines in blocks that do not exist', (url) => {
    expect(() => assemble([pageAt(url, { blocks: [], lines: [] })], { now: 0 })).not.toThrow();
    expect(() =>
      assemble([pageAt(url, { blocks: [], lines: [{ b: 7, s: 'Anna Berger' }] })], { now: 0 }),
    ).not.toThrow();
  });
});
