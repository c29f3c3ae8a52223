import type { MailAdapter } from './adapter.ts';
import { roundcube } from './roundcube.ts';
import { sogo } from './sogo.ts';

/** One line for each client. The first that knows the page counts. */
export const mailAdapters: readonly MailAdapter[] = [roundcube, sogo];
