import { expect, it } from 'vitest';
import { siteName } from '../../../../components/hooks/use-sites.ts';
import { hostOf } from '../../../../components/hooks/use-sites-reading.ts';

it.each([
  ['https://www.Firm.example/team?x=1', 'firm.example'],
  ['firm.example:8080', 'firm.example'],
  [' mail.firm.example ', 'mail.firm.example'],
  ['not a host', ''],
  ['localhost', ''],
  ['', ''],
])('the host of %j is %j', (typed, host) => {
  expect(hostOf(typed)).toBe(host);
});

it.each([
  ['https://firm.example/*', 'firm.example'],
  ['*://*.firm.example/*', 'firm.example'],
  ['http://127.0.0.1/*', '127.0.0.1'],
])('%s is shown as %s', (pattern, name) => {
  expect(siteName(pattern)).toBe(name);
});
