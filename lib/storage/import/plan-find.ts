import type { Facts } from '../../domain/dedupe.ts';
import { compareNames } from '../../domain/name-match.ts';
import { companyKey } from '../../domain/normalize/company.ts';
import type { Maybe } from '../../domain/standing.ts';
import type { Row } from '../rows.ts';
import type { Planning } from './plan-types.ts';

/** The lead that a row is, somebody who may be it, or that it is to be refused for that. */
export type Found = { row?: Row; maybe?: string; refuse?: boolean };

/** The lead that a row is: by its id in our own export, surely by what is known of it, or as the user decides. */
export function findLead({ known, choices }: Planning, facts: Facts, id: string | undefined): Found {
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
export function firmOf({ known }: Planning, facts: Facts): Row | undefined {
  if (facts.kind !== 'person' || facts.keys.domains.length !== 1) return undefined;
  const row = known.firmAt(facts.keys.domains[0] ?? '');
  const named = facts.values.companyName ? companyKey(facts.values.companyName) : undefined;
  return row?.kind === 'company' && (!named || named === row.keys.firm) ? row : undefined;
}
