import { type Confidence, findDuplicates } from '../../lib/domain/duplicates/find.ts';
import { knownOf } from '../../lib/domain/duplicates/known.ts';
import { pairKey } from '../../lib/domain/pair-key.ts';
import type { Company, Lead } from '../../lib/domain/schema/lead.ts';
import type { MadeSet, Truth } from './generate.ts';

type Pair = [string, string];
export type Rates = { found: number; right: number; there: number; precision: number; recall: number };
export type Measured = {
  all: Rates;
  certain: Rates;
  ways: Map<string, { there: number; found: number }>;
  wrong: Pair[];
  missed: Pair[];
};

const pairsOf = (ids: readonly string[]): Pair[] => ids.flatMap((a, at) => ids.slice(at + 1).map((b): Pair => [a, b]));

/** Finds the duplicates of a made set and holds them against the truth, pair by pair. A group counts with all its pairs. */
export function measure({ leads, truth }: MadeSet): Measured {
  const firms = new Map(
    leads.filter((lead): lead is Company => lead.kind === 'company').map((lead) => [lead.id, lead]),
  );
  const known = leads.map((lead: Lead) =>
    knownOf(lead, lead.kind === 'person' && lead.companyId ? firms.get(lead.companyId) : undefined),
  );
  const groups = findDuplicates(known);
  const entityOf = (id: string) => truth.get(id)?.entity;
  const members = new Map<string, string[]>();
  for (const { id } of leads) members.set(entityOf(id) ?? '', [...(members.get(entityOf(id) ?? '') ?? []), id]);
  const there = [...members.values()].flatMap(pairsOf);
  const ratesOf = (wanted: (confidence: Confidence) => boolean): Rates & { pairs: Pair[] } => {
    const pairs = groups.filter(({ confidence }) => wanted(confidence)).flatMap(({ ids }) => pairsOf(ids));
    const right = pairs.filter(([a, b]) => entityOf(a) === entityOf(b)).length;
    return {
      pairs,
      found: pairs.length,
      right,
      there: there.length,
      precision: right / pairs.length,
      recall: right / there.length,
    };
  };
  const { pairs, ...all } = ratesOf(() => true);
  const { pairs: _sure, ...certain } = ratesOf((confidence) => confidence === 'certain');
  const found = new Set(pairs.map(([a, b]) => pairKey(a, b)));
  const ways = new Map<string, { there: number; found: number }>();
  for (const [a, b] of there) {
    const made = [a, b].map((id) => truth.get(id) as Truth).find((one) => one.entity && !isFirst(one))?.made ?? 'first';
    const way = `${firms.has(a) ? 'company' : 'person'} ${made}`;
    const counts = ways.get(way) ?? { there: 0, found: 0 };
    counts.there += 1;
    if (found.has(pairKey(a, b))) counts.found += 1;
    ways.set(way, counts);
  }
  return {
    all,
    certain,
    ways,
    wrong: pairs.filter(([a, b]) => entityOf(a) !== entityOf(b)),
    missed: there.filter(([a, b]) => !found.has(pairKey(a, b))),
  };
}

const firsts = new Set<Truth['made']>(['first', 'sister', 'namesake', 'family', 'sameFirmNamesake', 'couple']);
const isFirst = ({ made }: Truth): boolean => firsts.has(made);
