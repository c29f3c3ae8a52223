import type { MailAdapter } from './adapter.ts';

/** QQ mail and Tencent's for firms: lists and messages in a frame of the client's own; the address stands in an attribute `e`. */
export const qq: MailAdapter = {
  id: 'qq',
  isAt: (_doc, host) => /(?:^|\.)(?:mail|exmail)\.qq\.com$/.test(host),
  frames: /\/cgi-bin\/(?:readmail|mail_list|compose)/,
  body: '#mailContentContainer, #contentDiv, .mail-detail-content, .xmail-mail-content',
  from: '#tipFromAddr_readmail [e*="@"], [e*="@"], .cmp-account-email',
  subject: '#subject, .mail-detail-subject, .mail-subject',
  row: {
    element: 'table.i, .mail-list-page-item',
    address: '.tf [e*="@"], td [e*="@"], [data-email*="@"]',
    isSure: true,
  },
  compose: '.addr_base[addr*="@"], .addr_base [addr*="@"], .addr_base[title*="@"]',
  owner: '#useraddr, .profile-user-email',
};
