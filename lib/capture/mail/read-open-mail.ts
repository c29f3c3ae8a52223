import { domainOf, isFreeMailDomain } from '../../domain/normalize/domain.ts';
import type { MailOpen, Reading } from '../../domain/schema/draft.ts';
import type { MailSnapshot, ShownMessage } from '../../domain/schema/mail-snapshot.ts';
import type { CompanyEvidence, PersonEvidence } from '../subjects.ts';
import { draftsOf, stableId } from '../subjects-drafts.ts';
import { type Card, isRobot, readCard } from './card.ts';
import type { MailParty } from './eml.ts';
import { mergeCompanies, samePerson } from './gather.ts';
import { mailDate } from './mail-date.ts';
import { readMessage } from './read-mail.ts';

export type OpenMailOptions = {
  now: number;
  country?: string;
  /** The user, colleagues and whom they never want kept. In: an address in lower case. */
  isLeftAlone(address: string): boolean;
};

/** Somebody written to was named by others: offered, not taken for granted. */
const sureness = { writtenTo: 0.8, alsoNamed: 0.55 };

/** What clients put before the classes of a mail so that they touch nothing of theirs. */
const prefixed =
  /(?<=[\s"'])(?:v1|x_|yiv\d+|m_-?\d+)(?=gmail|moz-|Apple-|protonmail|yahoo|divRply|ms-outlook|OutlookMessage|Signature)/g;

const lower = ({ address }: MailParty): string => address.toLowerCase();

/**
 * Reads the messages that are open in a mail client: who wrote, with what their signature tells, everybody written to, whom the
 * mail quotes, hands on or came with as a card. The address of the header wins over whatever the text says. In: what the page
 * showed, the time, whom to leave alone. Out: a reading without times; undefined where no message is open.
 */
export async function readOpenMail(
  shown: MailSnapshot,
  options: OpenMailOptions,
): Promise<Omit<Reading, 'ms' | 'msPage'> | undefined> {
  const main = shown.messages.findLast((message) => !message.sent) ?? shown.messages.at(-1);
  if (!main) return undefined;
  const link = shown.link ?? shown.url;
  const mine = ownAddresses(shown);
  const isApart = (address: string) => mine.has(address) || options.isLeftAlone(address);
  const others = shown.messages.filter((message) => message !== main).reverse();
  const cards: Card[] = [];
  let country = options.country;
  let truncated = false;
  for (const message of [main, ...others]) {
    const read = await readMessage({
      html: (message.html ?? '').replace(prefixed, ''),
      header: { from: message.from, subject: message.subject, cards: message.cards },
      url: link,
      now: options.now,
      ...(options.country && { country: options.country }),
    });
    if (message === main) country = read.country;
    truncated ||= read.body.truncated;
    for (const card of withoutLines(read.cards)) join(cards, withoutForeign(card, message.from));
  }
  for (const message of [main, ...others]) for (const card of namedIn(message, isApart, country)) join(cards, card);

  const kept = withoutApart(cards, shown, isApart);
  const people = kept.flatMap(({ person }) => person ?? []);
  return {
    url: shown.url,
    key: keyOf(shown, main),
    title: main.subject || main.from.name || main.from.address,
    at: options.now,
    ...(country && { country }),
    ...draftsOf({ people, companies: mergeCompanies(kept) }, { url: link, at: options.now }, 'given'),
    closedFrames: [],
    truncated,
    mailOpen: touchOf(shown, main, isApart, options.now),
  };
}

/** The owner, and whoever wrote what lies in the folder of sent mail. */
function ownAddresses({ owner, messages }: MailSnapshot): Set<string> {
  const mine = messages.filter(({ sent }) => sent).map(({ from }) => lower(from));
  return new Set([...(owner ? [owner.toLowerCase()] : []), ...mine]);
}

/** Words of a mail are no lines of the page: what is told leads back by its words alone. */
function withoutLines(cards: Card[]): Card[] {
  for (const { person, company } of cards)
    for (const subject of [person, company])
      for (const list of Object.values(subject?.fields ?? {})) for (const evidence of list) delete evidence.line;
  return cards;
}

/** A text may name any address: beside the header's only those of the same firm, or of the same name elsewhere, are the sender's. */
function withoutForeign(card: Card, from: MailParty): Card {
  const fields = card.person?.fields;
  const own = lower(from);
  if (!fields?.emails?.some(({ value }) => value.toLowerCase() === own)) return card;
  const [name, host] = [own.slice(0, own.lastIndexOf('@')), domainOf(own)];
  const isPrivate = host === undefined || isFreeMailDomain(host);
  fields.emails = fields.emails.filter(({ value }) => {
    const address = value.toLowerCase();
    return isPrivate || domainOf(address) === host || address.slice(0, address.lastIndexOf('@')) === name;
  });
  return card;
}

/** Adds a card; of somebody who is there already only what is not yet known, as what was read first is the newest. */
function join(cards: Card[], card: Card): void {
  const { person, company } = card;
  const twin = person && cards.find((other) => other.person && samePerson(other.person, person));
  if (!person || !twin?.person) {
    cards.push(card);
    return;
  }
  fill(twin.person.fields, person.fields);
  if (person.inbound) twin.person.inbound = true;
  if (!company) return;
  if (twin.company) fill(twin.company.fields, company.fields);
  else {
    twin.company = company;
    twin.person.company = company;
  }
}

function fill<F extends object>(into: F, from: F): void {
  for (const field of Object.keys(from) as (keyof F)[]) into[field] ??= from[field];
}

/** Everybody a header names beside its sender. */
function namedIn(message: ShownMessage, isApart: (address: string) => boolean, country: string | undefined): Card[] {
  // Where a program wrote, an answer goes to whoever it wrote for.
  const answered = isRobot(message.from.address) ? message.replyTo : [];
  const named = [
    ...answered.map((party) => ({ party, confidence: sureness.writtenTo })),
    ...[...message.to, ...message.cc, ...message.replyTo].map((party) => ({
      party,
      confidence: message.sent ? sureness.writtenTo : sureness.alsoNamed,
    })),
  ];
  return named.flatMap(({ party, confidence }) => {
    if (isApart(lower(party)) || isRobot(party.address)) return [];
    const card = readCard({ block: [], header: party, country });
    if (card.person) card.person.confidence = Math.min(card.person.confidence, confidence);
    // Their firm is known by a domain alone: no reason to offer it before somebody is kept.
    if (card.company) card.company.role = 'mentioned';
    return card.person ? [card] : [];
  });
}

/** Takes out the user, colleagues and whom they never want kept, and the firm they work for. */
function withoutApart(cards: Card[], shown: MailSnapshot, isApart: (address: string) => boolean): Card[] {
  const parties = shown.messages.flatMap(({ from, to, cc }) => [from, ...to, ...cc]);
  const names = new Set(parties.filter((p) => p.name && isApart(lower(p))).map(({ name }) => name.toLowerCase()));
  const isOut = ({ fields }: PersonEvidence): boolean => {
    const mails = (fields.emails ?? []).map(({ value }) => value.toLowerCase());
    if (mails.length > 0) return mails.some(isApart);
    return names.has((fields.name?.[0]?.value ?? '').toLowerCase());
  };
  const isOwnFirm = ({ fields }: CompanyEvidence): boolean =>
    [...(fields.domain ?? []), ...(fields.emails ?? [])].some(({ value }) => {
      const host = value.slice(value.lastIndexOf('@') + 1).toLowerCase();
      return !isFreeMailDomain(host) && isApart(value.includes('@') ? value.toLowerCase() : `someone@${host}`);
    });
  return cards.flatMap(({ person, company }): Card[] => {
    const out = person !== undefined && isOut(person);
    const firm = company && !isOwnFirm(company) ? company : undefined;
    if (out || (!person && !firm)) return [];
    if (person && !firm) delete person.company;
    return [{ ...(person && { person }), ...(firm && { company: firm }) }];
  });
}

function touchOf(
  { link, lang, messages }: MailSnapshot,
  { subject }: ShownMessage,
  isApart: (address: string) => boolean,
  now: number,
): MailOpen {
  const touched = new Map<string, number>();
  for (const { from, to, cc, date } of messages) {
    const at = mailDate(date, lang, now) ?? now;
    for (const party of [from, ...to, ...cc]) {
      const address = lower(party);
      if (!isApart(address)) touched.set(address, Math.max(at, touched.get(address) ?? 0));
    }
  }
  return {
    subject: subject.slice(0, 1000),
    ...(link && { link }),
    touched: [...touched].slice(0, 200).map(([address, at]) => ({ address, at })),
  };
}

/** Tells one message from the next: a mail client may show both at one address. */
function keyOf({ url }: MailSnapshot, { from, subject, date }: ShownMessage): string {
  const host = URL.parse(url)?.host ?? '';
  return `mail:${host}/${stableId(`${lower(from)}|${subject}|${date ?? ''}`)}`;
}
