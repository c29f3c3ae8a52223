import type { SiteAdapter } from './adapter.ts';
import { stampOf } from './evidence.ts';
import { hosts } from './hosts.ts';
import { type Directory, directoryKind, supplierPage, suppliersIn } from './supplier-directory.ts';

const directory: Directory = {
  host: (url) => /(?:^|\.)europages\.[a-z.]{2,6}$/.test(url.hostname),
  supplier: /^\/([a-z]{2}\/company\/[^/]+|[A-Z\d-]+\/[A-Z]{3}\d+-\d+)/,
};

/** Europages: supplier search and supplier pages, in the languages of its interface. */
export const europages = {
  id: 'europages',
  site: 'Europages',
  matches: hosts.europages,
  detect: (page) => directoryKind(page, directory),
  collect(page, options) {
    const e = stampOf(page, 'europages');
    return options.kind === 'company' ? supplierPage(page, e, directory, options) : suppliersIn(page, e, directory);
  },
} as const satisfies SiteAdapter;
