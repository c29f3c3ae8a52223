import type { MailAdapter } from './adapter.ts';

const address = 'span.rcmContactAddress, a.rcmContactAddress';
const cell = (name: string) => `td.header.${name} .rcmContactAddress`;

/** Roundcube, its skins elastic, larry and classic: the message alone or in the preview's frame. */
export const roundcube: MailAdapter = {
  id: 'roundcube',
  isAt: (doc) =>
    doc.body?.classList.contains('task-mail') ||
    doc.querySelector('#messagelist.messagelist, #messagebody .rcmBody') !== null,
  message: 'body.action-preview, body.action-show, body:has(> #messageheader)',
  body: '#messagebody',
  from: `${cell('from')}, .header-summary .adr .rcmContactAddress`,
  sender: cell('sender'),
  replyTo: cell('replyto'),
  to: cell('to'),
  cc: cell('cc'),
  subject: '#message-header h2.subject, h2.subject, td.header.subject',
  date: 'td.header.date',
  row: { element: '#messagelist tbody tr.message', address },
  compose: '#compose_to li.recipient, #compose_cc li.recipient, #compose_bcc li.recipient',
  isSent: (doc) => /[?&]_mbox=(?:[^&]*(?:%2F|\/|\.))?Sent(?:[%20+ ]?(?:Items|Messages))?(?:&|$)/i.test(doc.URL),
};
