import type { SiteAdapter } from './adapter.ts';
import { stampOf } from './evidence.ts';
import { hosts } from './hosts.ts';
import { type Directory, directoryKind, supplierPage, suppliersIn } from './supplier-directory.ts';

const directory: Directory = {
  host: (url) => /(?:^|\.)wlw\.(?:de|at|ch)$/.test(url.hostname),
  supplier: /^\/(?:[a-z]{2}\/)?firma\/([^/]+)/,
};

/** wlw (Wer liefert was): supplier search and supplier pages. */
export const wlw = {
  id: 'wlw',
  site: 'wlw',
  matches: hosts.wlw,
  detect: (page) => directoryKind(page, directory),
  collect(page, options) {
    const e = stampOf(page, 'wlw');
    return options.kind === 'company' ? supplierPage(page, e, directory, options) : suppliersIn(page, e, directory);
  },
} as const satisfies SiteAdapter;
