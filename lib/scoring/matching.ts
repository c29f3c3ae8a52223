import { type IcpProfile, icpProfile } from '../domain/schema/icp.ts';
import {
  type Attraction,
  attractions,
  type Capability,
  type CapabilityLevels,
  capabilities,
  type MatchingSetup,
} from '../domain/schema/matching.ts';
import { compileProfile } from './compile.ts';
import { unknown, yes } from './condition.ts';
import type { ScoreInput } from './input.ts';

export type Quadrant = 'pursue' | 'buildUp' | 'keepCheaply' | 'leave';

/** One part of an axis: its own value 0–100 (absent: unknown), and what it gives to the axis, in whole points. */
export type Part<F extends string> = { factor: F; value?: number; points: number };
/** Whole points 0–100 of which the parts are the sum, unless that lies outside. */
export type Axis<F extends string> = { score: number; parts: Part<F>[]; known: number; of: number };

export type Match = {
  /** Absent while nothing is known of what they would bring. */
  attractiveness?: Axis<Attraction>;
  /** Absent while nothing was said of what we can do. */
  capability?: Axis<Capability>;
  quadrant?: Quadrant;
};

const burdens: ReadonlySet<Attraction> = new Set(['cost', 'risk']);
/** What a burden of weight 1 takes off at most. */
const pointsPerWeight = 10;
const within = (value: number) => Math.max(0, Math.min(100, value));

/** Whole points that sum to the rounded sum of the exact ones: what is left over goes where most was cut off. */
function wholePoints(exact: readonly number[]): number[] {
  const whole = exact.map(Math.floor);
  let left = Math.round(exact.reduce((sum, one) => sum + one, 0)) - whole.reduce((sum, one) => sum + one, 0);
  const cutOff = (at: number) => (exact[at] as number) - (whole[at] as number);
  for (const at of exact.map((_, at) => at).sort((a, b) => cutOff(b) - cutOff(a) || a - b)) {
    if (left <= 0) break;
    whole[at] = (whole[at] as number) + 1;
    left--;
  }
  return whole;
}

function axisOf<F extends string>(parts: Part<F>[]): Axis<F> {
  const score = within(parts.reduce((sum, { points }) => sum + points, 0));
  return { score, parts, known: parts.filter(({ value }) => value !== undefined).length, of: parts.length };
}

/**
 * What a customer would bring less what they would cost. Gains are the weighted mean of those that are known; a burden takes off
 * up to ten points for each step of its weight, and nothing while it is unknown. In: values 0–100, weights. Out: undefined where
 * no gain is known.
 */
export function attractivenessOf(
  values: Partial<Record<Attraction, number>>,
  weights: MatchingSetup['weights'],
): Axis<Attraction> | undefined {
  const gains = attractions.filter((one) => !burdens.has(one) && values[one] !== undefined && weights[one] > 0);
  const all = gains.reduce((sum, one) => sum + weights[one], 0);
  if (all === 0) return undefined;
  const shares = wholePoints(gains.map((one) => ((values[one] ?? 0) * weights[one]) / all));
  return axisOf(
    attractions.map((factor) => {
      const value = values[factor];
      if (value === undefined) return { factor, points: 0 };
      if (burdens.has(factor))
        return { factor, value, points: -Math.round((value * weights[factor] * pointsPerWeight) / 100) + 0 };
      return { factor, value, points: shares[gains.indexOf(factor)] ?? 0 };
    }),
  );
}

/** How well we could serve: the mean of the parts that were said. In: levels 0–100. Out: undefined where none was. */
export function capabilityOf(levels: CapabilityLevels): Axis<Capability> | undefined {
  const known = capabilities.filter((one) => levels[one] !== undefined);
  if (known.length === 0) return undefined;
  const shares = wholePoints(known.map((one) => (levels[one] ?? 0) / known.length));
  return axisOf(
    capabilities.map((factor) => {
      const value = levels[factor];
      return value === undefined
        ? { factor, points: 0 }
        : { factor, value, points: shares[known.indexOf(factor)] ?? 0 };
    }),
  );
}

/**
 * Where a customer's attractiveness and our capability to serve them meet. In: both, 0–100, and where each axis is cut. Out:
 * attractive and within our means: pursue; attractive, beyond them: build up first; else keep cheaply or leave.
 */
export function quadrantOf(
  attractiveness: number,
  capability: number,
  cuts: MatchingSetup['cuts'] = { attractiveness: 50, capability: 50 },
): Quadrant {
  const able = capability >= cuts.capability;
  if (attractiveness >= cuts.attractiveness) return able ? 'pursue' : 'buildUp';
  return able ? 'keepCheaply' : 'leave';
}

const adjustGroup = 'adjust.capability';

/** The rules of both axes as one profile, so that they are asked in the same words and by the same means as all others. */
function askedProfile({ rules, capability }: MatchingSetup): IcpProfile {
  const adjusting = capability.adjustments.map(({ id, when }) => ({ kind: 'gate', id, name: id, when }));
  return icpProfile.parse({
    ...rules,
    groups: [...rules.groups, ...(adjusting.length > 0 ? [{ id: adjustGroup, name: 'adjust', rules: adjusting }] : [])],
  });
}

export type CompiledMatching = { match(input: ScoreInput, now: number): Match };

/** Makes a setup ready for many companies. Out: `match`, which says where a company stands. Never throws on a setup that parsed. */
export function compileMatching(setup: MatchingSetup): CompiledMatching {
  const compiled = compileProfile(askedProfile(setup));
  const { plans, profile } = compiled;
  const groupAt = new Map(profile.groups.map(({ id }, at) => [id, at]));
  const planned = attractions.map((factor) => {
    const group = groupAt.get(factor);
    return { factor, plans: plans.flatMap((plan, at) => (plan.group === group ? [at] : [])) };
  });
  const adjusting = plans.flatMap((plan, at) => (plan.group === groupAt.get(adjustGroup) ? [at] : []));

  return {
    match(input, now) {
      const { answers, points } = compiled.weigh(input, now);
      const values: Partial<Record<Attraction, number>> = {};
      for (const { factor, plans: mine } of planned) {
        const held = mine.some((at) => answers[at] === yes);
        if (mine.length === 0 || (!held && mine.some((at) => answers[at] === unknown))) continue;
        values[factor] = within(mine.reduce((sum, at) => sum + (points[at] as number), 0));
      }
      const levels: CapabilityLevels = {};
      const own = input.lead.kind === 'company' ? input.lead.capability : undefined;
      for (const factor of capabilities) {
        const base = setup.capability.levels[factor];
        const said = own?.[factor];
        if (said !== undefined) levels[factor] = said;
        else if (base !== undefined)
          levels[factor] = within(
            adjusting.reduce((sum, at, place) => {
              const by = setup.capability.adjustments[place]?.by[factor] ?? 0;
              return answers[at] === yes ? sum + by : sum;
            }, base),
          );
      }
      const attractiveness = attractivenessOf(values, setup.weights);
      const capability = capabilityOf(levels);
      return {
        ...(attractiveness && { attractiveness }),
        ...(capability && { capability }),
        ...(attractiveness &&
          capability && { quadrant: quadrantOf(attractiveness.score, capability.score, setup.cuts) }),
      };
    },
  };
}
