import type { SiteAdapter } from './adapter.ts';
import { stampOf } from './evidence.ts';
import { hosts } from './hosts.ts';
import { type Directory, supplierPage, suppliersIn } from './supplier-directory.ts';

const directory: Directory = {
  host: (url) => /(?:^|\.)wlw\.(?:de|at|ch)$/.test(url.hostname),
  supplier: /^\/(?:[a-z]{2}\/)?firma\/([^/]+)/,
};

/** wlw (Wer liefert was): supplier search and supplier pages. */
export const wlw = {
  id: 'wlw',
  site: 'wlw',
  matches: hosts.wlw,
  detect(page) {
    const path = URL.parse(page.url)?.pathname ?? '';
    if (directory.supplier.test(path)) return 'company';
    return /^\/(?:[a-z]{2}\/)?(?:suche|search|recherche|unternehmen|companies|entreprises|firmen)(?:\/|$)/.test(path)
      ? 'companies'
      : null;
  },
  collect(page, options) {
    const e = stampOf(page, 'wlw');
    return options.kind === 'company' ? supplierPage(page, e, directory, options) : suppliersIn(page, e, directory);
  },
} as const satisfies SiteAdapter;
