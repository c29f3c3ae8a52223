import type { MailAdapter } from './adapter.ts';

/** Yandex Mail. Its names of classes change at their ends. */
export const yandex: MailAdapter = {
  id: 'yandex',
  isAt: (_doc, host) => /^mail\.(?:360\.)?yandex\./.test(host),
  body: '.js-message-body-content, .mail-Message-Body-Content, [class*="MessageBody_body"]',
  from: '.mail-Message-Sender-Email, .qa-MessageViewer-SenderEmail, [class*="SenderEmail"]',
  fromName: '.mail-Message-Sender-Name, .qa-MessageViewer-SenderName, [class*="SenderName"]',
  date: '.mail-Message-Date, .qa-MessageViewer-Date',
  row: {
    element: '.mail-MessageSnippet, [class*="MessageListItem"]',
    address: '.mail-MessageSnippet-FromText[title*="@"], [class*="Sender"][title*="@"]',
    isSure: true,
  },
  compose: '.ComposeYabble[data-email*="@"], .compose-Yabble [title*="@"]',
  owner: '.user-account__subname, .legouser__current-account [title*="@"]',
};
