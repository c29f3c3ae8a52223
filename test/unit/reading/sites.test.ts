import { expect, it } from 'vitest';
import { isAllowed, originPattern } from '../../../lib/reading/sites.ts';

it.each([
  ['https://firm.example/team', ['https://firm.example/*'], true],
  ['http://firm.example/team', ['https://firm.example/*'], false],
  ['https://www.firm.example/', ['https://*.firm.example/*'], true],
  ['https://firm.example/', ['https://*.firm.example/*'], true],
  ['https://notfirm.example/', ['https://*.firm.example/*'], false],
  ['https://firm.example.evil.example/', ['https://firm.example/*'], false],
  ['http://127.0.0.1:8123/a', ['http://127.0.0.1/*'], true],
  ['http://any.example/', ['*://*/*'], true],
  ['file:///a.html', ['*://*/*'], false],
  ['chrome://settings', ['<all_urls>'], false],
  ['https://a.example/', ['<all_urls>'], true],
  ['not an address', ['<all_urls>'], false],
  ['https://a.example/', [], false],
])('%s under %j: %s', (url, origins, allowed) => {
  expect(isAllowed(url, origins)).toBe(allowed);
});

it('asks for one site, and only where a grant opens it', () => {
  expect(originPattern('https://www.firm.example:8080/team?x=1')).toBe('https://www.firm.example/*');
  expect(originPattern('file:///a.html')).toBeUndefined();
  expect(originPattern('chrome://settings')).toBeUndefined();
  expect(originPattern('')).toBeUndefined();
});
