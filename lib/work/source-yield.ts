import type { LeadSource, LeadSourceGroup } from '../domain/schema/lead.ts';
import type { SourceName } from '../domain/schema/source.ts';

export type SourceYield = {
  /** Absent: nobody said how they met. */
  group?: LeadSourceGroup;
  name: string;
  /** People and companies. */
  captured: number;
  /** Of these a company with its people counts once, for the way in which the first of them was met. */
  contacted: number;
  won: number;
  /** What it cost, and that for each customer won; where the user said what it cost. */
  cost?: number;
  costPerCustomer?: number;
};

/** `head` stands for a company and its people alike. */
type Counted = { source: LeadSource | undefined; head: string; contacted: boolean; won: boolean };

/** Two ways of meeting people are the same whatever the case of their name. In: the source. */
export const sourceKey = (source: Pick<LeadSource, 'group' | 'name'> | undefined): string =>
  `${source?.group ?? ''} ${(source?.name ?? '').trim().toLocaleLowerCase()}`;

/**
 * What came of each way of meeting people, the one with the most customers first. In: people and companies, the earliest known
 * first; the user's sources.
 */
export function sourceYield(leads: Iterable<Counted>, sources: readonly SourceName[]): SourceYield[] {
  const rows = new Map<string, SourceYield>();
  for (const { name, group, cost } of sources)
    rows.set(sourceKey({ group, name }), {
      group,
      name,
      captured: 0,
      contacted: 0,
      won: 0,
      ...(cost !== undefined && { cost }),
    });
  const firstOf = new Map<string, Counted>();
  const rowOf = (source: LeadSource | undefined): SourceYield => {
    const key = sourceKey(source);
    const row = rows.get(key) ?? {
      ...(source && { group: source.group }),
      name: source?.name ?? '',
      captured: 0,
      contacted: 0,
      won: 0,
    };
    rows.set(key, row);
    return row;
  };
  for (const lead of leads) {
    rowOf(lead.source).captured++;
    const first = firstOf.get(lead.head);
    // Of whom nobody said how they were met, that says least.
    if (!first || (!first.source && lead.source)) firstOf.set(lead.head, lead);
  }
  for (const { source, contacted, won } of firstOf.values()) {
    if (contacted) rowOf(source).contacted++;
    if (won) rowOf(source).won++;
  }
  return [...rows.values()]
    .map((row) => (row.cost !== undefined && row.won > 0 ? { ...row, costPerCustomer: row.cost / row.won } : row))
    .sort((a, b) => b.won - a.won || b.captured - a.captured || (a.name < b.name ? -1 : 1));
}
