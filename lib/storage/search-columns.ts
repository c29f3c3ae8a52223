import { ownFieldPath } from '../domain/flat-lead.ts';
import { seniorityOf } from '../domain/normalize/title.ts';
import { ownText } from '../domain/own-values.ts';
import type { Lead } from '../domain/schema/lead.ts';
import type { CustomerValue } from '../domain/schema/order.ts';
import { newestNeed } from '../domain/wallet.ts';
import { quantityOf } from '../scoring/quantity.ts';

/** What sorting, filtering and grouping go by: '' is empty. Several values of one lead stand in one text, a line each. */
export type KeyValue = string | number;

/** What a person takes from their company. */
export type Firm = {
  name?: string | undefined;
  outcome?: 'won' | 'lost' | undefined;
  reason?: string | undefined;
  stage?: string | undefined;
  country?: string | undefined;
};

/** What of a company counts for its people. */
export const firmOf = ({ name, outcome, pipelineStage, addresses }: Lead): Firm => ({
  name,
  outcome: outcome?.result,
  reason: outcome?.reason,
  stage: pipelineStage?.stage,
  country: addresses[0]?.country,
});

/** What keys depend on beside the lead: the person's company, what customers are worth, the stages of the pipeline in their order. */
export type KeyWorld = {
  firmOf: (companyId: string) => Firm | undefined;
  worthOf: (leadId: string) => Worth | undefined;
  stages: readonly string[];
};

/** What lists go by of a customer: a person without orders of their own has their company's. */
export type Worth = Pick<CustomerValue, 'valueClass' | 'amount' | 'share' | 'potential'>;

export type KeyColumn = {
  id: string;
  of: Lead['kind'] | 'both';
  /** `choice`: few values, each on many leads, so that one can group by it. `many`: several of them on a lead. */
  as: 'text' | 'choice' | 'many' | 'number' | 'date';
  read(lead: Lead, world: KeyWorld): KeyValue;
  /** Works the value out of what `read` gave, when it is first needed. */
  derive?(value: string): string;
  /** Where values have an order of their own, or stand for numbers: what they are sorted and measured by; '' where they have none. */
  place?(value: string, world: KeyWorld): KeyValue;
  /** It is not what the lead itself has: a page brings it with its rows. */
  isWorkedOut?: true;
};

const seniorities = ['Management', 'Director', 'Lead', 'Senior', 'Professional', 'Junior'];

const firmIn = (lead: Lead, world: KeyWorld): Firm | undefined =>
  lead.kind === 'person' && lead.companyId ? world.firmOf(lead.companyId) : undefined;

const worthIn = (lead: Lead, { worthOf }: KeyWorld): Worth | undefined =>
  worthOf(lead.id) ?? (lead.kind === 'person' && lead.companyId ? worthOf(lead.companyId) : undefined);

function stageOf(lead: Lead, world: KeyWorld): string {
  const { outcome, stage } = firmIn(lead, world) ?? firmOf(lead);
  return outcome ?? stage ?? world.stages[0] ?? '';
}

function placeOfStage(value: string, { stages }: KeyWorld): number {
  const at = stages.indexOf(value);
  return at >= 0 ? at : value === 'won' ? 1000 : value === 'lost' ? 1001 : 999;
}

const text = (id: string, of: KeyColumn['of'], read: (lead: Lead) => string | undefined): KeyColumn => ({
  id,
  of,
  as: 'text',
  read: (lead) => read(lead) ?? '',
});
const choice = (id: string, of: KeyColumn['of'], read: (lead: Lead) => string | undefined): KeyColumn => ({
  ...text(id, of, read),
  as: 'choice',
});
/** A field of persons or companies alone. */
const field = (id: string, of: Lead['kind'], as: 'text' | 'choice' = 'text'): KeyColumn => ({
  id,
  of,
  as,
  read: (lead) => {
    const value: unknown = lead[id as keyof Lead];
    return typeof value === 'string' ? value : '';
  },
});

