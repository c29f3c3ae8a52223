import type { MailAdapter } from './adapter.ts';

const address = '.rcmContactAddress';
const cell = (name: string) => `td.header.${name} ${address}`;

/** Roundcube, its skins elastic, larry and classic: the message in the preview's frame or alone. */
export const roundcube: MailAdapter = {
  id: 'roundcube',
  isAt: (doc) =>
    /[?&]_task=mail\b/.test(doc.URL) ||
    doc.body?.matches('.task-mail') ||
    doc.querySelector('#messagelist, #messagebody') !== null,
  frames: /[?&]_task=mail\b.*[?&]_action=(?:preview|show)\b|[?&]_action=(?:preview|show)\b.*[?&]_task=mail\b/,
  message: 'body.action-preview, body.action-show, body:has(#messagebody)',
  body: '#messagebody',
  from: `${cell('from')}, .header-summary .adr ${address}, .header-subject ${address}`,
  sender: cell('sender'),
  replyTo: cell('replyto'),
  to: cell('to'),
  cc: cell('cc'),
  subject: 'h2.subject, td.header.subject',
  date: 'td.header.date',
  row: { element: '#messagelist tbody tr.message', address, isSure: true },
  compose:
    '#compose_to li.recipient, #compose_cc li.recipient, #compose_bcc li.recipient, #compose_replyto li.recipient',
  composeText: 'td.editfield > textarea:is(#_to, #_cc, #_bcc, #_replyto)',
  owner: '.header-title.username, #taskmenu .username, .topright .username, .username',
};
