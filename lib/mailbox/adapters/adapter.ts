/** A selector, tried inside one message (or one row); several are tried in their order. */
type Selector = string;

/** What is known of one mail client. It only corrects the general reader: whatever is left out is read the general way. */
export type MailAdapter = {
  id: string;
  /** Whether this client made the page. In: document, host in lower case. Cheap. */
  isAt(doc: Document, host: string): boolean;
  /** The box of each open message, header and body. Without it the whole document is one message. */
  message?: Selector;
  /** The mail's own words. */
  body?: Selector;
  from?: Selector;
  sender?: Selector;
  replyTo?: Selector;
  to?: Selector;
  cc?: Selector;
  subject?: Selector;
  date?: Selector;
  /** A row of the list, and the element in it that carries its address; `false` where rows carry none. */
  row?: { element: Selector; address: Selector } | false;
  compose?: Selector;
  /** The element that tells the owner's own address. */
  owner?: Selector;
  /** Whether the page shows a folder of sent mail. */
  isSent?(doc: Document): boolean;
};
