import type { MailAdapter } from './adapter.ts';

/** GMX, WEB.DE and mail.com: the mailbox is a frame in the portal's page. */
export const gmx: MailAdapter = {
  id: 'gmx',
  isAt: (_doc, host) => /(?:^|\.)(?:gmx\.(?:net|com|de|at|ch|co\.uk|fr|es)|web\.de|mail\.com)$/.test(host),
  frames: /\/mail\/(?:client|list|detail|show)|\/(?:lxa|navigator)\b/,
  body: 'iframe[id*="body" i], iframe[name*="body" i], [data-webdriver="mailbody"], .mail-content__body',
  subject: '[data-webdriver="SUBJECT"], .mail-header__subject, .subject',
  row: { element: '[data-oao-mailid], tr.mail, list-mail-item', address: '[title*="@"]' },
  owner: '[data-component="account-avatar"] [title*="@"], .account-email',
};
