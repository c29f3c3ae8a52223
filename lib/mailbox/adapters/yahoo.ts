import type { MailAdapter } from './adapter.ts';

const part = (name: string) => `[data-test-id="${name}"]`;

/** Yahoo Mail, and AOL's, which is the same. */
export const yahoo: MailAdapter = {
  id: 'yahoo',
  isAt: (_doc, host) => /(?:^|\.)mail\.(?:yahoo\.com|yahoo\.co\.jp|aol\.com)$/.test(host),
  message: part('message-view'),
  body: `${part('message-view-body')}, ${part('message-view-body-content')}`,
  from: part('message-from'),
  subject: `${part('message-group-subject-text')}, ${part('message-view-subject')}`,
  date: part('message-date'),
  row: {
    element: part('message-list-item'),
    address: `${part('senders')} [title*="@"], ${part('senders_list')} [title*="@"]`,
    isSure: true,
  },
  compose: `${part('compose-header-field')} ${part('pill')}[title*="@"], ${part('compose-header-field')} [title*="@"]`,
  owner: `${part('account-email')}, #ybarAccountMenuBody [class*="email" i]`,
};
