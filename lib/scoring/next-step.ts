import type { Tier } from '../domain/schema/icp.ts';
import type { CompiledProfile, Plan, Score, Weighed } from './compile.ts';
import { unknown } from './condition.ts';

export type UnknownFact = {
  field: string;
  /** Most points that it can move, over all rules that wait for it. */
  swing: number;
  rules: string[];
  /** A rule that disqualifies waits for it. */
  gate: boolean;
};
export type Way = { gain: number; steps: { rule: string; fields: string[]; gain: number }[] };
export type NextTier = { tier: Exclude<Tier, '?' | 'D'>; missing: number; ways: Way[] };

const growing = (compiled: CompiledProfile, { slots }: Plan) =>
  slots.length > 0 && slots.every((slot) => compiled.slots[slot]?.field.grows);

/** The points that a rule has at best once more is known or done; its points now where nothing can be found. */
function atBest(compiled: CompiledProfile, plan: Plan, at: number, { answers, points }: Weighed): number {
  const now = points[at] ?? 0;
  const { rule } = plan;
  const open = answers[at] === unknown || growing(compiled, plan);
  if (rule.kind === 'event') return Math.max(now, rule.most === undefined || now === 0 ? now + rule.points : now);
  if (rule.kind === 'gate' || !open) return now;
  if (rule.kind === 'tiers') return Math.max(now, ...rule.tiers.map((tier) => tier.points));
  return Math.max(now, rule.points);
}

/** What is not known of a lead, the fact that can move most points first. */
export function unknownFacts(compiled: CompiledProfile, weighed: Weighed): UnknownFact[] {
  const found = new Map<string, UnknownFact>();
  compiled.plans.forEach(({ rule, slots }, at) => {
    if (weighed.answers[at] !== unknown || rule.kind === 'event') return;
    const swing =
      rule.kind === 'points'
        ? Math.abs(rule.points)
        : rule.kind === 'tiers'
          ? Math.max(0, ...rule.tiers.map((tier) => tier.points)) -
            Math.min(0, ...rule.tiers.map((tier) => tier.points))
          : 0;
    for (const slot of slots) {
      const fact = weighed.facts[slot];
      const name = compiled.slots[slot]?.name;
      const exact = fact !== undefined && (Array.isArray(fact) || ('min' in fact && fact.min === fact.max));
      if (name === undefined || exact) continue;
      const entry = found.get(name) ?? { field: name, swing: 0, rules: [], gate: false };
      found.set(name, {
        field: name,
        swing: entry.swing + swing,
        rules: [...entry.rules, rule.id].sort(),
        gate: entry.gate || rule.kind === 'gate',
      });
    }
  });
  return [...found.values()].sort(
    (a, b) => b.swing - a.swing || Number(b.gate) - Number(a.gate) || (a.field < b.field ? -1 : 1),
  );
}

const above = { D: 'C', C: 'B', B: 'A' } as const;
const offered = 3;

/**
 * The shortest ways to the next tier: single rules that suffice, smallest first, else the fewest rules together that ask
 * for different fields. Limits are reckoned with. Out: undefined in A, behind a gate, and while too little is known.
 */
export function nextTier(
  compiled: CompiledProfile,
  score: Score,
  weighed: Weighed,
  weight: number,
): NextTier | undefined {
  if (score.tier === 'A' || score.tier === '?' || score.gates.length > 0) return undefined;
  const tier = above[score.tier];
  const { cuts, w } = compiled.profile;
  const missing = cuts[tier] - score.total;
  const points = Int32Array.from(weighed.points);
  const answers = Uint8Array.from(weighed.answers);
  const now: Weighed = { answers, points, facts: weighed.facts };
  const totalWith = (changes: { at: number; points: number; event: boolean }[]) => {
    const tried = Int32Array.from(points);
    for (const change of changes) tried[change.at] = change.points;
    const { fit, engagement } = compiled.sums(tried);
    // The first talk is also what gives engagement its weight.
    const weighs = weight > 0 || !changes.some(({ event }) => event) ? weight : w;
    return fit + weighs * engagement;
  };
  const gainOf = (changes: Parameters<typeof totalWith>[0]) => totalWith(changes) - score.total;
  const chances = compiled.plans
    .map((plan, at) => {
      const change = { at, points: atBest(compiled, plan, at, now), event: plan.rule.kind === 'event' };
      return { plan, change, gain: change.points > (points[at] ?? 0) ? gainOf([change]) : 0 };
    })
    .filter(({ gain }) => gain > 0)
    .sort((a, b) => b.gain - a.gain || (a.plan.rule.id < b.plan.rule.id ? -1 : 1));
  const fieldsOf = ({ slots }: Plan, at: number) =>
    slots
      .filter((slot) => answers[at] !== unknown || weighed.facts[slot] === undefined || slots.length === 1)
      .map((slot) => compiled.slots[slot]?.name ?? '');
  const step = ({ plan, change, gain }: (typeof chances)[number]) => ({
    rule: plan.rule.id,
    fields: fieldsOf(plan, change.at),
    gain,
  });
  const singles = chances.filter(({ gain }) => gain >= missing).reverse();
  if (singles.length > 0)
    return { tier, missing, ways: singles.slice(0, offered).map((one) => ({ gain: one.gain, steps: [step(one)] })) };

  const chosen: typeof chances = [];
  const taken = new Set<number>();
  for (const chance of chances) {
    if (chance.plan.slots.some((slot) => taken.has(slot))) continue;
    chosen.push(chance);
    for (const slot of chance.plan.slots) taken.add(slot);
    const gain = gainOf(chosen.map(({ change }) => change));
    if (gain >= missing) return { tier, missing, ways: [{ gain, steps: chosen.map(step) }] };
  }
  return { tier, missing, ways: [] };
}
