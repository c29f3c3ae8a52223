import { type CompanyKeys, companyKeys, type PersonKeys, personKeys, phoneKey } from './lead-keys.ts';
import { isPersonalLink } from './link-key.ts';
import { compareNames, type NameMatch } from './name-match.ts';
import { companyKey } from './normalize/company.ts';
import { countryToIso } from './normalize/country.ts';
import { emailKind } from './normalize/email.ts';
import { foldWords } from './normalize/fold.ts';
import type { CompanyValues, PersonValues } from './schema/field.ts';
import type { Company, Lead, Person } from './schema/lead.ts';
import type { Phone } from './schema/value.ts';
import type { Maybe, MaybeReason } from './standing.ts';

/** What a draft, with its edits, is compared by. */
export type PersonFacts = { kind: 'person'; draftId: string; values: PersonValues; partial: boolean; keys: PersonKeys };
export type CompanyFacts = { kind: 'company'; draftId: string; values: CompanyValues; keys: CompanyKeys };
export type Facts = PersonFacts | CompanyFacts;

/** One index look-up: which index of the book, which key in it. */
type LookupIndex =
  | 'emails'
  | 'phones'
  | 'links'
  | 'names'
  | 'wechat'
  | 'qq'
  | 'domain'
  | 'firm'
  | 'register'
  | 'vatId'
  | 'creditCode';
export type Lookup = { index: LookupIndex; key: string };
/** A lead with the keys it is stored under, which know more than its values: a person's include the firm's domain. */
type KnownLead = (Person & { keys?: PersonKeys }) | (Company & { keys?: CompanyKeys });
/** What a look-up found. `otherKind`: leads of the other kind under the same key (a number that is also the firm's). */
export type Hit = Lookup & { leads: KnownLead[]; otherKind: KnownLead[] };
export type Match = { sure?: Lead; maybe: Maybe[] };

/** Facts of a person. In: draft id, values, whether the name is partial, the domain of the firm on the page. */
export function personFacts(
  draftId: string,
  values: PersonValues,
  partial: boolean,
  companyDomain?: string,
): PersonFacts {
  return { kind: 'person', draftId, values, partial, keys: personKeys(values, partial, companyDomain) };
}

/** Facts of a company. In: draft id, values. */
export function companyFacts(draftId: string, values: CompanyValues): CompanyFacts {
  return { kind: 'company', draftId, values, keys: companyKeys(values) };
}

const single = (index: LookupIndex, key: string | undefined): Lookup[] => (key ? [{ index, key }] : []);
const each = (index: LookupIndex, keys: string[]): Lookup[] => keys.map((key) => ({ index, key }));

/** The look-ups that decide whether the book has a draft already. In: its facts. */
export function lookupsFor(facts: Facts): Lookup[] {
  const { keys } = facts;
  const common = [...each('links', keys.links), ...single('wechat', keys.wechat), ...single('qq', keys.qq)];
  if (facts.kind === 'company') {
    const { domain, firm, register, vatId, creditCode } = facts.keys;
    return [
      ...common,
      ...single('domain', domain),
      ...single('register', register),
      ...single('vatId', vatId),
      ...single('creditCode', creditCode),
      ...single('firm', firm),
    ];
  }
  return [
    ...common.filter(({ index, key }) => index !== 'links' || isPersonalLink(key)),
    ...each(
      'emails',
      facts.keys.emails.filter((email) => emailKind(email) !== 'role'),
    ),
    ...each(
      'phones',
      facts.values.phones
        .filter(isPersonalPhone)
        .map(phoneKey)
        .filter((key) => key !== undefined),
    ),
    ...each('names', facts.keys.names),
  ];
}

const isPersonalPhone = ({ kind }: Phone) => kind !== 'switchboard' && kind !== 'fax' && kind !== 'tollFree';

