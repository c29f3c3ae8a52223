import type { ValueWords } from '../columns.ts';
import type { ExportScore, ScoreWords } from '../score-columns.ts';
import type { ExportTables, ScoreSaid, ScoreSayings } from './export-types.ts';

type Reason = ExportScore['reasons'][number];
type Gates = ExportScore['gates'];

const reasonKey = ({ rule, name, points }: Reason) => `${points} ${rule} ${name}`;
const gatesKey = (gates: Gates) => gates.map(({ rule, name }) => `${rule} ${name}`).join('\n');

/**
 * Collects what the scores of a file say, each once, and knows the words for it when they were asked for. In: nothing yet.
 * Out: `take` for each score, `sayings` to be put into words, `words` of what was said.
 */
export function createScoreSayings() {
  const reasons = new Map<string, Reason>();
  const gates = new Map<string, Gates>();
  // A company and its people have one list of reasons.
  const taken = new WeakSet<ExportScore['reasons']>();
  return {
    take(score: ExportScore): void {
      if (taken.has(score.reasons)) return;
      taken.add(score.reasons);
      for (const { rule, name, points } of score.reasons) {
        const reason = { rule, name, points };
        reasons.set(reasonKey(reason), reason);
      }
      if (score.gates.length > 0) gates.set(gatesKey(score.gates), score.gates);
    },
    sayings: (): ScoreSayings => ({ reasons: [...reasons.values()], gates: [...gates.values()] }),
    words(said: ScoreSaid): Pick<ScoreWords, 'reason' | 'excluded'> {
      const reasonWords = new Map([...reasons.keys()].map((key, at) => [key, said.reasons[at] ?? '']));
      const gatesWords = new Map([...gates.keys()].map((key, at) => [key, said.gates[at] ?? '']));
      return {
        reason: (reason) => reasonWords.get(reasonKey(reason)) ?? reason.name,
        excluded: (of) => gatesWords.get(gatesKey(of)) ?? '',
      };
    },
  };
}

/** The words of columns from what the interface sent. In: its tables, the words of scores. */
export const valueWords = (tables: ExportTables, score: Pick<ScoreWords, 'reason' | 'excluded'>): ValueWords => ({
  group: tables.group,
  phoneKind: tables.phoneKind,
  outcome: tables.outcome,
  ...(tables.consent && { consent: tables.consent }),
  ...(tables.basis && { basis: tables.basis }),
  stage: (id) => tables.stage[id] ?? id,
  score: { ...score, tier: (tier) => tables.tier[tier], role: (role) => tables.role[role] },
  value: {
    valueClass: (one) => tables.valueClass[one],
    segment: (one) => tables.segment[one] ?? one,
    phase: (one) => tables.phase[one],
  },
});
