/** Mailboxes that no person reads or writes from, at the start of an address. */
const boxes =
  /^(?:no|do-?not|donot|nicht|ne-?pas|non)?[-_.]?(?:reply|replies|response|respond|antworten?|repondre|responder|rispondere)(?![a-z])|^(?:noreply|no-?responda|mailer-?daemon|postmaster|daemon|bounces?|return|notify|notifications?|notice|alerts?|updates?|newsletters?|news|digest|mailings?|mail-?list|listserv|majordomo|automail(?:er)?|autoreply|auto-?confirm|unsubscribe|postoffice|system|tongzhi|service-?notice)(?:[-_+@\d]|$)|(?:-|\.)(?:bounces?|owner|request|noreply|no-reply|unsubscribe)@/;

/** Hosts that only lists and mass mail are sent from. */
const hosts =
  /@(?:[^@]*\.)?(?:lists?|groups|googlegroups|newsletter|news|mailing|bounces?|mailer|em|e|click|edm)\.[^@.]+\.[^@]+$/;

/** A name that says that somebody else's machine sent it. */
const relays = /\s(?:via|über|通过|經由|经由)\s\S/iu;

/**
 * Whether mail from here was written by nobody one could answer: no-reply boxes, newsletters, lists, relays. In: the address
 * in lower case, the name beside it.
 */
export function isAutomatic(address: string, name = ''): boolean {
  return boxes.test(address) || hosts.test(address) || relays.test(name);
}
