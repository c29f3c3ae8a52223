import type { IcpGroup, IcpProfile, IcpRule } from '../domain/schema/icp.ts';

/** Every id that groups and rules of a profile have: they share one space, so that a copy never meets its original. */
const idsOf = ({ groups }: IcpProfile): Set<string> =>
  new Set(groups.flatMap(({ id, rules }) => [id, ...rules.map((rule) => rule.id)]));

/** An id that is not taken: `base`, else `base-2`, `base-3`… In: the profile, how it should begin, further ids that are taken. */
export function freshId(profile: IcpProfile, base: string, taken: Iterable<string> = []): string {
  const ids = new Set([...idsOf(profile), ...taken]);
  const stem = base.replace(/-\d+$/, '').slice(0, 50) || 'rule';
  if (!ids.has(stem)) return stem;
  let count = 2;
  while (ids.has(`${stem}-${count}`)) count++;
  return `${stem}-${count}`;
}

/** A list with one entry moved by so many places, as far as the list goes. */
export function moved<T>(list: readonly T[], at: number, by: number): T[] {
  const to = Math.max(0, Math.min(list.length - 1, at + by));
  const entry = list[at];
  if (entry === undefined || to === at) return [...list];
  const rest = list.toSpliced(at, 1);
  return rest.toSpliced(to, 0, entry);
}

const inGroups = (profile: IcpProfile, change: (groups: IcpGroup[]) => IcpGroup[]): IcpProfile => ({
  ...profile,
  groups: change(profile.groups),
});
const inGroup = (profile: IcpProfile, id: string, change: (group: IcpGroup) => IcpGroup): IcpProfile =>
  inGroups(profile, (groups) => groups.map((group) => (group.id === id ? change(group) : group)));
const inGroupOf = (profile: IcpProfile, ruleId: string, change: (rules: IcpRule[], at: number) => IcpRule[]) =>
  inGroups(profile, (groups) =>
    groups.map((group) => {
      const at = group.rules.findIndex(({ id }) => id === ruleId);
      return at < 0 ? group : { ...group, rules: change(group.rules, at) };
    }),
  );

/** Adds a group at the end. */
export const addGroup = (profile: IcpProfile, group: IcpGroup): IcpProfile =>
  inGroups(profile, (groups) => [...groups, group]);

/** Changes what is said of a group beside its rules; a limit given as undefined is taken away. */
export const editGroup = (
  profile: IcpProfile,
  id: string,
  patch: { name?: string; axis?: IcpGroup['axis']; min?: number | undefined; max?: number | undefined },
): IcpProfile =>
  inGroup(profile, id, (group) => {
    const { min, max, ...next } = { ...group, ...patch };
    return { ...next, ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
  });

/** Takes a group away with its rules. The last one stays: a profile has at least one. */
export const removeGroup = (profile: IcpProfile, id: string): IcpProfile =>
  profile.groups.length < 2 ? profile : inGroups(profile, (groups) => groups.filter((group) => group.id !== id));

/** Moves a group up or down. */
export const moveGroup = (profile: IcpProfile, id: string, by: number): IcpProfile =>
  inGroups(profile, (groups) =>
    moved(
      groups,
      groups.findIndex((group) => group.id === id),
      by,
    ),
  );

/** Puts a copy of a group behind it, all ids new. In: the name of the copy. */
export function duplicateGroup(profile: IcpProfile, id: string, name: string): IcpProfile {
  const at = profile.groups.findIndex((group) => group.id === id);
  const group = profile.groups[at];
  if (!group) return profile;
  const taken: string[] = [];
  const fresh = (base: string) => {
    const next = freshId(profile, base, taken);
    taken.push(next);
    return next;
  };
  const copy = { ...group, id: fresh(group.id), name, rules: group.rules.map((r) => ({ ...r, id: fresh(r.id) })) };
  return inGroups(profile, (groups) => groups.toSpliced(at + 1, 0, copy));
}

/** Adds a rule to the end of a group. */
export const addRule = (profile: IcpProfile, groupId: string, rule: IcpRule): IcpProfile =>
  inGroup(profile, groupId, (group) => ({ ...group, rules: [...group.rules, rule] }));

/** Puts another rule in a rule's place. */
export const replaceRule = (profile: IcpProfile, id: string, rule: IcpRule): IcpProfile =>
  inGroupOf(profile, id, (rules, at) => rules.with(at, rule));

export const removeRule = (profile: IcpProfile, id: string): IcpProfile =>
  inGroupOf(profile, id, (rules, at) => rules.toSpliced(at, 1));

/** Puts a copy of a rule behind it. In: the name of the copy. */
export const duplicateRule = (profile: IcpProfile, id: string, name: string): IcpProfile =>
  inGroupOf(profile, id, (rules, at) => {
    const rule = rules[at];
    return rule ? rules.toSpliced(at + 1, 0, { ...rule, id: freshId(profile, id), name }) : rules;
  });

/** Moves a rule up or down; past the end of its group it goes into the next one of the same axis. */
export function moveRule(profile: IcpProfile, id: string, by: 1 | -1): IcpProfile {
  const groupAt = profile.groups.findIndex(({ rules }) => rules.some((rule) => rule.id === id));
  const group = profile.groups[groupAt];
  const at = group?.rules.findIndex((rule) => rule.id === id) ?? -1;
  const rule = group?.rules[at];
  if (!group || !rule) return profile;
  if (group.rules[at + by]) return inGroupOf(profile, id, (rules) => moved(rules, at, by));
  const others = by > 0 ? profile.groups.slice(groupAt + 1) : profile.groups.slice(0, groupAt).reverse();
  const next = others.find(({ axis }) => axis === group.axis);
  if (!next) return profile;
  return inGroup(removeRule(profile, id), next.id, (target) => ({
    ...target,
    rules: by > 0 ? [rule, ...target.rules] : [...target.rules, rule],
  }));
}
