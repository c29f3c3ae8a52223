import { no, yes } from './condition.ts';

/** Leads for which a rule holds, surely does not hold, and for which too little is known to tell. */
export type RuleCount = { held: number; not: number; unknown: number };
/** By the ids of the rules. */
export type RuleTally = Record<string, RuleCount>;

/** Counts the answers of one rule over many leads. */
export function countAnswers(answers: Uint8Array): RuleCount {
  const count: RuleCount = { held: 0, not: 0, unknown: 0 };
  for (const answer of answers) {
    if (answer === yes) count.held++;
    else if (answer === no) count.not++;
    else count.unknown++;
  }
  return count;
}
