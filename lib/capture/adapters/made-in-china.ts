import type { SiteAdapter } from './adapter.ts';
import { stampOf } from './evidence.ts';
import { hosts } from './hosts.ts';
import { shopPage } from './shop-parts.ts';

/** Made-in-China: a supplier's company and contact pages. */
export const madeInChina = {
  id: 'made-in-china',
  site: 'Made-in-China.com',
  matches: hosts['made-in-china'],
  detect(page) {
    const url = URL.parse(page.url);
    if (!url) return null;
    if (/^\/(?:contact-info|company-[^/]+)\.html$/.test(url.pathname)) return 'company';
    return /^\/(?:showroom|company)\/[^/]+(?:\/(?:contact|profile)[^/]*)?\/?$/.test(url.pathname) ? 'company' : null;
  },
  collect: (page, options) => shopPage(page, stampOf(page, 'made-in-china'), { ...options, country: 'CN' }),
} as const satisfies SiteAdapter;
