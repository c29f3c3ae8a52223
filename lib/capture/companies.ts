import { countryToIso } from '../domain/normalize/country.ts';
import type { Address } from '../domain/schema/value.ts';
import type { FirmAnchor } from './companies-anchors.ts';
import { firmKey, sameFirm } from './companies-names.ts';
import { type FoundAddress, findAddresses } from './detectors/address.ts';
import { type CompanyFact, findCompanyFacts } from './detectors/company-facts.ts';
import { booth } from './detectors/stand.ts';
import type { Contact } from './lines-contacts.ts';
import { nameScore } from './lines-scores.ts';
import type { View } from './lines-view.ts';
import { type Scope, scopesOf } from './people-scopes.ts';

/** A firm as the text shows it, with what in its reach is its. */
export type FirmSighting = {
  anchor: FirmAnchor;
  scope: Scope;
  contacts: Contact[];
  addresses: FoundAddress[];
  facts: CompanyFact[];
  extras: { field: 'stand' | 'products' | 'industry'; value: string; line: number }[];
  place?: { address: Address; line: number };
};

export type FirmReading = {
  firms: FirmSighting[];
  rest: Contact[];
  addresses: FoundAddress[];
  facts: CompanyFact[];
};

/** A list that gives each firm one line with its number: what comes after the last is no more of it. */
function oneLiner(phones: Set<number>, anchors: FirmAnchor[], i: number): boolean {
  const line = anchors[i]?.line ?? -1;
  const beside = [anchors[i - 1]?.line, anchors[i + 1]?.line].some(
    (other) => other !== undefined && Math.abs(other - line) === 1 && phones.has(other),
  );
  return beside && phones.has(line);
}

function firmScopes(view: View, anchors: FirmAnchor[]): Scope[] {
  const phones = new Set(view.contacts.filter((c) => c.kind === 'phone').map((c) => c.line));
  const scopes = scopesOf(
    view.page,
    anchors.map((a) => a.line),
  );
  return anchors.map((a, i) => {
    const row = view.labels.row[a.line] ?? -1;
    const block = view.page.blocks[row];
    if (row >= 0 && block) return { from: block.first, to: block.last };
    const scope = scopes[i] ?? { from: a.line, to: a.line };
    if (a.how === 'prose' || oneLiner(phones, anchors, i)) return { from: a.line, to: a.line };
    if (a.how === 'record' || a.how === 'column') return scope;
    const own = view.page.blocks[view.page.lines[a.line]?.b ?? 0];
    // "General partner:" above a name tells of that firm in its own paragraph, what comes after is again the page's own
    if (/[:：]$/.test(view.page.lines[a.line - 1]?.s ?? ''))
      return { from: a.line, to: Math.min(scope.to, own?.last ?? a.line) };
    return a.line - scope.from > 3 ? { from: a.line, to: scope.to } : scope;
  });
}

/** Columns that hold facts of the firm in their row. */
const rowFacts: readonly (readonly [RegExp, CompanyFact['field']])[] = [
  [
    /^(?:法定代表人|法人代表|法人|负责人|負責人|代表人|經營者|经营者|Geschäftsführer|Legal representative)$/i,
    'representatives',
  ],
  [/^(?:注册资本|注册资金|資本額|资本额|認繳資本)/, 'registeredCapital'],
  [/^(?:成立日期|成立时间|注册日期)$/, 'founded'],
];