/** Keys that the page gives to two whose names do not agree: they belong to neither alone. In: all drafts of the page. */
export function sharedKeys(page: Facts[]): Set<string> {
  const owners = new Map<string, Facts[]>();
  for (const facts of page) {
    for (const { index, key } of [...lookupsFor(facts), ...firmContacts(facts)]) {
      if (index === 'names' || index === 'firm') continue;
      const place = `${index} ${key}`;
      const known = owners.get(place);
      if (known) known.push(facts);
      else owners.set(place, [facts]);
    }
  }
  // Each against the first alone: a hostile page may give one number to thousands.
  const shared = [...owners].filter(([place, [first, ...others]]) =>
    others.some((b) => first && !mayShare(place, first, b)),
  );
  return new Set(shared.map(([place]) => place));
}

/** A firm's addresses and numbers are no keys of the firm, but they take a person's key away. */
const firmContacts = (facts: Facts): Lookup[] =>
  facts.kind === 'company' ? [...each('emails', facts.keys.emails), ...each('phones', facts.keys.phones)] : [];

function mayShare(place: string, a: Facts, b: Facts): boolean {
  if (a.kind === 'person' && b.kind === 'person') return compareNames(a.values.name, b.values.name) !== 'different';
  if (a.kind === 'company' && b.kind === 'company')
    return /^(?:emails|phones) /.test(place) || firmsAgree(a.keys, b.keys);
  // A person's own address is often their small firm's too; a number then is the firm's.
  return place.startsWith('emails ');
}

const firmsAgree = (a: CompanyKeys, b: CompanyKeys) =>
  !a.firm || !b.firm || a.firm === b.firm || a.firm.includes(b.firm) || b.firm.includes(a.firm);

/**
 * Which lead a draft is, surely or perhaps. Pure: the caller made the look-ups.
 * In: the draft's facts, what each look-up found, the keys that the page gives to several. Out: at most one sure lead, and
 * those to ask about with the reason; several sure ones contradict each other and become questions.
 */
export function judge(facts: Facts, hits: Hit[], shared: Set<string>): Match {
  const sure = new Map<string, Lead>();
  const maybe = new Map<string, Maybe>();
  const ask = (lead: Lead, reason: MaybeReason) => {
    if (!maybe.has(lead.id)) maybe.set(lead.id, { lead, reason });
  };
  for (const hit of hits) {
    const isShared = shared.has(`${hit.index} ${hit.key}`);
    for (const lead of hit.leads) {
      if (lead.kind !== facts.kind) continue;
      const verdict =
        facts.kind === 'person' && lead.kind === 'person'
          ? judgePerson(facts, lead, hit, isShared)
          : facts.kind === 'company' && lead.kind === 'company'
            ? judgeCompany(facts, lead, hit, isShared)
            : 'no';
      if (verdict === 'sure') sure.set(lead.id, lead);
      else if (verdict !== 'no') ask(lead, verdict);
    }
  }
  const [first, second] = [...sure.values()];
  if (first && !second) return { sure: first, maybe: [] };
  for (const lead of sure.values()) maybe.set(lead.id, { lead, reason: 'sameContact' });
  return { maybe: [...maybe.values()] };
}

type Verdict = 'sure' | 'no' | MaybeReason;

function judgePerson(facts: PersonFacts, lead: Person & { keys?: PersonKeys }, hit: Hit, isShared: boolean): Verdict {
  const names = compareNames(facts.values.name, lead.name);
  if (hit.index === 'names') return likelyPerson(facts, lead, names);
  if (isShared || isFirms(hit, lead, names)) return 'no';
  // On several leads: only the one whose name says so can be asked about.
  if (hit.leads.length > 1) return names === 'different' ? 'no' : 'sameContact';
  return names === 'different' ? 'sameContact' : 'sure';
}

/** Whether an address or number belongs to the firm, by the book. */
function isFirms({ index, key, otherKind }: Hit, lead: Person, names: NameMatch): boolean {
  if (index === 'phones')
    return otherKind.length > 0 || !lead.phones.some((p) => phoneKey(p) === key && isPersonalPhone(p));
  return index === 'emails' && otherKind.length > 0 && names !== 'same';
}

