import { namedSegments } from '../domain/named-segments.ts';
import { emailKind } from '../domain/normalize/email.ts';
import { departmentOf, seniorityOf } from '../domain/normalize/title.ts';
import { type Company, leadSourceGroup, type Person } from '../domain/schema/lead.ts';
import { phases, valueClass } from '../domain/schema/order.ts';
import type { OwnFieldDefinition } from '../domain/schema/own-field.ts';
import { phoneKind } from '../domain/schema/value.ts';
import { newestNeed } from '../domain/wallet.ts';
import { completenessOf } from './completeness.ts';
import { dayMs } from './decay.ts';
import type { ScoreInput } from './input.ts';
import { instantOf, quantityOf, type Span } from './quantity.ts';
import { buyingRoleOf } from './role.ts';

/** What is known of a field: its texts as written, or a span. Undefined is unknown. */
export type Value = readonly string[] | Span | undefined;
export type FieldType = 'text' | 'list' | 'number' | 'date' | 'choice' | 'country' | 'yesNo';

export type ScoreField = {
  type: FieldType;
  /** The values there are, lowest first where `ranked`. */
  choices?: readonly string[];
  ranked?: boolean;
  /** Known of every lead, so it says nothing of how much is known of this one. */
  always?: boolean;
  /** More can be found or done (people, numbers, talks): an answer of "no" may yet become "yes". */
  grows?: boolean;
  read(input: ScoreInput, now: number): Value;
};

const companyOf = ({ lead, company }: ScoreInput): Company | undefined => (lead.kind === 'company' ? lead : company);
const peopleOf = ({ lead, people }: ScoreInput): readonly Person[] =>
  lead.kind === 'person' ? [lead] : (people ?? []);

const texts = (list: readonly (string | undefined)[]): Value => {
  const there = list.filter((text) => text !== undefined && text.trim() !== '') as string[];
  return there.length > 0 ? there : undefined;
};
const exactly = (value: number): Span => ({ min: value, max: value });

type Read<T> = (from: T) => readonly (string | undefined)[];
const ofCompany = (read: Read<Company>, type: FieldType = 'text', more: Partial<ScoreField> = {}): ScoreField => ({
  type,
  ...more,
  read: (input) => {
    const company = companyOf(input);
    return company && texts(read(company));
  },
});
const ofPeople = (read: Read<Person>, type: FieldType = 'list', more: Partial<ScoreField> = {}): ScoreField => ({
  type,
  grows: true,
  ...more,
  read: (input) => texts(peopleOf(input).flatMap(read)),
});
const ofLead = (
  read: Read<ScoreInput['lead']>,
  type: FieldType = 'text',
  more: Partial<ScoreField> = {},
): ScoreField => ({
  type,
  always: true,
  ...more,
  read: ({ lead }) => read(lead).filter((text) => text !== undefined) as string[],
});
const companyNumber = (read: (company: Company) => string | undefined): ScoreField => ({
  type: 'number',
  read: (input) => {
    const company = companyOf(input);
    const text = company && read(company);
    return text === undefined ? undefined : quantityOf(text);
  },
});

const seniorities = ['Junior', 'Professional', 'Senior', 'Lead', 'Director', 'Management'] as const;
const departments = [
  'Administrative',
  'Business Development',
  'Consulting',
  'Customer Support',
  'Human Resources',
  'Information Technology',
  'Marketing',
  'Project Management',
  'Purchasing',
  'Sales',
  'Other',
] as const;
const emailKinds = ['personal', 'role', 'free', 'disposable'] as const;
const roles = ['uses', 'influences', 'decides'] as const;

/** Titles repeat over a book; the many expressions behind their meaning are run once for each. */
function remembered<T>(work: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const fresh = work(text);
    if (known.size > 20_000) known.clear();
    known.set(text, fresh);
    return fresh;
  };
}
const seniority = remembered(seniorityOf);
const department = remembered(departmentOf);
const role = remembered(buyingRoleOf);
const kindOfEmail = remembered(emailKind);

const titled = (read: (title: string) => string) => (person: Person) => [person.jobTitle && read(person.jobTitle)];

