import type { Recipe, RecipeField, RecipeUse } from '../../domain/schema/recipe.ts';
import { giveContacts } from '../adapters/evidence.ts';
import { firmKey } from '../companies-names.ts';
import { countryOf } from '../country.ts';
import type { Page } from '../lines.ts';
import { type Labels, labelsOf } from '../lines-tables.ts';
import type { CompanyEvidence, Evidence, PersonEvidence, SubjectSet } from '../subjects.ts';
import { findCards } from './cards.ts';
import { isForPage, isForSite } from './match.ts';
import type { Card } from './segments.ts';
import type { Filled } from './slots.ts';
import { companyNamed, giveField, personNamed, type Stamp, stampOf } from './values.ts';

/** What recipes make of a page. */
export type Applied = {
  /** How each recipe that was taught for this page did. One with `found: 0` no longer fits. */
  uses: RecipeUse[];
  /** What was read by them; empty where none fits. */
  found: SubjectSet;
  /** Takes out of the general reading what it made of the entries. */
  settle(general: SubjectSet): SubjectSet;
};

type Read = { card: Card; subject: PersonEvidence | CompanyEvidence; company?: CompanyEvidence; taken: Set<number> };

function readCard(
  page: Page,
  recipe: Recipe,
  filled: Filled,
  stamp: Stamp,
  country: string | undefined,
): Read | undefined {
  const { card, values } = filled;
  const name = values.get('name');
  if (!name) return undefined;
  const taken = new Set([...values.values()].flatMap(({ from, to }) => [from, to]));
  const firmWords = values.get('companyName');
  const firm = recipe.kind === 'person' && firmWords ? companyNamed(stamp, firmWords, card) : undefined;
  const subject = recipe.kind === 'person' ? personNamed(stamp, name, card) : companyNamed(stamp, name, card);
  if (!subject) return undefined;
  if (subject.kind === 'person' && firm) subject.company = firm;
  for (const [field, segment] of values) {
    if (field === 'name' || field === 'companyName' || field === 'contact') continue;
    const ofFirm: RecipeField[] = ['stand', 'industry', 'website'];
    giveField(page, firm && ofFirm.includes(field) ? firm : subject, field, segment, stamp, country);
  }
  giveRest(page, card, subject, stamp, country);
  return { card, subject, taken, ...(firm && { company: firm }) };
}

/** Numbers and mails of the entry that nobody pointed at are its own too, a little less surely. */
function giveRest(page: Page, card: Card, subject: Read['subject'], stamp: Stamp, country: string | undefined): void {
  const extra: PersonEvidence['fields'] = {};
  giveContacts(
    page,
    card,
    (value, line) =>
      stamp(value, { from: line ?? card.from, a: 0, z: page.lines[line ?? card.from]?.s.length ?? 0 }, 0.85),
    extra,
    { country, company: subject.kind === 'company' },
  );
  const { fields } = subject;
  const mails = new Set(fields.emails?.map(({ value }) => value));
  const numbers = new Set(fields.phones?.map(({ value }) => value.e164 ?? value.text));
  for (const mail of extra.emails ?? []) if (!mails.has(mail.value)) fields.emails = [...(fields.emails ?? []), mail];
  for (const phone of extra.phones ?? [])
    if (!numbers.has(phone.value.e164 ?? phone.value.text)) fields.phones = [...(fields.phones ?? []), phone];
}

function contactOf(filled: Filled, company: CompanyEvidence, stamp: Stamp): PersonEvidence | undefined {
  const words = filled.values.get('contact');
  const person = words && personNamed(stamp, words, filled.card);
  if (person) person.company = company;
  return person;
}

