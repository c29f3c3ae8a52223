import type { MailAdapter } from './adapter.ts';

/** Proton Mail: bodies are frames. */
export const proton: MailAdapter = {
  id: 'proton',
  isAt: (_doc, host) => /^mail\.(?:proton\.me|protonmail\.com)$/.test(host),
  message: '[data-shortcut-target="message-container"], article.message-container',
  body: '[data-testid^="message-content"], iframe',
  from: '[data-testid="recipients:sender"]',
  subject: '[data-testid^="conversation-header:subject"], h1',
  row: {
    element: '[data-shortcut-target="item-container"]',
    address: '[data-testid="message-column:sender-address"], [data-testid="message-row:sender-address"]',
    isSure: true,
  },
  compose: '[data-testid="composer-addresses-item"], [data-testid="composer:to"] [title*="@"]',
  owner: '[data-testid="heading:userdropdown"] [title*="@"], .user-dropdown-email',
};