/** Columns of a list that say more of a firm. */
function rowExtras(view: View, firm: FirmSighting): void {
  const { page, labels } = view;
  const place: Address = { text: '' };
  for (let i = firm.scope.from; i <= firm.scope.to; i++) {
    const text = page.lines[i]?.s ?? '';
    const meaning = labels.meaning[i];
    if (text === '' || text.length > 200) continue;
    if ((meaning === 'stand' || meaning === 'products') && firm.extras.length < 6)
      firm.extras.push({ field: meaning, value: text, line: i });
    else if (firm.anchor.how === 'column' && rowFacts.some(([label]) => label.test(labels.label[i] ?? ''))) {
      const field = rowFacts.find(([label]) => label.test(labels.label[i] ?? ''))?.[1];
      const person = field === 'representatives' ? nameScore(text) : undefined;
      if (field && (person ? person.score >= 0.5 && !person.partial : /\d/.test(text)) && firm.facts.length < 12)
        firm.facts.push({ field, value: person?.name ?? text, line: i, at: 0 });
    } else if (meaning === 'place' || meaning === 'country') {
      if (meaning === 'place') place.city ??= text.replace(/^\d{4,6}\s+/, '');
      place.text = [place.text, text].filter(Boolean).join(', ');
      firm.place ??= { address: place, line: i };
    }
  }
  if (firm.extras.length === 0)
    for (let i = firm.scope.from; i <= firm.scope.to; i++) {
      const told = booth.exec(page.lines[i]?.s ?? '');
      if (told) firm.extras.push({ field: 'stand', value: told[0].replace(/\s+/g, ' ').trim().slice(0, 60), line: i });
    }
  if (firm.anchor.how !== 'record' || firm.place) return;
  // a line that is a country and nothing else, in a list of exhibitors
  for (let i = firm.anchor.line + 1; i <= firm.scope.to; i++) {
    const text = page.lines[i]?.s ?? '';
    const country = text.length > 1 && text.length <= 30 && !/\d/.test(text) ? countryToIso(text) : undefined;
    if (!country) continue;
    firm.place = { address: { text, country }, line: i };
    return;
  }
}

/** In: the view, firm names on it and the contacts that no person took. Out: the firms named in the text with what is theirs, and what is nobody's. */
export function firmsOf(view: View, anchors: FirmAnchor[], contacts: Contact[]): FirmReading {
  const scopes = firmScopes(view, anchors);
  const firms: FirmSighting[] = anchors.map((anchor, i) => ({
    anchor,
    scope: scopes[i] ?? { from: anchor.line, to: anchor.line },
    contacts: [],
    addresses: [],
    facts: [],
    extras: [],
  }));
  const over = new Map<number, FirmSighting>();
  for (const firm of firms)
    for (let i = firm.scope.from; i <= firm.scope.to; i++) {
      const other = over.get(i);
      if (!other || (other.anchor.line < firm.anchor.line && firm.anchor.line <= i)) over.set(i, firm);
    }
  const texts = view.page.lines.map((l) => (l.s.length > 600 ? l.s.slice(0, 600) : l.s));
  const rest: Contact[] = [];
  for (const c of contacts) {
    const firm = over.get(c.line);
    if (firm) firm.contacts.push(c);
    else rest.push(c);
  }
  const addresses: FoundAddress[] = [];
  for (const a of findAddresses(texts, { country: view.country })) {
    if (view.contexts[a.lines[0]] === 'credit') continue;
    const firm = over.get(a.lines[0]) ?? over.get(a.lines[1]);
    if (firm) firm.addresses.push(a);
    else addresses.push(a);
  }
  const facts: CompanyFact[] = [];
  for (const f of findCompanyFacts(texts)) {
    if (view.contexts[f.line] === 'credit' || view.contexts[f.line] === 'others') continue;
    const firm = over.get(f.line);
    if (firm) firm.facts.push(f);
    else facts.push(f);
  }
  for (const firm of firms) rowExtras(view, firm);
  return { firms, rest, addresses, facts };
}

/** Whether a sighting is a lead by itself: one of a list, or with a way to reach it. */
export function firmStands(firm: FirmSighting): boolean {
  if (firm.anchor.how === 'column' || firm.anchor.how === 'record') return true;
  return (
    firm.contacts.length > 0 ||
    firm.addresses.length > 0 ||
    firm.facts.some((f) => f.field === 'registerNumber' || f.field === 'creditCode')
  );
}

/**
 * Whether a sighting is the page's own company under one of its names. In: the sighting, keys of its spellings, the key of its full name
 * with legal form ('' for none): another full name that only begins alike is a sister firm.
 */
export function isOwn(firm: FirmSighting, own: string[], full: string): boolean {
  const key = firmKey(firm.anchor.name);
  const tail =
    firm.anchor.how === 'line' &&
    key.length >= 4 &&
    own.some(
      (name) => name.endsWith(` ${key}`) || (key.length >= 5 && /\p{Script=Han}/u.test(key) && name.endsWith(key)),
    );
  if (firm.anchor.legalForm && full !== '') return key === full || tail;
  // 海石化工 beside 江苏海石化工集团股份有限公司: the name without its province
  const within = key.length >= 3 && /^\p{Script=Han}+$/u.test(key) && own.some((name) => name.includes(key));
  return tail || within || own.some((name) => sameFirm(name, key));
}
