import type { CompiledProfile, Score } from './compile.ts';
import { no, unknown, yes } from './condition.ts';
import type { Value } from './fields.ts';
import type { ScoreInput } from './input.ts';
import { type NextTier, nextTier, type UnknownFact, unknownFacts } from './next-step.ts';

export type LineState = 'true' | 'false' | 'unknown' | 'limit';
/** One line of a score. A limit's line has the group's or the axis's name for its rule and takes back what is too much. */
export type ScoreLine = {
  rule: string;
  name: string;
  group: string;
  axis: 'fit' | 'engagement';
  state: LineState;
  points: number;
  /** What the rule looked at, as read; a field without value is unknown. The names lead to the receipts. */
  facts: { field: string; value: Value }[];
  /** Where the line is a limit: what the points came to before it. */
  before?: number;
};

export type Explanation = Score & {
  lines: ScoreLine[];
  gateRules: { rule: string; name: string; state: 'true' | 'false' | 'unknown'; facts: ScoreLine['facts'] }[];
  /** What is not known, the most worth finding first. */
  unknown: UnknownFact[];
  /** How the next tier can be reached; absent in A, behind a gate, and while too little is known. */
  next?: NextTier;
};

const states = { [no]: 'false', [yes]: 'true', [unknown]: 'unknown' } as const;

/**
 * A lead's score with all its reasons. In: a compiled profile, the lead, the time. Out: lines whose points sum to
 * fit + engagement exactly, limits included, and what would help.
 */
export function explain(compiled: CompiledProfile, input: ScoreInput, now: number): Explanation {
  const { profile, plans, slots } = compiled;
  const score = compiled.score(input, now);
  const { answers, points, facts } = compiled.weigh(input, now);
  const { fitRaw, engagementRaw, fit, engagement, groups } = compiled.sums(points);
  const limited = [...groups];
  const factsOf = (used: readonly number[]) =>
    used.map((slot) => {
      const name = slots[slot]?.name ?? '';
      return { field: name, value: slots[slot]?.field.read(input, now) };
    });

  const lines: ScoreLine[] = [];
  const gateRules: Explanation['gateRules'] = [];
  profile.groups.forEach((group, at) => {
    let sum = 0;
    plans.forEach(({ rule, group: of, slots: used }, index) => {
      if (of !== at) return;
      const state = states[answers[index] as keyof typeof states];
      const base = { rule: rule.id, name: rule.name, state, facts: factsOf(used) };
      if (rule.kind === 'gate') {
        gateRules.push(base);
        return;
      }
      sum += points[index] ?? 0;
      lines.push({ ...base, group: group.id, axis: group.axis, points: points[index] ?? 0 });
    });
    const allowed = limited[at] ?? sum;
    if (allowed !== sum) lines.push(limit(group.id, group.name, group.axis, sum, allowed));
  });
  if (fit !== fitRaw) lines.push(limit('fit', 'fit', 'fit', fitRaw, fit));
  if (engagement !== engagementRaw)
    lines.push(limit('engagement', 'engagement', 'engagement', engagementRaw, engagement));

  const open = unknownFacts(compiled, { answers, points, facts });
  const next = nextTier(compiled, score, { answers, points, facts }, compiled.weight(input, now));
  return { ...score, lines, gateRules, unknown: open, ...(next && { next }) };
}

function limit(id: string, name: string, axis: 'fit' | 'engagement', before: number, after: number): ScoreLine {
  return { rule: 'limit', name, group: id, axis, state: 'limit', points: after - before, facts: [], before };
}
