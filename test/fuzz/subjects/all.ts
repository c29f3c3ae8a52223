import { exchange } from './exchange.ts';
import { files } from './files.ts';
import { mailboxes } from './mailboxes.ts';
import { mails } from './mails.ts';
import { messages } from './messages.ts';
import { pages } from './pages.ts';

/** Everything that reads what others made: what a new reader has to be added to. */
export const subjects = [...pages, ...mails, ...mailboxes, ...files, ...exchange, ...messages];
