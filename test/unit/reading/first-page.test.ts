import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { isFirstPage, serveFirstPage } from '../../../lib/reading/first-page.ts';

const created = vi.fn(async () => ({}) as never);
beforeEach(() => {
  fakeBrowser.reset();
  created.mockClear();
  fakeBrowser.tabs.create = created;
  fakeBrowser.tabs.query = async () => [];
});
const install = async (reason: 'install' | 'chrome_update', temporary = false) => {
  await fakeBrowser.runtime.onInstalled.trigger({ reason, ...{ temporary } });
  // What the listener began goes on after it.
  await new Promise((done) => setTimeout(done));
};

it('opens after an install, and only after the first', async () => {
  serveFirstPage();
  await install('chrome_update');
  await install('install', true);
  expect(created).not.toHaveBeenCalled();
  await install('install');
  await install('install');
  expect(created).toHaveBeenCalledExactlyOnceWith({ url: fakeBrowser.runtime.getURL('/welcome.html') });
});

it('is known by its address, whatever follows in it', () => {
  const own = fakeBrowser.runtime.getURL('/welcome.html');
  for (const [url, expected] of [
    [own, true],
    [`${own}?again#x`, true],
    [fakeBrowser.runtime.getURL('/workspace.html'), false],
    ['https://elsewhere.example/welcome.html', false],
    [undefined, false],
  ] as const)
    expect(isFirstPage(url), String(url)).toBe(expected);
});
