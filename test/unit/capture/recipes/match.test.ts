import { expect, test } from 'vitest';
import { isForPage, isForSite, pathHint, recipeHost } from '../../../../lib/capture/recipes/match.ts';

test.each([
  ['fair.example', 'https://www.fair.example/a', true],
  ['fair.example', 'http://fair.example/', true],
  ['fair.example', 'https://old.fair.example/', false],
  ['*.fair.example', 'https://old.fair.example/', true],
  ['*.fair.example', 'https://fair.example/', true],
  ['fair.example', 'https://notfair.example/', false],
  ['*.fair.example', 'https://notfair.example/', false],
  ['fair.example', 'https://fair.example.evil.example/', false],
  ['127.0.0.1:8080', 'http://127.0.0.1:8080/list', true],
  ['fair.example', 'file:///fair.example/', false],
  ['fair.example', 'no address', false],
])('%s on %s: %s', (host, url, fits) => {
  expect(isForSite({ host }, url)).toBe(fits);
});

test('a list goes on over pages that differ by a number', () => {
  const path = pathHint('https://fair.example/2026/exhibitors/page-3?sort=a');
  expect(path).toBe('/*/exhibitors/*');
  expect(isForPage({ path }, 'https://fair.example/2027/exhibitors/page-12')).toBe(true);
  expect(isForPage({ path }, 'https://fair.example/2027/visitors/page-12')).toBe(false);
  expect(recipeHost('https://www.fair.example:8443/')).toBe('fair.example:8443');
  expect(recipeHost('chrome://extensions')).toBeUndefined();
});
