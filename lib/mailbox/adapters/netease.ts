import type { MailAdapter } from './adapter.ts';

/** 163, 126 and yeah.net: each open mail in a tab of its own within the page, the hidden ones stay; the body is a frame. */
export const netease: MailAdapter = {
  id: 'netease',
  isAt: (_doc, host) =>
    /(?:^|\.)(?:mail|vip|qiye)\.(?:vip\.)?(?:163|126|yeah|188)\.(?:com|net)$|^(?:vip|qiye)\.163\.com$/.test(host),
  message: '[id*="read.ReadModule"]',
  body: 'iframe',
  from: '.nui-addr:has(.nui-addr-email)',
  subject: 'h1',
  row: { element: '[sign="letter"]', address: '.nui-user[title*="@"], .nui-user [title*="@"]' },
  compose: '.js-component-emailblock[title*="@"], .nui-editableAddr [title*="@"]',
  owner: '#spnUid',
};
