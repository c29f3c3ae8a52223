import type { IcpGroup, IcpProfile, IcpRule } from '../domain/schema/icp.ts';

/** One thing that differs between two states of a profile. Numbers of settings are as they stand in it. */
export type ProfileDifference =
  | { of: 'name'; before: string; after: string }
  | { of: 'setting'; setting: 'cutA' | 'cutB' | 'cutC' | 'w' | 'coverage'; before: number; after: number }
  | { of: 'bands' }
  | { of: 'definitions'; names: string[] }
  | { of: 'group'; before?: IcpGroup; after?: IcpGroup }
  | { of: 'rule'; group: string; before?: IcpRule; after?: IcpRule }
  /** Only in another place: order changes no score, another group may. */
  | { of: 'moved'; rule: IcpRule; from: string; to: string };

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const frameOf = ({ rules: _rules, ...frame }: IcpGroup) => frame;

/** Points do not ask where a rule stands within its group: only the group it is in is told. */
const placesOf = ({ groups }: IcpProfile) =>
  new Map(groups.flatMap((group) => group.rules.map((rule) => [rule.id, { rule, group }] as const)));

/**
 * What became different from one profile to another. In: both. Out: settings first, then groups and rules in the order in
 * which they stand; nothing where only the revision or the order differs.
 */
export function differenceOf(before: IcpProfile, after: IcpProfile): ProfileDifference[] {
  const found: ProfileDifference[] = [];
  if (before.name !== after.name) found.push({ of: 'name', before: before.name, after: after.name });
  const settings = [
    ['cutA', before.cuts.A, after.cuts.A],
    ['cutB', before.cuts.B, after.cuts.B],
    ['cutC', before.cuts.C, after.cuts.C],
    ['w', before.w, after.w],
    ['coverage', before.coverage, after.coverage],
  ] as const;
  for (const [setting, was, is] of settings)
    if (was !== is) found.push({ of: 'setting', setting, before: was, after: is });
  if (!same(before.bands, after.bands)) found.push({ of: 'bands' });
  const names = [...new Set([...Object.keys(before.definitions), ...Object.keys(after.definitions)])].filter(
    (name) => !same(before.definitions[name], after.definitions[name]),
  );
  if (names.length > 0) found.push({ of: 'definitions', names });

  const groupsBefore = new Map(before.groups.map((group) => [group.id, group]));
  const rulesBefore = placesOf(before);
  const rulesAfter = placesOf(after);
  for (const group of after.groups) {
    const was = groupsBefore.get(group.id);
    if (!was) found.push({ of: 'group', after: group });
    else if (!same(frameOf(was), frameOf(group))) found.push({ of: 'group', before: was, after: group });
    for (const rule of group.rules) {
      const place = rulesBefore.get(rule.id);
      if (!place) found.push({ of: 'rule', group: group.name, after: rule });
      else if (!same(place.rule, rule)) found.push({ of: 'rule', group: group.name, before: place.rule, after: rule });
      if (place && place.group.id !== group.id)
        found.push({ of: 'moved', rule, from: place.group.name, to: group.name });
    }
  }
  for (const group of before.groups) {
    for (const rule of group.rules)
      if (!rulesAfter.has(rule.id)) found.push({ of: 'rule', group: group.name, before: rule });
    if (!after.groups.some(({ id }) => id === group.id)) found.push({ of: 'group', before: group });
  }
  return found;
}
