import type { FieldChange } from '../domain/diff-leads.ts';
import { personKeys, phoneKey } from '../domain/lead-keys.ts';
import { isPersonalLink, linkKey } from '../domain/link-key.ts';
import { emailKind } from '../domain/normalize/email.ts';
import { fold } from '../domain/normalize/fold.ts';
import { identifiersOf } from '../domain/privacy/identifiers.ts';
import { needlesOf, type Telling } from '../domain/privacy/needles.ts';
import type { Scrubbing } from '../domain/privacy/scrub.ts';
import type { PersonValues } from '../domain/schema/field.ts';
import type { Person } from '../domain/schema/lead.ts';
import type { PersonRow } from './book-schema.ts';
import { familyOf } from './lead-bound.ts';
import type { AnyTx } from './transact.ts';

/** Somebody as the book knows them: under which ids, by what they come again, how they are found in records. */
export type Search = { ids: string[]; identifiers: string[]; scrubbing: Scrubbing };

type Known = Pick<PersonValues, 'name' | 'companyName' | 'wechat' | 'qq' | 'whatsapp'> &
  Pick<PersonValues, 'emails' | 'phones' | 'links'>;

/**
 * Everything that tells of a person, what they were formerly called and reached by included. What others of the book have too
 * (a switchboard, a namesake's name) stays theirs. In: a transaction over all stores, the person's id. Out: undefined where
 * there is none.
 */
export async function searchFor(tx: AnyTx, id: string): Promise<Search | undefined> {
  if (!(await tx.objectStore('people').get(id))) return undefined;
  const ids = await familyOf(tx, id);
  const states = (await Promise.all(ids.map((one) => statesOf(tx, one)))).flat();
  const shared = await sharedKeys(tx, states, new Set(ids));
  const firms = await Promise.all(
    states.map(({ companyId }) => (companyId ? tx.objectStore('companies').get(companyId) : undefined)),
  );
  const identifiers = states.flatMap((state, at) =>
    identifiersOf({ ...state.known, addresses: [] }, state.partial, firms[at]?.keys.domain, shared),
  );
  const known = states.map((state) => state.known);
  const names = [...new Set(states.filter(({ partial }) => !partial).flatMap(({ known }) => known.name ?? []))];
  const telling: Telling = {
    names,
    emails: unique(known.flatMap(({ emails }) => emails)).filter(
      (email) => emailKind(email) !== 'role' && !shared.has(`emails ${email}`),
    ),
    phones: known.flatMap(({ phones }) => phones).filter((phone) => !shared.has(`phones ${phoneKey(phone)}`)),
    links: unique(known.flatMap(({ links }) => links)).filter((link) => {
      const key = linkKey(link);
      return key !== undefined && isPersonalLink(key) && !shared.has(`links ${key}`);
    }),
    ids: unique(known.flatMap(({ wechat, qq, whatsapp }) => [wechat, qq, whatsapp].flatMap((one) => one ?? []))),
  };
  const namesakes = await namesakesOf(tx, names, new Set(ids));
  return {
    ids,
    identifiers: unique(identifiers),
    scrubbing: { needles: needlesOf(telling), ids: new Set(ids), namesakes },
  };
}

const unique = <T>(values: T[]): T[] => [...new Set(values)];

type State = { known: Known; partial: boolean; companyId: string | undefined };

/** How one lead stands and stood: its row, and each state that its history and merges tell of. */
async function statesOf(tx: AnyTx, id: string): Promise<State[]> {
  const [row, changes, merges] = await Promise.all([
    tx.objectStore('people').get(id),
    tx.objectStore('changes').index('leadId').getAll(id),
    tx.objectStore('merges').index('leadIds').getAll(id),
  ]);
  const rows: Partial<Person>[] = [
    ...(row ? [row] : []),
    ...merges.flatMap(({ before, after }) => [
      ...before.map((one) => one.row as Partial<Person>),
      after.lead as Person,
    ]),
  ];
  const states = rows.map((one) => stateOf(one, row));
  for (const { fields } of changes)
    for (const side of ['before', 'after'] as const) states.push(stateOf({ ...row, ...sideOf(fields, side) }, row));
  const seen = new Set<string>();
  return states.filter((state) => {
    const key = JSON.stringify(state);
    return !seen.has(key) && seen.add(key);
  });
}

const sideOf = (fields: FieldChange[], side: 'before' | 'after'): Partial<Person> =>
  Object.fromEntries(fields.flatMap((one) => (one[side] === undefined ? [] : [[one.field, one[side]]])));

/** What of a record tells who it is. A history may hold anything: what is not as it should be is left out. */
function stateOf(values: Partial<Person>, row: PersonRow | undefined): State {
  const textOf = (value: unknown) => (typeof value === 'string' && value.trim() ? { value } : undefined);
  const listOf = <T>(value: T[] | undefined): T[] => (Array.isArray(value) ? value : []);
  const known: Known = {
    emails: listOf(values.emails),
    phones: listOf(values.phones),
    links: listOf(values.links),
  };
  for (const field of ['name', 'companyName', 'wechat', 'qq', 'whatsapp'] as const) {
    const text = textOf(values[field]);
    if (text) known[field] = text.value;
  }
  return { known, partial: values.partial ?? row?.partial ?? false, companyId: values.companyId };
}

/** Addresses, numbers and links that somebody else has too; numbers also where their firm has them. */
async function sharedKeys(tx: AnyTx, states: State[], own: Set<string>): Promise<Set<string>> {
  const shared = new Set<string>();
  const ask = async (index: 'emails' | 'phones' | 'links', key: string | undefined) => {
    if (!key) return;
    const people = await tx.objectStore('people').index(index).getAllKeys(key);
    const firms = index === 'phones' ? await tx.objectStore('companies').index(index).getAllKeys(key) : [];
    if (firms.length > 0 || people.some((id) => !own.has(id))) shared.add(`${index} ${key}`);
  };
  await Promise.all(
    states.flatMap(({ known: { emails, phones, links } }) => [
      ...emails.map((email) => ask('emails', email)),
      ...phones.map((phone) => ask('phones', phoneKey(phone))),
      ...links.map((link) => ask('links', linkKey(link))),
    ]),
  );
  return shared;
}

/** Others of the book with the very same name. */
async function namesakesOf(tx: AnyTx, names: string[], own: Set<string>): Promise<Set<string>> {
  const wanted = new Set(names.map(fold));
  const keys = unique(names.flatMap((name) => personKeys({ ...noValues, name }, false).names));
  const rows = await Promise.all(keys.map((key) => tx.objectStore('people').index('names').getAll(key)));
  return new Set(rows.flat().flatMap(({ id, name }) => (!own.has(id) && name && wanted.has(fold(name)) ? [id] : [])));
}
const noValues = { emails: [], phones: [], links: [], addresses: [] };
