// @vitest-environment jsdom
import { expect, test } from 'vitest';
import { linkOf } from '../../../lib/mailbox/link.ts';
import { isSentView } from '../../../lib/mailbox/sent.ts';
import { pageAt } from './fixtures.ts';

test.each<[string, string | undefined]>([
  [
    'https://mail.harrow.example/?_task=mail&_caps=x&_uid=4&_mbox=INBOX&_framed=1&_action=preview',
    'https://mail.harrow.example/?_task=mail&_caps=x&_uid=4&_mbox=INBOX&_action=show',
  ],
  ['https://mail.google.com/mail/u/0/#inbox/FMfcg', 'https://mail.google.com/mail/u/0/#inbox/FMfcg'],
  ['https://mail.qq.com/cgi-bin/readmail?sid=abc&mailid=1', undefined],
  ['https://3c.gmx.net/mail/client;jsessionid=1', undefined],
  ['https://post.harrow.example/read?id=7&_token=secret', 'https://post.harrow.example/read?id=7'],
  ['https://post.harrow.example/', undefined],
  ['about:blank', undefined],
])('the way back from %s', (url, link) => {
  expect(linkOf(pageAt(url, '').doc)).toBe(link);
});

test.each<[string, string, boolean]>([
  ['https://mail.harrow.example/?_task=mail&_mbox=Sent', '', true],
  ['https://mail.harrow.example/?_task=mail&_mbox=INBOX.Sent', '', true],
  ['https://mail.harrow.example/?_task=mail&_mbox=Gesendete%20Objekte', '', true],
  ['https://mail.google.com/mail/u/0/#sent/abc', '', true],
  ['https://mail.google.com/mail/u/0/#search/sentinel', '', false],
  ['https://post.harrow.example/1', '<nav><a aria-current="page">Enviados (3)</a><a>Inbox</a></nav>', true],
  ['https://post.harrow.example/1', '<nav><a aria-current="page">Inbox</a><a>Sent</a></nav>', false],
  [
    'https://post.harrow.example/1',
    '<div role="tree"><div role="treeitem" aria-selected="true">已发送 12</div></div>',
    true,
  ],
  ['https://post.harrow.example/%E0%A4%A', '', false],
])('the folder of sent mail: %s %s', (url, html, sent) => {
  expect(isSentView(pageAt(url, html).doc)).toBe(sent);
});
