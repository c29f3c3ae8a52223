import type { SiteAdapter } from './adapter.ts';
import { stampOf } from './evidence.ts';
import { hosts } from './hosts.ts';
import { registerPage } from './register-parts.ts';

/** 天眼查: a firm's page. */
export const tianyancha = {
  id: 'tianyancha',
  site: '天眼查',
  matches: hosts.tianyancha,
  detect: (page) => (/^\/company\/\d+/.test(URL.parse(page.url)?.pathname ?? '') ? 'register' : null),
  collect: (page) => registerPage(page, stampOf(page, 'tianyancha')),
} as const satisfies SiteAdapter;
