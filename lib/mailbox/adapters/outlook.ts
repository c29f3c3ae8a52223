import type { MailAdapter } from './adapter.ts';

/** Outlook on the web, of one's own, at work and on a firm's server. It writes "Name<address>" in one piece. */
export const outlook: MailAdapter = {
  id: 'outlook',
  isAt: (doc, host) =>
    /^outlook\.(?:live|office|office365|cloud)\.|^partner\.outlook\.cn$/.test(host) ||
    doc.querySelector('#ReadingPaneContainerId') !== null,
  body: '[id^="UniqueMessageBody"], #Item\\.MessageUniqueBody, [role="document"]',
  from: '.OZZZK, [data-testid="SenderPersona"] [title*="@"]',
  subject: '[role="heading"][aria-level="2"] [title]',
  date: '[data-testid="SentReceivedSavedTime"]',
  // The first title of a row is its sender's, and an address only where it is one: a subject never counts.
  row: {
    element: '[role="option"][data-convid], [role="option"][id^="AQ"]',
    address: 'span[title]:not([title=""])',
    isSure: true,
  },
  compose: '[role="textbox"] ._EType_RECIPIENT_ENTITY, [role="textbox"] [class*="RECIPIENT_ENTITY"]',
  owner: '#mectrl_currentAccount_secondary, #O365_MainLink_Me [title*="@"]',
};
