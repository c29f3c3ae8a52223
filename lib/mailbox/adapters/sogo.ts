import type { MailAdapter } from './adapter.ts';

/** SOGo 5: rows carry only names, and those may look like addresses. */
export const sogo: MailAdapter = {
  id: 'sogo',
  isAt: (doc) => /\/SOGo\//.test(doc.URL) || doc.querySelector('[ng-app="SOGo.MailerUI"]') !== null,
  message: '#detailView',
  body: '.msg-body',
  from: '[ng-bind="::viewer.message.from[0].email"]',
  fromName: '[ng-bind="::viewer.message.from[0].name"]',
  subject: '[ng-bind="viewer.message.subject"]',
  row: false,
  compose: 'md-dialog.sg-mail-editor md-chip',
};
