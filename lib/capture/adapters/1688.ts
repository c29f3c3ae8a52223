import type { SiteAdapter } from './adapter.ts';
import { stampOf } from './evidence.ts';
import { hosts } from './hosts.ts';
import { shopPage } from './shop-parts.ts';

/** 1688 (阿里巴巴): a supplier's contact and company pages. */
export const alibaba1688 = {
  id: '1688',
  site: '1688',
  matches: hosts['1688'],
  detect(page) {
    const url = URL.parse(page.url);
    const shop = url && !/^(?:www|s|m|detail|login|work|my|trade|cart)\.1688\.com$/.test(url.hostname);
    return shop && /contactinfo|creditdetail|companyinfo|company_?profile/i.test(url.pathname) ? 'company' : null;
  },
  collect: (page, options) => shopPage(page, stampOf(page, '1688'), { ...options, country: 'CN' }),
} as const satisfies SiteAdapter;
