import type { Tier } from '../domain/schema/icp.ts';
import type { Lead } from '../domain/schema/lead.ts';
import type { BuyingRole } from '../scoring/role.ts';
import type { Column, ExportRow } from './columns.ts';

type Rule = { rule: string; name: string };
/** What an export says of a lead's score. */
export type ExportScore = {
  tier: Tier;
  fit: number;
  engagement: number;
  gates: readonly Rule[];
  reasons: readonly (Rule & { points: number })[];
  role?: BuyingRole;
};

/** The words for a score, in the user's language. */
export type ScoreWords = {
  tier(tier: Tier): string;
  role(role: BuyingRole): string;
  excluded(gates: readonly Rule[]): string;
  reason(reason: Rule & { points: number }): string;
};

/** Tier, both axes, why, and a person's part in a purchase. Left out where no lead was scored. */
export function scoreColumns(kind: Lead['kind'], rows: readonly ExportRow[], words: ScoreWords | undefined): Column[] {
  if (!words || !rows.some(({ score }) => score)) return [];
  const text = (read: (score: ExportScore) => string) => ({
    read: ({ score }: ExportRow) => (score ? read(score) : ''),
  });
  const number = (read: (score: ExportScore) => number) => ({
    ...text((score) => String(read(score))),
    typed: ({ score }: ExportRow) => (score ? read(score) : undefined),
  });
  // A company and its people have one list of reasons, which is put into words once.
  const said = new WeakMap<ExportScore['reasons'], string>();
  const why = ({ gates, reasons }: ExportScore): string => {
    const known = said.get(reasons);
    if (known !== undefined) return known;
    const text = [...(gates.length > 0 ? [words.excluded(gates)] : []), ...reasons.map(words.reason)].join('; ');
    said.set(reasons, text);
    return text;
  };
  return [
    { id: 'tier', word: 'tier', ...text(({ tier }) => words.tier(tier)) },
    { id: 'fit', word: 'fit', ...number(({ fit }) => fit) },
    { id: 'engagement', word: 'engagement', ...number(({ engagement }) => engagement) },
    { id: 'reasons', word: 'reasons', ...text(why) },
    ...(kind === 'person'
      ? [{ id: 'buyingRole', word: 'buyingRole' as const, ...text(({ role }) => (role ? words.role(role) : '')) }]
      : []),
  ];
}
