/** Selectors that CSS knows, several separated by commas. */
type Selector = string;

/** What is known of one mail client. It only corrects the general reader: whatever is left out is read the general way. */
export type MailAdapter = {
  id: string;
  /** Whether this client made the page. In: document, host in lower case. Cheap. */
  isAt(doc: Document, host: string): boolean;
  /** Its own frames show lists and messages, told by their address. Without it frames are a mail's own words. */
  frames?: RegExp;
  /** The box of each open message, header and body. Without it a box is what holds a body and the sender before it. */
  message?: Selector;
  /** The mail's own words. Needed where boxes are not told. */
  body?: Selector;
  from?: Selector;
  /** The name, where it stands apart from the address. */
  fromName?: Selector;
  sender?: Selector;
  replyTo?: Selector;
  to?: Selector;
  cc?: Selector;
  subject?: Selector;
  date?: Selector;
  /** A row of the list and, in it, the first element that carries its address; `false` where rows carry none. */
  row?:
    | {
        element: Selector;
        address: Selector;
        /** The client writes addresses there and nothing else, though it be what is shown. */
        isSure?: boolean;
        /** Rows of a conversation name everybody in it: the last who is not the owner counts. */
        isLast?: boolean;
      }
    | false;
  /** A recipient in a compose window. */
  compose?: Selector;
  /** Fields that hold recipients as text. */
  composeText?: Selector;
  /** What tells the owner's own address. */
  owner?: Selector;
};
