import type { MailSnapshotInput } from '../domain/schema/mail-snapshot.ts';
import { linkOf } from './link.ts';
import type { MailParty, OpenMessage } from './message.ts';
import { mailboxOwner, readOpenMessages, readRows } from './reader.ts';

const most = { messages: 30, html: 400_000, card: 200_000, cards: 5, people: 200 };
const cardLimit = 2500;

const cut = ({ name, address }: MailParty): MailParty => ({ name: name.slice(0, 300), address: address.slice(0, 320) });
const cutAll = (parties: MailParty[]): MailParty[] => parties.slice(0, most.people).map(cut);

/** The words of a mail as HTML; undefined where they stand in a frame that may not be entered. */
function wordsOf(body: Element | undefined): string | undefined {
  if (!body) return undefined;
  const frame = body.tagName === 'IFRAME' ? body : body.querySelector('iframe');
  if (!frame) return body.innerHTML.slice(0, most.html);
  const inner = (frame as HTMLIFrameElement).contentDocument?.body;
  return inner ? inner.innerHTML.slice(0, most.html) : undefined;
}

/** Links to attached address cards near a message: of this very host, never anything that the mail itself points to. */
function cardLinks(doc: Document, messages: OpenMessage[]): string[] {
  const found = new Set<string>();
  for (const link of doc.querySelectorAll('a[href],[download_url]')) {
    if (messages.some(({ bodyElement }) => bodyElement?.contains(link))) continue;
    const told =
      link.getAttribute('download_url')?.replace(/^[^:]*:[^:]*:(?=https?:)/, '') ?? link.getAttribute('href') ?? '';
    const words = `${link.textContent ?? ''} ${link.getAttribute('title') ?? ''} ${link.getAttribute('download') ?? ''} ${link.getAttribute('download_url') ?? ''}`;
    if (!/\.vcf\b|vcard/i.test(`${words} ${link.closest('li')?.className ?? ''} ${told.replace(/[?#].*/s, '')}`))
      continue;
    const url = URL.parse(told, doc.baseURI);
    if (url && url.origin === URL.parse(doc.URL)?.origin && /^https?:$/.test(url.protocol)) found.add(url.href);
  }
  return [...found].slice(0, most.cards);
}

/** What an attachment holds, if it is an address card. A download that the user's own client offers; fails to nothing. */
async function cardAt(url: string): Promise<string | undefined> {
  try {
    const response = await fetch(url, { credentials: 'include', signal: AbortSignal.timeout(cardLimit) });
    const text = response.ok ? (await response.text()).slice(0, most.card) : '';
    return /^\s*BEGIN:VCARD/i.test(text) ? text : undefined;
  } catch {
    // Not there, not ours to fetch, or too slow: the mail is read without it.
    return undefined;
  }
}

/**
 * What is open in one frame of a mailbox. Changes nothing; fetches nothing but the attached address cards that the client
 * itself offers for download. In: the frame's document, its host. Out: what the background parses.
 */
export async function takeMailSnapshot(doc: Document, host: string): Promise<MailSnapshotInput> {
  const messages = readOpenMessages(doc, host).slice(-most.messages);
  const owner = mailboxOwner(doc, host);
  const link = messages.length > 0 ? linkOf(doc) : undefined;
  const cards =
    messages.length > 0
      ? (await Promise.all(cardLinks(doc, messages).map(cardAt))).filter((card) => card !== undefined)
      : [];
  const lang = doc.documentElement.getAttribute('lang');
  return {
    url: doc.URL.slice(0, 4000),
    ...(link && { link: link.slice(0, 4000) }),
    ...(lang && { lang: lang.slice(0, 20) }),
    ...(owner && { owner: owner.slice(0, 320) }),
    rows: messages.length > 0 ? 0 : readRows(doc, host).length,
    messages: messages.map(({ element: _element, bodyElement, ...told }, index) => {
      const html = wordsOf(bodyElement);
      const isLast = index === messages.length - 1;
      return {
        ...told,
        from: cut(told.from),
        ...(told.sender && { sender: cut(told.sender) }),
        replyTo: cutAll(told.replyTo ?? []),
        to: cutAll(told.to),
        cc: cutAll(told.cc),
        subject: told.subject.slice(0, 1000),
        ...(told.date && { date: told.date.slice(0, 200) }),
        ...(html !== undefined && { html }),
        // Nothing tells which of several messages an attachment belongs to: the newest has them all.
        ...(isLast && cards.length > 0 && { cards }),
      };
    }),
  };
}
