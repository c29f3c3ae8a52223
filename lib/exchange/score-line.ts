import type { ProblemCode, ProfileProblem } from '../scoring/check.ts';
import type { Explanation, ScoreLine } from '../scoring/explain.ts';
import type { Value } from '../scoring/fields.ts';

const number = (value: number) => (Number.isFinite(value) ? String(Math.round(value * 100) / 100) : 'any');

/** What was read, in words: texts joined, a span as `50–200`. */
function valueWords(value: Value, isDate: boolean): string {
  if (value === undefined) return 'unknown';
  if ('min' in value) {
    const end = (at: number) => (isDate && Number.isFinite(at) ? new Date(at).toISOString().slice(0, 10) : number(at));
    return value.min === value.max ? end(value.min) : `${end(value.min)}–${end(value.max)}`;
  }
  const text = value.length === 0 ? 'none' : value.slice(0, 3).join(', ');
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

const factWords = (facts: ScoreLine['facts']) =>
  facts.map(({ field, value }) => `${field}: ${valueWords(value, field.endsWith('At'))}`).join('; ');

function reason({ name, state, facts, before, points }: ScoreLine): string {
  if (state === 'limit') return `limit of ${name}: ${before ?? 0} becomes ${(before ?? 0) + points}`;
  const read = factWords(facts);
  return read ? `${name} (${read})` : name;
}

/** One lead's score as the command prints it. The lines' points sum to fit + engagement. */
export function scoreLine({ id, fit, engagement, tier, known, asked, gateRules, lines }: Explanation) {
  const gate = gateRules.filter(({ state }) => state === 'true').sort((a, b) => (a.rule < b.rule ? -1 : 1))[0];
  return {
    id,
    fit,
    engagement,
    tier,
    coverage: asked === 0 ? 1 : Math.round((known / asked) * 1e4) / 1e4,
    ...(gate && { gate: { rule: gate.rule, reason: `${gate.name} (${factWords(gate.facts)})` } }),
    lines: lines.map((line) => ({
      rule: line.rule,
      group: line.group,
      state: line.state,
      points: line.points,
      reason: reason(line),
    })),
  };
}

const sayings: Record<ProblemCode, string> = {
  notJson: 'is not JSON',
  tooDeep: 'is too large or nested too deep',
  tooLarge: 'asks too much',
  shape: 'does not fit the format',
  newer: 'comes from a newer Leadlight',
  fieldGone: 'asks for a field that there is not',
  operatorUnfit: 'asks a field with an operator that does not suit it',
  valueUnfit: 'has a value that does not suit its field',
  namedGone: 'names a condition that is not defined',
  cycle: 'leads back to itself',
  sameId: 'has the id of another',
  sameKey: 'has the key of another own field',
  limitsCrossed: 'has its limits the wrong way round',
  cutsOrder: 'must fall from A to C',
  eventInFit: 'counts events, which belongs in a group of the engagement axis',
  neverTrue: 'can never hold',
  opposite: 'contradicts another rule',
  againstUnknown: 'takes points for what is merely not known',
  tierOutOfReach: 'cannot be reached',
};

/** A problem of a profile as a sentence that names its place. */
export function problemLine({ level, code, place, names, detail }: ProfileProblem): string {
  const where = [place || 'the file', names.length > 0 ? `(${names.join(' › ')})` : ''].filter(Boolean).join(' ');
  return `${level}: ${where} ${sayings[code]}${detail ? `: ${detail}` : ''}`;
}
