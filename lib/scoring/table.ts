import type { Condition, IcpProfile, IcpRule, Tier } from '../domain/schema/icp.ts';
import { type CompiledProfile, compileProfile, type Plan, readFact, tierOf } from './compile.ts';
import { type Facts, yes } from './condition.ts';
import type { ScoreField } from './fields.ts';
import type { ScoreInput } from './input.ts';
import { countAnswers, type RuleTally } from './tally.ts';
import { conditionsOf, testsIn } from './walk.ts';

/** The tiers by their codes in `Scores.tier`. */
export const tierCodes: readonly Tier[] = ['A', 'B', 'C', 'D', '?'];
const [codeD, codeUnknown] = [3, 4];

/** Scores of many leads, column by column; the place in every column is the lead's place in `ids`. */
export type Scores = {
  ids: readonly string[];
  fit: Uint8Array;
  engagement: Uint8Array;
  total: Float64Array;
  /** Codes of `tierCodes`. */
  tier: Uint8Array;
  /** 1 where a rule disqualifies. */
  gated: Uint8Array;
  known: Uint16Array;
  asked: number;
};

/** How a long work lets others in: `pause` resolves after they had their turn, or throws where the work was called off. */
export type Run = { progress(share: number): void; pause(): Promise<void> };
const unhurried: Run = { progress: () => undefined, pause: () => Promise.resolve() };
/** Milliseconds of work between two pauses. */
const turn = 12;

const none = new Uint8Array();
type RuleColumn = { answers: Uint8Array; points?: Int32Array; timed: boolean };
type FactColumn = { facts: Facts; timed: boolean };

const isTimedField = (field: string) => field.startsWith('interactions.');
const isTimedTest = ({ field, op }: { field: string; op: string }) =>
  op === 'within' || op === 'older' || isTimedField(field);

/** Rules that would answer alike share a column: id, name and the points of a plain rule do not matter to it. */
function keyOf(rule: IcpRule, profile: IcpProfile): string {
  const { id: _id, name: _name, ...rest } = rule;
  const text = JSON.stringify(rule.kind === 'points' || rule.kind === 'gate' ? rule.when : rest);
  const named = text.includes('"named"') ? JSON.stringify(profile.definitions) : '';
  const own = text.includes('"own.') || named.includes('"own.') ? JSON.stringify(profile.fields) : '';
  return [text, named, own].join('\n');
}

function isTimed(rule: IcpRule, definitions: Record<string, Condition>): boolean {
  if (rule.kind === 'event') return true;
  return conditionsOf(rule).some(({ condition }) => testsIn(condition, definitions).some(isTimedTest));
}

/**
 * Many leads, weighed by columns: each rule's answers are kept, so that after an edit only the rules that changed are
 * weighed again. Gives the same as `CompiledProfile.score` for every lead. In: the time, which stays until `setNow`.
 */
