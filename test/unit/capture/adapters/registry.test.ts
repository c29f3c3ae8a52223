// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { adapterFor } from '../../../../lib/capture/adapters/adapt.ts';
import { fitsPattern, hosts, patternOf } from '../../../../lib/capture/adapters/hosts.ts';
import { adapters } from '../../../../lib/capture/adapters/registry.ts';
import { pageOf } from '../../../../lib/capture/lines.ts';
import { expectedFile, fixtures, hasExpected, read, snapshotOf } from './fixtures.ts';

const matchesPattern = (pattern: string, url: string): boolean => {
  const at = URL.parse(url);
  return at !== null && fitsPattern(patternOf(pattern), at);
};

describe('registry', () => {
  test('ids are unique and are those of the hosts', () => {
    const ids = adapters.map((a) => a.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(Object.keys(hosts).sort());
  });

  test('no two adapters are at home at the same address', () => {
    const patterns = adapters.flatMap((a) => a.matches.map((pattern) => ({ id: a.id, pattern })));
    for (const { id, pattern } of patterns) {
      const address = pattern.replace('*.', 'any.').replace('*', 'x');
      const others = patterns.filter((p) => p.id !== id && matchesPattern(p.pattern, address));
      expect(others, pattern).toEqual([]);
    }
  });

  test.each(adapters.map((a) => a.id))('%s has at least two fixtures, a poisoned one among them', (id) => {
    const own = fixtures.filter((f) => f.adapter === id);
    expect(own.length).toBeGreaterThanOrEqual(2);
    expect(own.some((f) => f.poisoned)).toBe(true);
  });

  test('every fixture belongs to an adapter', () => {
    expect(fixtures.filter((f) => adapterFor(f.url)?.id !== f.adapter).map((f) => f.name)).toEqual([]);
  });

  test('the README lists exactly the registry', () => {
    const readme = readFileSync(join(import.meta.dirname, '../../../../README.md'), 'utf8');
    const table = /\| Site \| What of it \|\n\|[-| ]+\n((?:\|.*\n)+)/.exec(readme)?.[1] ?? '';
    const listed = table.split('\n').flatMap((row) => /^\| ([^|]+?) \|/.exec(row)?.[1] ?? []);
    expect(listed).toEqual(adapters.map((a) => a.site));
  });

  test.each([
    ['https://*.linkedin.com/*', 'https://www.linkedin.com/in/x', true],
    ['https://*.linkedin.com/*', 'https://linkedin.com/in/x', true],
    ['https://*.linkedin.com/*', 'http://www.linkedin.com/in/x', false],
    ['https://*.linkedin.com/*', 'https://www.linkedin.com.evil.example/in/x', false],
    ['https://*.linkedin.com/*', 'https://notlinkedin.com/in/x', false],
    ['https://github.com/*', 'https://gist.github.com/x', false],
    ['https://www.google.de/maps/*', 'https://www.google.de/search?q=maps', false],
    ['https://github.com/*', 'no address', false],
  ])('%s and %s: %s', (pattern, url, fits) => {
    expect(matchesPattern(pattern, url)).toBe(fits);
  });
});

describe.each(fixtures)('$adapter/$name', (fixture) => {
  test('is read as expected', async () => {
    const reading = await read(fixture);
    if (process.env.CI) expect(hasExpected(fixture)).toBe(true);
    await expect(`${JSON.stringify(reading, null, 2)}\n`).toMatchFileSnapshot(expectedFile(fixture));
  });

  test('is detected by its own adapter and by no other', async () => {
    const page = pageOf(await snapshotOf(fixture));
    const detecting = adapters.filter((a) => a.matches.some((p) => matchesPattern(p, page.url)) && a.detect(page));
    expect(detecting.map((a) => a.id)).toEqual([fixture.adapter]);
  });

  test('masked numbers are no phones, mark-up and orders are no names', async () => {
    const { people, companies } = await read(fixture);
    const said = JSON.stringify([people, companies]);
    expect(said).not.toMatch(/\d\*+\d|\*{3}/);
    expect(said).not.toMatch(/<\/?(?:script|img|svg|b)\b|javascript:|onerror|evil\.example|phish/i);
    for (const { name } of [...people, ...companies]) expect(name).not.toMatch(/ignore|instruction|[<>{}]/i);
  });

  test('reading it changes nothing on the page', async () => {
    await snapshotOf(fixture);
    const before = document.documentElement.outerHTML;
    const { takeSnapshot } = await import('../../../../lib/capture/page/snapshot.ts');
    await takeSnapshot(document, fixture.url);
    expect(document.documentElement.outerHTML).toBe(before);
  });
});
