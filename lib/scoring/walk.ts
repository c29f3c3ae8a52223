import type { Condition, FieldTest, IcpRule } from '../domain/schema/icp.ts';

/** The conditions of a rule, with where each stands in it. */
export function conditionsOf(rule: IcpRule): { at: string; condition: Condition }[] {
  if (rule.kind === 'event') return [];
  if (rule.kind === 'tiers')
    return rule.tiers.map(({ when }, index) => ({ at: `tiers[${index}].when`, condition: when }));
  return [{ at: 'when', condition: rule.when }];
}

/** The conditions right inside a condition. */
export function partsOf(condition: Condition): { at: string; condition: Condition }[] {
  if ('all' in condition) return condition.all.map((part, index) => ({ at: `all[${index}]`, condition: part }));
  if ('any' in condition) return condition.any.map((part, index) => ({ at: `any[${index}]`, condition: part }));
  if ('not' in condition) return [{ at: 'not', condition: condition.not }];
  return [];
}

/** Every test in a condition, named conditions followed once each. */
export function testsIn(
  condition: Condition,
  definitions: Record<string, Condition>,
  seen = new Set<string>(),
): FieldTest[] {
  if ('named' in condition) {
    const meant = Object.hasOwn(definitions, condition.named) ? definitions[condition.named] : undefined;
    if (!meant || seen.has(condition.named)) return [];
    seen.add(condition.named);
    return testsIn(meant, definitions, seen);
  }
  if ('field' in condition) return [condition];
  return partsOf(condition).flatMap((part) => testsIn(part.condition, definitions, seen));
}
