import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { watchMailbox } from '../lib/mailbox/page/resident.ts';
import { browserWire } from '../lib/mailbox/page/wire.ts';

/**
 * Stays in the mailboxes that the user allowed, in every frame: registered at run time and injected into open tabs. A second
 * injection, after an update or a new grant, ends the first. The build has all of it wait for the page to rest.
 */
export default defineUnlistedScript(() => {
  const world = globalThis as { leadlightMailbox?: () => void };
  world.leadlightMailbox?.();
  world.leadlightMailbox = watchMailbox(document, location.hostname || hostOfOrigin(), browserWire());
});

/** Frames of about:blank have no address of their own: their origin is that of the page that made them. */
function hostOfOrigin(): string {
  return URL.parse(self.origin)?.hostname ?? '';
}