/** Every column that leads are sorted, filtered and grouped by, but the tier and the user's own fields: a new one is one line. */
export const keyColumns: readonly KeyColumn[] = [
  text(
    'name',
    'both',
    (lead) =>
      lead.name ?? lead.emails[0] ?? lead.phones[0]?.text ?? (lead.kind === 'person' ? lead.companyName : lead.domain),
  ),
  {
    id: 'company',
    of: 'both',
    as: 'choice',
    read: (lead, world) =>
      (lead.kind === 'person' ? (lead.companyName ?? firmIn(lead, world)?.name) : (lead.name ?? lead.domain)) ?? '',
    isWorkedOut: true,
  },
  field('jobTitle', 'person', 'choice'),
  field('department', 'person', 'choice'),
  {
    // Worked out of the title when it is sorted by: most never are.
    id: 'seniority',
    of: 'person',
    as: 'choice',
    read: (lead) => (lead.kind === 'person' ? (lead.jobTitle ?? '') : ''),
    derive: seniorityOf,
    place: (value) => seniorities.indexOf(value),
    isWorkedOut: true,
  },
  { id: 'stage', of: 'both', as: 'choice', read: stageOf, place: placeOfStage, isWorkedOut: true },
  {
    id: 'valueClass',
    of: 'both',
    as: 'choice',
    read: (lead, world) => worthIn(lead, world)?.valueClass ?? '',
    isWorkedOut: true,
  },
  {
    id: 'sales',
    of: 'both',
    as: 'number',
    read: (lead, world) => worthIn(lead, world)?.amount ?? '',
    isWorkedOut: true,
  },
  {
    id: 'need',
    of: 'both',
    as: 'number',
    read: ({ wallet }) => {
      const need = newestNeed(wallet);
      return need ? need.amount / 100 : '';
    },
    isWorkedOut: true,
  },
  {
    // In percent, as one filters by it.
    id: 'share',
    of: 'both',
    as: 'number',
    read: (lead, world) => {
      const share = worthIn(lead, world)?.share;
      return share === undefined ? '' : Math.round(share * 100);
    },
    isWorkedOut: true,
  },
  {
    id: 'potential',
    of: 'both',
    as: 'number',
    read: (lead, world) => worthIn(lead, world)?.potential ?? '',
    isWorkedOut: true,
  },
  choice('owner', 'both', (lead) => lead.owner),
  choice('list', 'both', (lead) => lead.list),
  { id: 'tags', of: 'both', as: 'many', read: (lead) => lead.tags.join('\n') },
  choice('source', 'both', (lead) => lead.leadSource?.group),
  choice('sourceName', 'both', (lead) => lead.leadSource?.name),
  {
    id: 'country',
    of: 'both',
    as: 'choice',
    read: (lead, world) => lead.addresses[0]?.country ?? firmIn(lead, world)?.country ?? '',
    isWorkedOut: true,
  },
  choice('city', 'both', (lead) => lead.addresses[0]?.city),
  text('emails', 'both', ({ emails }) => emails.join('\n')),
  text('phones', 'both', ({ phones }) => phones.map((one) => one.e164 ?? one.text).join('\n')),
  text('nextStep', 'both', ({ nextStep }) => nextStep?.text),
  { id: 'nextDue', of: 'both', as: 'date', read: ({ nextStep }) => nextStep?.dueAt ?? '' },
  {
    id: 'outcome',
    of: 'both',
    as: 'choice',
    read: (lead, world) => (firmIn(lead, world) ?? firmOf(lead)).outcome ?? 'open',
    isWorkedOut: true,
  },
  {
    id: 'reason',
    of: 'both',
    as: 'choice',
    read: (lead, world) => (firmIn(lead, world) ?? firmOf(lead)).reason ?? '',
    isWorkedOut: true,
  },
  text('note', 'both', ({ note }) => note),
  field('industry', 'company', 'choice'),
  field('products', 'company'),
  {
    id: 'employees',
    of: 'company',
    as: 'number',
    read: (lead) => (lead.kind === 'company' ? (lead.employees ?? '') : ''),
    place: (text) => quantityOf(text)?.min ?? '',
  },
  field('founded', 'company', 'choice'),
  field('domain', 'company'),
  field('website', 'company'),
  field('stand', 'company'),
  field('legalForm', 'company', 'choice'),
  field('registerNumber', 'company'),
  field('vatId', 'company'),
  field('creditCode', 'company'),
  text('wechat', 'both', ({ wechat }) => wechat),
  text('qq', 'both', ({ qq }) => qq),
  text('whatsapp', 'both', ({ whatsapp }) => whatsapp),
  text('links', 'both', ({ links }) => links.join('\n')),
  choice('doNotContact', 'both', ({ doNotContact }) => (doNotContact ? 'yes' : '')),
  { id: 'createdAt', of: 'both', as: 'date', read: ({ createdAt }) => createdAt },
  { id: 'updatedAt', of: 'both', as: 'date', read: ({ updatedAt }) => updatedAt },
];

/** The key of an own field: a number as it is, else its text. In: the field's value on a lead. */
export const ownKey = (value: unknown): KeyValue =>
  typeof value === 'number' ? value : ownText(value as Parameters<typeof ownText>[0]);

export const ownColumn = (key: string): KeyColumn => ({
  id: ownFieldPath(key),
  of: 'both',
  as: 'choice',
  read: ({ own }) => (own && Object.hasOwn(own, key) ? ownKey(own[key]) : ''),
});

/** The columns of one kind of lead. */
export const columnsOf = (kind: Lead['kind']): KeyColumn[] =>
  keyColumns.filter(({ of }) => of === 'both' || of === kind);
