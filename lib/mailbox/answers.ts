import type { MailAnswers, MailCard, MailMark, Request, Response } from '../messaging/protocol.ts';
import type { Sender as MessageSender } from '../messaging/transport.ts';
import type { Book } from '../storage/book.ts';
import { senderFacts } from '../storage/sender-card.ts';
import { firmOf, lookUpSenders } from '../storage/senders.ts';
import { getSetting, setSetting } from '../storage/settings.ts';
import { ownDomain } from './own-domain.ts';
import type { Self } from './self.ts';
import type { Sender, SenderFacts } from './sender.ts';
import { isMailboxOn } from './sites.ts';

/** What the background needs to answer a mailbox: the book, the clock, words in the user's language. */
export type AnswerDeps = {
  book(): Promise<Book>;
  now(): number;
  mark(sender: Sender, called: string): MailMark;
  card(facts: SenderFacts, hasFirm: boolean, elsewhere: string | undefined): MailCard;
};

const off: MailAnswers = { on: false, rows: false, marks: [] };

/** The frame's own address; where it is about:blank, that of whoever made it. */
const placeOf = ({ origin, url, tab }: MessageSender): string | undefined =>
  [url, origin && `${origin}/`, tab?.url].find((address) => address !== undefined && /^https?:/.test(address));

/** Who the user is, and whom they want left alone. Throws `BookError`. */
export async function getSelf(book: Book): Promise<Self> {
  const [addresses, domains, never] = await Promise.all([
    getSetting(book, 'myAddresses'),
    getSetting(book, 'myDomains'),
    getSetting(book, 'mailNever'),
  ]);
  return { addresses, domains, never };
}

/** Keeps the address that a mailbox shows as its owner's, until the user said themselves who they are. */
async function learnOwner(book: Book, owner: string): Promise<void> {
  const self = await getSelf(book);
  const address = owner.toLowerCase();
  if (self.addresses.includes(address) || (await getSetting(book, 'mailMeAsked'))) return;
  await setSetting(book, 'myAddresses', [...self.addresses, address]);
  const domain = ownDomain(address);
  if (domain && !self.domains.includes(domain)) await setSetting(book, 'myDomains', [...self.domains, domain]);
}

/** Answers a mailbox's batch. In: the request, who asks as the browser says. Out: `on: false` where chips are not wanted there. */
export async function answerLookup(
  { people, owner }: { people: Request<'mail.lookup'>['people']; owner?: string | undefined },
  sender: MessageSender,
  deps: AnswerDeps,
): Promise<Response<'mail.lookup'>> {
  if (!(await isMailboxOn(placeOf(sender)))) return off;
  const book = await deps.book();
  if (owner) await learnOwner(book, owner);
  const asked = people.map((person) => ({ ...person, name: person.name ?? '' }));
  const [self, rows] = await Promise.all([getSelf(book), getSetting(book, 'mailRows')]);
  const found = await lookUpSenders(book, asked, self, deps.now());
  const marks = found.map((one, index) => deps.mark(one, asked[index]?.name || (asked[index]?.address ?? '')));
  return { on: true, rows, marks };
}

/** The card of one person of a mailbox. Throws where chips are not wanted there. */
export async function answerCard(
  { person, replyTo }: { person: Request<'mail.card'>['person']; replyTo?: string | undefined },
  sender: MessageSender,
  deps: AnswerDeps,
): Promise<Response<'mail.card'>> {
  if (!(await isMailboxOn(placeOf(sender)))) throw new Error('not a mailbox that is switched on');
  const book = await deps.book();
  const facts = await senderFacts(book, { ...person, name: person.name ?? '' }, await getSelf(book), deps.now());
  return deps.card(facts, firmOf(facts.address) !== undefined, replyTo);
}
