import type { IcpProfile, IcpRule } from '../../domain/schema/icp.ts';
import { pointsOf } from './outcomes.ts';

const most = 1000;
const bounded = (points: number) => Math.max(-most, Math.min(most, Math.round(points))) + 0;

/** A rule whose points are moved to others; tiers keep their proportions. */
function withPoints(rule: IcpRule, points: number): IcpRule {
  if (rule.kind === 'gate') return rule;
  if (rule.kind !== 'tiers') return { ...rule, points: bounded(points) };
  const today = pointsOf(rule);
  const tiers = rule.tiers.map((tier) => ({
    ...tier,
    points: bounded(today === 0 ? points : (tier.points * points) / today),
  }));
  return { ...rule, tiers };
}

/** The points of each rule of a profile, by its id; of tiers those that weigh most. Gates have none. */
export const pointsByRule = ({ groups }: IcpProfile): Map<string, number> =>
  new Map(
    groups.flatMap(({ rules }) =>
      rules.filter(({ kind }) => kind !== 'gate').map((rule) => [rule.id, pointsOf(rule)] as const),
    ),
  );

/** Takes points over into a profile. In: the profile, new points by rule id; ids it does not have are passed over. Out: a new profile. */
export function takePoints(profile: IcpProfile, points: ReadonlyMap<string, number>): IcpProfile {
  const groups = profile.groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) => {
      const taken = points.get(rule.id);
      return taken === undefined ? rule : withPoints(rule, taken);
    }),
  }));
  return { ...profile, groups };
}

/** Gives rules back what another profile says of them, tiers included. In: the profile, the one to take from, rule ids. Out: a new profile. */
export function putBack(profile: IcpProfile, from: IcpProfile, rules: ReadonlySet<string>): IcpProfile {
  const known = new Map(from.groups.flatMap((group) => group.rules.map((rule) => [rule.id, rule] as const)));
  const groups = profile.groups.map((group) => ({
    ...group,
    rules: group.rules.map((rule) => (rules.has(rule.id) ? (known.get(rule.id) ?? rule) : rule)),
  }));
  return { ...profile, groups };
}
