import type { SiteAdapter } from './adapter.ts';
import { stampOf } from './evidence.ts';
import { hosts } from './hosts.ts';
import { registerPage } from './register-parts.ts';

/** 企查查: a firm's page. */
export const qcc = {
  id: 'qcc',
  site: '企查查',
  matches: hosts.qcc,
  detect: (page) =>
    /^\/(?:firm|cbase)\/[\w-]+\.(?:s?html)$/.test(URL.parse(page.url)?.pathname ?? '') ? 'register' : null,
  collect: (page) => registerPage(page, stampOf(page, 'qcc')),
} as const satisfies SiteAdapter;
