import type { Facts } from '../../domain/dedupe.ts';
import { diffLeads } from '../../domain/diff-leads.ts';
import type { Lead } from '../../domain/schema/lead.ts';
import { newId } from '../new-id.ts';
import type { Row } from '../rows.ts';
import { leadOfPart, mergePart, type Part } from './merge-part.ts';
import type { Found } from './plan-find.ts';
import type { Placed, Planning } from './plan-types.ts';

/** Makes the lead that a row says, or takes the row over into the one that it is. */
export function placePart(
  planning: Planning,
  found: Found,
  facts: Facts,
  part: Part,
  id: string | undefined,
  home?: Row,
): Placed {
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

const saidBy = ({ values, common, own, outcome, stage, need, companyId }: Part) =>
  JSON.stringify([values, common, own, outcome, stage, need, companyId]);

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
