import { browser } from 'wxt/browser';
import { openBook } from '../storage/book.ts';
import { getSetting } from '../storage/settings.ts';

/** Match patterns (`https://*.firm.example/*`) of the sites that the user allowed, as the browser keeps them. */
export async function allowedOrigins(): Promise<string[]> {
  const { origins } = await browser.permissions.getAll();
  return origins ?? [];
}

/** Whether an address falls under one of the match patterns. Paths of patterns are not looked at: permissions know none. */
export function isAllowed(url: string, origins: readonly string[]): boolean {
  let address: URL;
  try {
    address = new URL(url);
  } catch {
    return false;
  }
  const scheme = address.protocol.slice(0, -1);
  return origins.some((origin) => {
    if (origin === '<all_urls>') return /^(https?|file|ftp)$/.test(scheme);
    const parts = /^(\*|[a-z]+):\/\/([^/]*)\//.exec(origin);
    if (!parts) return false;
    const [, patternScheme = '', patternHost = ''] = parts;
    const schemeFits = patternScheme === '*' ? /^https?$/.test(scheme) : patternScheme === scheme;
    if (!schemeFits) return false;
    const host = patternHost.replace(/:[\d*]+$/, '');
    if (host === '*') return true;
    if (host.startsWith('*.')) return address.hostname === host.slice(2) || address.hostname.endsWith(host.slice(1));
    return address.hostname === host;
  });
}

/** The match pattern to ask for so that this page's site is read from now on; undefined for pages that no grant opens. */
export function originPattern(url: string): string | undefined {
  try {
    const { protocol, hostname } = new URL(url);
    return /^https?:$/.test(protocol) && hostname !== '' ? `${protocol}//${hostname}/*` : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the user said not to read this site by itself: readings on allowed sites are off, or the site is on the list. */
export async function isNeverSite(url: string): Promise<boolean> {
  const book = await openBook();
  if (!(await getSetting(book, 'readAllowedSites'))) return true;
  const host = new URL(url).hostname.replace(/^www\./, '');
  const never = await getSetting(book, 'neverReadSites');
  return never.some((site) => host === site || host.endsWith(`.${site}`));
}