/** Every field of a lead and its company that a rule may ask for. `people.*` holds where it does for one of them. */
const builtIn = {
  'company.name': ofCompany((c) => [c.name]),
  'company.legalForm': ofCompany((c) => [c.legalForm]),
  'company.domain': ofCompany((c) => [c.domain]),
  'company.website': ofCompany((c) => [c.website ?? c.domain]),
  'company.emails': ofCompany((c) => c.emails, 'list', { grows: true }),
  'company.emailKind': ofCompany((c) => c.emails.map(kindOfEmail), 'choice', { choices: emailKinds, grows: true }),
  'company.phones': ofCompany((c) => c.phones.map((p) => p.e164 ?? p.text), 'list', { grows: true }),
  'company.phoneKind': ofCompany((c) => c.phones.map((p) => p.kind), 'choice', {
    choices: phoneKind.options,
    grows: true,
  }),
  'company.address': ofCompany((c) => c.addresses.map((a) => a.text), 'list'),
  'company.country': ofCompany((c) => c.addresses.map((a) => a.country), 'country'),
  'company.region': ofCompany((c) => c.addresses.map((a) => a.region), 'list'),
  'company.city': ofCompany((c) => c.addresses.map((a) => a.city), 'list'),
  'company.postalCode': ofCompany((c) => c.addresses.map((a) => a.postalCode), 'list'),
  'company.industry': ofCompany((c) => [c.industry]),
  'company.products': ofCompany((c) => [c.products]),
  'company.scope': ofCompany((c) => [c.scope]),
  /** Industry, products, scope and name together: what the firm does, wherever the page said it. */
  'company.about': ofCompany((c) => {
    const about = [c.industry, c.products, c.scope].filter(Boolean);
    return about.length > 0 ? [...about, c.name] : [];
  }, 'list'),
  'company.employees': companyNumber((c) => c.employees),
  'company.founded': companyNumber((c) => /(?<!\d)(?:1[5-9]|20)\d\d(?!\d)/.exec(c.founded ?? '')?.[0]),
  'company.registeredCapital': companyNumber((c) => c.registeredCapital),
  'company.registerNumber': ofCompany((c) => [c.registerNumber]),
  'company.registerCourt': ofCompany((c) => [c.registerCourt]),
  'company.vatId': ofCompany((c) => [c.vatId]),
  'company.creditCode': ofCompany((c) => [c.creditCode]),
  'company.representatives': ofCompany((c) => c.representatives, 'list'),
  'company.stand': ofCompany((c) => [c.stand]),
  'company.wechat': ofCompany((c) => [c.wechat]),
  'company.qq': ofCompany((c) => [c.qq]),
  'company.whatsapp': ofCompany((c) => [c.whatsapp]),
  'company.links': ofCompany((c) => c.links, 'list', { grows: true }),
  'people.name': ofPeople((p) => [p.name]),
  'people.honorific': ofPeople((p) => [p.honorific]),
  'people.jobTitle': ofPeople((p) => [p.jobTitle]),
  'people.department': ofPeople(titled(department), 'choice', { choices: departments }),
  'people.statedDepartment': ofPeople((p) => [p.department]),
  'people.seniority': ofPeople(titled(seniority), 'choice', { choices: seniorities, ranked: true }),
  'people.role': ofPeople(titled(role), 'choice', { choices: roles, ranked: true }),
  'people.companyName': ofPeople((p) => [p.companyName]),
  'people.emails': ofPeople((p) => p.emails),
  'people.emailKind': ofPeople((p) => p.emails.map(kindOfEmail), 'choice', { choices: emailKinds }),
  'people.phones': ofPeople((p) => p.phones.map((one) => one.e164 ?? one.text)),
  'people.phoneKind': ofPeople((p) => p.phones.map((one) => one.kind), 'choice', { choices: phoneKind.options }),
  'people.country': ofPeople((p) => p.addresses.map((a) => a.country), 'country'),
  'people.city': ofPeople((p) => p.addresses.map((a) => a.city)),
  'people.wechat': ofPeople((p) => [p.wechat]),
  'people.qq': ofPeople((p) => [p.qq]),
  'people.whatsapp': ofPeople((p) => [p.whatsapp]),
  'people.links': ofPeople((p) => p.links),
  'people.count': {
    type: 'number',
    always: true,
    grows: true,
    read: (input) => exactly(peopleOf(input).length),
  },
  'lead.kind': ofLead((lead) => [lead.kind], 'choice', { choices: ['person', 'company'] }),
  'lead.source': ofLead((lead) => [lead.leadSource?.group], 'choice', { choices: leadSourceGroup.options }),
  'lead.sourceName': ofLead((lead) => [lead.leadSource?.name]),
  'lead.list': ofLead((lead) => [lead.list]),
  'lead.tags': ofLead((lead) => lead.tags, 'list'),
  'lead.owner': ofLead((lead) => [lead.owner]),
  /** The open stage that it was moved to; how it ended is what is to be learnt, never what is asked. */
  'lead.stage': ofLead((lead) => [lead.pipelineStage?.stage]),
  'lead.note': ofLead((lead) => [lead.note]),
  'lead.nextStep': ofLead((lead) => [lead.nextStep?.text]),
  'lead.createdAt': { type: 'date', always: true, read: ({ lead }) => instantOf(lead.createdAt) },
  'lead.updatedAt': { type: 'date', always: true, read: ({ lead }) => instantOf(lead.updatedAt) },
  /** Percent of the usual facts that are there. */
  'lead.completeness': {
    type: 'number',
    always: true,
    grows: true,
    read: (input) => exactly(completenessOf(companyOf(input), peopleOf(input))),
  },
  /** From orders alone: who has none is no customer by value, which is unknown and not bad. */
  'customer.class': {
    type: 'choice',
    choices: valueClass.options,
    read: ({ value }) => texts([value?.valueClass]),
  },
  'customer.segment': { type: 'choice', choices: namedSegments, read: ({ value }) => texts([value?.segment]) },
  'customer.phase': { type: 'choice', choices: phases.options, read: ({ value }) => texts([value?.phase]) },
  'customer.orders': { type: 'number', read: ({ value }) => value && exactly(value.orders) },
  'customer.sales': { type: 'number', read: ({ value }) => value && exactly(value.amount) },
  /** What they buy in a year from whomever, as it was given: also of who has not ordered yet. */
  'customer.need': {
    type: 'number',
    read: (input) => {
      const need = newestNeed((companyOf(input) ?? input.lead).wallet);
      return need && exactly(need.amount / 100);
    },
  },
  'customer.share': {
    type: 'number',
    read: ({ value }) => (value?.share === undefined ? undefined : exactly(value.share * 100)),
  },
  'customer.potential': {
    type: 'number',
    read: ({ value }) => (value?.potential === undefined ? undefined : exactly(value.potential)),
  },
  'interactions.kinds': {
    type: 'choice',
    always: true,
    grows: true,
    read: ({ interactions }, now) => interactions?.filter((one) => one.occurredAt <= now).map((one) => one.kind),
  },
  'interactions.count': {
    type: 'number',
    always: true,
    grows: true,
    read: ({ interactions }, now) =>
      interactions && exactly(interactions.reduce((count, one) => count + (one.occurredAt <= now ? 1 : 0), 0)),
  },
  /** Days since the last one; without any it is longer ago than any number of days. */
  'interactions.daysSinceLast': {
    type: 'number',
    always: true,
    grows: true,
    read: ({ interactions }, now) => {
      if (!interactions) return undefined;
      const last = interactions.reduce(
        (at, one) => (one.occurredAt <= now ? Math.max(at, one.occurredAt) : at),
        -Infinity,
      );
      return exactly((now - last) / dayMs);
    },
  },
} satisfies Record<string, ScoreField>;

