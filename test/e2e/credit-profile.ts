import { type Condition, type IcpProfile, icpProfile } from '../../lib/domain/schema/icp.ts';
import type { OwnFieldDefinition } from '../../lib/domain/schema/own-field.ts';

/** Published coefficients of a logistic model of bad credit, by the names of the reference file. */
export type CreditModel = Record<'chk >=200' | 'chk 0-200' | 'chk none' | 'dur' | 'amt' | 'age', number>;

/** So many points are one in log odds: all of the model then lies within 0 to 100. */
const scale = 16;
const mostTiers = 30;

/**
 * The published model as rules: a point rule for each state of the checking account, steps for months, amount and age, each
 * step where the points change by one. Good credit is what earns points. In: coefficients, the book's own fields.
 */
export function creditProfile(model: CreditModel, fields: OwnFieldDefinition[]): IcpProfile {
  const keyOf = (name: string) => {
    const field = fields.find((one) => one.name === name);
    if (!field) throw new Error(`no own field ${name}`);
    return `own.${field.key}`;
  };
  const account = keyOf('status.of.existing.checking.account');
  const rule = (id: string, when: Condition, points: number) => ({
    kind: 'points' as const,
    id,
    name: id,
    when,
    points,
  });
  const stateOf = (id: string, start: string, coefficient: number) =>
    rule(id, { field: account, op: 'starts', value: start }, Math.round(-coefficient * scale));

  /** Rules that together give `-coefficient · value` in whole points, for values from `low` to `high`. */
  const steps = (name: string, column: string, coefficient: number, low: number, high: number) => {
    const field = keyOf(column);
    const pointsAt = (value: number) => Math.round(-coefficient * value * scale);
    const list: { from: number; to: number; points: number }[] = [];
    for (let value = low; value <= high; value++) {
      const last = list.at(-1);
      if (last?.points === pointsAt(value)) last.to = value;
      else list.push({ from: value, to: value, points: pointsAt(value) });
    }
    return Array.from({ length: Math.ceil(list.length / mostTiers) }, (_, part) => ({
      kind: 'tiers' as const,
      id: `${name}.${part}`,
      name: `${name} ${part}`,
      tiers: list
        .slice(part * mostTiers, (part + 1) * mostTiers)
        .map(({ from, to, points }) => ({ when: { field, op: 'between', value: [from, to] }, points })),
    }));
  };
  return icpProfile.parse({
    version: 1,
    id: 'credit',
    name: 'Published credit model',
    revision: 1,
    coverage: 0,
    fields,
    groups: [
      {
        id: 'model',
        name: 'Model',
        rules: [
          // Lifts everybody to where no sum falls below 0.
          rule('base', { field: keyOf('duration.in.month'), op: 'known' }, 42),
          stateOf('over', '... >= 200', model['chk >=200']),
          stateOf('under', '0 <=', model['chk 0-200']),
          stateOf('none', 'no checking', model['chk none']),
          ...steps('months', 'duration.in.month', model.dur, 1, 80),
          ...steps('amount', 'credit.amount', model.amt, 0, 20_000),
          ...steps('age', 'age.in.years', model.age, 15, 90),
        ],
      },
    ],
  });
}
