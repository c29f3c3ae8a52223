import { describe, expect, test } from 'vitest';
import { assemble } from '../../../../lib/capture/assemble.ts';
import { type PageSnapshot, type PageSnapshotInput, pageSnapshot } from '../../../../lib/domain/schema/snapshot.ts';

const outlineOf = (
  blocks: PageSnapshotInput['outline']['blocks'],
  lines: PageSnapshotInput['outline']['lines'],
): PageSnapshot =>
  pageSnapshot.parse({
    url: 'https://hostile.example/',
    meta: { title: 'x' },
    outline: { blocks, lines },
    structured: [],
    closedFrames: [],
    truncated: 'no',
    msPage: 0,
  });

/** Processor time, which a busy machine does not stretch. */
const secondsSince = (before: NodeJS.CpuUsage): number => process.cpuUsage(before).user / 1e6;

describe('hostile outlines', () => {
  test('nothing at all', () => {
    expect(assemble([], { now: 0 }).people).toEqual([]);
    expect(assemble([outlineOf([], [])], { now: 0 }).companies).toEqual([]);
  });

  test('lines in blocks that do not exist', () => {
    const reading = assemble([outlineOf([{ p: -1, t: 'body' }], [{ b: 99, s: 'Jana Pohl' }])], { now: 0 });
    expect(reading.people).toEqual([]);
  });

  test('ten thousand rows of names and numbers end soon', () => {
    const blocks: PageSnapshotInput['outline']['blocks'] = [
      { p: -1, t: 'body' },
      { p: 0, t: 'table' },
    ];
    const lines: PageSnapshotInput['outline']['lines'] = [];
    for (let i = 0; i < 10_000; i++) {
      const row = blocks.push({ p: 1, t: 'tr' }) - 1;
      const cell = blocks.push({ p: row, t: 'td' }) - 1;
      lines.push({ b: cell, s: i % 2 ? 'Anna Berger, Sales Manager' : `Birkwerk GmbH ${i} Tel. 030 2315501` });
    }
    const before = process.cpuUsage();
    assemble([outlineOf(blocks, lines)], { now: 0 });
    expect(secondsSince(before)).toBeLessThan(4);
  });

  test('lines of four thousand characters made to slow patterns down', () => {
    const texts = [
      'a '.repeat(2000),
      '1-'.repeat(2000),
      'A.'.repeat(2000),
      '公司'.repeat(2000),
      ', '.repeat(2000),
      '((('.repeat(1300),
      'Aa '.repeat(1300),
    ];
    const lines = texts.flatMap((s) => Array.from({ length: 20 }, () => ({ b: 0, s: s.slice(0, 4000) })));
    const before = process.cpuUsage();
    assemble([outlineOf([{ p: -1, t: 'body' }], lines)], { now: 0 });
    expect(secondsSince(before)).toBeLessThan(4);
  });
});
