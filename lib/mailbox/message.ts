/** Somebody a mail names: what they call themselves (may be empty), and the address that counts. */
export type MailParty = { name: string; address: string };

/** To whom a message went, and the element that says so. */
export type Recipient = MailParty & { element: Element };

/** Who wrote a message that is open on the page, as its header tells. */
export type MailSender = {
  /** The sender's own element in the header: a chip belongs beside it. */
  element: Element;
  /** The box of the mail's own words: nothing in it is ours, nothing in it counts as header. */
  bodyElement?: Element;
  from: MailParty;
  /** Who sent it on the other's behalf, where the header tells that. */
  sender?: MailParty;
  /** Where an answer would go, where that differs from the sender. */
  replyTo?: MailParty[];
  recipients: Recipient[];
  /** The address is surely the header's own. Where it is not, nothing may be said of who writes. */
  certain: boolean;
};

/** A message that is open on the page, with all that its header tells. */
export type OpenMessage = MailSender & {
  to: MailParty[];
  cc: MailParty[];
  subject: string;
  /** As written on the page, or the machine's own form of it where that is there. */
  date?: string;
  /** It lies in a folder of sent mail or was written by the owner of the mailbox: then the recipients count. */
  sent: boolean;
};

/** A row of the list that surely carries an address. */
export type MailRow = {
  element: Element;
  /** The element that carries the address: a chip belongs beside it. */
  addressElement: Element;
  address: string;
  name: string;
};

/** A recipient in a compose window. `shared`: one field holds several as text, so what stands beside it could be anybody's. */
export type ComposeField = { element: Element; address: string; shared?: boolean };
