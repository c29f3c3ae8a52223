import { describe, expect, it } from 'vitest';
import { isPdfUrl, refusalByError, refusalByUrl } from '../../../lib/reading/refuse.ts';

describe('refusals by address', () => {
  it.each([
    ['chrome://settings/', 'browserPage'],
    ['edge://extensions', 'browserPage'],
    ['about:addons', 'browserPage'],
    ['view-source:https://firm.example/', 'browserPage'],
    ['moz-extension://1111/sidepanel.html', 'browserPage'],
    ['https://chromewebstore.google.com/detail/x', 'webStore'],
    ['https://chrome.google.com/webstore/detail/x', 'webStore'],
    ['https://addons.mozilla.org/firefox/', 'webStore'],
    ['about:blank', undefined],
    ['https://firm.example/chrome://settings', undefined],
    ['https://chromewebstore.google.com.firm.example/', undefined],
    ['file:///home/a/page.html', undefined],
    [undefined, undefined],
  ])('%s → %s', (url, refusal) => {
    expect(refusalByUrl(url)).toBe(refusal);
  });
});

describe('refusals by the words of the browser', () => {
  it.each([
    ['Cannot access a chrome:// URL', undefined, 'browserPage'],
    ['Cannot access contents of url "chrome-extension://abc/viewer.html".', undefined, 'browserPage'],
    ['The extensions gallery cannot be scripted.', undefined, 'webStore'],
    [
      'Cannot access contents of url "file:///a.html". Extension manifest must request permission to access this host.',
      undefined,
      'fileAccess',
    ],
    [
      'Cannot access contents of the page. Extension manifest must request permission to access the respective host.',
      undefined,
      'noGrant',
    ],
    ['Cannot access contents of the page. Extension manifest must request permission.', 'file:///a.html', 'fileAccess'],
    ['Missing host permission for the tab', undefined, 'noGrant'],
    ['No tab with id: 12.', undefined, 'gone'],
    ['Frame with ID 0 was removed.', undefined, 'gone'],
    ['Frame with ID 0 is showing error page', undefined, 'failed'],
  ])('%s → %s', (words, url, refusal) => {
    expect(refusalByError(new Error(words), url)).toBe(refusal);
  });
});

it('knows a PDF by its path, not by its query', () => {
  expect(isPdfUrl('https://firm.example/Prospekt.PDF?x=1#page=2')).toBe(true);
  expect(isPdfUrl('https://firm.example/?file=a.pdf')).toBe(false);
  expect(isPdfUrl('no address.pdf')).toBe(false);
});
