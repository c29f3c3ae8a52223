import { lookAlikeOf } from '../domain/look-alike.ts';
import { domainOf, isFreeMailDomain } from '../domain/normalize/domain.ts';
import { normalizeEmail } from '../domain/normalize/email.ts';
import { isPlatformDomain } from '../domain/platforms.ts';
import { isAutomatic } from '../domain/quiet-sender.ts';
import { isLeftAlone, type Self } from '../mailbox/self.ts';
import type { Sender, SenderValue } from '../mailbox/sender.ts';
import type { MailPerson } from '../messaging/protocol.ts';
import type { Book } from './book.ts';
import { erasedIn, erasedStores } from './erased-list.ts';
import { knownDomains } from './known-domains.ts';
import { activeProfile } from './profiles.ts';
import { listedIn, referenceStores } from './references.ts';
import { companyRowOf, hiddenBatches, isVisible, type Row, toLead } from './rows.ts';
import { inputStores, inputsOf } from './score-input.ts';
import { briefsOf } from './scores.ts';
import { type ReadTx, read } from './transact.ts';
import { valueIn } from './value-rows.ts';

/** The firm's domain of an address; undefined for mailboxes for everybody. */
export function firmOf(address: string): string | undefined {
  const domain = domainOf(address)?.toLowerCase();
  return domain && !isFreeMailDomain(domain) && !isPlatformDomain(domain) ? domain : undefined;
}

const mostColleagues = 100;

/** Who of them is won, a person with their company. In: a transaction over both kinds, rows, `hiddenBatches`. Out: ids. */
async function wonIn(tx: ReadTx, rows: readonly Row[], hidden: Set<string>): Promise<Set<string>> {
  const heads = await Promise.all(rows.map(async (row) => (await companyRowOf(tx, row, hidden)) ?? row));
  return new Set(rows.filter((_row, at) => heads[at]?.outcome?.result === 'won').map(({ id }) => id));
}

/** What they are worth as customers, by id. In: a transaction over `customerValues`. */
async function valuesIn(tx: ReadTx, rows: readonly Row[]): Promise<Map<string, SenderValue>> {
  const found = await Promise.all(rows.map(async (row) => [row.id, await valueIn(tx, toLead(row))] as const));
  return new Map(
    found.flatMap(([id, value]) =>
      value?.valueClass
        ? [[id, { valueClass: value.valueClass, ...(value.segment && { segment: value.segment }) }] as const]
        : [],
    ),
  );
}

type Hit = { row: Row } | { people: number; company?: Row } | undefined;

/** Looks up one address: a person's, else a firm's own or one of a known firm. Most senders are people, so they are asked for first. */
async function hitOf(tx: ReadTx, address: string, hidden: Set<string>): Promise<Hit> {
  const people = await tx.objectStore('people').index('emails').getAll(address, 5);
  const person = people.find((one) => isVisible(one, hidden));
  if (person) return { row: person };
  const domain = firmOf(address);
  const [shared, staff, firms] = await Promise.all([
    tx.objectStore('companies').index('emails').getAll(address, 5),
    domain ? tx.objectStore('people').index('domains').getAllKeys(domain, mostColleagues) : [],
    domain ? tx.objectStore('companies').index('domain').getAll(domain, 5) : [],
  ]);
  const row = shared.find((one) => isVisible(one, hidden));
  if (row) return { row };
  const company = firms.find((one) => isVisible(one, hidden));
  return staff.length > 0 || company ? { people: staff.length, ...(company && { company }) } : undefined;
}

/** Addresses that a list of people and firms not to be contacted has, themselves or by their firm. */
async function barredIn(tx: ReadTx, addresses: readonly string[]): Promise<Set<string>> {
  const asked = addresses.map((address) => [
    `e:${address}`,
    ...[firmOf(address) ?? []].flat().map((domain) => `d:${domain}`),
  ]);
  const listed = await listedIn(tx, asked);
  return new Set(addresses.filter((_address, at) => listed[at]?.some(({ purpose }) => purpose === 'doNotContact')));
}

