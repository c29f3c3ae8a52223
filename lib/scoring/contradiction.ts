import type { Condition, FieldTest, IcpProfile } from '../domain/schema/icp.ts';
import { wantedNumber, wantedTexts } from './condition.ts';
import { type ScoreField, scoreField } from './fields.ts';
import { testsIn } from './walk.ts';

type Literal = { test: FieldTest; holds: boolean };
const mostClauses = 64;

/** A condition as alternatives of tests that must hold together; undefined where there would be too many to look at. */
function clausesOf(condition: Condition, profile: IcpProfile, holds: boolean, depth = 0): Literal[][] | undefined {
  if (depth > 40) return undefined;
  const into = (part: Condition, as: boolean) => clausesOf(part, profile, as, depth + 1);
  if ('not' in condition) return into(condition.not, !holds);
  if ('named' in condition) {
    const meant = Object.hasOwn(profile.definitions, condition.named)
      ? profile.definitions[condition.named]
      : undefined;
    return meant && into(meant, holds);
  }
  if ('field' in condition) return [[{ test: condition, holds }]];
  const isAll = 'all' in condition;
  const parts = ('all' in condition ? condition.all : condition.any).map((part) => into(part, holds));
  if (isAll !== holds) {
    const either = parts.some((part) => part === undefined) ? undefined : parts.flatMap((part) => part ?? []);
    return either && either.length <= mostClauses ? either : undefined;
  }
  return parts.reduce<Literal[][] | undefined>(
    (all, part) => {
      if (!all || !part || all.length * part.length > mostClauses) return undefined;
      return all.flatMap((left) => part.map((right) => [...left, ...right]));
    },
    [[]],
  );
}

const words = ({ test, holds }: Literal) =>
  `${holds ? '' : 'not '}${test.field} ${test.op}${test.value === undefined ? '' : ` ${JSON.stringify(test.value)}`}`;

/** The span that a test of a number or date allows, ends open or closed; undefined for what cannot be said as one span. */
function allowed(
  { test, holds }: Literal,
  field: ScoreField,
): { low: number; high: number; open: boolean } | undefined {
  const [low = Number.NaN, high = low] = (Array.isArray(test.value) ? test.value : [test.value]).map((value) =>
    wantedNumber(value, field),
  );
  const from = (value: number, open: boolean) => ({ low: value, high: Number.POSITIVE_INFINITY, open });
  const to = (value: number, open: boolean) => ({ low: Number.NEGATIVE_INFINITY, high: value, open });
  switch (test.op) {
    case 'gt':
    case 'after':
      return holds ? from(low, true) : to(low, false);
    case 'gte':
      return holds ? from(low, false) : to(low, true);
    case 'lt':
    case 'before':
      return holds ? to(low, true) : from(low, false);
    case 'lte':
      return holds ? to(low, false) : from(low, true);
    case 'between':
      return holds ? { low, high, open: false } : undefined;
    case 'is':
      return holds ? { low, high: low, open: false } : undefined;
    default:
      return undefined;
  }
}

/** Two tests that cannot both hold: the same one with and without not, spans that do not meet, single values that differ. */
function clash(a: Literal, b: Literal, profile: IcpProfile): boolean {
  if (a.test.field !== b.test.field) return false;
  if (a.holds !== b.holds && JSON.stringify(a.test) === JSON.stringify(b.test)) return true;
  const field = scoreField(a.test.field, profile.fields);
  if (!field) return false;
  const presence = [a.test.op, b.test.op];
  if (presence.includes('missing') || presence.includes('known')) {
    const absent = [a, b].some(({ test, holds }) => test.op === 'missing' && holds);
    const needed = [a, b].some(({ test, holds }) => test.op !== 'missing' || !holds);
    return absent && needed;
  }
  if (field.type === 'number' || field.type === 'date') {
    const left = allowed(a, field);
    const right = allowed(b, field);
    if (!left || !right) return false;
    const low = Math.max(left.low, right.low);
    const high = Math.min(left.high, right.high);
    return low > high || (low === high && (left.open || right.open));
  }
  const single = (field.type === 'text' || field.type === 'yesNo') && a.holds && b.holds;
  const exact = (['is', 'in'] as string[]).includes(a.test.op) && (['is', 'in'] as string[]).includes(b.test.op);
  if (!single || !exact) return false;
  const other = wantedTexts(b.test, field);
  return !wantedTexts(a.test, field).some((text) => other.includes(text));
}

const asCondition = ({ test, holds }: Literal): Condition => (holds ? test : { not: test });

export type Contradiction = {
  /** For people who read files. */
  text: string;
  /** The tests that exclude each other, for who has words of their own; absent where nothing is asked. */
  example?: Condition;
};

/**
 * Whether a condition can never hold. In: a condition whose fields and values are right. Out: the tests that exclude each
 * other, as an example; undefined where it may hold or is too large to tell.
 */
export function contradictionIn(condition: Condition, profile: IcpProfile): Contradiction | undefined {
  const clauses = clausesOf(condition, profile, true);
  if (!clauses) return undefined;
  if (clauses.length === 0) return { text: 'any of nothing never holds' };
  let example: Contradiction | undefined;
  for (const clause of clauses) {
    const pair = clause.flatMap((one, at) => clause.slice(at + 1).map((other) => [one, other] as const));
    const found = pair.find(([one, other]) => clash(one, other, profile));
    if (!found) return undefined;
    const [one, other] = found;
    example ??= {
      text: `${words(one)} and ${words(other)} never hold together`,
      example: { all: [asCondition(one), asCondition(other)] },
    };
  }
  return example;
}

/** A lead for which a condition may hold, as words: its first alternative's tests. */
export function exampleOf(condition: Condition, profile: IcpProfile): string {
  const [clause] = clausesOf(condition, profile, true) ?? [];
  if (clause) return clause.map(words).join(' and ') || 'any lead';
  return testsIn(condition, profile.definitions)
    .slice(0, 3)
    .map((test) => words({ test, holds: true }))
    .join(', ');
}
