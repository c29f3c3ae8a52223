import { basename } from 'node:path';
import { z } from 'zod';
import { type CapturedLine, type CapturedSubject, subjectsOf } from './line.ts';
import { fold, foldCompany, foldEmail, foldPerson, foldPhone, foldPhones } from './plain.ts';
import type { Tally } from './tally.ts';
import { captureTask } from './task.ts';

const texts = z.array(z.string()).default([]);
const text = z.string().optional();
const phone = z.union([
  z.string(),
  z.object({ e164: z.string().optional(), text: z.string().optional(), kind: z.string().optional() }),
]);
const named = {
  name: z.string(),
  altNames: texts,
  aliases: texts,
  optional: z.boolean().default(false),
  role: text,
  emails: texts,
  optionalEmails: texts,
  phones: z.array(phone).default([]),
  /** What the truth does not say of this one: not asked for, and not wrong. */
  open: texts,
};
const person = z.object({
  ...named,
  jobTitle: text,
  altTitles: texts,
  department: text,
  wechat: text,
  qq: text,
});
const company = z.object({
  ...named,
  addresses: z.array(z.object({ city: z.string().nullish() })).default([]),
  registerNumber: text,
  vatId: text,
  creditCode: text,
  representatives: texts,
  registeredCapital: text,
  founded: text,
  employees: text,
});
const row = z.object({
  file: z.string(),
  kind: text,
  people: z.array(person),
  companies: z.array(company).default([]),
  notLeads: texts,
  notPhones: texts,
});
type Row = z.infer<typeof row>;
type Person = z.infer<typeof person>;
type Company = z.infer<typeof company>;
type Subject = Person | Company;

/** Reads comparable values, of the truth as of what was captured. */
type Values = (of: Subject | CapturedSubject | undefined) => string[];
const emailsOf: Values = (of) => (of?.emails ?? []).map(foldEmail);
const phonesOf: Values = (of) =>
  foldPhones((of?.phones ?? []).filter((one) => typeof one === 'string' || one.kind !== 'fax'));

function samePerson(a: string, b: string): boolean {
  const [x, y] = [foldPerson(a), foldPerson(b)];
  const sorted = (name: string) => name.split(' ').toSorted().join(' ');
  return x !== '' && (x === y || sorted(x) === sorted(y));
}

function sameCompany(a: string, b: string): boolean {
  const [x, y] = [foldCompany(a), foldCompany(b)];
  if (x === '') return false;
  return x === y || (Math.min(x.length, y.length) > 3 && (x.startsWith(y) || y.startsWith(x)));
}

const namesOf = ({ name, altNames, aliases }: Subject) => [name, ...altNames, ...aliases].filter(Boolean);
const isPerson = (of: Subject, name: string) => namesOf(of).some((other) => samePerson(other, name));
const isCompany = (of: Subject, name: string) => namesOf(of).some((other) => sameCompany(other, name));

/** The firm of that very name, else one whose name begins alike. */
function companyAmong(companies: CapturedSubject[], truth: Company): CapturedSubject | undefined {
  const exact = companies.find(({ name }) => namesOf(truth).some((other) => foldCompany(other) === foldCompany(name)));
  return exact ?? companies.find(({ name }) => isCompany(truth, name));
}

type Match<Truth extends Subject> = { truth: Truth; hit: CapturedSubject | undefined };

/** Counts values of one subject, but for what the truth leaves open. */
const counter =
  ({ open }: Subject, where: string, tally: Tally) =>
  (what: string, wanted: string[], found: string[], at = where) => {
    if (!open.includes(what)) tally.values(what, wanted, found, at);
  };

/** What is asked of a subject: its values, without those that the truth gives to another one too, who was given them. */
function owed(values: Values, { truth, hit }: Match<Subject>, everyone: Match<Subject>[]): string[] {
  const has = values(hit);
  const elsewhere = (value: string) =>
    everyone.some(
      (other) => other.truth !== truth && values(other.truth).includes(value) && values(other.hit).includes(value),
    );
  return values(truth).filter((value) => has.includes(value) || !elsewhere(value));
}

function offeredEmails(truth: Subject, hit: CapturedSubject): string[] {
  const optional = truth.optionalEmails.map(foldEmail);
  return emailsOf(hit).filter((address) => !optional.includes(address));
}

