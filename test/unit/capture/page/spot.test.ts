// @vitest-environment jsdom
import { afterEach, expect, test, vi } from 'vitest';
import { takeSnapshot } from '../../../../lib/capture/page/snapshot.ts';
import { showSpot } from '../../../../lib/capture/page/spot.ts';

afterEach(() => vi.unstubAllGlobals());

test('a line is scrolled to and its words are marked without touching the page', async () => {
  const highlights = new Map<string, { range: Range }>();
  const scrolled: unknown[] = [];
  vi.stubGlobal('CSS', { highlights });
  vi.stubGlobal(
    'Highlight',
    class {
      range: Range;
      constructor(range: Range) {
        this.range = range;
      }
    },
  );
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  Element.prototype.scrollIntoView = (options) => scrolled.push(options);
  vi.useFakeTimers();
  document.body.innerHTML = '<p>Anna Birk</p><p>Tel <b>030</b> 5550100 today</p>';
  const before = document.documentElement.outerHTML;
  const { spots } = await takeSnapshot(document, 'https://birch.example/');

  expect(showSpot(spots[1], '5550100')).toBe(true);
  expect(highlights.get('leadlight')?.range.toString()).toBe('5550100');
  expect(showSpot(spots[1], 'words of elsewhere')).toBe(true);
  expect(highlights.get('leadlight')?.range.toString()).toBe('Tel 030 5550100 today');
  expect(scrolled).toEqual(Array(2).fill({ block: 'center', behavior: 'auto' }));
  expect(document.documentElement.outerHTML).toBe(before);
  vi.advanceTimersByTime(2100);
  expect(highlights.size).toBe(0);
  vi.useRealTimers();

  document.body.innerHTML = '';
  expect(showSpot(spots[1], '5550100')).toBe(false);
  expect(showSpot(undefined, 'x')).toBe(false);
});
