import { companyFacts, type Facts, personFacts } from '../../domain/dedupe.ts';
import type { ImportChoices, ImportCommon, ImportRow, RefusalReason, UnreadCell } from '../../domain/import-row.ts';
import { diffLeads, type FieldChange } from '../../domain/merge.ts';
import { compareNames } from '../../domain/name-match.ts';
import { companyKey } from '../../domain/normalize/company.ts';
import type { Lead } from '../../domain/schema/lead.ts';
import type { Maybe } from '../../domain/standing.ts';
import type { ErasedList } from '../erased-list.ts';
import { newId } from '../new-id.ts';
import type { Row } from '../rows.ts';
import type { KnownLeads } from './known-leads.ts';
import { type Conflict, leadOfPart, mergePart, type Part } from './merge-part.ts';

export const rowOutcomes = ['created', 'merged', 'unchanged', 'refused'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** What becomes of a row. */
export type RowResult = {
  at: number;
  outcome: RowOutcome;
  name: string;
  leadId?: string;
  reason?: RefusalReason;
  /** What changes in leads of the book, or of rows before this one. */
  changes?: FieldChange[];
  /** Where the book says otherwise and stays. */
  conflicts?: Conflict[];
  unread?: UnreadCell[];
  /** A row before this one that is the same lead. */
  sameAs?: number;
  /** Made new though somebody in the book may be the same. */
  maybe?: string;
  /** The company that the row makes beside its person. */
  makesCompany?: string;
};

/** A lead that the import writes: what it was in the book (absent: it is new), what it becomes, and the rows that say so. */
export type PlannedLead = {
  before?: Lead;
  row: Row;
  parts: Part[];
  firstRow: number;
  /** What its rows said so far: the firm of a hundred people is compared once. */
  said: Set<string>;
};
export type ImportPlan = {
  results: RowResult[];
  /** In the order in which they come into the book. */
  leads: Map<string, PlannedLead>;
  counts: Record<RowOutcome, number> & {
    rows: number;
    people: number;
    companies: number;
    conflicts: number;
    unread: number;
  };
};

type Planning = {
  known: KnownLeads;
  deleted: Set<string>;
  erased: ErasedList | undefined;
  choices: ImportChoices;
  now: number;
  plan: ImportPlan;
};
type Placed = {
  row: Row;
  isNew: boolean;
  changes: FieldChange[];
  conflicts: Conflict[];
  sameAs?: number;
  maybe?: string;
};

/** An empty plan. In: the leads of the book (they become what the import makes of them), deleted ids, choices, the time, who was erased. */
export function startPlan(
  known: KnownLeads,
  deleted: Set<string>,
  choices: ImportChoices,
  now: number,
  erased?: ErasedList,
) {
  const counts = {
    created: 0,
    merged: 0,
    unchanged: 0,
    refused: 0,
    rows: 0,
    people: 0,
    companies: 0,
    conflicts: 0,
    unread: 0,
  };
  const plan: ImportPlan = { results: [], leads: new Map(), counts };
  const planning: Planning = { known, deleted, erased, choices, now, plan };
  return {
    plan,
    /** Says what becomes of one more row: every row comes out as created, merged, unchanged or refused. */
    add(row: ImportRow): void {
      const result = planRow(planning, row);
      if (row.unread.length > 0) result.unread = row.unread;
      plan.results.push(result);
      counts.rows += 1;
      counts[result.outcome] += 1;
      if (result.conflicts?.length) counts.conflicts += 1;
      if (result.unread) counts.unread += 1;
    },
  };
}

const nameOf = (values: Part['values'] | undefined) =>
  values?.name ?? values?.emails[0] ?? values?.phones[0]?.text ?? '';

function planRow(planning: Planning, row: ImportRow): RowResult {
  const { at, person, company } = row;
  const name = nameOf(person) || nameOf(company);
  const refused = (reason: RefusalReason): RowResult => ({ at, outcome: 'refused', name, reason });
  if (row.refused) return refused(row.refused);
  const firm = company && companyFacts('', company);
  const firmMatch = firm && find(planning, firm, person ? undefined : row.id);
  const facts =
    person && personFacts('', person, person.partial, firm?.kind === 'company' ? firm.keys.domain : undefined);
  if (person && planning.erased?.person(person, person.partial, facts?.keys.domains[0]) !== undefined)
    return refused('erased');
  const match = facts && find(planning, facts, row.id);
  const questioned = match ?? firmMatch;
  if (questioned?.refuse) return refused('maybe');

  // In our own exports a person's row says what is kept of the person; their company has a row of its own.
  const isOwnExport = person !== undefined && row.id !== undefined;
  // The outcome of a company counts for its people: where a row has both, the work was with the company.
  const worked: Lead['kind'] = company && !isOwnExport ? 'company' : 'person';
  const outcomeOf = (kind: Lead['kind']) => (row.outcome && kind === worked ? { outcome: row.outcome } : {});
  const common = withChoices(row.common, planning.choices);
  const onlyNamed = company && isOwnExport && !isMoreThanNamed(company);
  const placedFirm =
    company && firm && firmMatch && !(onlyNamed && !firmMatch.row)
      ? place(
          planning,
          firmMatch,
          firm,
          {
            at,
            kind: 'company',
            values: company,
            // Notes, tags and next steps of a row are the person's, where there is one.
            common: isOwnExport ? { tags: [] } : person ? sharedOf(common) : common,
            own: row.ownCompany,
            ...outcomeOf('company'),
          },
          person ? undefined : row.id,
        )
      : undefined;
  const home = placedFirm?.row ?? (facts && !company ? firmOf(planning, facts) : undefined);
  const placed =
    person && facts && match
      ? place(
          planning,
          match,
          facts,
          {
            at,
            kind: 'person',
            values:
              home?.kind === 'company' && home.name && !person.companyName
                ? { ...person, companyName: home.name }
                : person,
            common,
            own: row.ownPerson,
            ...outcomeOf(placedFirm ? 'person' : worked),
            ...(home && { companyId: home.id }),
          },
          row.id,
          home,
        )
      : undefined;
  return resultOf(at, name, placed, placedFirm);
}

function resultOf(at: number, name: string, person: Placed | undefined, firm: Placed | undefined): RowResult {
  const main = person ?? firm;
  if (!main) return { at, outcome: 'refused', name, reason: 'nothing' };
  const both = [person, firm].filter((one) => one !== undefined);
  const changes = both
    .filter(({ isNew }) => !isNew)
    .flatMap((one) => one.changes.filter(({ field }) => field !== 'updatedAt'));
  const conflicts = both.flatMap((one) => one.conflicts);
  const makesFirm = person !== undefined && firm?.isNew === true;
  const outcome = main.isNew ? 'created' : changes.length > 0 || makesFirm ? 'merged' : 'unchanged';
  return {
    at,
    outcome,
    name: main.row.name ?? name,
    leadId: main.row.id,
    ...(changes.length > 0 && { changes }),
    ...(conflicts.length > 0 && { conflicts }),
    ...(main.sameAs !== undefined && { sameAs: main.sameAs }),
    ...(main.maybe !== undefined && { maybe: main.maybe }),
    ...(makesFirm && { makesCompany: firm.row.name ?? firm.row.id }),
  };
}

/** What a row says of the person that holds for the company beside them too. */
const sharedOf = ({ list, createdAt, leadSource }: ImportCommon): ImportCommon => ({
  tags: [],
  ...(list && { list }),
  ...(createdAt !== undefined && { createdAt }),
  ...(leadSource && { leadSource }),
});

type Found = { row?: Row; maybe?: string; refuse?: boolean };

/** The lead that a row is: by its id in our own export, surely by what is known of it, or as the user decides. */
function find({ known, choices }: Planning, facts: Facts, id: string | undefined): Found {
  const byId = id === undefined ? undefined : known.get(id);
  if (byId?.kind === facts.kind) return { row: byId };
  const { sure, maybe } = known.find(facts);
  const row = sure && known.get(sure.id);
  if (row) return { row };
  const agreeing = maybe.filter((one) => agrees(facts, one));
  const [only, another] = agreeing;
  const first = maybe[0]?.lead;
  const told = first && (first.name ?? first.emails[0] ?? first.id);
  if (only && !another && choices.maybe === 'merge') {
    const same = known.get(only.lead.id);
    return same ? { row: same } : {};
  }
  if (agreeing.length > 0 && choices.maybe === 'refuse') return { refuse: true };
  return told === undefined ? {} : { maybe: told };
}

/** Of those to be asked about, the ones whose name is the same, not only compatible, and whose firm or place agrees. */
function agrees(facts: Facts, { lead, reason }: Maybe): boolean {
  if (reason === 'sameContact') return false;
  if (facts.kind === 'company' || facts.values.name === lead.name) return true;
  return compareNames(facts.values.name, lead.name) === 'same';
}

/** A firm of the book whose domain the person writes from, unless they name another. */
function firmOf({ known }: Planning, facts: Facts): Row | undefined {
  if (facts.kind !== 'person' || facts.keys.domains.length !== 1) return undefined;
  const row = known.firmAt(facts.keys.domains[0] ?? '');
  const named = facts.values.companyName ? companyKey(facts.values.companyName) : undefined;
  return row?.kind === 'company' && (!named || named === row.keys.firm) ? row : undefined;
}

const isMoreThanNamed = ({ name: _name, ...rest }: NonNullable<ImportRow['company']>) =>
  Object.values(rest).some((value) => (Array.isArray(value) ? value.length > 0 : value !== undefined));

function withChoices(common: ImportCommon, { list, tags, leadSource }: ImportChoices): ImportCommon {
  return {
    ...(list && { list }),
    ...(leadSource && { leadSource }),
    ...common,
    tags: tags.length > 0 ? [...new Set([...common.tags, ...tags])] : common.tags,
  };
}

/** Makes the lead that a row says, or takes the row over into the one that it is. */
function place(planning: Planning, found: Found, facts: Facts, part: Part, id: string | undefined, home?: Row): Placed {
  const { known, deleted, choices, now, plan } = planning;
  if (found.row) return mergeInto(planning, found.row, facts, part);
  const taken = id === undefined || deleted.has(id) || known.get(id) !== undefined;
  const lead = leadOfPart(part, taken ? newId(now) : id, now);
  // A person knows the domain of their firm, also of one that the book knew before.
  const keys =
    facts.kind === 'person' &&
    home?.kind === 'company' &&
    home.keys.domain &&
    !facts.keys.domains.includes(home.keys.domain)
      ? { ...facts.keys, domains: [...facts.keys.domains, home.keys.domain] }
      : facts.keys;
  const row = { ...lead, keys } as Row;
  known.put(row);
  const said = new Set(lead.kind === 'company' ? [saidBy(part)] : []);
  plan.leads.set(lead.id, { row, parts: [part], firstRow: part.at, said });
  plan.counts[lead.kind === 'person' ? 'people' : 'companies'] += 1;
  const isAsked = choices.maybe !== 'refuse' && found.maybe !== undefined;
  return { row, isNew: true, changes: [], conflicts: [], ...(isAsked && found.maybe && { maybe: found.maybe }) };
}

const saidBy = ({ values, common, own, outcome, companyId }: Part) =>
  JSON.stringify([values, common, own, outcome, companyId]);

function mergeInto({ known, choices, now, plan }: Planning, row: Row, facts: Facts, part: Part): Placed {
  const planned = plan.leads.get(row.id);
  const said = saidBy(part);
  if (planned?.said.has(said)) return { row, isNew: false, changes: [], conflicts: [], sameAs: planned.firstRow };
  planned?.said.add(said);
  const { keys: oldKeys, stagedBy: _stagedBy, ...rest } = row;
  const before = rest as Lead;
  // Where two rows of one file differ, the first one's word stays.
  const { lead, conflicts } = mergePart(before, part, choices.replace && !planned, now);
  const changes = diffLeads(before, lead);
  const sameAs = planned ? { sameAs: planned.firstRow } : {};
  if (changes.length === 0) return { row, isNew: false, changes, conflicts, ...sameAs };
  const dated = planned && !planned.before ? knownSince(lead, part) : { ...lead, updatedAt: now };
  const next = { ...dated, keys: unitedKeys(oldKeys, facts.keys) } as Row;
  known.put(next);
  if (planned) Object.assign(planned, { row: next, parts: [...planned.parts, part] });
  else plan.leads.set(row.id, { before, row: next, parts: [part], firstRow: part.at, said: new Set([said]) });
  return { row: next, isNew: false, changes, conflicts, ...sameAs };
}

/** A new lead is known since the first of its rows, and before its outcome. */
function knownSince(lead: Lead, { common }: Part): Lead {
  const outcome = lead.outcome ? lead.outcome.at - 1 : lead.createdAt;
  return { ...lead, createdAt: Math.min(lead.createdAt, common.createdAt ?? lead.createdAt, outcome) };
}

/** What a lead is found by while the import goes on: by all that it was and by what the row adds. */
function unitedKeys<K extends Row['keys']>(ours: K, theirs: Facts['keys']): K {
  const result: Record<string, unknown> = { ...ours };
  for (const [name, value] of Object.entries(theirs)) {
    const mine = result[name];
    if (Array.isArray(value) && Array.isArray(mine)) result[name] = [...new Set([...mine, ...value])];
    else result[name] ??= value;
  }
  return result as K;
}