export function createScoreTable(now: number) {
  let at = now;
  const inputs: ScoreInput[] = [];
  const ids: string[] = [];
  const places = new Map<string, number>();
  const rules = new Map<string, RuleColumn>();
  const columns = new Map<string, FactColumn>();

  const forget = (): void => {
    rules.clear();
    columns.clear();
  };

  function factColumn(name: string, field: ScoreField, profile: IcpProfile): Facts {
    const key = name.startsWith('own.') ? `${name}\n${JSON.stringify(profile.fields)}` : name;
    const known = columns.get(key);
    if (known) return known.facts;
    const facts: Facts = inputs.map((input) => readFact(field, input, at));
    columns.set(key, { facts, timed: isTimedField(name) });
    return facts;
  }

  function ruleColumn(ready: CompiledProfile, plan: Plan, index: number): RuleColumn {
    const n = inputs.length;
    const answers = new Uint8Array(n);
    const many = plan.rule.kind === 'tiers' || plan.rule.kind === 'event';
    const points = many ? new Int32Array(n) : undefined;
    const facts: Facts = new Array(ready.slots.length).fill(undefined);
    const used = plan.slots.map((slot) => {
      const { name, field } = ready.slots[slot] as CompiledProfile['slots'][number];
      return { slot, from: factColumn(name, field, ready.profile) };
    });
    for (let row = 0; row < n; row++) {
      for (const { slot, from } of used) facts[slot] = from[row];
      const weighed = ready.weighRule(index, facts, inputs[row] as ScoreInput, at);
      answers[row] = weighed.answers[index] as number;
      if (points) points[row] = weighed.points[index] as number;
    }
    return { answers, ...(points && { points }), timed: isTimed(plan.rule, ready.profile.definitions) };
  }

  /** Lets others in and tells how far the work is, once a turn is over. */
  function resting(run: Run): (share: number) => Promise<void> {
    let last = performance.now();
    return async (share) => {
      if (performance.now() - last < turn) return;
      run.progress(share);
      await run.pause();
      last = performance.now();
    };
  }

  /** The columns of a profile's rules in the order of `plans`, those that are not known weighed now. */
  async function columnsOf(ready: CompiledProfile, rest: (share: number) => Promise<void>): Promise<RuleColumn[]> {
    const { plans, profile } = ready;
    const used: RuleColumn[] = [];
    const keys = new Set<string>();
    for (const [index, plan] of plans.entries()) {
      const key = keyOf(plan.rule, profile);
      const column = rules.get(key) ?? ruleColumn(ready, plan, index);
      // Put anew, so that those asked for last are the last to go.
      rules.delete(key);
      rules.set(key, column);
      keys.add(key);
      used.push(column);
      await rest((0.9 * (index + 1)) / plans.length);
    }
    for (const key of rules.keys()) {
      if (rules.size <= mostColumns) break;
      if (!keys.has(key)) rules.delete(key);
    }
    return used;
  }

  /** For how many leads each rule holds. */
  async function tally(profile: IcpProfile, run: Run = unhurried): Promise<RuleTally> {
    const ready = compileProfile(profile);
    const columns = await columnsOf(ready, resting(run));
    return Object.fromEntries(ready.plans.map(({ rule }, at) => [rule.id, countAnswers(columns[at]?.answers ?? none)]));
  }

  async function scores(profile: IcpProfile, run: Run = unhurried): Promise<Scores> {
    const n = inputs.length;
    const ready = compileProfile(profile);
    const { plans, slots } = ready;
    const rest = resting(run);
    const used = await columnsOf(ready, rest);

    const known = new Uint16Array(n);
    let asked = 0;
    for (const { name, field, counts } of slots) {
      if (!counts) continue;
      asked++;
      const facts = factColumn(name, field, profile);
      for (let row = 0; row < n; row++) if (facts[row] !== undefined) known[row] = (known[row] as number) + 1;
      await rest(0.92);
    }
    const gated = new Uint8Array(n);
    const axes = { fit: new Float64Array(n), engagement: new Float64Array(n) };
    for (const [group, { axis, min = -Infinity, max = Infinity }] of profile.groups.entries()) {
      const sum = new Float64Array(n);
      for (const [index, { rule, group: of }] of plans.entries()) {
        if (of !== group) continue;
        addRule(rule, used[index] as RuleColumn, sum, gated);
      }
      const total = axes[axis];
      for (let row = 0; row < n; row++)
        total[row] = (total[row] as number) + Math.max(min, Math.min(sum[row] as number, max));
      await rest(0.92 + (0.08 * group) / profile.groups.length);
    }
    return finish(profile, axes, gated, known, asked);
  }

  function finish(
    profile: IcpProfile,
    axes: { fit: Float64Array; engagement: Float64Array },
    gated: Uint8Array,
    known: Uint16Array,
    asked: number,
  ): Scores {
    const n = inputs.length;
    const [fit, engagement, tier] = [new Uint8Array(n), new Uint8Array(n), new Uint8Array(n)];
    const total = new Float64Array(n);
    const within = (value: number) => Math.max(0, Math.min(value, 100));
    for (let row = 0; row < n; row++) {
      fit[row] = within(axes.fit[row] as number);
      engagement[row] = within(axes.engagement[row] as number);
      const touched =
        engagement[row] !== 0 && (inputs[row] as ScoreInput).interactions?.some((e) => e.occurredAt <= at);
      const sum = (fit[row] as number) + (touched ? profile.w * (engagement[row] as number) : 0);
      total[row] = sum;
      const covered = asked === 0 || (known[row] as number) / asked >= profile.coverage;
      tier[row] = gated[row] ? codeD : covered ? tierCodes.indexOf(tierOf(profile, sum)) : codeUnknown;
    }
    return { ids: [...ids], fit, engagement, total, tier, gated, known, asked };
  }

  return {
    /** Leads in the order of `Scores.ids`. */
    get inputs(): readonly ScoreInput[] {
      return inputs;
    },
    get now(): number {
      return at;
    },
    /** Moves the time on; only what depends on it is weighed again. */
    setNow(next: number): void {
      if (next === at) return;
      at = next;
      for (const [key, { timed }] of rules) if (timed) rules.delete(key);
      for (const [key, { timed }] of columns) if (timed) columns.delete(key);
    },
    /** Takes leads in, new or changed. */
    put(fresh: readonly ScoreInput[]): void {
      if (fresh.length > 0) forget();
      for (const input of fresh) {
        const place = places.get(input.lead.id) ?? inputs.length;
        places.set(input.lead.id, place);
        inputs[place] = input;
        ids[place] = input.lead.id;
      }
    },
    /** Leaves leads out; the last one takes the place of each. */
    remove(gone: Iterable<string>): void {
      for (const id of gone) {
        const place = places.get(id);
        if (place === undefined) continue;
        forget();
        places.delete(id);
        const last = inputs.pop();
        const lastId = ids.pop();
        if (last === undefined || lastId === undefined || lastId === id) continue;
        inputs[place] = last;
        ids[place] = lastId;
        places.set(lastId, place);
      }
    },
    has: (id: string): boolean => places.has(id),
    scores,
    tally,
  };
}
export type ScoreTable = ReturnType<typeof createScoreTable>;

/** Rules whose answers are kept: two large profiles. A column is 100 kB for 100,000 leads, 500 with points. */
const mostColumns = 120;

function addRule(rule: IcpRule, { answers, points }: RuleColumn, sum: Float64Array, gated: Uint8Array): void {
  const n = sum.length;
  if (rule.kind === 'gate') {
    for (let row = 0; row < n; row++) if (answers[row] === yes) gated[row] = 1;
  } else if (points) {
    for (let row = 0; row < n; row++) sum[row] = (sum[row] as number) + (points[row] as number);
  } else if (rule.kind === 'points') {
    const worth = rule.points;
    for (let row = 0; row < n; row++) if (answers[row] === yes) sum[row] = (sum[row] as number) + worth;
  }
}
