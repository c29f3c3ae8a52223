import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { takeMailSnapshot } from '../lib/mailbox/snapshot.ts';

/**
 * Injected into a mailbox on the user's action. Its value (or that of its promise) is what `scripting.executeScript` answers
 * with: JSON in one string. It listens to nothing and leaves nothing behind.
 */
export default defineUnlistedScript(async () => JSON.stringify(await takeMailSnapshot(document, location.hostname)));
