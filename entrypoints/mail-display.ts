import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browserWire } from '../lib/mailbox/page/wire.ts';
import { watchMessage } from '../lib/thunderbird/display.ts';

/** Runs in every message that Thunderbird shows. A second one, after an update, ends the first. */
export default defineUnlistedScript(() => {
  const world = globalThis as { leadlightMessage?: () => void };
  world.leadlightMessage?.();
  world.leadlightMessage = watchMessage(document, browserWire());
});