function scorePerson(match: Match<Person>, everyone: Match<Subject>[], file: string, tally: Tally): void {
  const { truth, hit } = match;
  if (!truth.optional) tally.rate('people found', hit !== undefined, file, truth.name);
  if (!hit) return;
  const count = counter(truth, `${file} ${truth.name}`, tally);
  const titles = [truth.jobTitle, ...truth.altTitles].filter(Boolean).map(fold);
  const title = fold(hit.jobTitle);
  if (titles.length > 0) {
    count('title of person', [titles.includes(title) ? title : (titles[0] ?? '')], [title]);
  } else if (hit.jobTitle && !truth.department) count('title of person', [], [title]);
  count('e-mails of person', owed(emailsOf, match, everyone), offeredEmails(truth, hit));
  count('phones of person', owed(phonesOf, match, everyone), phonesOf(hit));
  for (const key of ['wechat', 'qq'] as const) {
    if (truth[key] || hit[key]) count('WeChat, QQ', [fold(truth[key])], [fold(hit[key])]);
  }
}

function scoreCompany(match: Match<Company>, everyone: Match<Subject>[], file: string, tally: Tally): void {
  const { truth, hit } = match;
  const where = `${file} ${truth.name}`;
  if (!hit && (truth.optional || truth.role === 'publisher')) return;
  tally.rate('companies found', hit !== undefined, file, truth.name);
  if (!hit) return;
  const count = counter(truth, where, tally);
  const numbers = (of: Company | CapturedSubject) =>
    [of.registerNumber, of.vatId, of.creditCode].map((number) => fold(number).replaceAll(' ', ''));
  const cities = (of: Company | CapturedSubject) => of.addresses.map(({ city }) => fold(city));
  const heads = (of: Company | CapturedSubject) => of.representatives.map(foldPerson);
  count('phones of company', owed(phonesOf, match, everyone), phonesOf(hit));
  count('e-mails of company', owed(emailsOf, match, everyone), offeredEmails(truth, hit));
  count('city of company', cities(truth), cities(hit));
  count('register, VAT, credit numbers', numbers(truth), numbers(hit));
  count('representatives', heads(truth), heads(hit));
  for (const key of ['registeredCapital', 'founded', 'employees'] as const) {
    if (truth[key] || hit[key]) count('company facts', [fold(truth[key])], [fold(hit[key])], `${where} ${key}`);
  }
}

/** What was offered that should not have been, and whether the page's own firm comes first. */
function scoreOffered(truth: Row, line: CapturedLine, tally: Tally): void {
  const { file, people, companies } = truth;
  for (const { name } of line.people) {
    tally.rate(
      'people right',
      people.some((other) => isPerson(other, name)),
      file,
      name,
    );
  }
  for (const { name } of line.companies) {
    tally.rate(
      'companies right',
      companies.some((other) => isCompany(other, name)),
      file,
      name,
    );
  }
  const [own] = companies;
  const [first] = line.companies;
  if (own && first && own.role !== 'publisher' && truth.kind !== 'list' && truth.kind !== 'article') {
    tally.rate('own company first', sameCompany(first.name, own.name), file, `${first.name}, wanted ${own.name}`);
  }
  const subjects = subjectsOf(line);
  for (const name of truth.notLeads) {
    const offered = subjects.some((subject) => samePerson(subject.name, name) || sameCompany(subject.name, name));
    tally.rate('not-leads left alone', !offered, file, name);
  }
  const numbers = new Set(foldPhones(subjects.flatMap(({ phones }) => phones)));
  for (const number of truth.notPhones) {
    tally.rate('not-phones left alone', !numbers.has(foldPhone(number)), file, number);
  }
}

/**
 * Whole records: who has which title, mail and phone, and what is known of firms. A value that the truth gives to a
 * person and to their firm is found when one of them has it.
 */
function score(truth: Row, [line]: CapturedLine[], tally: Tally): void {
  if (!line) return;
  const people = truth.people.map((one) => ({ truth: one, hit: line.people.find(({ name }) => isPerson(one, name)) }));
  const companies = truth.companies.map((one) => ({ truth: one, hit: companyAmong(line.companies, one) }));
  const everyone = [...people, ...companies];
  for (const match of people) scorePerson(match, everyone, truth.file, tally);
  for (const match of companies) scoreCompany(match, everyone, truth.file, tally);
  scoreOffered(truth, line, tally);
}

const inputs = ({ file }: Row) => [{ file: basename(file) }];

/** Whole records on pages. */
export const records = captureTask({ row, inputs, score });
/** Whole records on pages that lie in a folder for each host. */
export const hostedRecords = captureTask({ row, inputs: ({ file }) => [{ file, url: `http://${file}` }], score });
/** Whole records in the bodies of messages. */
export const mailRecords = captureTask({ reads: 'mails', row, inputs, score });
