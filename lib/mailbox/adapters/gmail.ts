import type { MailAdapter } from './adapter.ts';

/** Gmail: every name in its header and list carries the address in an attribute `email`. */
export const gmail: MailAdapter = {
  id: 'gmail',
  isAt: (_doc, host) => host === 'mail.google.com',
  message: '.adn',
  body: '.ii.gt, .a3s',
  from: '.gD[email]',
  subject: 'h2.hP',
  date: '.g3',
  row: { element: 'tr.zA', address: '.yW [email*="@"], .yX [email*="@"]', isSure: true, isLast: true },
  compose:
    '.aoI [data-hovercard-id*="@"], .M9 [data-hovercard-id*="@"], .aoD [email*="@"], .afV[data-hovercard-id*="@"]',
  owner: 'a[href*="SignOutOptions"][aria-label*="@"], #gb [aria-label*="@"]',
};