function likelyPerson(facts: PersonFacts, lead: Person & { keys?: PersonKeys }, names: NameMatch): Verdict {
  if (lead.partial || (names !== 'same' && names !== 'compatible')) return 'no';
  const theirs = (lead.keys ?? personKeys(lead, lead.partial)).domains;
  if (facts.keys.domains.some((domain) => theirs.includes(domain))) return 'nameAndDomain';
  const [ours, read] = [lead.companyName, facts.values.companyName].map((name) => (name ? companyKey(name) : ''));
  if (ours && ours === read) return 'nameAndFirm';
  // A firm named on one side, its domain known on the other: mueller@acme.example at Acme.
  const named = (key: string | undefined, domains: string[]) =>
    key && domains.some((domain) => domain.split('.')[0] === key.replace(/ /g, ''));
  return named(ours, facts.keys.domains) || named(read, theirs) ? 'nameAndDomain' : 'no';
}

function judgeCompany(facts: CompanyFacts, lead: Company, hit: Hit, isShared: boolean): Verdict {
  const theirs = companyKeys(lead);
  if (hit.index === 'firm') return likelyCompany(facts, lead, theirs);
  if (isShared) return 'no';
  const namesAgree = firmsAgree(facts.keys, theirs);
  if (hit.leads.length > 1) return namesAgree ? 'sameContact' : 'no';
  if (hit.index === 'register') return sameCourt(facts.values, lead) ?? (namesAgree ? 'sure' : 'no');
  if (hit.index === 'vatId' || hit.index === 'creditCode') return 'sure';
  if (officialIdsDiffer(facts, lead)) return 'sameContact';
  return hit.index === 'domain' || namesAgree ? 'sure' : 'sameContact';
}

/** HRB 1234 is one firm at each court. `undefined` where a court is not known. */
function sameCourt(a: CompanyValues, b: CompanyValues): 'sure' | 'no' | undefined {
  if (!a.registerCourt || !b.registerCourt) return undefined;
  const town = (court: string) =>
    foldWords(court).replace(/^(?:amtsgericht|registergericht|handelsregister|ag)\s+/, '');
  const [x, y] = [town(a.registerCourt), town(b.registerCourt)];
  return x === y || x.startsWith(y) || y.startsWith(x) ? 'sure' : 'no';
}

/** Two firms of one group share a domain, never a number in the same register. */
function officialIdsDiffer(facts: CompanyFacts, lead: Company): boolean {
  const theirs = companyKeys(lead);
  const differ = (a: string | undefined, b: string | undefined) => a !== undefined && b !== undefined && a !== b;
  return (
    differ(facts.keys.creditCode, theirs.creditCode) ||
    differ(facts.keys.vatId, theirs.vatId) ||
    (differ(facts.keys.register, theirs.register) && sameCourt(facts.values, lead) !== undefined)
  );
}

function likelyCompany(facts: CompanyFacts, lead: Company, theirs: CompanyKeys): Verdict {
  const [a, b] = [placesOf(facts.values), placesOf(lead)];
  if (a.places.some((place) => b.places.includes(place))) return 'firmAndPlace';
  const citiesDiffer = a.places.length > 0 && b.places.length > 0;
  const countriesKnown = a.countries.length > 0 && b.countries.length > 0;
  if (countriesKnown && a.countries.some((country) => b.countries.includes(country))) return 'firmAndPlace';
  if (countriesKnown || citiesDiffer) return 'no';
  const domainsDiffer = facts.keys.domain && theirs.domain && facts.keys.domain !== theirs.domain;
  return domainsDiffer ? 'no' : 'sameFirm';
}

function placesOf({ addresses }: CompanyValues) {
  const known = (values: (string | undefined)[]) => values.filter((v) => v !== undefined && v !== '');
  return {
    places: known(addresses.flatMap(({ city, postalCode }) => [city && foldWords(city), postalCode])),
    countries: known(addresses.map(({ country }) => country && (countryToIso(country) ?? country.toUpperCase()))),
  };
}