/** The evidence lists of a subject without what stands in the entries. */
function withoutEntries<S extends PersonEvidence | CompanyEvidence>(subject: S, entryAt: ReadonlyMap<number, Read>): S {
  const kept = Object.entries(subject.fields as Record<string, Evidence<unknown>[] | undefined>).map(
    ([field, list]) => [field, list?.filter(({ line }) => line === undefined || !entryAt.has(line))],
  );
  subject.fields = Object.fromEntries(kept.filter(([, list]) => list?.length));
  return subject;
}

function settler(reads: readonly Read[]): Applied['settle'] {
  const entryAt = new Map<number, Read>();
  for (const read of reads) for (let line = read.card.from; line <= read.card.to; line++) entryAt.set(line, read);
  const nameLine = (subject: PersonEvidence | CompanyEvidence): number => subject.fields.name?.[0]?.line ?? -1;
  return ({ people, companies }) => {
    const keptFirms = companies.filter((company) => !entryAt.has(nameLine(company)));
    const keptPeople = people.flatMap((person) => {
      const line = nameLine(person);
      const entry = entryAt.get(line);
      if (!entry) return [withoutEntries(person, entryAt)];
      // somebody else who is named in a firm's entry: their contact
      if (entry.subject.kind !== 'company' || entry.taken.has(line) || person.confidence < 0.7) return [];
      return [{ ...person, company: entry.subject }];
    });
    for (const firm of keptFirms) withoutEntries(firm, entryAt);
    return { people: keptPeople, companies: keptFirms };
  };
}

/** One object for each firm, also where it stands in several entries. */
function firmsOf(reads: readonly Read[]): CompanyEvidence[] {
  const known = new Map<string, CompanyEvidence>();
  for (const { subject, company } of reads) {
    const firm = subject.kind === 'company' ? subject : company;
    const key = firm && firmKey(firm.fields.name?.[0]?.value ?? '');
    if (firm && key !== undefined && !known.has(key)) known.set(key, firm);
    if (subject.kind === 'person' && key !== undefined) subject.company = known.get(key) as CompanyEvidence;
  }
  return [
    ...new Set(reads.flatMap(({ subject, company }) => (subject.kind === 'company' ? subject : (company ?? [])))),
  ];
}

/**
 * Reads a page by what the user taught. In: the page, the recipes kept (of any site), the country to assume.
 * Out: whom they find and how each did; undefined where none is for this page. Never throws on page data.
 */
export function applyRecipes(page: Page, recipes: readonly Recipe[], country: string | undefined): Applied | undefined {
  const here = recipes
    .filter((recipe) => isForSite(recipe, page.url))
    .sort((a, b) => Number(isForPage(b, page.url)) - Number(isForPage(a, page.url)) || b.createdAt - a.createdAt)
    .slice(0, 8);
  if (here.length === 0) return undefined;
  const labels: Labels = labelsOf(page);
  const home = countryOf(page, country);
  const uses: RecipeUse[] = [];
  const reads: Read[] = [];
  const contacts: PersonEvidence[] = [];
  const used = new Set<number>();
  for (const recipe of here) {
    const stamp = stampOf(page, recipe.id);
    const cards = findCards(page, labels, recipe)?.cards ?? [];
    let count = 0;
    for (const filled of cards) {
      const { from, to } = filled.card;
      if (used.has(from) || used.has(to)) continue;
      const read = readCard(page, recipe, filled, stamp, home);
      if (!read) continue;
      count++;
      reads.push(read);
      const contact = read.subject.kind === 'company' && contactOf(filled, read.subject, stamp);
      if (contact) contacts.push(contact);
      for (let line = from; line <= to; line++) used.add(line);
    }
    // a page of the site that the recipe was not taught for need not have its list
    if (count > 0 || isForPage(recipe, page.url)) uses.push({ id: recipe.id, name: recipe.name, found: count });
  }
  if (uses.length === 0) return undefined;
  const companies = firmsOf(reads);
  const people = [...reads.flatMap(({ subject }) => (subject.kind === 'person' ? subject : [])), ...contacts];
  return { uses, found: { people, companies }, settle: settler(reads) };
}
