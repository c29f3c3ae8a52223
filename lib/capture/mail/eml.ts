// not imported lazily: service workers refuse import()
import PostalMime, {
  type Address,
  type Attachment,
  addressParser,
  decodeWords,
  type Email,
  type Mailbox,
} from 'postal-mime';

export type MailParty = { name: string; address: string };

/** A message as far as leads need it. */
export type Eml = {
  from?: MailParty;
  sender?: MailParty;
  replyTo: MailParty[];
  to: MailParty[];
  cc: MailParty[];
  subject: string;
  /** ISO 8601, or as written when it is no date. */
  date?: string;
  text?: string;
  html?: string;
  /** Attached vCards, decoded. */
  cards: string[];
  /** Messages attached to it, each raw. */
  messages: Uint8Array[];
  /** It came over a list or went to many: nobody wrote it to the reader. */
  isList: boolean;
  /** A program sent it. */
  isAutomatic: boolean;
  /** Boxes that servers say it was put into. */
  deliveredTo: string[];
};

/** Signs that turn the direction of text and hide the end of a name. */
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad]/g;

const isGroup = (address: Address): address is Extract<Address, { group: Mailbox[] }> => address.group !== undefined;

/** Mailboxes of a header, groups opened. */
function parties(addresses: Address[] | undefined): MailParty[] {
  return (addresses ?? [])
    .flatMap((a) => (isGroup(a) ? a.group : [a]))
    .slice(0, 500)
    .map(({ name, address }) => ({ name: cleanName(name), address: address.replace(invisible, '').trim() }))
    .filter((p) => p.name || p.address);
}

/** A display name without the quotes that some programs encode along, and without invisible signs. */
function cleanName(name: string): string {
  return name
    .replace(invisible, '')
    .replace(/[\s\u00a0]+/g, ' ')
    .replace(/^\s*(["'])(.*)\1\s*$/u, '$2')
    .trim()
    .slice(0, 300);
}

/** A header without its comments, which may be nested and hold escaped brackets. */
function withoutComments(header: string): string {
  let depth = 0;
  let out = '';
  for (let i = 0; i < Math.min(header.length, 4000); i++) {
    const c = header[i];
    if (c === '\\') {
      if (depth === 0) out += header.slice(i, i + 2);
      i++;
    } else if (c === '(') depth++;
    else if (c === ')') depth = Math.max(0, depth - 1);
    else if (depth === 0) out += c;
  }
  return out;
}

const isCard = ({ mimeType, filename }: Attachment) =>
  /^text\/(?:x-)?vcard$|^text\/directory$/.test(mimeType) || /\.vcf$/i.test(filename ?? '');

function cardText({ content }: Attachment): string {
  const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
  return text.slice(0, 200_000);
}

/** A message that no parser takes (nested without end, headers of megabytes) is read as its plain text. */
const unreadable = (raw: string | Uint8Array): Eml => ({
  replyTo: [],
  to: [],
  cc: [],
  subject: '',
  text: (typeof raw === 'string' ? raw : new TextDecoder().decode(raw)).slice(0, 1_000_000),
  cards: [],
  messages: [],
  isList: false,
  isAutomatic: false,
  deliveredTo: [],
});

const mostMessages = 10;

/** A message that stands in another one as a file. */
function attachedMessages(attachments: Attachment[]): Uint8Array[] {
  return attachments
    .filter(({ mimeType, filename }) => mimeType === 'message/rfc822' || /\.eml$/i.test(filename ?? ''))
    .slice(0, mostMessages)
    .map(({ content }) => (typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content)));
}

/** What the header tells of how a message was sent. */
function delivery(email: Email): Pick<Eml, 'isList' | 'isAutomatic' | 'deliveredTo'> {
  const values = (key: string) => email.headers.filter((h) => h.key === key).map((h) => h.value.trim().toLowerCase());
  const bulk = values('precedence').some((value) => /^(?:bulk|list|junk)/.test(value));
  const submitted = values('auto-submitted').some((value) => value !== '' && !value.startsWith('no'));
  return {
    isList: bulk || ['list-id', 'list-post', 'list-unsubscribe'].some((key) => values(key).length > 0),
    isAutomatic: submitted || values('x-auto-response-suppress').some((value) => value === 'all'),
    deliveredTo: [...values('delivered-to'), ...values('x-original-to')].filter((value) => value.includes('@')),
  };
}

/**
 * Reads a raw message (.eml). In: bytes, or a string that holds them. Out: who, when, the body and attached vCards. Of two From lines the first that has an address counts.
 * A message the parser refuses comes back as its bare text.
 */
export async function readEml(raw: string | Uint8Array): Promise<Eml> {
  let email: Email;
  try {
    email = await PostalMime.parse(raw, { forceRfc822Attachments: true });
  } catch {
    // the parser's limits against hostile messages are its only errors: the text is still there to read
    return unreadable(raw);
  }
  const froms = email.headers
    .filter((h) => h.key === 'from')
    .flatMap((h) => parties(addressParser(decodeWords(withoutComments(h.value)), { flatten: true })));
  const parsed = parties(email.from ? [email.from] : []);
  const from = [...parsed, ...froms].find((p) => /^[^\s@()]+@[^\s@()]+$/.test(p.address)) ?? parsed[0] ?? froms[0];
  const [sender] = parties(email.sender ? [email.sender] : []);
  return {
    ...(from && { from }),
    ...(sender && { sender }),
    replyTo: parties(email.replyTo),
    to: parties(email.to),
    cc: parties(email.cc),
    subject: (email.subject ?? '').replace(invisible, '').slice(0, 500),
    ...(email.date && { date: email.date }),
    ...(email.text !== undefined && { text: email.text }),
    ...(email.html !== undefined && { html: email.html }),
    cards: email.attachments.filter(isCard).slice(0, 20).map(cardText),
    messages: attachedMessages(email.attachments),
    ...delivery(email),
  };
}
