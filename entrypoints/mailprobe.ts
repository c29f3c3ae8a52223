import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { isMailbox } from '../lib/mailbox/reader.ts';

/** Injected where a page's address sounds like a webmail that nobody listed: its value says whether it is one. */
export default defineUnlistedScript(() => isMailbox(document, location.hostname));
