import { useCallback, useEffect, useState } from 'react';
import { browser } from 'wxt/browser';

const everySite = '*://*/*';

/** Patterns that stand for every site, in the spellings of the browsers. */
const coversAll = (pattern: string) => pattern === '<all_urls>' || /^(\*|https?):\/\/\*\//.test(pattern);

/**
 * The sites that the user allowed, kept up to date. Out: patterns of single sites and whether all are allowed; `remove`
 * and `allowAll` (to be called in the very click) answer whether the browser did it.
 */
export function useSites() {
  const [patterns, setPatterns] = useState<string[]>();
  const load = useCallback(async () => {
    const { origins } = await browser.permissions.getAll();
    setPatterns(origins ?? []);
  }, []);
  useEffect(() => {
    const refresh = () => void load();
    refresh();
    browser.permissions.onAdded.addListener(refresh);
    browser.permissions.onRemoved.addListener(refresh);
    return () => {
      browser.permissions.onAdded.removeListener(refresh);
      browser.permissions.onRemoved.removeListener(refresh);
    };
  }, [load]);
  return {
    sites: patterns?.filter((pattern) => !coversAll(pattern)),
    all: patterns?.some(coversAll) ?? false,
    remove: useCallback((pattern: string) => browser.permissions.remove({ origins: [pattern] }), []),
    allowAll: useCallback(() => browser.permissions.request({ origins: [everySite] }), []),
    removeAll: useCallback(
      () => browser.permissions.remove({ origins: (patterns ?? []).filter(coversAll) }),
      [patterns],
    ),
  };
}

/** The host that a pattern allows: `https://firm.example/*` is firm.example. */
export function siteName(pattern: string): string {
  return pattern
    .replace(/^[^:]+:\/\//, '')
    .replace(/\/.*$/, '')
    .replace(/^\*\./, '');
}

/** The key that reads the page ('' where none is set), and the version of this build. */
export function useAbout() {
  const [keys, setKeys] = useState<string>();
  useEffect(() => {
    void browser.commands.getAll().then((commands) => {
      setKeys(commands.find((command) => command.name === 'read-page')?.shortcut ?? '');
    });
  }, []);
  return { keys, version: browser.runtime.getManifest().version };
}

/** Opens the browser's own list of shortcuts; extensions cannot set a key themselves. */
export async function openShortcuts(): Promise<void> {
  const inFirefox = browser.runtime.getURL('').startsWith('moz-extension:');
  await browser.tabs.create({ url: inFirefox ? 'about:addons' : 'chrome://extensions/shortcuts' });
}
