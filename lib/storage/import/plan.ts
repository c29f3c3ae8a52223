import { companyFacts, personFacts } from '../../domain/dedupe.ts';
import type { ImportChoices, ImportCommon, ImportRow, RefusalReason } from '../../domain/import-row.ts';
import { companyKeys } from '../../domain/lead-keys.ts';
import type { Lead } from '../../domain/schema/lead.ts';
import type { ErasedList } from '../erased-list.ts';
import type { Row } from '../rows.ts';
import type { KnownLeads } from './known-leads.ts';
import type { Part } from './merge-part.ts';
import { findLead, firmOf } from './plan-find.ts';
import { placePart } from './plan-place.ts';
import type { ImportPlan, Placed, Planning, RowResult } from './plan-types.ts';

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

/** A firm that does not name whoever was erased among its representatives. */
function withoutErased(
  values: NonNullable<ImportRow['company']>,
  erased: ErasedList | undefined,
): NonNullable<ImportRow['company']> {
  if (!erased || erased.isEmpty || values.representatives.length === 0) return values;
  const { domain } = companyKeys(values);
  const representatives = values.representatives.filter(
    (one) => erased.representative(one, values.name, domain) === undefined,
  );
  return { ...values, representatives };
}

const nameOf = (values: Part['values'] | undefined) =>
  values?.name ?? values?.emails[0] ?? values?.phones[0]?.text ?? '';

function planRow(planning: Planning, row: ImportRow): RowResult {
  const { at, person } = row;
  const name = nameOf(person) || nameOf(row.company);
  const refused = (reason: RefusalReason): RowResult => ({ at, outcome: 'refused', name, reason });
  if (row.refused) return refused(row.refused);
  const company = row.company && withoutErased(row.company, planning.erased);
  const firm = company && companyFacts('', company);
  const firmMatch = firm && findLead(planning, firm, person ? undefined : row.id);
  const facts =
    person && personFacts('', person, person.partial, firm?.kind === 'company' ? firm.keys.domain : undefined);
  if (person && planning.erased?.person(person, person.partial, facts?.keys.domains[0]) !== undefined)
    return refused('erased');
  const match = facts && findLead(planning, facts, row.id);
  const questioned = match ?? firmMatch;
  if (questioned?.refuse) return refused('maybe');

  // In our own exports a person's row says what is kept of the person; their company has a row of its own.
  const isOwnExport = person !== undefined && row.id !== undefined;
  // The outcome of a company counts for its people: where a row has both, the work was with the company; and it buys.
  const worked: Lead['kind'] = company && !isOwnExport ? 'company' : 'person';
  const workOf = (kind: Lead['kind']) =>
    kind === worked
      ? {
          ...(row.outcome && { outcome: row.outcome }),
          ...(row.stage && { stage: row.stage }),
          ...(row.need && { need: row.need }),
        }
      : {};
  const common = withChoices(row.common, planning.choices);
  const onlyNamed = company && isOwnExport && !isMoreThanNamed(company);
  const placedFirm =
    company && firm && firmMatch && !(onlyNamed && !firmMatch.row)
      ? placePart(
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
            ...workOf('company'),
          },
          person ? undefined : row.id,
        )
      : undefined;
  const home = placedFirm?.row ?? (facts && !company ? firmOf(planning, facts) : undefined);
  const employer = employerOf(planning, match?.row, home);
  const placedEmployer =
    person && !company && !isOwnExport && employer ? placeStanding(planning, employer, row) : undefined;
  const placed =
    person && facts && match
      ? placePart(
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
            ...workOf(placedFirm ? 'person' : worked),
            // What their company says of itself, in a row of its own or just now, is not theirs.
            ...(employer && { outcome: undefined, stage: undefined }),
            ...(home && { companyId: home.id }),
          },
          row.id,
          home,
        )
      : undefined;
  return resultOf(at, name, placed, placedFirm ?? placedEmployer);
}

/** The company of the book that stands for a person: the one on which they hang already, else where the row puts them. */
function employerOf({ known }: Planning, person: Row | undefined, home: Row | undefined): Row | undefined {
  return person?.kind === 'person' && person.companyId ? known.get(person.companyId) : home;
}

/** Where the work stands by a row of a person, said of their company, which is not in the row. Out: undefined where it says nothing. */
function placeStanding(planning: Planning, company: Row, { at, outcome, stage }: ImportRow): Placed | undefined {
  if (!outcome && !stage) return undefined;
  const facts = companyFacts('', { emails: [], phones: [], addresses: [], representatives: [], links: [] });
  return placePart(
    planning,
    { row: company },
    facts,
    {
      at,
      kind: 'company',
      values: facts.values,
      common: { tags: [] },
      own: {},
      ...(outcome && { outcome }),
      ...(stage && { stage }),
    },
    undefined,
  );
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