/** A field that every book has. */
export type ScoreFieldName = keyof typeof builtIn;

/** The names of all built-in fields, in the order in which they are offered. */
export const scoreFieldNames = Object.keys(builtIn) as readonly ScoreFieldName[];

export const isScoreFieldName = (name: string): name is ScoreFieldName => Object.hasOwn(builtIn, name);

function ownField({ key, type }: OwnFieldDefinition): ScoreField {
  const shown = { text: 'text', list: 'list', number: 'number', date: 'date', yesNo: 'yesNo' } as const;
  return {
    type: shown[type],
    ...(type === 'yesNo' && { choices: ['true', 'false'] }),
    read: ({ own }) => {
      const value = own && Object.hasOwn(own, key) ? own[key] : undefined;
      if (value === undefined || value === null || value === '') return undefined;
      if (type === 'number') {
        const number = typeof value === 'number' ? exactly(value) : quantityOf(String(value));
        return number && !Number.isNaN(number.min) ? number : undefined;
      }
      if (type === 'date') return typeof value === 'number' || typeof value === 'string' ? instantOf(value) : undefined;
      return texts(Array.isArray(value) ? value : [String(value)]);
    },
  };
}

/** Finds a field by the name that rules use. In: the name, the profile's own fields. Out: the field; undefined where it is gone. */
export function scoreField(name: string, own: readonly OwnFieldDefinition[]): ScoreField | undefined {
  if (isScoreFieldName(name)) return builtIn[name];
  if (!name.startsWith('own.')) return undefined;
  const definition = own.find(({ key }) => key === name.slice(4));
  return definition && ownField(definition);
}
