import type { MailAdapter } from './adapter.ts';

/** Open-Xchange App Suite, at any host. */
export const openXchange: MailAdapter = {
  id: 'open-xchange',
  isAt: (doc) => doc.querySelector('#io-ox-core, #io-ox-windowmanager') !== null,
  message: '.mail-detail',
  body: 'section.body, .mail-detail-content, iframe.mail-detail-frame',
  from: '.person-from, .from .person-link',
  subject: 'h1.subject, .subject',
  row: { element: '.list-view li.list-item', address: '.person[title*="@"], .from[title*="@"]', isSure: true },
  compose: '.io-ox-mail-compose .token[title*="@"], .io-ox-mail-compose .token [title*="@"]',
  owner: '#io-ox-topbar-account-dropdown-icon [title*="@"], .user-picture-container [title*="@"]',
};