/**
 * Who the people of a mailbox are, by indexes only, in one transaction. In: the people, who the user is, the time. Out: an answer
 * each, in their order. Throws `BookError`.
 */
export async function lookUpSenders(
  book: Book,
  people: readonly MailPerson[],
  self: Self,
  now: number,
): Promise<Sender[]> {
  const asked = people.map(({ address, name, where }) => {
    const email = normalizeEmail(address);
    // Somebody one writes to is a person, whatever their address is called.
    const quiet = isLeftAlone(email, self) || (where !== 'compose' && isAutomatic(email, name));
    return { email, where, quiet };
  });
  // Scores from the same transaction: a second one, and the same rows again, cost as much as the looking up.
  const looking = read(book, [...inputStores, ...erasedStores, ...referenceStores], async (tx) => {
    const hidden = await hiddenBatches(tx);
    const once = new Map<string, Promise<Hit>>();
    for (const { email, quiet } of asked) {
      if (!quiet && !once.has(email)) once.set(email, hitOf(tx, email, hidden));
    }
    const found = new Map(await Promise.all([...once].map(async ([email, hit]) => [email, await hit] as const)));
    const rows = new Map(
      [...found.values()].flatMap((hit) => {
        const row = hit && ('row' in hit ? hit.row : hit.company);
        return row ? [[row.id, row] as const] : [];
      }),
    );
    const isWriting = asked.some(({ where, quiet }) => where === 'compose' && !quiet);
    const erased = isWriting ? await erasedIn(tx) : undefined;
    const barred = isWriting ? await barredIn(tx, [...once.keys()]) : new Set<string>();
    const known = [...rows.values()];
    const inputs = await inputsOf(tx, known, hidden);
    const [values, won] = await Promise.all([valuesIn(tx, known), wonIn(tx, known, hidden)]);
    return { hits: found, erased, barred, inputs, values, won };
  });
  const [{ hits, inputs, erased, barred, values, won }, profile] = await Promise.all([looking, activeProfile(book)]);
  const briefs = briefsOf(profile, inputs, now);
  const strangers = asked.some(({ email, where, quiet }) => !quiet && where === 'compose' && !hits.get(email));
  const domains = strangers ? await knownDomains(book) : undefined;

  return asked.map(({ email, where, quiet }): Sender => {
    if (quiet) return { is: 'none' };
    const hit = hits.get(email);
    const erasedAt = where === 'compose' ? erased?.atOf([`emails ${email}`]) : undefined;
    if (erasedAt !== undefined && !(hit && 'row' in hit)) return { is: 'erased', address: email, at: erasedAt };
    if (where === 'compose' && barred.has(email) && !(hit && 'row' in hit)) return { is: 'barred', name: email };
    if (hit && 'row' in hit) {
      const { id, name = email } = hit.row;
      if (where === 'compose' && (hit.row.doNotContact || barred.has(email))) return { is: 'barred', leadId: id, name };
      const value = values.get(id);
      const customer = value !== undefined || won.has(id);
      return { is: 'known', leadId: id, name, tier: briefs.get(id)?.tier ?? '?', customer, ...(value && { value }) };
    }
    const domain = firmOf(email) ?? '';
    if (hit) {
      const { company } = hit;
      if (where === 'compose' && company?.doNotContact)
        return { is: 'barred', leadId: company.id, name: company.name ?? domain };
      const brief = company && briefs.get(company.id);
      const value = company && values.get(company.id);
      return {
        is: 'firm',
        domain,
        people: hit.people,
        ...(company && { company: { id: company.id, name: company.name ?? domain } }),
        ...(brief && { tier: brief.tier }),
        customer: company !== undefined && (value !== undefined || won.has(company.id)),
        ...(value && { value }),
      };
    }
    const like = where === 'compose' && domain && domains ? lookAlikeOf(domain, domains) : undefined;
    return like ? { is: 'lookAlike', domain, like } : { is: 'stranger' };
  });
}
