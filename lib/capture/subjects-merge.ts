import { domainOf } from '../domain/normalize/domain.ts';
import { nameKey } from '../domain/normalize/name.ts';
import { firmKey, sameFirm } from './companies-names.ts';
import type { CompanyEvidence, Evidence, PersonEvidence, SubjectSet } from './subjects.ts';

/** What tells a father from a son of the same name. */
const generation = /\b(?:jr|sr|junior|senior|ii|iii|iv)\.?$/i;

/** Key under which two sightings of a person meet. */
export function personKey(name: string): string {
  if (/\p{Script=Han}/u.test(name)) return nameKey(name.replace(/(\p{Script=Han})\s+(?=\p{Script=Han})/gu, '$1'));
  const key = nameKey(name);
  const born = generation.exec(name.trim())?.[0].replace('.', '').toLowerCase();
  return born && key !== '' && !key.endsWith(born) ? `${key} ${born}` : key;
}

/** Readings of one field that are kept: a page that says one thing ten thousand times says no more by it. */
const mostReadings = 60;

type Fields = { [field: string]: Evidence<unknown>[] | undefined };

function absorb(
  into: { fields: object; confidence: number; from?: number; to?: number },
  other: { fields: object; confidence: number; from?: number; to?: number },
): void {
  const mine = into.fields as Fields;
  for (const [field, list] of Object.entries(other.fields as Fields))
    if (list) {
      const known = mine[field];
      if (!known) mine[field] = [...list];
      else if (known.length < mostReadings) known.push(...list.slice(0, mostReadings - known.length));
    }
  into.confidence = Math.min(0.99, Math.max(into.confidence, other.confidence) + 0.03);
  if (other.from !== undefined && (into.from === undefined || other.from < into.from)) into.from = other.from;
}

function mergeCompanies(all: CompanyEvidence[]): {
  companies: CompanyEvidence[];
  home: Map<CompanyEvidence, CompanyEvidence>;
} {
  const companies: CompanyEvidence[] = [];
  const home = new Map<CompanyEvidence, CompanyEvidence>();
  const byKey = new Map<string, CompanyEvidence>();
  const rank = { own: 3, publisher: 2, listed: 1, mentioned: 0 };
  for (const company of all) {
    const name = company.fields.name?.[0]?.value ?? '';
    const domain =
      company.fields.domain?.[0]?.value ??
      (name === '' ? domainOf(company.fields.website?.[0]?.value ?? '') : undefined);
    const key = firmKey(name);
    if (key === '' && !domain) continue;
    const leader = companies[0];
    // other spellings of the page's own company: short and full name
    const spelling =
      leader &&
      /^(?:own|publisher)$/.test(leader.role) &&
      company.role !== 'listed' &&
      (leader.fields.name ?? []).some((n) => sameFirm(firmKey(n.value), key));
    const known = byKey.get(key) ?? (spelling ? leader : undefined);
    if (known) {
      absorb(known, company);
      if (rank[company.role] > rank[known.role]) known.role = company.role;
      home.set(company, known);
      continue;
    }
    byKey.set(key, company);
    companies.push(company);
    home.set(company, company);
  }
  return { companies, home };
}

/**
 * Joins what several readers say: one subject for each person and company, in the order in which they were first given.
 * In: sets, the most trusted for the order first. Out: merged subjects.
 */
export function mergeSubjects(sets: SubjectSet[]): SubjectSet {
  const all = sets.flatMap((s) => s.companies);
  const [guess] = all;
  const told = all.find((c) => c !== guess && c.role === 'own' && c.fields.name?.length);
  // a name guessed from the address gives way to what structured data calls the page's own
  if (guess && told && guess.role === 'own' && guess.confidence < 0.4)
    guess.fields.name = [...(told.fields.name ?? [])];
  const { companies, home } = mergeCompanies(all);
  const people: PersonEvidence[] = [];
  const byKey = new Map<string, PersonEvidence[]>();
  for (const person of sets.flatMap((s) => s.people)) {
    const name = person.fields.name?.[0]?.value ?? '';
    const key = personKey(name);
    if (key === '') continue;
    const company = person.company && home.get(person.company);
    if (company) person.company = company;
    else delete person.company;
    const namesakes = byKey.get(key) ?? [];
    const known = namesakes.find((p) => compatible(p, person));
    if (known) {
      absorb(known, person);
      if (person.company && (!known.company || /^(?:own|publisher)$/.test(known.company.role)))
        known.company = person.company;
      known.partial = Boolean(known.partial && person.partial);
      continue;
    }
    byKey.set(key, [...namesakes, person]);
    people.push(person);
  }
  return { people, companies };
}

/** Two partial names (王先生 of two firms) are one person only within one firm; full names on one page are one. */
function compatible(a: PersonEvidence, b: PersonEvidence): boolean {
  if (!a.partial && !b.partial) return true;
  return a.company === b.company;
}
