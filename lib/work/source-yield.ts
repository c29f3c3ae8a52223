import type { LeadSource, LeadSourceGroup } from '../domain/schema/lead.ts';
import type { SourceName } from '../domain/schema/source.ts';

export type SourceYield = {
  /** Absent: nobody said how they met. */
  group?: LeadSourceGroup;
  name: string;
  captured: number;
  contacted: number;
  won: number;
  /** What it cost, and that for each customer won; where the user said what it cost. */
  cost?: number;
  costPerCustomer?: number;
};

type Counted = { source: LeadSource | undefined; contacted: boolean; won: boolean };

/** Two ways of meeting people are the same whatever the case of their name. In: the source. */
export const sourceKey = (source: Pick<LeadSource, 'group' | 'name'> | undefined): string =>
  `${source?.group ?? ''} ${(source?.name ?? '').trim().toLocaleLowerCase()}`;

/** What came of each way of meeting people, the one with the most customers first. In: companies and people without one, the user's sources. */
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
  for (const { source, contacted, won } of leads) {
    const key = sourceKey(source);
    const row = rows.get(key) ?? {
      ...(source && { group: source.group }),
      name: source?.name ?? '',
      captured: 0,
      contacted: 0,
      won: 0,
    };
    rows.set(key, row);
    row.captured++;
    if (contacted) row.contacted++;
    if (won) row.won++;
  }
  return [...rows.values()]
    .map((row) => (row.cost !== undefined && row.won > 0 ? { ...row, costPerCustomer: row.cost / row.won } : row))
    .sort((a, b) => b.won - a.won || b.captured - a.captured || (a.name < b.name ? -1 : 1));
}
