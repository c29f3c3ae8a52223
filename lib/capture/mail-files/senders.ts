import { domainOf, isFreeMailDomain } from '../../domain/normalize/domain.ts';
import { isAutomatic } from '../../domain/quiet-sender.ts';
import type { Eml, MailParty } from '../mail/eml.ts';

/** Where a message stands in its file, and when it was sent. */
export type Place = { start: number; end: number; at: number };

/** Somebody who writes in a mailbox file. */
export type Sender = {
  address: string;
  /** As most of their messages have it. */
  name: string;
  count: number;
  /** Their newest messages, newest first. */
  newest: Place[];
};

/** Who a user is, as far as it is known: their own addresses and firm's domains, and whom they leave alone. */
export type Own = { addresses: readonly string[]; domains: readonly string[]; never: readonly string[] };

export type Census = {
  senders: Sender[];
  /** Messages that hold an address card, newest first. */
  cards: Place[];
  /** Messages of programs that are no newsletters: enquiries from a web form come so. */
  machines: Place[];
  left: { lists: number; automatic: number; own: number };
  /** More senders than are kept. */
  truncated: boolean;
  /** Whether an address is the user's, a colleague's, or one to be left alone. */
  isOwn(address: string): boolean;
};

const most = { kept: 60_000, newest: 4, cards: 200, machines: 200, names: 6 };
/** Share of all messages that one address must have got, or sent, to be the mailbox's own. */
const ownShare = 0.5;
const leastForOwn = 5;
/** What programs call the folder of sent mail. */
const sentName = /sent|gesendet|envoy|enviad|inviat|verzonden|отправ|已发|已傳|寄件|发件|送信/i;

type Count = Omit<Sender, 'name'> & { names: Map<string, number> };

function keepNewest(places: Place[], place: Place, atMost: number): void {
  const oldest = places.at(-1);
  if (places.length >= atMost && oldest && oldest.at >= place.at) return;
  places.push(place);
  places.sort((a, b) => b.at - a.at);
  if (places.length > atMost) places.length = atMost;
}

const bump = (counts: Map<string, number>, key: string, atMost: number) => {
  if (counts.has(key) || counts.size < atMost) counts.set(key, (counts.get(key) ?? 0) + 1);
};

/** Counts who writes in a mailbox file of this name. `add` each message's header in any order, then ask for the `result`. */
export function createCensus(own: Own, fileName: string) {
  const people = new Map<string, Count>();
  const recipients = new Map<string, Count>();
  const boxes = new Map<string, number>();
  const cards: Place[] = [];
  const machines: Place[] = [];
  const left = { lists: 0, automatic: 0, own: 0 };
  let messages = 0;
  let truncated = false;

  const count = (into: Map<string, Count>, { name, address }: MailParty, place: Place) => {
    const key = address.toLowerCase();
    if (!/^[^\s@]+@[^\s@]+$/.test(key)) return;
    let known = into.get(key);
    if (!known && into.size >= most.kept) {
      truncated = true;
      return;
    }
    if (!known) {
      known = { address: key, names: new Map(), count: 0, newest: [] };
      into.set(key, known);
    }
    known.count++;
    if (name) bump(known.names, name, most.names);
    keepNewest(known.newest, place, most.newest);
  };

  const add = (head: Eml, place: Place, hasCard: boolean): void => {
    messages++;
    for (const box of new Set([...head.deliveredTo, ...head.to.map(({ address }) => address.toLowerCase())]))
      bump(boxes, box, most.kept);
    if (head.isList) {
      left.lists++;
      return;
    }
    if (hasCard) keepNewest(cards, place, most.cards);
    const { from } = head;
    if (!from) return;
    if (head.isAutomatic || isAutomatic(from.address.toLowerCase(), from.name)) {
      left.automatic++;
      keepNewest(machines, place, most.machines);
      return;
    }
    count(people, from, place);
    for (const party of [...head.to, ...head.cc].slice(0, 50)) count(recipients, party, place);
  };

  /**
   * Whose mailbox it is, where nobody said: what most messages go to, or come from in a folder of sent mail. Somebody who
   * wrote most of an inbox is not taken for its owner: more goes to the owner than comes from them.
   */
  const guessed = (): string[] => {
    if (messages < leastForOwn || own.addresses.length > 0) return [];
    const top = (counts: [string, number][]) =>
      counts.reduce((best, each) => (each[1] > best[1] ? each : best), ['', 0]);
    const [to, got] = top([...boxes]);
    const [from, sent] = top([...people.values()].map(({ address, count: wrote }) => [address, wrote]));
    const isSent = sent > got || (sent === got && sentName.test(fileName));
    const [owner, share] = isSent ? [from, sent] : [to, got];
    return share >= messages * ownShare ? [owner] : [];
  };

  const result = (): Census => {
    const mine = new Set([...own.addresses.map((address) => address.toLowerCase()), ...guessed()]);
    const firms = new Set(own.domains.map((domain) => domain.toLowerCase()));
    for (const address of mine) {
      const domain = domainOf(address);
      if (domain && !isFreeMailDomain(domain)) firms.add(domain);
    }
    const never = new Set(own.never.map((entry) => entry.toLowerCase().replace(/^@/, '')));
    const isOwn = (address: string) => {
      const domain = domainOf(address) ?? address.split('@')[1] ?? '';
      return mine.has(address) || firms.has(domain) || never.has(address) || never.has(domain);
    };
    // In a folder of sent mail it is those who were written to.
    const sent = [...mine].reduce((sum, address) => sum + (people.get(address)?.count ?? 0), 0);
    const counted = sent >= messages * ownShare && sent > 0 ? [...recipients.values()] : [...people.values()];
    left.own = counted.filter(({ address }) => isOwn(address)).reduce((sum, each) => sum + each.count, 0);
    const senders = counted
      .filter(({ address }) => !isOwn(address) && !isAutomatic(address))
      .map(({ names, ...rest }): Sender => {
        const [best] = [...names].sort((a, b) => b[1] - a[1]);
        return { ...rest, name: best?.[0] ?? '' };
      })
      .sort((a, b) => (b.newest[0]?.at ?? 0) - (a.newest[0]?.at ?? 0));
    return { senders, cards, machines, left, truncated, isOwn };
  };

  return { add, result };
}
